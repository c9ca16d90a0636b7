/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rough-fixture.h"

#include <string.h>

typedef SyncFixture Fixture;

static void
answer_feed (Fixture *fixture)
{
  g_autofree char *feed = make_feed ("Tool", 0, 3);
  g_autofree char *head = g_strdup_printf ("200 OK\r\nContent-Length: %zu", strlen (feed));

  rough_server_answer (fixture->server, head, feed, -1, ROUGH_NOWHERE);
}

static void
test_comes_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;

  rough_server_answer (fixture->server, "503 Service Unavailable", "", 0, ROUGH_NOWHERE);
  rough_server_answer (fixture->server, NULL, NULL, 0, ROUGH_NOWHERE);
  answer_feed (fixture);
  report = rough_fixture_sync (fixture);
  assert_report (report, 3, 0, 0, 0);
  g_assert_cmpuint (report->requests, ==, 3);
}

static void
test_changed_on_the_way (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 3);
  g_autoptr (SkSyncReport) report = NULL;

  rough_server_answer (fixture->server, "203 Non-Authoritative Information", feed, -1,
                       ROUGH_NOWHERE);
  report = rough_fixture_sync (fixture);
  assert_report (report, 3, 0, 0, 0);
}

static gint64
get_pause (Fixture *fixture,
           guint    nth)
{
  return rough_server_get_time (fixture->server, nth + 1) -
         rough_server_get_time (fixture->server, nth);
}

static void
check_retry_after (Fixture    *fixture,
                   const char *when)
{
  g_autofree char *head = g_strconcat ("503 Service Unavailable\r\nRetry-After: ", when, NULL);
  g_autoptr (SkSyncReport) report = NULL;

  rough_server_answer (fixture->server, head, "", 0, ROUGH_NOWHERE);
  answer_feed (fixture);
  report = rough_fixture_sync (fixture);
  assert_report (report, 3, 0, 0, 0);
  g_assert_cmpuint (report->requests, ==, 2);
}

static void
test_retry_after_seconds (Fixture       *fixture,
                          gconstpointer  data)
{
  check_retry_after (fixture, "1");
  g_assert_cmpint (get_pause (fixture, 0), >=, G_USEC_PER_SEC);
}

static void
test_retry_after_date (Fixture       *fixture,
                       gconstpointer  data)
{
  const gint64 passed = g_get_real_time () - g_get_monotonic_time ();
  const gint64 then = g_get_real_time () / G_USEC_PER_SEC + 2;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (then);
  g_autofree char *date = g_date_time_format (time, "%a, %d %b %Y %H:%M:%S GMT");

  check_retry_after (fixture, date);
  /* It counts in milliseconds. */
  g_assert_cmpint (passed + rough_server_get_time (fixture->server, 1), >=,
                   then * G_USEC_PER_SEC - 1000);
}

static void
test_backoff (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;

  fixture->limits.max_attempts = 5;
  fixture->limits.backoff_ms = 40;
  fixture->limits.max_backoff_ms = 160;
  sync_fixture_limit (fixture);
  rough_server_answer (fixture->server, "500 Internal Server Error", "", 0, ROUGH_NOWHERE);
  report = rough_fixture_sync (fixture);
  g_assert_cmpuint (rough_server_get_n_requests (fixture->server), ==, 5);

  /* Half of 40, 80, 160 and again 160 milliseconds is the least. */
  g_assert_cmpint (get_pause (fixture, 0), >=, 20 * 1000);
  g_assert_cmpint (get_pause (fixture, 1), >=, 40 * 1000);
  g_assert_cmpint (get_pause (fixture, 2), >=, 80 * 1000);
  g_assert_cmpint (get_pause (fixture, 3), >=, 80 * 1000);
}

static void
test_jitter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;
  gint64 shortest = G_MAXINT64;
  gint64 longest = 0;

  fixture->limits.max_attempts = 12;
  fixture->limits.backoff_ms = 60;
  fixture->limits.max_backoff_ms = 60;
  sync_fixture_limit (fixture);
  rough_server_answer (fixture->server, "500 Internal Server Error", "", 0, ROUGH_NOWHERE);
  report = rough_fixture_sync (fixture);

  for (guint i = 0; i < 11; i++)
    {
      shortest = MIN (shortest, get_pause (fixture, i));
      longest = MAX (longest, get_pause (fixture, i));
    }

  /* Of eleven pauses between 30 and 60 milliseconds. */
  g_assert_cmpint (longest - shortest, >, 8 * 1000);
}

#define ADD(path, func) g_test_add ("/sync/retries/" path, Fixture, NULL, rough_fixture_set_up, func, rough_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  ADD ("a-failure-that-passes-is-tried-again", test_comes_back);
  ADD ("what-a-proxy-changed-is-taken", test_changed_on_the_way);
  ADD ("retry-after-is-honoured-in-seconds", test_retry_after_seconds);
  ADD ("retry-after-is-honoured-as-a-date", test_retry_after_date);
  ADD ("pauses-grow-up-to-a-limit", test_backoff);
  ADD ("pauses-differ", test_jitter);

  return g_test_run ();
}
