/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "corpus.h"

G_BEGIN_DECLS

#define ANSWER_FIRST 50

/* All that is on screen after a query, and a digest of all records that match. */
typedef struct
{
  guint32 count;
  guint32 n_first;
  guint32 first[ANSWER_FIRST]; /* the numbers of the best, in their order */
  guint64 digest;
  guint32 n_values;
  guint32 *counts;            /* of every value of the corpus */
} Answer;

void     answer_init   (Answer        *self,
                        guint32        n_values);
void     answer_reset  (Answer        *self);
void     answer_clear  (Answer        *self);
void     answer_copy   (Answer        *self,
                        const Answer  *other);
void     answer_digest (Answer        *self,
                        guint32        number);
void     answer_write  (const Answer  *self,
                        FILE          *file);
gboolean answer_read   (Answer        *self,
                        FILE          *file);
char    *answer_differ (const Answer  *self,
                        const Answer  *other,
                        Corpus        *corpus,
                        gboolean       with_first);

G_END_DECLS
