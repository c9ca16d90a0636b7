/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-index-file.h"

G_BEGIN_DECLS

/* Writes an index file from its beginning to its end: section after section, in whatever
 * order, each once; at last the header. */
typedef struct _SkIndexWriter SkIndexWriter;

SkIndexWriter *sk_index_writer_new    (int                   fd,
                                       GError              **error);
void           sk_index_writer_free   (SkIndexWriter        *self);
void           sk_index_writer_begin  (SkIndexWriter        *self,
                                       SkSection             section);
void           sk_index_writer_write  (SkIndexWriter        *self,
                                       gconstpointer         bytes,
                                       gsize                 size);
guint64        sk_index_writer_tell   (SkIndexWriter        *self);
guint64        sk_index_writer_find   (SkIndexWriter        *self,
                                       SkSection             section);
gboolean       sk_index_writer_flush  (SkIndexWriter        *self,
                                       GError              **error);
gboolean       sk_index_writer_finish (SkIndexWriter        *self,
                                       const SkIndexCounts  *counts,
                                       const guint8         *key,
                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkIndexWriter, sk_index_writer_free)

G_END_DECLS
