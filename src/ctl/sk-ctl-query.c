/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ctl-query.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-ctl-concept.h"
#include "sk-ctl-print.h"

static const char * const order_names[] = {"best", "newest", "shortest", "title", NULL};

/**
 * sk_ctl_filters_clear:
 *
 * Frees what the options left.
 */
void
sk_ctl_filters_clear (SkCtlFilters *filters)
{
  for (guint i = 0; i < SK_N_FACETS; i++)
    g_clear_pointer (&filters->values[i], g_strfreev);

  g_clear_pointer (&filters->without, g_free);
  g_clear_pointer (&filters->collection, g_free);
  g_clear_pointer (&filters->order, g_free);
  g_clear_pointer (&filters->words, g_strfreev);
}

static void
set_bad_value (GError     **error,
               const char  *message,
               const char  *value)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "“%s”: %s", value, message);
}

static char *
resolve_ages (const char  *value,
              GError     **error)
{
  SkAgeRange ages;

  if (strcmp (value, SK_FACET_NONE) == 0)
    return g_strdup (value);

  if (!sk_age_range_parse (value, &ages))
    {
      set_bad_value (error, _("--age takes years: 8-10, 9-, -6, 12, or none"), value);
      return NULL;
    }

  return g_strdup_printf ("%u-%u", ages.min, ages.max);
}

static char *
resolve_minutes (const char  *value,
                 GError     **error)
{
  guint64 minutes;

  if (strcmp (value, SK_FACET_NONE) == 0 || strcmp (value, SK_LENGTH_LONGER) == 0)
    return g_strdup (value);

  if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT32, &minutes, NULL))
    {
      set_bad_value (error, _("--max-minutes takes a number of minutes, longer, or none"), value);
      return NULL;
    }

  return g_strdup_printf ("%" G_GUINT64_FORMAT, minutes);
}

static char *
resolve_free (const char  *value,
              GError     **error)
{
  const char * const values[] = {SK_FREE_YES, SK_FREE_NO, SK_FACET_NONE, NULL};

  if (g_strv_contains (values, value))
    return g_strdup (value);

  set_bad_value (error, _("--free takes true, false, or none"), value);
  return NULL;
}

static char *
resolve_language (const char  *value,
                  GError     **error)
{
  gsize length = strcspn (value, "-_");

  if (length == 0)
    {
      set_bad_value (error, _("--language takes a language such as nl, or none"), value);
      return NULL;
    }

  return g_ascii_strdown (value, (gssize) length);
}

/* As it is written in the catalogue, whatever the case it was typed in. */
static char *
resolve_publisher (const char *value,
                   SkResults  *all)
{
  guint n_values;
  const SkFacetCount *counts = sk_results_get_facet (all, SK_FACET_PUBLISHER, &n_values);
  g_autofree char *folded = g_utf8_casefold (value, -1);
  const char *found = NULL;

  for (guint i = 0; i < n_values; i++)
    {
      g_autofree char *other = g_utf8_casefold (counts[i].value, -1);

      if (strcmp (counts[i].value, value) == 0)
        return g_strdup (value);
      if (found == NULL && strcmp (other, folded) == 0)
        found = counts[i].value;
    }

  return g_strdup (found != NULL ? found : value);
}

static char *
resolve_value (SkCtl       *ctl,
               SkResults   *all,
               SkFacet      facet,
               const char  *value,
               GError     **error)
{
  SkVocabularies *vocabularies = sk_catalogue_get_vocabularies (ctl->catalogue);

  switch (facet)
    {
    case SK_FACET_AGE:
      return resolve_ages (value, error);
    case SK_FACET_LENGTH:
      return resolve_minutes (value, error);
    case SK_FACET_LANGUAGE:
      return resolve_language (value, error);
    case SK_FACET_FREE:
      return resolve_free (value, error);
    case SK_FACET_PUBLISHER:
      return resolve_publisher (value, all);
    case SK_FACET_LICENCE:
      return g_strdup (value);
    case SK_FACET_THEME:
    case SK_FACET_FORMAT:
    case SK_FACET_AUDIENCE:
    case SK_FACET_SETTING:
    default:
      return sk_ctl_concept_resolve (sk_vocabularies_get (vocabularies, facet), all, facet, value,
                                     error);
    }
}

static gboolean
add_values (SkCtl      *ctl,
            SkQuery   **query,
            SkResults  *all,
            SkFacet     facet,
            GStrv       values,
            GError    **error)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *typed = sk_ctl_to_utf8 (values[i]);
      g_autofree char *value = resolve_value (ctl, all, facet, typed, error);
      g_autoptr (SkQuery) before = NULL;

      if (value == NULL)
        return FALSE;

      before = g_steal_pointer (query);
      *query = sk_query_with_value (before, facet, value);
    }

  return TRUE;
}

static gboolean
add_without (SkQuery    **query,
             const char  *need,
             GError     **error)
{
  g_autoptr (SkQuery) before = NULL;

  if (need == NULL)
    return TRUE;

  if (!g_strv_contains (sk_needs, need))
    {
      set_bad_value (error,
                     _("--without takes internet, screen, sound, printer, devices, or tables"),
                     need);
      return FALSE;
    }

  before = g_steal_pointer (query);
  *query = sk_query_with_lacking (before, need);
  return TRUE;
}

static void
set_no_collection (SkCtl       *ctl,
                   const char  *id,
                   GError     **error)
{
  GPtrArray *collections = sk_catalogue_get_collections (ctl->catalogue);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < collections->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            sk_collection_get_id (g_ptr_array_index (collections, i)));

  if (collections->len == 0)
    set_bad_value (error, _("no source has lists of tools"), id);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("there is no list “%s”, but these: %s"), id, list->str);
}

static gboolean
add_collection (SkCtl       *ctl,
                SkQuery    **query,
                const char  *id,
                GError     **error)
{
  g_autofree char *typed = id != NULL ? sk_ctl_to_utf8 (id) : NULL;
  g_autoptr (SkQuery) before = NULL;
  SkCollection *collection;

  if (id == NULL)
    return TRUE;

  collection = sk_catalogue_find_collection (ctl->catalogue, typed);
  if (collection == NULL)
    {
      set_no_collection (ctl, typed, error);
      return FALSE;
    }

  before = g_steal_pointer (query);
  *query = sk_query_with_among (before,
                                sk_collection_pick_name (collection, g_get_language_names (), NULL),
                                sk_collection_get_members (collection));
  return TRUE;
}

static gboolean
add_order (SkQuery    **query,
           const char  *order,
           GError     **error)
{
  for (guint i = 0; order != NULL && order_names[i] != NULL; i++)
    if (strcmp (order_names[i], order) == 0)
      {
        g_autoptr (SkQuery) before = g_steal_pointer (query);

        *query = sk_query_with_order (before, (SkOrder) i);
        return TRUE;
      }

  if (order != NULL)
    set_bad_value (error, _("--order takes best, newest, shortest, or title"), order);

  return order == NULL;
}

static void
add_words (SkQuery **query,
           GStrv     words)
{
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;
  g_autoptr (SkQuery) before = NULL;

  if (words == NULL)
    return;

  joined = g_strjoinv (" ", words);
  text = sk_ctl_to_utf8 (joined);
  before = g_steal_pointer (query);
  *query = sk_query_with_text (before, text);
}

/**
 * sk_ctl_query_new:
 * @ctl: with its catalogue open
 * @filters: what was typed
 *
 * Turns the filters of the command line into a query.
 *
 * Returns: (transfer full) (nullable): the query, %NULL with an error that says what an
 *   option takes
 */
SkQuery *
sk_ctl_query_new (SkCtl               *ctl,
                  const SkCtlFilters  *filters,
                  GError             **error)
{
  g_autoptr (SkQuery) query = sk_query_new ();
  g_autoptr (SkResults) all = NULL;

  all = sk_index_search (sk_catalogue_get_index (ctl->catalogue), query, NULL);

  for (guint i = 0; i < SK_N_FACETS; i++)
    if (!add_values (ctl, &query, all, (SkFacet) i, filters->values[i], error))
      return NULL;

  if (!add_without (&query, filters->without, error) ||
      !add_collection (ctl, &query, filters->collection, error) ||
      !add_order (&query, filters->order, error))
    return NULL;

  add_words (&query, filters->words);
  return g_steal_pointer (&query);
}
