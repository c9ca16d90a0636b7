/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "sk-digest.h"
#include "sk-index-draft.h"
#include "sk-title-order.h"
#include "sk-value-list.h"
#include "sk-word-list.h"

G_BEGIN_DECLS

/* What is kept in memory of a record, until it has its number. */
typedef struct
{
  gint64 newness;
  const char *id;
  guint64 offset;             /* of its digest in the spool */
  guint32 length;
} SkDraftRecord;

struct _SkIndexDraft
{
  SkIndex *before;
  guint32 *before_words;      /* of each of its words, the number here plus one */
  guint32 *before_values;     /* of each of its values, by place, likewise */

  SkVocabularies *vocabularies;
  SkTitleKeys *title_keys;
  SkWordList *words;
  SkValueList *values;
  guint64 totals[SK_INDEX_N_FIELDS];

  FILE *spool;                /* digests */
  guint64 spool_size;
  int code;                   /* errno of a failure to write there, 0 for none */

  GStringChunk *ids;
  GHashTable *known;          /* set of the ids */
  GArray *records;            /* SkDraftRecord */

  /* Of the record that is being added. */
  GByteArray *digest;
  GArray *record_values;      /* guint32 */
  GArray *record_tokens;      /* guint32 */
};

gboolean sk_index_draft_write_fd (SkIndexDraft  *self,
                                  int            fd,
                                  const guint8  *key,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
