/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"
#include "sk-text-query.h"
#include "sk-text-worth.h"

G_BEGIN_DECLS

/* The words of all records together. */
typedef struct
{
  guint n_records;
  guint64 totals[SK_TEXT_N_FIELDS]; /* how many words each field has */
  GHashTable *words;                /* each word → how many records have it */
  guint32 least_tailed;             /* how many must, for its tails to be found */
} SkTextTotals;

/* The words of one record, in the order in which they stand. Immutable. */
typedef struct
{
  GPtrArray *words[SK_TEXT_N_FIELDS]; /* of each text of the field, with a NULL behind it */
  guint lengths[SK_TEXT_N_FIELDS];    /* how many words that is */
} SkRecordText;

SkRecordText *sk_record_text_new   (SkResource         *resource,
                                    GStringChunk       *chunk);
void          sk_record_text_free  (SkRecordText       *self);
guint         sk_record_text_weigh (const SkRecordText *self,
                                    const SkTextTerm   *term,
                                    gboolean            strict,
                                    const SkTextTotals *totals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkRecordText, sk_record_text_free)

G_END_DECLS
