/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-query.h"
#include "model/sk-resource.h"
#include "model/sk-vocabularies.h"
#include "sk-results.h"

G_BEGIN_DECLS

/* Answers queries over a fixed set of records. Immutable, safe to share between threads. */
#define SK_TYPE_INDEX (sk_index_get_type ())
G_DECLARE_FINAL_TYPE (SkIndex, sk_index, SK, INDEX, GObject)

SkIndex    *sk_index_new          (GPtrArray      *resources,
                                   SkVocabularies *vocabularies);
guint       sk_index_get_size     (SkIndex        *self);
SkResource *sk_index_dup_resource (SkIndex        *self,
                                   guint32         record);
gboolean    sk_index_find         (SkIndex        *self,
                                   const char     *id,
                                   guint32        *record);
SkResults  *sk_index_search       (SkIndex        *self,
                                   SkQuery        *query,
                                   GCancellable   *cancellable);

G_END_DECLS
