/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-session.h"

static void
assert_next (const char *now,
             const char *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Brussels");
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, zone);
  g_autoptr (GDateTime) next = sk_safer_internet_day_next (time);
  g_autofree char *text = g_date_time_format (next, "%Y-%m-%dT%H:%M");

  g_assert_cmpstr (text, ==, expected);
}

/* The days on which it was. */
static void
test_past_years (void)
{
  const char * const days[] = {"2018-02-06", "2019-02-05", "2020-02-11", "2021-02-09",
                               "2022-02-08", "2023-02-07", "2024-02-06", "2025-02-11",
                               "2026-02-10", "2027-02-09"};

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *new_year = g_strdup_printf ("%.4s-01-01T00:00:00", days[i]);
      g_autofree char *expected = g_strconcat (days[i], "T10:00", NULL);

      assert_next (new_year, expected);
    }
}

static void
test_of_all_years (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (int year = 1970; year < 2200; year++)
    {
      g_autoptr (GDateTime) new_year = g_date_time_new (zone, year, 1, 1, 0, 0, 0);
      g_autoptr (GDateTime) day = sk_safer_internet_day_next (new_year);

      g_assert_cmpint (g_date_time_get_year (day), ==, year);
      g_assert_cmpint (g_date_time_get_month (day), ==, G_DATE_FEBRUARY);
      g_assert_cmpint (g_date_time_get_day_of_week (day), ==, G_DATE_TUESDAY);
      g_assert_cmpint (g_date_time_get_day_of_month (day), >=, 5);
      g_assert_cmpint (g_date_time_get_day_of_month (day), <=, 11);
    }
}

static void
test_next (void)
{
  assert_next ("2026-11-25T03:00:00", "2027-02-09T10:00");
  assert_next ("2027-02-09T10:00:00", "2027-02-09T10:00");
  assert_next ("2027-02-09T10:01:00", "2028-02-08T10:00");
  assert_next ("2027-12-31T23:59:00", "2028-02-08T10:00");
}

/* Ten o'clock where the person is, whatever day it is elsewhere. */
static void
test_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Pacific/Auckland");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2027, 2, 1, 12, 0, 0);
  g_autoptr (GDateTime) next = sk_safer_internet_day_next (now);
  g_autofree char *text = g_date_time_format (next, "%Y-%m-%dT%H:%M%z");

  g_assert_cmpstr (text, ==, "2027-02-09T10:00+1300");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/safer-internet-day/is-when-it-was", test_past_years);
  g_test_add_func ("/session/safer-internet-day/is-the-tuesday-on-5-to-11-february",
                   test_of_all_years);
  g_test_add_func ("/session/safer-internet-day/the-next-one-is-not-past", test_next);
  g_test_add_func ("/session/safer-internet-day/begins-at-ten-where-one-is", test_zone);

  return g_test_run ();
}
