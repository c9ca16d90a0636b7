/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sk-date.h"

#define DAY (24 * 60 * 60)
#define FEBRUARY_10 G_GINT64_CONSTANT (1770681600) /* 2026-02-10 at midnight in UTC */

static void
assert_moment (const char *text,
               gint64      expected)
{
  gint64 seconds = 0;

  g_test_message ("%s", text);
  g_assert_true (sk_date_parse (text, &seconds));
  g_assert_cmpint (seconds, ==, expected);
}

static void
test_day (void)
{
  assert_moment ("2026-02-10", FEBRUARY_10);
  assert_moment ("1970-01-01", 0);
  assert_moment ("1969-12-31", -DAY);
  assert_moment ("2024-02-29", FEBRUARY_10 - 712 * DAY);
}

static void
test_clock (void)
{
  assert_moment ("2026-02-10T09:30", FEBRUARY_10 + 9 * 3600 + 30 * 60);
  assert_moment ("2026-02-10T09:30:15", FEBRUARY_10 + 9 * 3600 + 30 * 60 + 15);
  assert_moment ("2026-02-10T09:30:15.999999", FEBRUARY_10 + 9 * 3600 + 30 * 60 + 15);
}

static void
test_zone (void)
{
  assert_moment ("2026-02-10T00:00:00Z", FEBRUARY_10);
  assert_moment ("2026-02-10T01:00:00+01:00", FEBRUARY_10);
  assert_moment ("2026-02-10T02:00:00+0200", FEBRUARY_10);
  assert_moment ("2026-02-09T18:30-05:30", FEBRUARY_10);
  assert_moment ("2026-02-10T00:00", FEBRUARY_10);
}

static void
test_no_date (void)
{
  static const char * const texts[] = {
    "",
    "2026",
    "2026-02",
    "2026-2-1",
    "10-02-2026",
    "2026/02/10",
    "20260210",
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-02-10T",
    "2026-02-10T9:30",
    "2026-02-10T25:00",
    "2026-02-10T09:61",
    "2026-02-10T09:30:",
    "2026-02-10T09:30:15.",
    "2026-02-10T09:30+25:00",
    "2026-02-10T09:30+01:60",
    "2026-02-10T09:30 CET",
    "2026-02-10 09:30",
    "2026-02-10x",
    " 2026-02-10",
    "-2026-02-10",
    "٢٠٢٦-02-10",
    "in February",
  };
  gint64 seconds;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_false (sk_date_parse (texts[i], &seconds));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/date/a-day-is-its-midnight", test_day);
  g_test_add_func ("/model/date/a-clock-is-read-to-the-second", test_clock);
  g_test_add_func ("/model/date/a-zone-is-taken-off", test_zone);
  g_test_add_func ("/model/date/what-is-no-whole-date-is-none", test_no_date);

  return g_test_run ();
}
