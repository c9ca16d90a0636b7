/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus.h"
#include "model/sk-query.h"

G_BEGIN_DECLS

/* What a query wants of one facet, any of it. Nothing: all records do. */
typedef struct
{
  gboolean chosen;
  GArray *places;             /* guint32: those of its values that are listed */
  GArray *spans;              /* SkSpan: of all of its values, where the facet measures */
} QuestionFacet;

/* A query in the terms of a corpus, which every peer then puts in its own. */
typedef struct
{
  GStrv words;                /* folded; all are meant, the last one as a beginning */
  guint n_words;
  QuestionFacet facets[SK_N_FACETS];
} Question;

Question *question_new  (Corpus   *corpus,
                         SkQuery  *query);
void      question_free (Question *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

G_END_DECLS
