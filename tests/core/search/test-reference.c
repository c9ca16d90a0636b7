/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random queries over random records, each answer compared with one that is worked out
 * here from the records themselves, a value and a record at a time. */

#include "random-records.h"
#include "search-fixture.h"

#include <stdio.h>
#include <string.h>

#define N_RECORDS 250
#define N_QUERIES 400
#define SEED 20260210

static gboolean
has_concept (SkResource *resource,
             SkFacet     facet,
             const char *value)
{
  GPtrArray *concepts = sk_resource_get_concepts (resource, facet);

  if (concepts == NULL || concepts->len == 0)
    return g_str_equal (value, SK_FACET_NONE);

  for (guint i = 0; i < concepts->len; i++)
    if (g_str_equal (sk_concept_get_key (g_ptr_array_index (concepts, i)), value))
      return TRUE;

  return FALSE;
}

static gboolean
has_string (const char * const *strings,
            const char         *value)
{
  if (strings == NULL || strings[0] == NULL)
    return g_str_equal (value, SK_FACET_NONE);

  return g_strv_contains (strings, value);
}

static gboolean
has_language (SkResource *resource,
              const char *value)
{
  const char * const *tags = sk_resource_get_languages (resource);

  if (tags == NULL || tags[0] == NULL)
    return g_str_equal (value, SK_FACET_NONE);

  for (guint i = 0; tags[i] != NULL; i++)
    if (g_ascii_strncasecmp (tags[i], value, 2) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_age (SkResource *resource,
         const char *value)
{
  SkAgeRange stated;
  gboolean has = sk_resource_get_ages (resource, &stated);
  int min = 0;
  int max = 0;

  if (g_str_equal (value, SK_FACET_NONE))
    return !has;

  g_assert_cmpint (sscanf (value, "%d-%d", &min, &max), ==, 2);
  for (int year = min; has && year <= max; year++)
    if (year >= stated.min && year <= stated.max)
      return TRUE;

  return FALSE;
}

static gboolean
has_length (SkResource *resource,
            const char *value)
{
  guint minutes = sk_resource_get_minutes (resource);

  if (g_str_equal (value, SK_FACET_NONE))
    return minutes == 0;
  if (g_str_equal (value, SK_LENGTH_LONGER))
    return minutes > 100;

  return minutes > 0 && minutes <= (guint) atoi (value);
}

static gboolean
has_free (SkResource *resource,
          const char *value)
{
  switch (sk_resource_get_free (resource))
    {
    case SK_STATED_YES:
      return g_str_equal (value, "true");
    case SK_STATED_NO:
      return g_str_equal (value, "false");
    case SK_STATED_NOT:
    default:
      return g_str_equal (value, SK_FACET_NONE);
    }
}

static gboolean
has_value (SkResource *resource,
           SkFacet     facet,
           const char *value)
{
  const char *licence[] = {sk_resource_get_license (resource), NULL};

  switch (facet)
    {
    case SK_FACET_AGE:
      return has_age (resource, value);
    case SK_FACET_LANGUAGE:
      return has_language (resource, value);
    case SK_FACET_LENGTH:
      return has_length (resource, value);
    case SK_FACET_PUBLISHER:
      return has_string (sk_resource_get_publishers (resource), value);
    case SK_FACET_LICENCE:
      return has_string (licence, value);
    case SK_FACET_FREE:
      return has_free (resource, value);
    default:
      return has_concept (resource, facet, value);
    }
}

static gboolean
wants (SkQuery    *query,
       SkFacet     facet,
       SkResource *resource)
{
  const char * const *values = sk_query_get_values (query, facet);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (has_value (resource, facet, values[i]))
      return TRUE;

  return values == NULL || values[0] == NULL;
}

static guint
score_field (const char *field,
             const char *word,
             gboolean    whole,
             guint       weight)
{
  g_autofree char *lower = g_ascii_strdown (field, -1);
  g_auto (GStrv) tokens = g_strsplit (lower, " ", -1);
  guint best = 0;

  for (guint i = 0; tokens[i] != NULL; i++)
    if (g_str_equal (tokens[i], word))
      return 2 * weight;
    else if (!whole && g_str_has_prefix (tokens[i], word))
      best = weight;

  return best;
}

static guint
score_word (SkResource *resource,
            const char *word,
            gboolean    whole)
{
  const char *name = sk_lang_string_get_nth (sk_resource_get_name (resource), 0, NULL);
  SkLangString *description = sk_resource_get_description (resource);
  g_autofree char *keywords = g_strjoinv (" ", (GStrv) sk_resource_get_keywords (resource));
  g_autofree char *names = g_strjoinv (" ", (GStrv) sk_resource_get_publishers (resource));
  guint best = score_field (name, word, whole, 16);

  best = MAX (best, score_field (keywords, word, whole, 4));
  best = MAX (best, score_field (names, word, whole, 4));
  if (sk_lang_string_get_size (description) > 0)
    best = MAX (best, score_field (sk_lang_string_get_nth (description, 0, NULL), word, whole, 1));

  return best;
}

static gboolean
matches_text (SkQuery    *query,
              SkResource *resource,
              guint      *score)
{
  const char *text = sk_query_get_text (query);
  g_auto (GStrv) asked = g_strsplit (text != NULL ? text : "", " ", -1);

  *score = 0;
  for (guint i = 0; asked[i] != NULL; i++)
    if (*asked[i] != '\0')
      {
        guint worth = score_word (resource, asked[i], asked[i + 1] != NULL);

        if (worth == 0)
          return FALSE;
        *score += worth;
      }

  return TRUE;
}

static gboolean
matches_others (SkQuery    *query,
                SkResource *resource,
                SkFacet     left_out)
{
  guint score;

  if (!matches_text (query, resource, &score))
    return FALSE;

  for (guint i = 0; i < SK_N_FACETS; i++)
    if (i != left_out && !wants (query, (SkFacet) i, resource))
      return FALSE;

  return TRUE;
}

static void
check_facet (GPtrArray *resources,
             SkQuery   *query,
             SkResults *results,
             SkFacet    facet)
{
  guint n_values;
  const SkFacetCount *counts = sk_results_get_facet (results, facet, &n_values);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < resources->len; i++)
    if (matches_others (query, g_ptr_array_index (resources, i), facet))
      g_ptr_array_add (others, g_ptr_array_index (resources, i));

  for (guint v = 0; v < n_values; v++)
    {
      guint expected = 0;

      for (guint i = 0; i < others->len; i++)
        expected += has_value (g_ptr_array_index (others, i), facet, counts[v].value);

      if (counts[v].count != expected)
        g_test_message ("%s: %s", sk_facet_get_name (facet), counts[v].value);
      g_assert_cmpuint (counts[v].count, ==, expected);
    }
}

/* Whether a comes before b, by the rule of the order alone. */
static gboolean
comes_before (SkQuery    *query,
              SkResource *a,
              SkResource *b)
{
  guint score_a;
  guint score_b;
  guint minutes_a = sk_resource_get_minutes (a);
  guint minutes_b = sk_resource_get_minutes (b);

  matches_text (query, a, &score_a);
  matches_text (query, b, &score_b);

  if (sk_query_get_order (query) == SK_ORDER_DEFAULT && score_a != score_b)
    return score_a > score_b;
  if (sk_query_get_order (query) == SK_ORDER_SHORTEST && minutes_a != minutes_b)
    return minutes_b == 0 || (minutes_a != 0 && minutes_a < minutes_b);
  if (g_strcmp0 (sk_resource_get_modified (a), sk_resource_get_modified (b)) != 0)
    return g_strcmp0 (sk_resource_get_modified (a), sk_resource_get_modified (b)) > 0;

  return strcmp (sk_resource_get_id (a), sk_resource_get_id (b)) < 0;
}

static void
check_answer (SkIndex   *index,
              GPtrArray *resources,
              SkQuery   *query)
{
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);
  g_autoptr (SkResource) before = NULL;
  guint expected = 0;

  for (guint i = 0; i < resources->len; i++)
    expected += matches_others (query, g_ptr_array_index (resources, i), SK_N_FACETS);

  g_assert_cmpuint (sk_results_get_count (results), ==, expected);

  for (guint i = 0; i < sk_results_get_count (results); i++)
    {
      g_autoptr (SkResource) resource = NULL;

      resource = sk_index_dup_resource (index, sk_results_get_record (results, i));
      g_assert_true (matches_others (query, resource, SK_N_FACETS));
      g_assert_true (before == NULL || comes_before (query, before, resource));
      g_set_object (&before, resource);
    }

  for (guint i = 0; i < SK_N_FACETS; i++)
    check_facet (resources, query, results, (SkFacet) i);
}

static void
test_random_queries (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SkIndex) index = NULL;

  for (guint i = 0; i < N_RECORDS; i++)
    random_add (resources, rand);

  index = fixture_index (resources);

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (SkQuery) query = random_query (rand);

      check_answer (index, resources, query);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/reference/answers-random-queries-as-counting-by-hand-does",
                   test_random_queries);

  return g_test_run ();
}
