/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers kept as sets of bits, compared with the same numbers in an array. */

#include "search/sk-bits.h"
#include "search/sk-planes.h"

#define N_RECORDS 300
#define N_WORDS (N_RECORDS / 64 + 1)
#define SEED 20260212

static SkPlanes *
make_planes (const guint32 *numbers)
{
  SkPlanes *planes = sk_planes_new (N_WORDS);

  for (guint32 record = 0; record < N_RECORDS; record++)
    sk_planes_set (planes, record, numbers[record]);

  return planes;
}

static guint64 *
make_all (void)
{
  guint64 *all = sk_bits_new (N_WORDS);

  sk_bits_fill (all, N_RECORDS);
  return all;
}

static void
fill_random (guint32 *numbers,
             guint32  greatest)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + greatest);

  for (guint i = 0; i < N_RECORDS; i++)
    numbers[i] = greatest < G_MAXUINT32 ? g_rand_int (rand) % (greatest + 1) : g_rand_int (rand);
}

static void
check_at_most (const guint32 *numbers,
               guint32        limit)
{
  g_autoptr (SkPlanes) planes = make_planes (numbers);
  g_autofree guint64 *bits = make_all ();

  sk_planes_list_at_most (planes, limit, bits);
  for (guint32 record = 0; record < N_RECORDS; record++)
    g_assert_true (sk_bits_has (bits, record) == (numbers[record] <= limit));
  g_assert_cmpuint (sk_bits_count (bits, N_WORDS), <=, N_RECORDS);
}

static void
test_compares (void)
{
  static const guint32 greatest[] = {0, 1, 100, 4711, G_MAXUINT32};
  guint32 numbers[N_RECORDS];

  for (guint i = 0; i < G_N_ELEMENTS (greatest); i++)
    {
      fill_random (numbers, greatest[i]);
      check_at_most (numbers, 0);
      check_at_most (numbers, greatest[i] / 2);
      check_at_most (numbers, numbers[N_RECORDS / 2]);
      check_at_most (numbers, greatest[i]);
      check_at_most (numbers, G_MAXUINT32);
    }
}

/* Adds one number after the other, as the words of a query are. */
static void
test_adds (void)
{
  g_autoptr (SkPlanes) planes = sk_planes_new (N_WORDS);
  guint32 sums[N_RECORDS] = {0};

  for (guint round = 1; round < 20; round++)
    {
      guint64 words[3][N_WORDS] = {0};
      guint64 *addend[] = {words[0], words[1], words[2]};
      g_autofree guint64 *bits = make_all ();

      for (guint32 record = 0; record < N_RECORDS; record++)
        {
          guint number = record * round % 8;

          sums[record] += number;
          for (guint bit = 0; bit < 3; bit++)
            if (number >> bit & 1)
              sk_bits_add (words[bit], &record, 1);
        }

      sk_planes_add (planes, addend, G_N_ELEMENTS (addend));
      sk_planes_list_at_most (planes, sums[round], bits);
      for (guint32 record = 0; record < N_RECORDS; record++)
        g_assert_true (sk_bits_has (bits, record) == (sums[record] <= sums[round]));
    }
}

static void
check_order (const guint32 *numbers,
             const guint32 *records,
             guint          n_records)
{
  for (guint i = 1; i < n_records; i++)
    {
      guint32 before = numbers[records[i - 1]];
      guint32 after = numbers[records[i]];

      g_assert_true (before > after || (before == after && records[i - 1] < records[i]));
    }
}

static void
check_greatest (const guint32 *numbers,
                guint          n_asked)
{
  g_autoptr (SkPlanes) planes = make_planes (numbers);
  g_autofree guint64 *all = make_all ();
  guint32 records[N_RECORDS];
  guint n_better = 0;
  guint n_listed = sk_planes_list_greatest (planes, all, records, n_asked);

  g_assert_cmpuint (n_listed, ==, MIN (n_asked, N_RECORDS));
  check_order (numbers, records, n_listed);

  for (guint32 record = 0; n_listed > 0 && record < N_RECORDS; record++)
    if (numbers[record] > numbers[records[n_listed - 1]] ||
        (numbers[record] == numbers[records[n_listed - 1]] && record < records[n_listed - 1]))
      n_better++;

  g_assert_cmpuint (n_better, ==, MAX (n_listed, 1) - 1);
}

static void
test_lists_the_greatest (void)
{
  static const guint32 greatest[] = {0, 1, 3, 100, G_MAXUINT32};
  guint32 numbers[N_RECORDS];

  for (guint i = 0; i < G_N_ELEMENTS (greatest); i++)
    {
      fill_random (numbers, greatest[i]);
      for (guint n_asked = 0; n_asked <= N_RECORDS; n_asked += 25)
        check_greatest (numbers, n_asked);
    }
}

static void
test_sorts_all (void)
{
  guint32 numbers[N_RECORDS];
  guint32 records[N_RECORDS];
  g_autoptr (SkPlanes) planes = NULL;

  fill_random (numbers, 40);
  planes = make_planes (numbers);
  for (guint32 record = 0; record < N_RECORDS; record++)
    records[record] = record;

  sk_planes_sort (planes, records, N_RECORDS);
  check_order (numbers, records, N_RECORDS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/planes/compares", test_compares);
  g_test_add_func ("/search/planes/adds", test_adds);
  g_test_add_func ("/search/planes/lists-the-greatest", test_lists_the_greatest);
  g_test_add_func ("/search/planes/sorts-all", test_sorts_all);

  return g_test_run ();
}
