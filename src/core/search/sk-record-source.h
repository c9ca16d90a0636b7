/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* Where an index gets the records from that are looked at: it knows of each the row alone. */
#define SK_TYPE_RECORD_SOURCE (sk_record_source_get_type ())
G_DECLARE_INTERFACE (SkRecordSource, sk_record_source, SK, RECORD_SOURCE, GObject)

struct _SkRecordSourceInterface
{
  GTypeInterface parent_iface;

  SkResource *(*load) (SkRecordSource  *self,
                       guint64          row,
                       GError         **error);
  gboolean    (*knew) (SkRecordSource  *self,
                       const char      *id); /* optional */
  char       *(*read) (SkRecordSource  *self,
                       guint64          row,
                       GError         **error); /* optional */
};

SkResource *sk_record_source_load (SkRecordSource  *self,
                                   guint64          row,
                                   GError         **error);
gboolean    sk_record_source_knew (SkRecordSource  *self,
                                   const char      *id);
char       *sk_record_source_read (SkRecordSource  *self,
                                   guint64          row,
                                   GError         **error);

G_END_DECLS
