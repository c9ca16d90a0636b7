/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-filter-words.h"

#include <glib/gi18n.h>

#include "sk-words.h"

/**
 * sk_filter_words:
 * @search: what lists the value
 * @facet: a facet
 * @value: one of its values
 *
 * Returns: (transfer full): what a filter is called where its facet is not named beside it
 */
char *
sk_filter_words (SkSearch   *search,
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

/**
 * sk_filter_words_list:
 * @search: what has the filters
 * @facet: a facet
 *
 * Returns: (transfer full): what all the filters of a facet are called, with commas between; ""
 *   where there are none
 */
char *
sk_filter_words_list (SkSearch *search,
                      SkFacet   facet)
{
  const char * const *values = sk_query_get_values (sk_search_get_query (search), facet);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; values[i] != NULL; i++)
    g_strv_builder_take (builder, sk_filter_words (search, facet, values[i]));

  words = g_strv_builder_end (builder);
  return g_strjoinv (", ", words);
}
