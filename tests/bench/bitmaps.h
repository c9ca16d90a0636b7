/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "answer.h"
#include "question.h"

G_BEGIN_DECLS

/* What one adds to a search engine for the counts of facets: of each value the records that
 * have it, as a bit each or as a list, whichever is shorter. A mapped file. */
typedef struct _Bitmaps Bitmaps;

void     bitmaps_make    (Corpus         *corpus,
                          const char     *path);
Bitmaps *bitmaps_open    (const char     *path,
                          Corpus         *corpus);
void     bitmaps_free    (Bitmaps        *self);
gsize    bitmaps_n_words (Bitmaps        *self);
void     bitmaps_fill    (Bitmaps        *self,
                          guint64        *bits);
void     bitmaps_answer  (Bitmaps        *self,
                          const Question *question,
                          guint64        *bits,
                          Answer         *answer);

G_END_DECLS
