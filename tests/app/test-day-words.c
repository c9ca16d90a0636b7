/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "browse/sk-day-words.h"

static GDateTime *
at (const char *iso)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  return g_date_time_new_from_iso8601 (iso, zone);
}

static void
reads (const char *now_iso,
       int         n_days,
       const char *beside,
       const char *aloud)
{
  g_autoptr (GDateTime) now = at (now_iso);
  g_autoptr (GDateTime) day = at ("2027-02-09T10:00:00");
  const int counted = sk_day_words_count (now, day);
  g_autofree char *until = sk_day_words_until (NULL, counted);
  g_autofree char *said = sk_day_words_aloud (NULL, counted, day);

  g_assert_cmpint (counted, ==, n_days);
  g_assert_cmpstr (until, ==, beside);
  g_assert_cmpstr (said, ==, aloud);
}

static void
test_days_before (void)
{
  reads ("2026-11-23T23:59:00", 78, "days until Safer Internet Day",
         "78 days until Safer Internet Day, Tuesday 9 February 2027");
}

static void
test_the_day_before (void)
{
  reads ("2027-02-08T00:01:00", 1, "day until Safer Internet Day",
         "1 day until Safer Internet Day, Tuesday 9 February 2027");
}

/* Whatever the hour. */
static void
test_on_the_day (void)
{
  reads ("2027-02-09T00:00:00", 0, "Safer Internet Day",
         "It’s today: Safer Internet Day, Tuesday 9 February 2027");
  reads ("2027-02-09T23:59:59", 0, "Safer Internet Day",
         "It’s today: Safer Internet Day, Tuesday 9 February 2027");
}

static void
test_the_day_after (void)
{
  g_autoptr (GDateTime) now = at ("2027-02-10T00:00:00");
  g_autoptr (GDateTime) day = at ("2027-02-09T10:00:00");

  g_assert_cmpint (sk_day_words_count (now, day), ==, -1);
}

static void
test_far_off (void)
{
  g_autoptr (GDateTime) now = at ("2026-05-01T12:00:00");
  g_autoptr (GDateTime) day = at ("2027-02-09T10:00:00");
  const int n_days = sk_day_words_count (now, day);
  g_autofree char *line = sk_day_words_in ("Media Week", n_days);

  g_assert_cmpint (n_days, ==, 284);
  g_assert_cmpstr (line, ==, "Media Week, in 284 days");
}

static void
test_midnight (void)
{
  g_autoptr (GDateTime) evening = at ("2027-02-08T23:59:00");
  g_autoptr (GDateTime) last = at ("9999-12-31T23:59:00");

  g_assert_cmpuint (sk_day_words_midnight (evening), ==, 61);
  g_assert_cmpuint (sk_day_words_midnight (last), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-words/days-before", test_days_before);
  g_test_add_func ("/day-words/the-day-before", test_the_day_before);
  g_test_add_func ("/day-words/on-the-day", test_on_the_day);
  g_test_add_func ("/day-words/the-day-after", test_the_day_after);
  g_test_add_func ("/day-words/far-off", test_far_off);
  g_test_add_func ("/day-words/midnight", test_midnight);
  return g_test_run ();
}
