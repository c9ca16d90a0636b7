/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-results-private.h"

#include <string.h>

struct _SkResults
{
  GObject parent_instance;

  /* Both own the values that the facets name. */
  GObject *index;
  SkQuery *query;

  SkHits *hits;
  char *repaired;             /* NULL where the query's own text was searched for */
  GArray *facets[SK_N_FACETS];
};

G_DEFINE_FINAL_TYPE (SkResults, sk_results, G_TYPE_OBJECT)

static void
sk_results_finalize (GObject *object)
{
  SkResults *self = SK_RESULTS (object);

  for (guint i = 0; i < SK_N_FACETS; i++)
    g_clear_pointer (&self->facets[i], g_array_unref);

  g_clear_pointer (&self->repaired, g_free);
  g_clear_pointer (&self->hits, sk_hits_free);
  g_clear_object (&self->query);
  g_clear_object (&self->index);

  G_OBJECT_CLASS (sk_results_parent_class)->finalize (object);
}

static void
sk_results_class_init (SkResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_results_finalize;
}

static void
sk_results_init (SkResults *self)
{
}

/*
 * sk_results_new:
 * @index: what was searched; kept, since it owns the values
 * @query: what was asked; kept for the same reason
 * @hits: (transfer full): the records that match, in their order
 * @repaired: (transfer full) (nullable): the text that they match instead of the query's
 * @facets: (transfer full) (element-type SkFacetCount): each facet's values
 *
 * Returns: (transfer full): the answer
 */
SkResults *
sk_results_new (GObject *index,
                SkQuery *query,
                SkHits  *hits,
                char    *repaired,
                GArray  *facets[SK_N_FACETS])
{
  SkResults *self = g_object_new (SK_TYPE_RESULTS, NULL);

  self->index = g_object_ref (index);
  self->query = g_object_ref (query);
  self->hits = hits;
  self->repaired = repaired;
  memcpy (self->facets, facets, sizeof self->facets);

  return self;
}

/**
 * sk_results_get_count:
 *
 * Returns: how many records match
 */
guint
sk_results_get_count (SkResults *self)
{
  g_return_val_if_fail (SK_IS_RESULTS (self), 0);

  return sk_hits_get_count (self->hits);
}

/**
 * sk_results_get_n_ordered:
 *
 * Returns: how many of the first records are in order already, and so cost nothing to look at
 */
guint
sk_results_get_n_ordered (SkResults *self)
{
  g_return_val_if_fail (SK_IS_RESULTS (self), 0);

  return sk_hits_get_n_ordered (self->hits);
}

/**
 * sk_results_get_record:
 * @nth: a place in the order that the query asked for, less than the count
 *
 * Looks at one of the records. Beyond those that are in order it takes the longer the further
 * it is.
 *
 * Returns: the number of the record there, in the index that gave this answer
 */
guint32
sk_results_get_record (SkResults *self,
                       guint      nth)
{
  g_return_val_if_fail (SK_IS_RESULTS (self), 0);
  g_return_val_if_fail (nth < sk_hits_get_count (self->hits), 0);

  return sk_hits_get_nth (self->hits, nth);
}

/**
 * sk_results_get_repaired:
 *
 * Returns: (transfer none) (nullable): the text that was searched for instead of the query's,
 *   which has words that no record has; %NULL where it was the query's own
 */
const char *
sk_results_get_repaired (SkResults *self)
{
  g_return_val_if_fail (SK_IS_RESULTS (self), NULL);

  return self->repaired;
}

/**
 * sk_results_find:
 * @record: the number of a record, in the index that gave this answer
 * @nth: (out): its place in the order that the query asked for
 *
 * Finds a record, however far from the first, without putting those before it in order.
 *
 * Returns: whether it matches
 */
gboolean
sk_results_find (SkResults *self,
                 guint32    record,
                 guint     *nth)
{
  g_return_val_if_fail (SK_IS_RESULTS (self), FALSE);
  g_return_val_if_fail (nth != NULL, FALSE);

  return sk_hits_find (self->hits, record, nth);
}

/**
 * sk_results_get_facet:
 * @facet: a facet
 * @n_values: (out): how many values it has, at least one
 *
 * Lists a facet's values with how many records each would show, the choices in this facet
 * left out and those in all others kept. Values that no record has now are there with 0;
 * [const@FACET_NONE] is the last.
 *
 * Returns: (transfer none) (array length=n_values): the values, in display order
 */
const SkFacetCount *
sk_results_get_facet (SkResults *self,
                      SkFacet    facet,
                      guint     *n_values)
{
  g_return_val_if_fail (SK_IS_RESULTS (self), NULL);
  g_return_val_if_fail (facet < SK_N_FACETS, NULL);
  g_return_val_if_fail (n_values != NULL, NULL);

  *n_values = self->facets[facet]->len;
  return (const SkFacetCount *) (void *) self->facets[facet]->data;
}

/**
 * sk_results_get_value_count:
 * @value: a value of the facet, as [class@Query] takes it
 *
 * Returns: how many records the value would show, 0 for a value that is not listed
 */
guint
sk_results_get_value_count (SkResults  *self,
                            SkFacet     facet,
                            const char *value)
{
  guint n_values = 0;
  const SkFacetCount *counts = sk_results_get_facet (self, facet, &n_values);

  g_return_val_if_fail (value != NULL, 0);

  for (guint i = 0; i < n_values; i++)
    if (strcmp (counts[i].value, value) == 0)
      return counts[i].count;

  return 0;
}
