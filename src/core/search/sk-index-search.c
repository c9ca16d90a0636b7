/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-index-private.h"

#include "sk-bits.h"
#include "sk-results-private.h"
#include "sk-text-match.h"

typedef struct
{
  SkIndex *index;
  gsize n_words;
  SkTextMatch text;           /* all records that are asked, where the query has no words */
  SkFacetChoice choices[SK_N_FACETS];
  guint64 *wanted[SK_N_FACETS]; /* what has a chosen value; NULL where none is chosen */
} Question;

static void
question_init (Question     *self,
               SkIndex      *index,
               SkQuery      *query,
               GCancellable *cancellable)
{
  SkTextQuestion text = {sk_query_get_text (query), sk_query_get_strict (query),
                         sk_query_get_order (query) == SK_ORDER_DEFAULT};

  self->index = index;
  self->n_words = index->sets.n_set_words;
  sk_text_match_init (&self->text, &index->text, &text, cancellable);
  sk_index_narrow (index, query, self->text.bits);

  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      sk_facet_choice_init (&self->choices[i], index->values[i],
                            sk_query_get_values (query, (SkFacet) i));
      self->wanted[i] = sk_facet_sets_join (&index->sets, &self->choices[i]);
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

/* A facet's own choice does not narrow its own counts; those without one are counted all at
 * once. */
static gboolean
count_facets (Question      *self,
              const guint64 *matches,
              GCancellable  *cancellable)
{
  gboolean free[SK_N_FACETS];

  for (guint i = 0; i < SK_N_FACETS; i++)
    free[i] = self->wanted[i] == NULL;

  sk_facet_sets_count (&self->index->sets, self->choices, free, matches,
                       sk_bits_count (matches, self->n_words));

  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      gboolean one[SK_N_FACETS] = {FALSE};
      g_autofree guint64 *others = NULL;

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (free[i])
        continue;

      one[i] = TRUE;
      others = match_others (self, i);
      sk_facet_sets_count (&self->index->sets, self->choices, one, others,
                           sk_bits_count (others, self->n_words));
    }

  return !g_cancellable_is_cancelled (cancellable);
}

static const guint32 *
find_order (SkIndex *index,
            SkOrder  order)
{
  switch (order)
    {
    case SK_ORDER_SHORTEST:
      return index->by_minutes;
    case SK_ORDER_TITLE:
      return index->by_title;
    case SK_ORDER_DEFAULT:
    case SK_ORDER_NEWEST:
    default:
      return NULL;
    }
}

/**
 * sk_index_search:
 * @query: what is asked
 * @cancellable: (nullable): looked at now and then; cancelled, the answer is %NULL
 *
 * Answers all of a query at once: which records match, in which order, and how many have
 * each value of each facet. It works on the calling thread; any number of threads may ask
 * the same index.
 *
 * Only the records that the query is asked among count ([method@Query.with_among]), and of them
 * those that do without what it wants lacking ([method@Query.with_lacking]).
 *
 * All terms of the text (see [func@text_query_parse]) must be in a record; a text without a
 * letter or digit asks for nothing. Words are compared as [func@text_fold_words] leaves them.
 * A term scores by the best of the record's words that it is, or begins: by the field that it
 * stands in, title over keywords and publisher over description; in a field, one that is the
 * same to its end over one that just begins so; then by how much of the field it is
 * ([func@text_level]). Of several terms those count more that few records have
 * ([func@text_shift]). A single word is found as the tail of a longer one too, and is worth
 * least there; where it is nowhere, it is taken for a word that is one slip away
 * ([method@Results.get_repaired]). Neither is done where the query is strict. The default
 * order is by the sum of what the terms score, the best first, then by number; without text it
 * is by number.
 *
 * [enum@Order] newest is by number, shortest by the minutes stated, unstated last, title as
 * [method@TitleKeys.make] says; ties are by number.
 *
 * Returns: (transfer full) (nullable): the answer, %NULL when cancelled
 */
SkResults *
sk_index_search (SkIndex      *self,
                 SkQuery      *query,
                 GCancellable *cancellable)
{
  g_auto (Question) question = {0};
  g_autofree guint64 *matches = NULL;
  GArray *facets[SK_N_FACETS];
  SkHits *hits;

  g_return_val_if_fail (SK_IS_INDEX (self), NULL);
  g_return_val_if_fail (SK_IS_QUERY (query), NULL);

  question_init (&question, self, query, cancellable);
  matches = match_others (&question, SK_N_FACETS);
  if (!count_facets (&question, matches, cancellable))
    return NULL;

  for (guint i = 0; i < SK_N_FACETS; i++)
    facets[i] = sk_facet_choice_finish (&question.choices[i]);

  hits = sk_hits_new (self->sets.n_records, g_steal_pointer (&matches),
                      g_steal_pointer (&question.text.scores),
                      find_order (self, sk_query_get_order (query)));
  return sk_results_new (G_OBJECT (self), query, hits, g_steal_pointer (&question.text.repaired),
                         facets);
}
