/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query-log.h"

/* Of a hundred queries: clicks on filters alone, and what is typed; the rest is both. */
#define PERCENT_FILTERS 40
#define PERCENT_TYPING 40

#define MOST_FILTERS 3

typedef struct
{
  SkIndex *index;
  SkResults *everything;
  GRand *rand;
  char *text;                 /* what is being typed */
  gsize n_typed;              /* and as far as it is, in bytes */
} Author;

static void
author_clear (Author *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_object (&self->everything);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Author, author_clear)

static guint
draw_below (Author *self,
            guint   n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

/* One or two words of the title of some record, so that common words are typed most. */
static char *
draw_words (Author *self)
{
  g_autoptr (SkResource) resource = NULL;
  g_auto (GStrv) words = NULL;
  guint n_words;
  guint first;

  resource =
    sk_index_dup_resource (self->index, draw_below (self, sk_index_get_size (self->index)));
  words = g_strsplit (sk_resource_pick_name (resource, NULL, NULL), " ", -1);
  n_words = g_strv_length (words);
  first = draw_below (self, n_words);

  return first + 1 < n_words && draw_below (self, 2) == 0
           ? g_strconcat (words[first], " ", words[first + 1], NULL)
           : g_strdup (words[first]);
}

/* A letter more; once all are typed, the next words. */
static SkQuery *
type_on (Author  *self,
         SkQuery *query)
{
  g_autofree char *typed = NULL;

  if (self->text == NULL || self->text[self->n_typed] == '\0')
    {
      g_free (self->text);
      self->text = draw_words (self);
      self->n_typed = 0;
    }

  self->n_typed = (gsize) (g_utf8_next_char (self->text + self->n_typed) - self->text);
  typed = g_strndup (self->text, self->n_typed);
  return sk_query_with_text (query, typed);
}

/* One of the values that the panel offers, or a range of ages that it does not. */
static SkQuery *
choose_value (Author  *self,
              SkQuery *query)
{
  SkFacet facet = (SkFacet) draw_below (self, SK_N_FACETS);
  guint n_values;
  const SkFacetCount *values = sk_results_get_facet (self->everything, facet, &n_values);
  guint min = 3 + draw_below (self, 14);
  g_autofree char *ages = NULL;

  if (facet != SK_FACET_AGE || draw_below (self, 2) == 0)
    return sk_query_with_value (query, facet, values[draw_below (self, n_values)].value);

  ages = g_strdup_printf ("%u-%u", min, min + draw_below (self, 5));
  return sk_query_with_value (query, facet, ages);
}

static SkQuery *
make_query (Author *self,
            guint   nth)
{
  SkQuery *query = sk_query_new ();
  gboolean types = nth % 100 >= PERCENT_FILTERS;
  gboolean filters = !types || nth % 100 >= PERCENT_FILTERS + PERCENT_TYPING;

  for (guint i = filters ? 1 + draw_below (self, MOST_FILTERS) : 0; i > 0; i--)
    {
      g_autoptr (SkQuery) before = query;

      query = choose_value (self, before);
    }

  if (types)
    {
      g_autoptr (SkQuery) before = query;

      query = type_on (self, before);
    }

  return query;
}

/**
 * query_log_new:
 * @index: what is asked
 * @seed: the same one asks the same
 *
 * Makes up what people ask: filters alone (40 of 100), words that grow by a letter each time
 * (40), and both (20).
 *
 * Returns: (transfer full) (element-type SkQuery): the queries, in their order
 */
GPtrArray *
query_log_new (SkIndex *index,
               guint32  seed,
               guint    n_queries)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SkQuery) all = sk_query_new ();
  g_auto (Author) author = {.index = index};

  author.rand = g_rand_new_with_seed (seed);
  author.everything = sk_index_search (index, all, NULL);

  for (guint i = 0; i < n_queries; i++)
    g_ptr_array_add (queries, make_query (&author, i));

  return queries;
}
