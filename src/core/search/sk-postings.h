/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-index-file.h"
#include "sk-text-worth.h"

G_BEGIN_DECLS

/* What a word is in a record, in four bits: the best field that it stands in, and how much of
 * it. Greater is better, 0 is not there at all, and 1 there as a tail only. */
#define SK_CODE_BITS 4
#define SK_CODE_MASK 15
#define SK_CODE_TAIL 1

/* The records of all words, word by word, each with its code: a number each, the steps from
 * one record to the next and the codes together. */
typedef struct
{
  guint32 n_records;
  guint32 n_words;
  const guint64 *starts;
  const guint32 *frequencies;
  const guint8 *bytes;
  gsize size;
} SkPostings;

void    sk_postings_init   (SkPostings        *self,
                            SkIndexFile       *file);
void    sk_postings_gather (const SkPostings  *self,
                            guint32            word,
                            guint8            *codes);
void    sk_postings_add    (const SkPostings  *self,
                            guint32            word,
                            guint64           *bits);

guint8 *sk_codes_new       (guint              n_records);
void    sk_codes_to_planes (const guint8      *codes,
                            guint              n_records,
                            guint64           *planes);

static inline guint
sk_code_new (guint field,
             guint level)
{
  return (field + 1) << 2 | level;
}

G_END_DECLS
