/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-digest.h"
#include "sk-lexicon.h"
#include "sk-postings.h"
#include "sk-ranges.h"
#include "sk-tails.h"

G_BEGIN_DECLS

/* All that an index file has of texts. */
typedef struct
{
  SkLexicon lexicon;
  SkPostings postings;
  SkRanges prefixes;
  SkTails tails;
  SkRanges tail_sets;

  const SkIndexCounts *counts;
  gsize n_set_words;
  const guint32 *word_places; /* of each word as digests number it */
  const guint64 *digest_starts;
  const guint8 *digests;
  gsize n_digest_bytes;
} SkTextIndex;

void     sk_text_index_init        (SkTextIndex        *self,
                                    SkIndexFile        *file);
gboolean sk_text_index_read_digest (const SkTextIndex  *self,
                                    guint32             record,
                                    SkDigest           *digest);

G_END_DECLS
