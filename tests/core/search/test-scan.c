/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random queries over random records of several sizes: the index, which looks at sets of
 * records, answers as the scan does, which looks at every record. */

#include "random-records.h"
#include "search-fixture.h"

#include <string.h>

#define SEED 20260211
#define N_QUERIES 400
#define N_THREADS 4

typedef struct
{
  const char *name;
  guint n_records;
} Size;

/* About the ends of a word of 64, and large enough for beginnings to be put together. */
static const Size sizes[] = {
  {"of-none", 0}, {"of-one", 1}, {"of-63", 63},     {"of-64", 64},
  {"of-65", 65},  {"of-51", 51}, {"of-1000", 1000}, {"of-4000", 4000},
};

static GPtrArray *
make_records (GRand *rand,
              guint  n_records)
{
  GPtrArray *resources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_records; i++)
    random_add (resources, rand);

  return resources;
}

static SkQuery *
make_query (GRand *rand)
{
  g_autoptr (SkQuery) query = random_query (rand);

  return sk_query_with_order (query, (SkOrder) g_rand_int_range (rand, 0, SK_ORDER_TITLE + 1));
}

static void
check_same_facet (SkResults *results,
                  SkResults *expected,
                  SkFacet    facet)
{
  guint n_values;
  guint n_expected;
  const SkFacetCount *values = sk_results_get_facet (results, facet, &n_values);
  const SkFacetCount *others = sk_results_get_facet (expected, facet, &n_expected);

  g_assert_cmpuint (n_values, ==, n_expected);

  for (guint i = 0; i < n_values; i++)
    {
      g_assert_cmpstr (values[i].value, ==, others[i].value);
      g_assert_cmpuint (values[i].count, ==, others[i].count);
      g_assert_true ((values[i].concept != NULL) == (others[i].concept != NULL));
    }
}

static void
check_same (SkResults *results,
            SkResults *expected)
{
  g_assert_cmpuint (sk_results_get_count (results), ==, sk_results_get_count (expected));

  for (guint i = 0; i < sk_results_get_count (results); i++)
    g_assert_cmpuint (sk_results_get_record (results, i), ==, sk_results_get_record (expected, i));

  for (guint i = 0; i < SK_N_FACETS; i++)
    check_same_facet (results, expected, (SkFacet) i);
}

static void
test_answers_as_the_scan (gconstpointer data)
{
  const Size *size = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + size->n_records);
  g_autoptr (GPtrArray) resources = make_records (rand, size->n_records);
  g_autoptr (SkIndex) index = fixture_index (resources);
  g_autoptr (SkScan) scan = fixture_scan (resources);

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (SkQuery) query = make_query (rand);
      g_autoptr (SkResults) results = sk_index_search (index, query, NULL);
      g_autoptr (SkResults) expected = sk_scan_search (scan, query, NULL);

      check_same (results, expected);
    }
}

/* Every beginning of every word, a letter at a time, as it is typed. */
static void
test_answers_every_keystroke (void)
{
  static const char * const typed[] = {"gamer safeab ", "chatcc film", "p", "safer safer safer x"};
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) resources = make_records (rand, 3000);
  g_autoptr (SkIndex) index = fixture_index (resources);
  g_autoptr (SkScan) scan = fixture_scan (resources);
  g_autoptr (SkQuery) empty = sk_query_new ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (gsize length = 1; length <= strlen (typed[i]); length++)
      {
        g_autofree char *text = g_strndup (typed[i], length);
        g_autoptr (SkQuery) query = sk_query_with_text (empty, text);
        g_autoptr (SkResults) results = sk_index_search (index, query, NULL);
        g_autoptr (SkResults) expected = sk_scan_search (scan, query, NULL);

        check_same (results, expected);
      }
}

typedef struct
{
  SkIndex *index;
  SkResults *shared;
  SkResults *expected;
} Crowd;

static gpointer
ask_in_a_thread (gpointer data)
{
  const Crowd *crowd = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  check_same (crowd->shared, crowd->expected);

  for (guint i = 0; i < N_QUERIES / N_THREADS; i++)
    {
      g_autoptr (SkQuery) query = make_query (rand);
      g_autoptr (SkResults) results = sk_index_search (crowd->index, query, NULL);

      g_assert_cmpuint (sk_results_get_count (results), <=, sk_index_get_size (crowd->index));
    }

  return NULL;
}

/* One index, and one answer whose later records nobody has looked at before. */
static void
test_answers_many_threads_at_once (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) resources = make_records (rand, 2000);
  g_autoptr (SkIndex) index = fixture_index (resources);
  g_autoptr (SkScan) scan = fixture_scan (resources);
  g_autoptr (SkQuery) empty = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (empty, "ga");
  g_autoptr (SkResults) shared = sk_index_search (index, query, NULL);
  g_autoptr (SkResults) expected = sk_scan_search (scan, query, NULL);
  Crowd crowd = {index, shared, expected};
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("asker", ask_in_a_thread, &crowd);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path =
        g_strconcat ("/search/scan/index-", sizes[i].name, "-answers-as-the-scan", NULL);

      g_test_add_data_func (path, &sizes[i], test_answers_as_the_scan);
    }

  g_test_add_func ("/search/scan/index-answers-every-keystroke-as-the-scan",
                   test_answers_every_keystroke);
  g_test_add_func ("/search/scan/index-answers-many-threads-at-once",
                   test_answers_many_threads_at_once);

  return g_test_run ();
}
