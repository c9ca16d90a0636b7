/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sk-age-range.h"

static void
assert_years (const char *text,
              guint       min,
              guint       max)
{
  SkAgeRange range;

  g_test_message ("%s", text);
  g_assert_true (sk_age_range_parse (text, &range));
  g_assert_cmpuint (range.min, ==, min);
  g_assert_cmpuint (range.max, ==, max);
}

static void
test_closed (void)
{
  assert_years ("8-10", 8, 10);
  assert_years ("8–10", 8, 10);
  assert_years ("8—10", 8, 10);
  assert_years (" 8 - 10 ", 8, 10);
  assert_years ("4/10", 4, 10);
  assert_years ("12", 12, 12);
  assert_years ("0-3", 0, 3);
}

static void
test_open (void)
{
  assert_years ("9-", 9, SK_AGE_MAX);
  assert_years ("18+", 18, SK_AGE_MAX);
  assert_years ("-6", SK_AGE_MIN, 6);
  assert_years ("–6", SK_AGE_MIN, 6);
}

static void
test_beyond (void)
{
  assert_years ("18-120", 18, SK_AGE_MAX);
  assert_years ("100", SK_AGE_MAX, SK_AGE_MAX);
}

static void
test_none (void)
{
  static const char * const texts[] = {
    "",     " ",       "-",     "–",   "+",     "12-8", "8-10-12",
    "8 10", "8 years", "eight", "8.5", "8-10+", "1234", "١٢",
  };
  SkAgeRange range;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_false (sk_age_range_parse (texts[i], &range));
    }
}

static void
test_overlap (void)
{
  const SkAgeRange children = {6, 12};

  g_assert_true (sk_age_range_overlaps (children, (SkAgeRange) {12, 14}));
  g_assert_true (sk_age_range_overlaps (children, (SkAgeRange) {3, 6}));
  g_assert_true (sk_age_range_overlaps (children, (SkAgeRange) {8, 8}));
  g_assert_true (sk_age_range_overlaps (children, (SkAgeRange) {0, 99}));
  g_assert_false (sk_age_range_overlaps (children, (SkAgeRange) {13, 99}));
  g_assert_false (sk_age_range_overlaps (children, (SkAgeRange) {0, 5}));
}

static void
test_union (void)
{
  const SkAgeRange both = sk_age_range_union ((SkAgeRange) {2, 5}, (SkAgeRange) {8, 10});

  g_assert_cmpuint (both.min, ==, 2);
  g_assert_cmpuint (both.max, ==, 10);
}

/* Whatever the ends, what is written is read as the same. */
static void
test_written (void)
{
  for (guint min = SK_AGE_MIN; min <= SK_AGE_MAX; min++)
    for (guint max = min; max <= SK_AGE_MAX; max++)
      {
        const SkAgeRange range = {(guint8) min, (guint8) max};
        g_autofree char *text = sk_age_range_to_string (range);
        SkAgeRange again;

        g_assert_true (sk_age_range_parse (text, &again));
        g_assert_cmpuint (again.min, ==, min);
        g_assert_cmpuint (again.max, ==, max);
      }
}

static void
test_written_plainly (void)
{
  static const struct
  {
    SkAgeRange range;
    const char *text;
  } cases[] = {
    {{8, 10}, "8-10"}, {{12, 12}, "12"}, {{9, 99}, "9-"}, {{0, 6}, "-6"}, {{0, 99}, "0-"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sk_age_range_to_string (cases[i].range);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_bands (void)
{
  for (guint i = 0; i + 1 < SK_N_AGE_BANDS; i++)
    g_assert_cmpuint (sk_age_bands[i].max + 1, ==, sk_age_bands[i + 1].min);

  g_assert_cmpuint (sk_age_bands[SK_N_AGE_BANDS - 1].max, ==, SK_AGE_MAX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/age-range/two-ends-are-read", test_closed);
  g_test_add_func ("/model/age-range/an-open-end-is-0-or-99", test_open);
  g_test_add_func ("/model/age-range/nobody-is-older-than-99", test_beyond);
  g_test_add_func ("/model/age-range/what-states-no-age-is-none", test_none);
  g_test_add_func ("/model/age-range/ranges-overlap-in-a-year", test_overlap);
  g_test_add_func ("/model/age-range/a-union-holds-both", test_union);
  g_test_add_func ("/model/age-range/what-is-written-is-read-as-the-same", test_written);
  g_test_add_func ("/model/age-range/is-written-as-schema-org-does", test_written_plainly);
  g_test_add_func ("/model/age-range/bands-leave-no-year-out", test_bands);

  return g_test_run ();
}
