/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/sk-text-worth.h"

/* In fields that have ten words on average. */
#define N_RECORDS 1000
#define TOTAL (G_GUINT64_CONSTANT (10) * N_RECORDS)

/* The bounds, worked out by hand: once in 13 words is 1 / (1 + 1.2 × 1.225) = 0.405, once in
 * 14 is 0.388; and so on. */
static void
test_levels (void)
{
  static const struct
  {
    guint n_times;
    guint length;
    guint level;
  } cases[] = {
    {1, 1, 3},   {1, 2, 2},  {1, 5, 2},  {1, 6, 1},  {1, 13, 1},  {1, 14, 0},
    {1, 500, 0}, {2, 6, 3},  {2, 7, 2},  {2, 14, 2}, {2, 15, 1},  {2, 30, 1},
    {2, 31, 0},  {3, 10, 3}, {3, 20, 2}, {9, 20, 3}, {9, 300, 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (sk_text_level (cases[i].n_times, cases[i].length, TOTAL, N_RECORDS), ==,
                      cases[i].level);
}

/* Exactly at a bound is beyond it: 2 / (2 + 0.3 + 0.9 × 3) is 0.40, 7 / (7 + 3) is 0.70. */
static void
test_levels_at_their_bounds (void)
{
  g_assert_cmpuint (sk_text_level (2, 3, 1000000, 1000000), ==, 1);
  g_assert_cmpuint (sk_text_level (2, 3, 999999, 1000000), ==, 0);
  g_assert_cmpuint (sk_text_level (7, 3, 1000000, 1000000), ==, 3);
  g_assert_cmpuint (sk_text_level (7, 3, 999999, 1000000), ==, 2);
}

static void
test_levels_of_the_largest (void)
{
  g_assert_cmpuint (sk_text_level (G_MAXUINT, G_MAXUINT, G_MAXUINT64, G_MAXUINT), ==, 1);
  g_assert_cmpuint (sk_text_level (1, G_MAXUINT, G_MAXUINT64, G_MAXUINT), ==, 0);
  g_assert_cmpuint (sk_text_level (G_MAXUINT, 1, G_MAXUINT64, 1), ==, 3);
}

static void
test_fields_before_levels (void)
{
  for (guint field = 0; field < SK_TEXT_N_FIELDS; field++)
    for (guint exact = 0; exact <= 1; exact++)
      {
        guint least = sk_text_worth ((SkTextField) field, 0, exact);
        guint most = sk_text_worth ((SkTextField) field, 3, exact);

        g_assert_cmpuint (least, >, SK_TEXT_TAIL_WORTH);
        if (exact)
          g_assert_cmpuint (least, >, sk_text_worth ((SkTextField) field, 3, FALSE));
        if (field < SK_TEXT_FIELD_TITLE)
          g_assert_cmpuint (most, <, sk_text_worth ((SkTextField) (field + 1), 0, FALSE));
      }

  g_assert_cmpuint (sk_text_worth (SK_TEXT_FIELD_DESCRIPTION, 0, FALSE), ==, 4);
  g_assert_cmpuint (sk_text_worth (SK_TEXT_FIELD_TITLE, 3, TRUE), ==, 224);
}

static void
test_shifts (void)
{
  g_assert_cmpuint (sk_text_shift (0, 1), ==, 2);
  g_assert_cmpuint (sk_text_shift (1, 64), ==, 0);
  g_assert_cmpuint (sk_text_shift (1, 65), ==, 1);
  g_assert_cmpuint (sk_text_shift (1, 4096), ==, 1);
  g_assert_cmpuint (sk_text_shift (1, 4097), ==, 2);
  g_assert_cmpuint (sk_text_shift (20000, 1000000), ==, 0);
  g_assert_cmpuint (sk_text_shift (2000000, G_MAXUINT), ==, 1);
  g_assert_cmpuint (sk_text_shift (G_MAXUINT, G_MAXUINT), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/text-worth/levels-by-occurrences-and-length", test_levels);
  g_test_add_func ("/search/text-worth/levels-at-their-bounds", test_levels_at_their_bounds);
  g_test_add_func ("/search/text-worth/levels-of-the-largest", test_levels_of_the_largest);
  g_test_add_func ("/search/text-worth/ranks-fields-and-exact-words-before-levels",
                   test_fields_before_levels);
  g_test_add_func ("/search/text-worth/shifts-what-is-rare", test_shifts);

  return g_test_run ();
}
