/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/sk-query.h"
#include "model/sk-resource.h"
#include "model/sk-vocabularies.h"
#include "sk-record-source.h"
#include "sk-results.h"

G_BEGIN_DECLS

/* Answers queries over a fixed set of records, which it has in a mapped file. Immutable, safe
 * to share between threads. */
#define SK_TYPE_INDEX (sk_index_get_type ())
G_DECLARE_FINAL_TYPE (SkIndex, sk_index, SK, INDEX, GObject)

SkIndex      *sk_index_new           (GPtrArray       *resources,
                                      SkVocabularies  *vocabularies);
SkIndex      *sk_index_open          (const char      *path,
                                      const guint8    *key,
                                      SkVocabularies  *vocabularies,
                                      SkRecordSource  *records,
                                      GError         **error);
gboolean      sk_index_check         (SkIndex         *self,
                                      GCancellable    *cancellable,
                                      GError         **error);
guint         sk_index_get_size      (SkIndex         *self);
gsize         sk_index_get_file_size (SkIndex         *self);
const guint8 *sk_index_get_key       (SkIndex         *self);
const char   *sk_index_get_id        (SkIndex         *self,
                                      guint32          record);
SkResource   *sk_index_dup_resource  (SkIndex         *self,
                                      guint32          record);
char         *sk_index_dup_text      (SkIndex         *self,
                                      guint32          record);
gboolean      sk_index_find          (SkIndex         *self,
                                      const char      *id,
                                      guint32         *record);
gboolean      sk_index_is_withdrawn  (SkIndex         *self,
                                      const char      *id);
SkResults    *sk_index_search        (SkIndex         *self,
                                      SkQuery         *query,
                                      GCancellable    *cancellable);

G_END_DECLS
