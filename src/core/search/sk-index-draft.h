/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-index.h"

G_BEGIN_DECLS

/* The records of an index that is about to be written, gathered one by one. What is kept of
 * them in memory is their ids, their words and their values, each once; the rest waits in a
 * file that is gone with the draft. */
typedef struct _SkIndexDraft SkIndexDraft;

SkIndexDraft *sk_index_draft_new   (SkIndex         *before,
                                    SkVocabularies  *vocabularies,
                                    const char      *folder,
                                    GError         **error);
void          sk_index_draft_free  (SkIndexDraft    *self);
gboolean      sk_index_draft_keep  (SkIndexDraft    *self,
                                    guint64          row,
                                    const guint8    *hash);
gboolean      sk_index_draft_add   (SkIndexDraft    *self,
                                    guint64          row,
                                    const guint8    *hash,
                                    SkResource      *resource,
                                    GError         **error);
gboolean      sk_index_draft_write (SkIndexDraft    *self,
                                    const char      *path,
                                    const guint8    *key,
                                    GCancellable    *cancellable,
                                    GError         **error);
SkIndex      *sk_index_draft_take  (SkIndexDraft    *self,
                                    SkRecordSource  *records,
                                    GCancellable    *cancellable,
                                    GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkIndexDraft, sk_index_draft_free)

G_END_DECLS
