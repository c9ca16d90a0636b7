/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-fixture.h"

#include "browse/sk-ways-out.h"

#define THEME "https://w3id.org/sidekick/theme/"

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GPtrArray *
find_ways (SearchFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *ways;

  sk_ways_out_find (sk_catalogue_get_index (fixture->sync.catalogue),
                    sk_search_get_query (fixture->search), NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  ways = sk_ways_out_finish (result, &error);
  g_assert_no_error (error);
  return ways;
}

/* Each way gives what it says, and nothing gives more than the first. */
static void
test_ways_out (SearchFixture *fixture, gconstpointer data)
{
  SkIndex *index = sk_catalogue_get_index (fixture->sync.catalogue);
  g_autoptr (GPtrArray) ways = NULL;
  guint n_facets = 0;

  sk_search_choose_value (fixture->search, SK_FACET_AGE, "3-5");
  sk_search_choose_value (fixture->search, SK_FACET_THEME, THEME "gaming");
  sk_search_choose_value (fixture->search, SK_FACET_LANGUAGE, "de");
  sk_search_choose_value (fixture->search, SK_FACET_PUBLISHER, "BBC Bitesize");
  search_fixture_await_answer (fixture);
  g_assert_cmpuint (sk_results_get_count (sk_search_get_results (fixture->search)), ==, 0);

  ways = find_ways (fixture);
  g_assert_cmpuint (ways->len, >, 0);
  for (guint i = 0; i < ways->len; i++)
    {
      const SkWayOut *way = g_ptr_array_index (ways, i);
      g_autoptr (SkResults) found = sk_index_search (index, way->query, NULL);

      g_assert_cmpuint (way->count, ==, sk_results_get_count (found));
      g_assert_cmpuint (way->count, >, 0);
      if (way->without == SK_WITHOUT_ONE)
        {
          n_facets++;
          g_assert_cmpuint (sk_query_count_values (way->query), ==, 3);
          g_assert_cmpuint (way->count, <=,
                            ((const SkWayOut *) g_ptr_array_index (ways, 0))->count);
        }
    }
  g_assert_true (n_facets == ways->len || (n_facets == 0 && ways->len == 1));
}

/* A text that nothing has leaves one way: to see everything. */
static void
test_way_out_of_text (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ways = NULL;
  const SkWayOut *way;

  sk_search_set_text (fixture->search, "xyzzy");
  ways = find_ways (fixture);
  g_assert_cmpuint (ways->len, ==, 1);

  way = g_ptr_array_index (ways, 0);
  g_assert_cmpint (way->without, ==, SK_WITHOUT_ALL);
  g_assert_cmpuint (way->count, ==, sync_fixture_size (&fixture->sync));
  search_fixture_await_answer (fixture);
}

/* A text that something has, but not with these filters. */
static void
test_way_out_of_filters (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ways = NULL;
  gboolean without_filters = FALSE;

  sk_search_set_text (fixture->search, "bitesize");
  sk_search_choose_value (fixture->search, SK_FACET_LANGUAGE, "de");
  sk_search_choose_value (fixture->search, SK_FACET_AGE, "3-5");
  ways = find_ways (fixture);

  for (guint i = 0; i < ways->len; i++)
    {
      const SkWayOut *way = g_ptr_array_index (ways, i);

      if (way->without != SK_WITHOUT_FILTERS)
        continue;

      without_filters = TRUE;
      g_assert_cmpstr (sk_query_get_text (way->query), ==, "bitesize");
      g_assert_cmpuint (sk_query_count_values (way->query), ==, 0);
    }

  g_assert_true (without_filters);
  search_fixture_await_answer (fixture);
}

static SkQuery *
ask_among (const char * const *ids)
{
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) among = sk_query_with_among (all, "Favourites", ids);
  g_autoptr (SkQuery) aged = sk_query_with_value (among, SK_FACET_AGE, "9-11");

  return sk_query_with_lacking (aged, "screen");
}

/* Whatever narrows the catalogue is a filter, and they go one after the other. */
static void
test_filters_are_dropped (SearchFixture *fixture, gconstpointer data)
{
  static const char * const ids[] = {"https://example.org/nothing", NULL};
  static const SkFilterKind kinds[] = {SK_FILTER_AMONG, SK_FILTER_VALUE, SK_FILTER_LACKING};
  g_autoptr (SkQuery) query = ask_among (ids);

  sk_search_set_query (fixture->search, query);
  for (guint n = G_N_ELEMENTS (kinds); n > 0; n--)
    {
      g_autoptr (GPtrArray) filters = sk_filter_list (sk_search_get_query (fixture->search));

      g_assert_cmpuint (filters->len, ==, n);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (((const SkFilter *) g_ptr_array_index (filters, i))->kind, ==, kinds[i]);
      g_assert_true (sk_search_drop_filter (fixture->search));
    }

  g_assert_false (sk_search_drop_filter (fixture->search));
  search_fixture_await_answer (fixture);
}

/* Among records that there are not, only leaving those out helps. */
static void
test_way_out_of_records (SearchFixture *fixture, gconstpointer data)
{
  static const char * const ids[] = {"https://example.org/nothing", NULL};
  g_autoptr (SkQuery) lacking = ask_among (ids);
  g_autoptr (SkQuery) query = sk_query_with_lacking (lacking, NULL);
  g_autoptr (GPtrArray) ways = NULL;
  const SkWayOut *way;

  sk_search_set_query (fixture->search, query);
  ways = find_ways (fixture);
  g_assert_cmpuint (ways->len, ==, 1);

  way = g_ptr_array_index (ways, 0);
  g_assert_cmpint (way->without, ==, SK_WITHOUT_ONE);
  g_assert_cmpint (way->filter->kind, ==, SK_FILTER_AMONG);
  g_assert_true (sk_query_has_value (way->query, SK_FACET_AGE, "9-11"));
  search_fixture_await_answer (fixture);
}

/* A slip in a text is no way out by itself, where the filters exclude what was meant. */
static void
test_way_out_of_a_slip (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ways = NULL;
  const char *meant = NULL;

  sk_search_set_text (fixture->search, "bitesiez");
  sk_search_choose_value (fixture->search, SK_FACET_LANGUAGE, "de");
  ways = find_ways (fixture);

  for (guint i = 0; i < ways->len; i++)
    {
      const SkWayOut *way = g_ptr_array_index (ways, i);

      g_assert_true (way->without != SK_WITHOUT_ALL || ways->len == 1);
      if (*sk_query_get_text (way->query) != '\0')
        meant = way->repaired;
    }

  g_assert_cmpint (g_ascii_strcasecmp (meant, "bitesize"), ==, 0);
  search_fixture_await_answer (fixture);
}

#define add(path, func)                                                                            \
  g_test_add (path, SearchFixture, NULL, search_fixture_set_up, func, search_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  add ("/ways-out/of-filters", test_ways_out);
  add ("/ways-out/of-text", test_way_out_of_text);
  add ("/ways-out/of-text-and-filters", test_way_out_of_filters);
  add ("/ways-out/of-records", test_way_out_of_records);
  add ("/ways-out/of-a-slip", test_way_out_of_a_slip);
  add ("/filters/are-dropped", test_filters_are_dropped);

  return g_test_run ();
}
