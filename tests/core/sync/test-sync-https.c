/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nginx-server.h"
#include "sync-fixture.h"

#include <string.h>

#include "sync/sk-sync-error.h"

typedef SyncFixture Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 200);

  sync_fixture_set_up (fixture, data);
  fixture->server = nginx_server_new (fixture->folder, fixture->web);
  publish (fixture, "feed.json", feed);
  publish (fixture, "brotli/feed.json", feed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_tls_backend_set_default_database (g_tls_backend_get_default (), NULL);
  g_clear_pointer ((NginxServer **) &fixture->server, nginx_server_free);
  sync_fixture_tear_down (fixture, data);
}

static SkSyncReport *
sync_secure (Fixture    *fixture,
             const char *path)
{
  g_autofree char *url = nginx_server_get_secure_url (fixture->server, path);

  return sync_fixture_sync (fixture, url);
}

static void
test_trusted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (SkSyncReport) first = NULL;
  g_autoptr (SkSyncReport) second = NULL;
  g_auto (GStrv) log = NULL;

  nginx_server_trust (fixture->server);
  first = sync_secure (fixture, "feed.json");
  assert_report (first, 200, 0, 0, 0);
  second = sync_secure (fixture, "feed.json");
  g_assert_true (second->not_modified);
  g_assert_cmpuint (second->bytes, ==, 0);

  log = nginx_server_take_log (fixture->server, 2);
  g_assert_nonnull (strstr (log[0], " HTTP/2.0 "));
  g_assert_true (g_str_has_prefix (log[1], "304 "));
}

static void
test_not_trusted (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = sync_secure (fixture, "feed.json");

  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_TLS);
  assert_says (report->error, "not secure");
  g_assert_cmpuint (report->requests, ==, 1);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 0);
}

/* Where http is meant, others on the way may expect what they know. */
static void
test_brotli (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 200);
  g_autoptr (SkSyncReport) report = NULL;
  g_auto (GStrv) log = NULL;

  nginx_server_trust (fixture->server);
  report = sync_secure (fixture, "brotli/feed.json");
  assert_report (report, 200, 0, 0, 0);
  g_assert_cmpuint (report->bytes, >, 0);
  g_assert_cmpuint (report->bytes, <, strlen (feed) / 4);

  log = nginx_server_take_log (fixture->server, 1);
  g_assert_true (g_str_has_prefix (log[0], "200 br "));
}

static void
test_upgraded (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *url = nginx_server_get_url (fixture->server, "upgraded/");
  g_autoptr (SkSyncReport) report = NULL;

  nginx_server_trust (fixture->server);
  report = sync_fixture_sync (fixture, url);
  assert_report (report, 200, 0, 0, 0);
  g_assert_cmpuint (report->requests, ==, 2);
}

static void
test_downgraded (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;

  nginx_server_trust (fixture->server);
  report = sync_secure (fixture, "downgraded/");
  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_REDIRECT);
  assert_says (report->error, "http://127.0.0.1");
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 0);
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;

  nginx_server_trust (fixture->server);
  fixture->limits.max_bytes = 10000;
  sync_fixture_limit (fixture);
  report = sync_secure (fixture, "brotli/feed.json");
  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_TOO_LARGE);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 0);
}

#define ADD(path, func) g_test_add ("/sync/https/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  ADD ("a-server-that-proves-itself-is-read", test_trusted);
  ADD ("a-server-that-does-not-is-left", test_not_trusted);
  ADD ("brotli-is-read", test_brotli);
  ADD ("what-decompresses-beyond-the-limit-is-refused", test_too_large);
  ADD ("http-may-redirect-to-https", test_upgraded);
  ADD ("https-may-not-redirect-to-http", test_downgraded);

  return g_test_run ();
}
