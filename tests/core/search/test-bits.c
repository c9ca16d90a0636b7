/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/sk-bits.h"

/* Numbers of records about the ends of a word. */
static const guint sizes[] = {0, 1, 63, 64, 65, 127, 128, 129, 1000};

static guint64 *
make_every_nth (guint n_records,
                guint nth)
{
  guint64 *bits = sk_bits_new (sk_bits_n_words (n_records));

  for (guint32 record = 0; record < n_records; record += nth)
    sk_bits_add (bits, &record, 1);

  return bits;
}

static guint
count_multiples (guint n_records,
                 guint n)
{
  return (n_records + n - 1) / n;
}

static void
test_fills_with_all_and_no_more (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gsize n_words = sk_bits_n_words (sizes[i]);
      g_autofree guint64 *bits = sk_bits_new (n_words);

      g_assert_cmpuint (sk_bits_count (bits, n_words), ==, 0);
      sk_bits_fill (bits, sizes[i]);
      g_assert_cmpuint (sk_bits_count (bits, n_words), ==, sizes[i]);
      for (guint32 record = 0; record < sizes[i]; record++)
        g_assert_true (sk_bits_has (bits, record));
    }
}

static void
test_counts_what_is_in_both (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gsize n_words = sk_bits_n_words (sizes[i]);
      g_autofree guint64 *twos = make_every_nth (sizes[i], 2);
      g_autofree guint64 *threes = make_every_nth (sizes[i], 3);
      guint32 listed[] = {0, 4, 6, 9};
      guint n_listed = sizes[i] > 9 ? G_N_ELEMENTS (listed) : 0;

      g_assert_cmpuint (sk_bits_count (twos, n_words), ==, count_multiples (sizes[i], 2));
      g_assert_cmpuint (sk_bits_count_both (twos, threes, n_words), ==,
                        count_multiples (sizes[i], 6));
      g_assert_cmpuint (sk_bits_count_listed (twos, listed, n_listed), ==, n_listed > 0 ? 3 : 0);
    }
}

static void
test_joins_and_narrows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gsize n_words = sk_bits_n_words (sizes[i]);
      g_autofree guint64 *either = make_every_nth (sizes[i], 2);
      g_autofree guint64 *both = make_every_nth (sizes[i], 2);
      g_autofree guint64 *only = make_every_nth (sizes[i], 2);
      g_autofree guint64 *threes = make_every_nth (sizes[i], 3);

      sk_bits_or (either, threes, n_words);
      sk_bits_and (both, threes, n_words);
      sk_bits_and_not (only, threes, n_words);

      for (guint32 record = 0; record < sizes[i]; record++)
        {
          g_assert_true (sk_bits_has (either, record) == (record % 2 == 0 || record % 3 == 0));
          g_assert_true (sk_bits_has (both, record) == (record % 6 == 0));
          g_assert_true (sk_bits_has (only, record) == (record % 2 == 0 && record % 3 != 0));
        }
    }
}

static void
test_lists_the_lowest_first_and_stops (void)
{
  guint32 records[8];
  g_autofree guint64 *bits = make_every_nth (200, 50);
  gsize n_words = sk_bits_n_words (200);

  g_assert_cmpuint (sk_bits_list (bits, n_words, records, G_N_ELEMENTS (records)), ==, 4);
  g_assert_cmpuint (records[0], ==, 0);
  g_assert_cmpuint (records[3], ==, 150);
  g_assert_cmpuint (sk_bits_list (bits, n_words, records, 2), ==, 2);
  g_assert_cmpuint (records[1], ==, 50);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/bits/fills-with-all-and-no-more", test_fills_with_all_and_no_more);
  g_test_add_func ("/search/bits/counts-what-is-in-both", test_counts_what_is_in_both);
  g_test_add_func ("/search/bits/joins-and-narrows", test_joins_and_narrows);
  g_test_add_func ("/search/bits/lists-the-lowest-first-and-stops",
                   test_lists_the_lowest_first_and_stops);

  return g_test_run ();
}
