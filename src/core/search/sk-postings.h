/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-text-column.h"

G_BEGIN_DECLS

/* The fields, the one that is worth most first. */
typedef enum
{
  SK_POSTINGS_TITLE,
  SK_POSTINGS_KEYWORDS,
  SK_POSTINGS_DESCRIPTION,
} SkPostingsField;

#define SK_POSTINGS_N_FIELDS (SK_POSTINGS_DESCRIPTION + 1)

/* The records of all words, word by word: of each those that have it in the title, then those
 * that have it in the keywords at best, then in the description. Immutable. */
typedef struct _SkPostings SkPostings;

SkPostings *sk_postings_new           (SkTextColumn    *column,
                                       guint            n_records);
void        sk_postings_free          (SkPostings      *self);
guint       sk_postings_get_n_records (SkPostings      *self);
SkLexicon  *sk_postings_get_lexicon   (SkPostings      *self);
gsize       sk_postings_count         (SkPostings      *self,
                                       guint32          first,
                                       guint32          end);
void        sk_postings_gather        (SkPostings      *self,
                                       guint32          first,
                                       guint32          end,
                                       SkPostingsField  field,
                                       guint64         *bits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkPostings, sk_postings_free)

G_END_DECLS
