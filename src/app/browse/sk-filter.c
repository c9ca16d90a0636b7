/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-filter.h"

static SkFilter *
sk_filter_new (SkFilterKind  kind,
               SkFacet       facet,
               const char   *value)
{
  SkFilter *self = g_new0 (SkFilter, 1);

  self->kind = kind;
  self->facet = facet;
  self->value = g_strdup (value);
  return self;
}

/**
 * sk_filter_copy:
 *
 * Returns: (transfer full): another of the same
 */
SkFilter *
sk_filter_copy (const SkFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sk_filter_new (self->kind, self->facet, self->value);
}

/**
 * sk_filter_free:
 *
 * Frees a filter.
 */
void
sk_filter_free (SkFilter *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->value, g_free);
  g_free (self);
}

/**
 * sk_filter_list:
 * @query: a question
 *
 * Returns: (transfer full) (element-type SkFilter): all that narrows the catalogue in it, in the
 *   order in which it is shown
 */
GPtrArray *
sk_filter_list (SkQuery *query)
{
  GPtrArray *filters;

  g_return_val_if_fail (SK_IS_QUERY (query), NULL);

  filters = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_filter_free);
  if (sk_query_get_among_name (query) != NULL)
    g_ptr_array_add (filters, sk_filter_new (SK_FILTER_AMONG, 0, sk_query_get_among_name (query)));

  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      const char * const *values = sk_query_get_values (query, (SkFacet) i);

      for (guint j = 0; values[j] != NULL; j++)
        g_ptr_array_add (filters, sk_filter_new (SK_FILTER_VALUE, (SkFacet) i, values[j]));
    }

  if (sk_query_get_lacking (query) != NULL)
    g_ptr_array_add (filters, sk_filter_new (SK_FILTER_LACKING, 0, sk_query_get_lacking (query)));

  return filters;
}

/**
 * sk_filter_is_like:
 * @other: another filter
 *
 * Returns: whether a tool that has either will do, as for two values of one facet
 */
gboolean
sk_filter_is_like (const SkFilter *self,
                   const SkFilter *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->kind == other->kind && self->facet == other->facet;
}

/**
 * sk_filter_leave:
 * @self: one of the filters of @query
 * @query: a question
 *
 * Returns: (transfer full): the same question without the filter
 */
SkQuery *
sk_filter_leave (const SkFilter *self,
                 SkQuery        *query)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (SK_IS_QUERY (query), NULL);

  switch (self->kind)
    {
    case SK_FILTER_AMONG:
      return sk_query_with_among (query, NULL, NULL);
    case SK_FILTER_LACKING:
      return sk_query_with_lacking (query, NULL);
    case SK_FILTER_VALUE:
    default:
      return sk_query_without_value (query, self->facet, self->value);
    }
}

/**
 * sk_filter_leave_like:
 * @self: one of the filters of @query
 * @query: a question
 *
 * Returns: (transfer full): the same question without the filter, and without those like it
 */
SkQuery *
sk_filter_leave_like (const SkFilter *self,
                      SkQuery        *query)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind == SK_FILTER_VALUE ? sk_query_without_facet (query, self->facet)
                                       : sk_filter_leave (self, query);
}
