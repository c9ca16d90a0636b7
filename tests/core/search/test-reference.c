/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random queries over random records: what the text alone finds is narrowed, ordered and
 * counted here from the records themselves, a value and a record at a time, and compared with
 * the answer. */

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

/* The records by number, and where each stands in the answer to the text alone, the best at 1;
 * 0 where the text does not match. */
typedef struct
{
  GPtrArray *records;
  guint *ranks;
} Reference;

static void
reference_init (Reference   *self,
                FixturePair *pair,
                SkQuery     *query)
{
  guint n_records = sk_index_get_size (pair->index);
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) text = sk_query_with_text (all, sk_query_get_text (query));
  g_autoptr (SkQuery) text_alone = sk_query_with_strict (text, sk_query_get_strict (query));
  g_autoptr (SkResults) results = sk_scan_search (pair->scan, text_alone, NULL);

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->ranks = g_new0 (guint, n_records);

  for (guint32 i = 0; i < n_records; i++)
    g_ptr_array_add (self->records, sk_index_dup_resource (pair->index, i));
  for (guint i = 0; i < sk_results_get_count (results); i++)
    self->ranks[sk_results_get_record (results, i)] = i + 1;
}

static void
reference_clear (Reference *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->ranks, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reference, reference_clear)

static gboolean
is_asked (SkQuery    *query,
          SkResource *resource)
{
  const char * const *ids = sk_query_get_among_ids (query);
  const char * const *needs = sk_resource_get_needs (resource);
  const char *lacking = sk_query_get_lacking (query);
  gboolean states = FALSE;

  for (guint i = 0; needs != NULL && needs[i] != NULL; i++)
    states = states || g_strv_contains (sk_needs, needs[i]);

  if (lacking != NULL &&
      (!states || (g_strv_contains (sk_needs, lacking) && g_strv_contains (needs, lacking))))
    return FALSE;

  return ids == NULL || g_strv_contains (ids, sk_resource_get_id (resource));
}

static gboolean
matches_others (Reference *self,
                SkQuery   *query,
                guint32    record,
                SkFacet    left_out)
{
  if (self->ranks[record] == 0 || !is_asked (query, g_ptr_array_index (self->records, record)))
    return FALSE;

  for (guint i = 0; i < SK_N_FACETS; i++)
    if (i != left_out && !wants (query, (SkFacet) i, g_ptr_array_index (self->records, record)))
      return FALSE;

  return TRUE;
}

static void
check_facet (Reference *self,
             SkQuery   *query,
             SkResults *results,
             SkFacet    facet)
{
  guint n_values;
  const SkFacetCount *counts = sk_results_get_facet (results, facet, &n_values);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint32 i = 0; i < self->records->len; i++)
    if (matches_others (self, query, i, facet))
      g_ptr_array_add (others, g_ptr_array_index (self->records, i));

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
comes_before (Reference *self,
              SkQuery   *query,
              guint32    a,
              guint32    b)
{
  SkResource *left = g_ptr_array_index (self->records, a);
  SkResource *right = g_ptr_array_index (self->records, b);
  guint minutes_a = sk_resource_get_minutes (left);
  guint minutes_b = sk_resource_get_minutes (right);

  if (sk_query_get_order (query) == SK_ORDER_DEFAULT)
    return self->ranks[a] < self->ranks[b];
  if (sk_query_get_order (query) == SK_ORDER_SHORTEST && minutes_a != minutes_b)
    return minutes_b == 0 || (minutes_a != 0 && minutes_a < minutes_b);
  if (g_strcmp0 (sk_resource_get_modified (left), sk_resource_get_modified (right)) != 0)
    return g_strcmp0 (sk_resource_get_modified (left), sk_resource_get_modified (right)) > 0;

  return strcmp (sk_resource_get_id (left), sk_resource_get_id (right)) < 0;
}

static void
check_answer (FixturePair *pair,
              SkQuery     *query)
{
  g_autoptr (SkResults) results = fixture_pair_search (pair, query);
  g_auto (Reference) reference = {NULL};
  guint expected = 0;

  reference_init (&reference, pair, query);

  for (guint32 i = 0; i < reference.records->len; i++)
    expected += matches_others (&reference, query, i, SK_N_FACETS);

  g_assert_cmpuint (sk_results_get_count (results), ==, expected);

  for (guint i = 0; i < sk_results_get_count (results); i++)
    {
      guint32 record = sk_results_get_record (results, i);

      g_assert_true (matches_others (&reference, query, record, SK_N_FACETS));
      g_assert_true (
        i == 0 || comes_before (&reference, query, sk_results_get_record (results, i - 1), record));
    }

  for (guint i = 0; i < SK_N_FACETS; i++)
    check_facet (&reference, query, results, (SkFacet) i);
}

static void
test_random_queries (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (FixturePair) pair = {NULL};

  for (guint i = 0; i < N_RECORDS; i++)
    random_add (resources, rand);

  fixture_pair_init (&pair, resources);

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (SkQuery) query = random_query_among (rand, resources);
      SkOrder order = (SkOrder) g_rand_int_range (rand, SK_ORDER_DEFAULT, SK_ORDER_TITLE);
      g_autoptr (SkQuery) ordered = sk_query_with_order (query, order);

      check_answer (&pair, ordered);
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
