/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-vocabularies.h"
#include "search/sk-span.h"
#include "sql.h"

G_BEGIN_DECLS

/* A value of a facet. Its place among all values is what the peers call it by. */
typedef struct
{
  SkFacet facet;
  char *value;
  SkSpan span;                /* where the facet measures */
} CorpusValue;

/* A feed as the peers get it: its records numbered from 1 in the default order, their words
 * folded as Sidekick folds them, so that no two take another thing for a word. A database with
 *
 *   record  number, id, name (as it is written), title, keywords, description (folded words),
 *           the spans of age and length: age_low, age_high, length_low, length_high
 *   listed  number, place: the values of the facets that name
 */
typedef struct
{
  sqlite3 *database;
  SkVocabularies *vocabularies;
  GArray *values;             /* CorpusValue */
  GHashTable *places;         /* facet and value → place among them */
  guint32 n_records;
} Corpus;

void    corpus_make        (const char *feed_path,
                            const char *path);
Corpus *corpus_open        (const char *path);
void    corpus_free        (Corpus     *self);
guint   corpus_find_value  (Corpus     *self,
                            SkFacet     facet,
                            const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Corpus, corpus_free)

G_END_DECLS
