/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-filter-words.h"

#include <glib/gi18n.h>

#include "sk-words.h"

static char *
describe_value (SkSearch   *search,
                SkFacet     facet,
                const char *value)
{
  g_autofree char *heading = NULL;

  if (!g_str_equal (value, SK_FACET_NONE))
    return sk_words_value (facet, value, sk_search_find_concept (search, facet, value));

  heading = sk_words_facet (facet);
  /* TRANSLATORS: a filter: “Age: not stated” */
  return g_strdup_printf (_("%s: not stated"), heading);
}

static char *
describe_lacking (const char *need)
{
  g_autofree char *name = NULL;

  if (g_str_equal (need, "screen"))
    return g_strdup (_("No screen needed"));

  name = sk_words_need (need);
  /* TRANSLATORS: a filter, what tools must do without: “Not needed: A printer” */
  return g_strdup_printf (_("Not needed: %s"), name);
}

/**
 * sk_filter_words:
 * @search: what lists the value
 * @filter: a filter
 *
 * Returns: (transfer full): what a filter is called where its facet is not named beside it
 */
char *
sk_filter_words (SkSearch       *search,
                 const SkFilter *filter)
{
  switch (filter->kind)
    {
    case SK_FILTER_AMONG:
      return g_strdup (filter->value);
    case SK_FILTER_LACKING:
      return describe_lacking (filter->value);
    case SK_FILTER_VALUE:
    default:
      return describe_value (search, filter->facet, filter->value);
    }
}

/**
 * sk_filter_words_like:
 * @search: what has the filters
 * @filter: a filter
 *
 * Returns: (transfer full): what all the filters are called that are like it, as the values of a
 *   facet are, with commas between
 */
char *
sk_filter_words_like (SkSearch       *search,
                      const SkFilter *filter)
{
  g_autoptr (GPtrArray) filters = sk_filter_list (sk_search_get_query (search));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < filters->len; i++)
    if (sk_filter_is_like (g_ptr_array_index (filters, i), filter))
      g_strv_builder_take (builder, sk_filter_words (search, g_ptr_array_index (filters, i)));

  words = g_strv_builder_end (builder);
  return g_strjoinv (", ", words);
}
