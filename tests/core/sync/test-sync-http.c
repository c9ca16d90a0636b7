/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nginx-server.h"
#include "sync-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/sk-store-error.h"
#include "sync/sk-sync-error.h"

#define NEVER "2999-01-01T00:00:00Z"

typedef SyncFixture Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  sync_fixture_set_up (fixture, data);
  fixture->server = nginx_server_new (fixture->folder, fixture->web);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_pointer ((NginxServer **) &fixture->server, nginx_server_free);
  sync_fixture_tear_down (fixture, data);
}

static SkSyncReport *
sync_path (Fixture    *fixture,
           const char *path)
{
  g_autofree char *url = nginx_server_get_url (fixture->server, path);

  return sync_fixture_sync (fixture, url);
}

static SkSource *
find_source (Fixture    *fixture,
             const char *path)
{
  g_autofree char *url = nginx_server_get_url (fixture->server, path);

  return sync_fixture_source (fixture, url);
}

static void
test_feed (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 20);
  g_autoptr (SkSyncReport) report = NULL;
  SkSource *source;

  publish (fixture, "feed.json", feed);
  report = sync_path (fixture, "feed.json");
  assert_report (report, 20, 0, 0, 0);
  g_assert_cmpuint (report->requests, ==, 1);
  g_assert_cmpuint (report->bytes, ==, strlen (feed));
  g_assert_cmpstr (report->name, ==, "A feed");
  g_assert_false (report->not_modified);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 20);

  source = find_source (fixture, "feed.json");
  g_assert_cmpint (sk_source_get_state (source), ==, SK_SOURCE_FRESH);
  g_assert_cmpstr (sk_source_get_name (source), ==, "A feed");
  g_assert_cmpuint (sk_source_get_resources (source), ==, 20);
  g_assert_cmpint (sk_source_get_signature (source), ==, SK_SIGNATURE_NOT_CHECKED);
  g_assert_cmpint (sk_catalogue_get_last_sync (fixture->catalogue), >, 0);
}

static void
test_changed (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *first = make_feed ("Tool", 0, 20);
  g_autofree char *second = make_feed ("Game", 15, 10);
  g_autofree char *name = NULL;
  g_autoptr (SkSyncReport) before = NULL;
  g_autoptr (SkSyncReport) after = NULL;

  publish (fixture, "feed.json", first);
  before = sync_path (fixture, "feed.json");
  publish (fixture, "feed.json", second);
  after = sync_path (fixture, "feed.json");
  assert_report (after, 5, 5, 15, 0);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 10);

  name = sync_fixture_name (fixture, "https://example.org/r/15");
  g_assert_cmpstr (name, ==, "Game 15");
}

static void
check_not_modified (Fixture    *fixture,
                    const char *path)
{
  g_autofree char *feed = make_feed ("Tool", 0, 20);
  g_autoptr (SkSyncReport) first = NULL;
  g_autoptr (SkSyncReport) second = NULL;
  g_autoptr (SkIndex) index = NULL;
  g_auto (GStrv) log = NULL;

  publish (fixture, path, feed);
  first = sync_path (fixture, path);
  assert_report (first, 20, 0, 0, 0);
  index = g_object_ref (sk_catalogue_get_index (fixture->catalogue));

  second = sync_path (fixture, path);
  assert_report (second, 0, 0, 0, 20);
  g_assert_true (second->not_modified);
  g_assert_cmpuint (second->requests, ==, 1);
  g_assert_cmpuint (second->bytes, ==, 0);
  g_assert_true (sk_catalogue_get_index (fixture->catalogue) == index);

  log = nginx_server_take_log (fixture->server, 2);
  g_assert_true (g_str_has_prefix (log[0], "200 "));
  g_assert_true (g_str_has_prefix (log[1], "304 "));
}

static void
test_etag (Fixture      *fixture,
           gconstpointer data)
{
  check_not_modified (fixture, "feed.json");
}

static void
test_last_modified (Fixture      *fixture,
                    gconstpointer data)
{
  check_not_modified (fixture, "dated/feed.json");
}

static void
test_gzip (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 200);
  g_autoptr (SkSyncReport) report = NULL;
  g_auto (GStrv) log = NULL;

  publish (fixture, "gzip/feed.json", feed);
  report = sync_path (fixture, "gzip/feed.json");
  assert_report (report, 200, 0, 0, 0);
  g_assert_cmpuint (report->bytes, >, 0);
  g_assert_cmpuint (report->bytes, <, strlen (feed) / 4);

  log = nginx_server_take_log (fixture->server, 1);
  g_assert_true (g_str_has_prefix (log[0], "200 gzip "));
}

static void
test_redirect (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 3);
  g_autoptr (SkSyncReport) report = NULL;
  g_autoptr (SkSyncReport) again = NULL;

  publish (fixture, "feed.json", feed);
  report = sync_path (fixture, "away/");
  assert_report (report, 3, 0, 0, 0);
  g_assert_cmpuint (report->requests, ==, 3);

  again = sync_path (fixture, "away/");
  g_assert_true (again->not_modified);
  g_assert_cmpuint (again->bytes, <, strlen (feed) * 2);
}

static void
test_published (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *one = make_feed ("Tool", 0, 10);
  g_autofree char *two = make_feed ("Tool", 10, 10);
  g_autofree char *three = make_feed ("Tool", 20, 10);
  g_autofree char *changed = make_feed ("Game", 10, 10);
  g_autoptr (SkSyncReport) first = NULL;
  g_autoptr (SkSyncReport) unchanged = NULL;
  g_autoptr (SkSyncReport) second = NULL;
  g_auto (GStrv) log = NULL;

  publish_index (fixture, 1, NEVER, one, two, three, NULL);
  first = sync_path (fixture, "index.json");
  assert_report (first, 30, 0, 0, 0);
  g_assert_cmpuint (first->requests, ==, 4);

  unchanged = sync_path (fixture, "index.json");
  assert_report (unchanged, 0, 0, 0, 30);
  g_assert_cmpuint (unchanged->requests, ==, 1);
  g_assert_cmpuint (unchanged->bytes, ==, 0);

  publish_index (fixture, 2, NEVER, one, changed, three, NULL);
  second = sync_path (fixture, "index.json");
  assert_report (second, 0, 10, 0, 20);
  g_assert_cmpuint (second->requests, ==, 2);

  log = nginx_server_take_log (fixture->server, 7);
  g_assert_true (g_str_has_suffix (log[5], "/index.json"));
  g_assert_nonnull (strstr (log[6], "/pages/"));
}

static void
test_page_gone (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *one = make_feed ("Tool", 0, 10);
  g_autofree char *two = make_feed ("Tool", 10, 10);
  g_autoptr (SkSyncReport) first = NULL;
  g_autoptr (SkSyncReport) second = NULL;

  publish_index (fixture, 1, NEVER, one, two, NULL);
  first = sync_path (fixture, "index.json");
  publish_index (fixture, 2, NEVER, one, NULL);
  second = sync_path (fixture, "index.json");
  assert_report (second, 0, 0, 10, 10);
  g_assert_cmpuint (second->requests, ==, 1);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 10);
}

static char *
find_page_path (const char *page)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, page, -1);

  return g_strdup_printf ("pages/%.16s.json", sha256);
}

/* A first sync of ten records, then an index whose second page is spoilt. */
static SkSyncReport *
sync_spoilt (Fixture    *fixture,
             const char *spoilt)
{
  g_autofree char *one = make_feed ("Tool", 0, 10);
  g_autofree char *two = make_feed ("Tool", 10, 10);
  g_autofree char *path = find_page_path (two);
  g_autoptr (SkSyncReport) first = NULL;
  SkSyncReport *second;

  publish_index (fixture, 1, NEVER, one, NULL);
  first = sync_path (fixture, "index.json");
  assert_report (first, 10, 0, 0, 0);

  publish_index (fixture, 2, NEVER, one, two, NULL);
  publish (fixture, path, spoilt);
  second = sync_path (fixture, "index.json");
  g_assert_nonnull (second->error);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 10);
  g_assert_cmpint (sk_source_get_state (find_source (fixture, "index.json")), ==, SK_SOURCE_FAILED);
  g_assert_cmpstr (sk_source_get_message (find_source (fixture, "index.json")), ==,
                   second->error->message);
  return second;
}

static void
test_page_of_other_hash (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *other = make_feed ("Fool", 10, 10);
  g_autoptr (SkSyncReport) report = sync_spoilt (fixture, other);

  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_PAGE);
  assert_says (report->error, "SHA-256");
}

static void
test_page_too_long (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *other = make_feed ("Tool", 10, 11);
  g_autoptr (SkSyncReport) report = sync_spoilt (fixture, other);

  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_PAGE);
  assert_says (report->error, "larger than");
}

static void
test_page_is_login (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (SkSyncReport) report
      = sync_spoilt (fixture, "<!DOCTYPE html><title>Hotel</title><form>Log in</form>");

  g_assert_error (report->error, SK_FEED_ERROR, SK_FEED_ERROR_NOT_A_FEED);
  assert_says (report->error, "log in");
}

static void
test_page_missing (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *one = make_feed ("Tool", 0, 10);
  g_autofree char *path = find_page_path (one);
  g_autofree char *file = g_build_filename (fixture->web, path, NULL);
  g_autoptr (SkSyncReport) report = NULL;

  publish_index (fixture, 1, NEVER, one, NULL);
  g_assert_cmpint (g_remove (file), ==, 0);
  report = sync_path (fixture, "index.json");
  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_NOT_FOUND);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 0);
}

static void
test_vocabulary_page (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *one = make_feed ("Tool", 0, 10);
  g_autoptr (SkSyncReport) report = NULL;

  publish_index (fixture, 1, NEVER, one,
                 "{\"@context\": \"https://w3id.org/kim/skos\", \"id\": \"https://example.org/t\","
                 " \"type\": \"ConceptScheme\", \"hasTopConcept\": []}",
                 NULL);
  report = sync_path (fixture, "index.json");
  assert_report (report, 10, 0, 0, 0);
}

static void
check_page_address (Fixture    *fixture,
                    const char *page)
{
  g_autofree char *index = g_strdup_printf (
    "{\"type\": \"DataFeed\", \"name\": \"Feed\", \"version\": 1, \"distribution\": [{\"type\":"
    " \"DataDownload\", \"contentUrl\": \"%s\", \"contentSize\": \"10\", \"sha256\": \"%064u\"}]}",
    page, 0);
  g_autoptr (SkSyncReport) report = NULL;

  publish (fixture, "index.json", index);
  report = sync_path (fixture, "index.json");
  assert_says (report->error, "without a usable address");
  g_assert_cmpuint (report->requests, ==, 1);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 0);
}

static void
test_page_elsewhere (Fixture       *fixture,
                     gconstpointer  data)
{
  check_page_address (fixture, "file:///etc/hosts");
  check_page_address (fixture, "javascript:alert(1)");
  check_page_address (fixture, "ftp://example.org/page.json");
}

static void
test_older_version (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *one = make_feed ("Tool", 0, 10);
  g_autofree char *two = make_feed ("Tool", 0, 3);
  g_autoptr (SkSyncReport) first = NULL;
  g_autoptr (SkSyncReport) older = NULL;
  g_autoptr (SkSyncReport) same = NULL;

  publish_index (fixture, 7, NEVER, one, NULL);
  first = sync_path (fixture, "index.json");

  publish_index (fixture, 6, NEVER, two, NULL);
  older = sync_path (fixture, "index.json");
  g_assert_error (older->error, SK_SYNC_ERROR, SK_SYNC_ERROR_OLDER);
  assert_says (older->error, "version 6");

  publish_index (fixture, 7, NEVER, two, NULL);
  same = sync_path (fixture, "index.json");
  g_assert_error (same->error, SK_SYNC_ERROR, SK_SYNC_ERROR_OLDER);
  assert_says (same->error, "without a new version number");
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 10);
}

static void
test_expired (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *one = make_feed ("Tool", 0, 10);
  g_autoptr (SkSyncReport) report = NULL;
  SkSource *source;

  publish_index (fixture, 1, "2020-01-01T00:00:00Z", one, NULL);
  report = sync_path (fixture, "index.json");
  assert_report (report, 10, 0, 0, 0);

  source = find_source (fixture, "index.json");
  g_assert_cmpint (sk_source_get_state (source), ==, SK_SOURCE_FRESH);
  g_assert_nonnull (strstr (sk_source_get_message (source), "not refreshed"));
}

static void
test_next (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *one = make_linked ("Tool", 0, 10, "two.json");
  g_autofree char *two = make_linked ("Tool", 10, 10, "/three.json");
  g_autofree char *three = make_linked ("Tool", 20, 10, "feed.json");
  g_autofree char *changed = make_linked ("Game", 10, 10, "/three.json");
  g_autoptr (SkSyncReport) first = NULL;
  g_autoptr (SkSyncReport) second = NULL;
  g_autoptr (SkSyncReport) third = NULL;

  publish (fixture, "feed.json", one);
  publish (fixture, "two.json", two);
  publish (fixture, "three.json", three);
  first = sync_path (fixture, "feed.json");
  assert_report (first, 30, 0, 0, 0);
  g_assert_cmpuint (first->requests, ==, 3);

  second = sync_path (fixture, "feed.json");
  g_assert_true (second->not_modified);
  g_assert_cmpuint (second->bytes, ==, 0);

  publish (fixture, "two.json", changed);
  third = sync_path (fixture, "feed.json");
  assert_report (third, 0, 10, 0, 20);
  g_assert_cmpuint (third->bytes, ==, strlen (changed));
}

/* A document of which a record was left out is read anew each time, for that may change. */
static void
test_next_incomplete (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *one = make_linked ("Tool", 0, 10, "two.json");
  g_autofree char *two = make_linked ("Game", 9, 10, NULL);
  g_autoptr (SkSyncReport) first = NULL;
  g_autoptr (SkSyncReport) second = NULL;

  publish (fixture, "feed.json", one);
  publish (fixture, "two.json", two);
  first = sync_path (fixture, "feed.json");
  assert_report (first, 19, 0, 0, 0);
  g_assert_cmpuint (first->refused, ==, 1);

  second = sync_path (fixture, "feed.json");
  assert_report (second, 0, 0, 0, 19);
  g_assert_cmpuint (second->requests, ==, 2);
  g_assert_cmpuint (second->bytes, ==, strlen (two));
}

static void
test_next_elsewhere (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *feed = make_linked ("Tool", 0, 10, "http://other.example/feed.json");
  g_autofree char *file = make_linked ("Tool", 0, 10, "file:///etc/hosts");
  g_autoptr (SkSyncReport) elsewhere = NULL;
  g_autoptr (SkSyncReport) local = NULL;

  publish (fixture, "feed.json", feed);
  elsewhere = sync_path (fixture, "feed.json");
  g_assert_error (elsewhere->error, SK_SYNC_ERROR, SK_SYNC_ERROR_PAGING);

  publish (fixture, "feed.json", file);
  local = sync_path (fixture, "feed.json");
  g_assert_error (local->error, SK_SYNC_ERROR, SK_SYNC_ERROR_PAGING);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 0);
}

static void
check_status (Fixture    *fixture,
              const char *path,
              int         code,
              const char *words,
              guint       n_requests)
{
  g_autoptr (SkSyncReport) report = sync_path (fixture, path);

  g_assert_error (report->error, SK_SYNC_ERROR, code);
  assert_says (report->error, words);
  g_assert_cmpuint (report->requests, ==, n_requests);
  g_assert_nonnull (find_source (fixture, path));
}

static void
test_statuses (Fixture      *fixture,
               gconstpointer data)
{
  check_status (fixture, "nothing.json", SK_SYNC_ERROR_NOT_FOUND, "nothing at", 1);
  check_status (fixture, "closed/", SK_SYNC_ERROR_DENIED, "not open to everyone", 1);
  check_status (fixture, "broken/", SK_SYNC_ERROR_SERVER, "500", 3);
  g_assert_false (sk_catalogue_get_offline (fixture->catalogue));
}

static void
test_many_at_once (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *good = make_feed ("Tool", 0, 10);
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) urls = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *path = g_strdup_printf ("feed-%u.json", i);

      if (i != 4)
        publish (fixture, path, good);
      g_strv_builder_take (builder, nginx_server_get_url (fixture->server, path));
    }

  urls = g_strv_builder_end (builder);
  reports = sync_fixture_sync_all (fixture, (const char * const *) urls, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 9);
  for (guint i = 0; i < 9; i++)
    {
      const SkSyncReport *report = g_ptr_array_index (reports, i);

      g_assert_cmpstr (report->url, ==, urls[i]);
      g_assert_cmpint (report->error != NULL, ==, i == 4);
    }
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 10);
}

#define ADD(path, func) g_test_add ("/sync/http/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  ADD ("a-feed-is-fetched-in-one-request", test_feed);
  ADD ("a-changed-feed-adds-changes-and-withdraws", test_changed);
  ADD ("an-etag-saves-the-body", test_etag);
  ADD ("a-date-saves-the-body", test_last_modified);
  ADD ("gzip-is-read", test_gzip);
  ADD ("a-redirect-is-followed", test_redirect);
  ADD ("of-a-published-feed-only-changed-pages-come", test_published);
  ADD ("records-of-a-page-that-went-are-withdrawn", test_page_gone);
  ADD ("a-page-of-another-hash-is-refused", test_page_of_other_hash);
  ADD ("a-page-longer-than-its-index-says-is-refused", test_page_too_long);
  ADD ("a-login-page-in-place-of-a-page-is-named", test_page_is_login);
  ADD ("a-page-that-is-not-there-is-named", test_page_missing);
  ADD ("a-vocabulary-listed-as-a-page-has-no-records", test_vocabulary_page);
  ADD ("a-page-that-is-no-web-page-is-not-opened", test_page_elsewhere);
  ADD ("an-older-version-is-refused", test_older_version);
  ADD ("an-expired-feed-works-and-says-so", test_expired);
  ADD ("next-is-followed-to-its-end", test_next);
  ADD ("next-that-was-not-read-whole-is-read-again", test_next_incomplete);
  ADD ("next-on-another-server-is-refused", test_next_elsewhere);
  ADD ("a-refusing-server-is-named-by-its-status", test_statuses);
  ADD ("a-source-that-fails-leaves-the-others-alone", test_many_at_once);

  return g_test_run ();
}
