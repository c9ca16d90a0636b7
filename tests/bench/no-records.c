/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "no-records.h"

#include <gio/gio.h>

struct _NoRecords
{
  GObject parent_instance;
};

static SkResource *
load (SkRecordSource  *source,
      guint64          row,
      GError         **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There are no records.");
  return NULL;
}

static void
record_source_init (SkRecordSourceInterface *iface)
{
  iface->load = load;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NoRecords,
                               no_records,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SK_TYPE_RECORD_SOURCE, record_source_init))

static void
no_records_class_init (NoRecordsClass *klass)
{
}

static void
no_records_init (NoRecords *self)
{
}
