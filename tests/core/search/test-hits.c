/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that match, put in order as they are looked at, compared with all of them sorted. */

#include "search/sk-bits.h"
#include "search/sk-hits.h"

#define N_RECORDS 3000
#define N_THREADS 4
#define SEED 20260401

/* What hits are made of, and the order that they are to have. */
typedef struct
{
  guint32 scores[N_RECORDS];
  guint32 order[N_RECORDS];   /* all of them, as for titles */
  guint32 expected[N_RECORDS];
  guint n_expected;
  guint64 *bits;
  SkPlanes *planes;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  const gsize n_words = sk_bits_n_words (N_RECORDS);

  fixture->bits = sk_bits_new (n_words);
  fixture->planes = sk_planes_new (n_words);

  for (guint32 i = 0; i < N_RECORDS; i++)
    {
      const guint32 other = (guint32) g_rand_int_range (rand, 0, (gint32) i + 1);

      fixture->order[i] = fixture->order[other];
      fixture->order[other] = i;
    }

  for (guint32 record = 0; record < N_RECORDS; record++)
    if (g_rand_boolean (rand))
      {
        fixture->scores[record] = (guint32) g_rand_int_range (rand, 0, 200);
        sk_planes_set (fixture->planes, record, fixture->scores[record]);
        sk_bits_add (fixture->bits, &record, 1);
        fixture->expected[fixture->n_expected++] = record;
      }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->planes, sk_planes_free);
  g_clear_pointer (&fixture->bits, g_free);
}

static int
compare_scores (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Fixture *fixture = data;
  const guint32 left = *(const guint32 *) a;
  const guint32 right = *(const guint32 *) b;

  if (fixture->scores[left] != fixture->scores[right])
    return fixture->scores[left] > fixture->scores[right] ? -1 : 1;

  return left < right ? -1 : left > right;
}

static SkHits *
make_scored (Fixture *fixture)
{
  g_sort_array (fixture->expected, fixture->n_expected, sizeof (guint32), compare_scores, fixture);

  return sk_hits_new (N_RECORDS, g_steal_pointer (&fixture->bits),
                      g_steal_pointer (&fixture->planes), NULL);
}

static void
check_all (Fixture *fixture,
           SkHits  *hits)
{
  g_assert_cmpuint (sk_hits_get_count (hits), ==, fixture->n_expected);

  for (guint i = 0; i < fixture->n_expected; i++)
    {
      guint nth;

      g_assert_cmpuint (sk_hits_get_nth (hits, i), ==, fixture->expected[i]);
      g_assert_true (sk_hits_find (hits, fixture->expected[i], &nth));
      g_assert_cmpuint (nth, ==, i);
    }
}

static void
check_absent (Fixture *fixture,
              SkHits  *hits)
{
  g_autoptr (GHashTable) there = g_hash_table_new (NULL, NULL);
  guint nth;

  for (guint i = 0; i < fixture->n_expected; i++)
    g_hash_table_add (there, GUINT_TO_POINTER (fixture->expected[i]));

  for (guint32 record = 0; record < N_RECORDS; record++)
    if (!g_hash_table_contains (there, GUINT_TO_POINTER (record)))
      g_assert_false (sk_hits_find (hits, record, &nth));

  g_assert_false (sk_hits_find (hits, N_RECORDS, &nth));
}

static void
test_by_score (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (SkHits) hits = make_scored (fixture);

  check_all (fixture, hits);
  check_absent (fixture, hits);
}

static void
test_by_number (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (SkHits) hits = sk_hits_new (N_RECORDS, g_steal_pointer (&fixture->bits), NULL, NULL);

  check_all (fixture, hits);
  check_absent (fixture, hits);
}

static void
test_by_another_order (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (SkHits) hits = NULL;

  fixture->n_expected = 0;
  for (guint i = 0; i < N_RECORDS; i++)
    if (sk_bits_has (fixture->bits, fixture->order[i]))
      fixture->expected[fixture->n_expected++] = fixture->order[i];

  hits = sk_hits_new (N_RECORDS, g_steal_pointer (&fixture->bits), NULL, fixture->order);
  check_all (fixture, hits);
  check_absent (fixture, hits);
}

static void
test_listed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (SkHits) hits =
    sk_hits_new_listed (g_memdup2 (fixture->expected, fixture->n_expected * sizeof (guint32)),
                        fixture->n_expected);

  g_assert_cmpuint (sk_hits_get_n_ordered (hits), ==, fixture->n_expected);
  check_all (fixture, hits);
  check_absent (fixture, hits);
}

static void
test_in_steps (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (SkHits) hits = make_scored (fixture);
  guint nth;

  g_assert_cmpuint (sk_hits_get_n_ordered (hits), ==, SK_HITS_FIRST);
  sk_hits_get_nth (hits, SK_HITS_FIRST - 1);
  g_assert_cmpuint (sk_hits_get_n_ordered (hits), ==, SK_HITS_FIRST);
  sk_hits_get_nth (hits, SK_HITS_FIRST);
  g_assert_cmpuint (sk_hits_get_n_ordered (hits), ==, 2 * SK_HITS_FIRST);
  sk_hits_get_nth (hits, 5 * SK_HITS_FIRST);
  g_assert_cmpuint (sk_hits_get_n_ordered (hits), ==, 8 * SK_HITS_FIRST);

  /* What is found far away is not put in order. */
  g_assert_true (sk_hits_find (hits, fixture->expected[fixture->n_expected - 1], &nth));
  g_assert_cmpuint (nth, ==, fixture->n_expected - 1);
  g_assert_cmpuint (sk_hits_get_n_ordered (hits), ==, 8 * SK_HITS_FIRST);

  sk_hits_get_nth (hits, fixture->n_expected - 1);
  g_assert_cmpuint (sk_hits_get_n_ordered (hits), ==, fixture->n_expected);
}

typedef struct
{
  const Fixture *fixture;
  SkHits *hits;
  guint32 seed;
} Reader;

static gpointer
read_anywhere (gpointer data)
{
  Reader *reader = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (reader->seed);

  for (guint i = 0; i < 2000; i++)
    {
      const guint nth = (guint) g_rand_int_range (rand, 0, (gint32) reader->fixture->n_expected);

      g_assert_cmpuint (sk_hits_get_nth (reader->hits, nth), ==, reader->fixture->expected[nth]);
      g_assert_cmpuint (sk_hits_get_n_ordered (reader->hits), >, nth);
    }

  return NULL;
}

static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (SkHits) hits = make_scored (fixture);
  GThread *threads[N_THREADS];
  Reader readers[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    {
      readers[i] = (Reader) {.fixture = fixture, .hits = hits, .seed = SEED + i};
      threads[i] = g_thread_new ("reader", read_anywhere, &readers[i]);
    }

  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

#define ADD(path, func) g_test_add ("/search/hits/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("by-score", test_by_score);
  ADD ("by-number", test_by_number);
  ADD ("by-another-order", test_by_another_order);
  ADD ("listed", test_listed);
  ADD ("in-order-as-they-are-looked-at", test_in_steps);
  ADD ("shared-by-threads", test_shared);

  return g_test_run ();
}
