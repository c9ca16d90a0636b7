/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-tables.h"

#include "sk-bits.h"
#include "sk-text-match.h"

typedef struct
{
  const SkTables *tables;
  gsize n_words;
  SkTextMatch text;           /* all records, where the query has no words */
  SkFacetChoice choices[SK_N_FACETS];
  guint64 *wanted[SK_N_FACETS]; /* what has a chosen value; NULL where none is chosen */
} Question;

static void
question_match_text (Question     *self,
                     SkQuery      *query,
                     GCancellable *cancellable)
{
  SkPostings *postings = self->tables->postings;
  g_autoptr (GArray) ranges = NULL;
  gboolean by_score;

  ranges = sk_lexicon_look_up (sk_postings_get_lexicon (postings), sk_query_get_text (query));
  by_score = ranges->len > 0 && sk_query_get_order (query) == SK_ORDER_DEFAULT;

  sk_text_match_init (&self->text, postings, self->tables->prefixes, ranges, by_score, cancellable);
}

static void
question_init (Question       *self,
               const SkTables *tables,
               SkQuery        *query,
               GCancellable   *cancellable)
{
  self->tables = tables;
  self->n_words = sk_bits_n_words (tables->n_records);
  question_match_text (self, query, cancellable);

  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      sk_facet_choice_init (&self->choices[i], tables->columns[i],
                            sk_query_get_values (query, (SkFacet) i));
      self->wanted[i] = sk_facet_sets_join (tables->sets[i], &self->choices[i]);
    }
}

static void
question_clear (Question *self)
{
  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      sk_facet_choice_clear (&self->choices[i]);
      g_clear_pointer (&self->wanted[i], g_free);
    }

  sk_text_match_clear (&self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

/* What matches the text and all facets but one. */
static guint64 *
match_others (Question *self,
              guint     left_out)
{
  guint64 *bits = g_memdup2 (self->text.bits, self->n_words * sizeof (guint64));

  for (guint i = 0; i < SK_N_FACETS; i++)
    if (i != left_out && self->wanted[i] != NULL)
      sk_bits_and (bits, self->wanted[i], self->n_words);

  return bits;
}

/* A facet's own choice does not narrow its own counts. */
static void
count_facet (Question      *self,
             guint          facet,
             const guint64 *matches,
             guint          n_matches)
{
  SkFacetSets *sets = self->tables->sets[facet];
  g_autofree guint64 *others = NULL;

  if (self->wanted[facet] == NULL)
    {
      sk_facet_sets_count (sets, &self->choices[facet], matches, n_matches);
      return;
    }

  others = match_others (self, facet);
  sk_facet_sets_count (sets, &self->choices[facet], others, sk_bits_count (others, self->n_words));
}

static const guint32 *
find_order (const SkTables *tables,
            SkOrder         order)
{
  switch (order)
    {
    case SK_ORDER_SHORTEST:
      return tables->by_minutes;
    case SK_ORDER_TITLE:
      return tables->by_title;
    case SK_ORDER_DEFAULT:
    case SK_ORDER_NEWEST:
    default:
      return NULL;
    }
}

/**
 * sk_tables_search:
 * @query: what is asked
 * @cancellable: (nullable): looked at now and then
 * @facets: (out caller-allocates) (transfer full) (element-type SkFacetCount): the values of
 *   each facet with their counts; unset when cancelled
 *
 * Returns: (transfer full) (nullable): the records that match, in their order; %NULL when
 *   cancelled. The tables must outlive them
 */
SkHits *
sk_tables_search (const SkTables *self,
                  SkQuery        *query,
                  GCancellable   *cancellable,
                  GArray         *facets[SK_N_FACETS])
{
  g_auto (Question) question = {0};
  g_autofree guint64 *matches = NULL;
  guint n_matches;

  question_init (&question, self, query, cancellable);
  matches = match_others (&question, SK_N_FACETS);
  n_matches = sk_bits_count (matches, question.n_words);

  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;

      count_facet (&question, i, matches, n_matches);
    }

  for (guint i = 0; i < SK_N_FACETS; i++)
    facets[i] = sk_facet_choice_finish (&question.choices[i]);

  return sk_hits_new (self->n_records, g_steal_pointer (&matches),
                      g_steal_pointer (&question.text.scores),
                      find_order (self, sk_query_get_order (query)));
}
