/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "question.h"

#include "search/sk-text-fold.h"

static void
fill_facet (QuestionFacet *self,
            Corpus        *corpus,
            SkQuery       *query,
            SkFacet        facet)
{
  const char * const *values = sk_query_get_values (query, facet);

  self->chosen = sk_query_has_values (query, facet);
  self->places = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->spans = g_array_new (FALSE, FALSE, sizeof (SkSpan));

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      guint32 place = corpus_find_value (corpus, facet, values[i]);

      if (place < corpus->values->len)
        g_array_append_val (self->places, place);

      if (sk_facet_measures (facet))
        {
          SkSpan span = sk_span_of_value (facet, values[i]);

          g_array_append_val (self->spans, span);
        }
    }
}

/**
 * question_new:
 * @query: a strict query without quotation marks that does not end in a space
 *
 * Returns: (transfer full): the query as the peers take it
 */
Question *
question_new (Corpus  *corpus,
              SkQuery *query)
{
  Question *self = g_new0 (Question, 1);
  g_autofree char *folded = sk_text_fold_words (sk_query_get_text (query));

  self->words = g_strsplit (folded, " ", -1);
  self->n_words = g_strv_length (self->words);

  for (guint i = 0; i < SK_N_FACETS; i++)
    fill_facet (&self->facets[i], corpus, query, (SkFacet) i);

  return self;
}

void
question_free (Question *self)
{
  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      g_array_unref (self->facets[i].places);
      g_array_unref (self->facets[i].spans);
    }

  g_strfreev (self->words);
  g_free (self);
}
