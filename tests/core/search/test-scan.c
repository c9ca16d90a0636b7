/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random queries over random records of several sizes: the index, which looks at sets of
 * records, answers as the scan does, which looks at every record. */

#include "random-records.h"
#include "search-fixture.h"

#define SEED 20260211
#define N_QUERIES 400
#define N_ROUNDS 10
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

static void
check_random_queries (FixturePair *pair,
                      GPtrArray   *resources,
                      GRand       *rand,
                      guint        n_queries)
{
  for (guint i = 0; i < n_queries; i++)
    {
      g_autoptr (SkQuery) query = random_query_among (rand, resources);

      fixture_pair_check (pair, query);
    }
}

static void
test_answers_as_the_scan (gconstpointer data)
{
  const Size *size = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + size->n_records);
  g_autoptr (GPtrArray) resources = make_records (rand, size->n_records);
  g_auto (FixturePair) pair = {NULL};

  fixture_pair_init (&pair, resources);
  check_random_queries (&pair, resources, rand, N_QUERIES);
}

/* Of records that come, go and change between two rounds. */
static void
test_answers_after_changes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) resources = make_records (rand, 300);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_auto (FixturePair) pair = {NULL};

      for (guint i = 0; i < 20; i++)
        random_change (resources, rand);

      fixture_pair_init (&pair, resources);
      check_random_queries (&pair, resources, rand, N_QUERIES / N_ROUNDS);
    }
}

/* Every beginning of every text, a character at a time, as it is typed. */
static void
test_answers_every_keystroke (void)
{
  static const char * const typed[] = {
    "gamer safeab ",
    "chatcc film",
    "cyberpesetn op school",
    "\"op school\" pesten ",
    "„safe online“ harcelment",
    "网络安全 e-mail",
    "p",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) resources = make_records (rand, 1500);
  g_auto (FixturePair) pair = {NULL};
  g_autoptr (SkQuery) empty = sk_query_new ();

  fixture_pair_init (&pair, resources);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (const char *at = typed[i]; *at != '\0'; at = g_utf8_next_char (at))
      {
        const char *end = g_utf8_next_char (at);
        g_autofree char *text = g_strndup (typed[i], (gsize) (end - typed[i]));
        g_autoptr (SkQuery) query = sk_query_with_text (empty, text);

        fixture_pair_check (&pair, query);
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

  fixture_check_same (crowd->shared, crowd->expected);

  for (guint i = 0; i < N_QUERIES / N_THREADS; i++)
    {
      g_autoptr (SkQuery) query = random_query (rand);
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
  g_auto (FixturePair) pair = {NULL};
  g_autoptr (SkQuery) empty = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (empty, "ga");
  g_autoptr (SkResults) shared = NULL;
  g_autoptr (SkResults) expected = NULL;
  GThread *threads[N_THREADS];
  Crowd crowd;

  fixture_pair_init (&pair, resources);
  shared = sk_index_search (pair.index, query, NULL);
  expected = sk_scan_search (pair.scan, query, NULL);
  crowd = (Crowd) {pair.index, shared, expected};

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

  g_test_add_func ("/search/scan/index-answers-as-the-scan-after-changes",
                   test_answers_after_changes);
  g_test_add_func ("/search/scan/index-answers-every-keystroke-as-the-scan",
                   test_answers_every_keystroke);
  g_test_add_func ("/search/scan/index-answers-many-threads-at-once",
                   test_answers_many_threads_at_once);

  return g_test_run ();
}
