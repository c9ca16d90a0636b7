/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/sk-file-lock.h"
#include "sync/sk-sync-error.h"

#define NEVER "2999-01-01T00:00:00Z"

typedef SyncFixture Fixture;

static SkSyncReport *
sync_path (Fixture    *fixture,
           const char *path)
{
  g_autofree char *file = published (fixture, path);

  return sync_fixture_sync (fixture, file);
}

static SkSource *
find_source (Fixture    *fixture,
             const char *path)
{
  g_autofree char *file = published (fixture, path);
  g_autofree char *url = g_filename_to_uri (file, NULL, NULL);

  return sync_fixture_source (fixture, url);
}

static void
test_unchanged (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 20);
  g_autoptr (SkSyncReport) first = NULL;
  g_autoptr (SkSyncReport) second = NULL;

  publish (fixture, "feed.json", feed);
  first = sync_path (fixture, "feed.json");
  assert_report (first, 20, 0, 0, 0);
  g_assert_cmpuint (first->bytes, ==, strlen (feed));
  g_assert_cmpuint (first->requests, ==, 0);

  second = sync_path (fixture, "feed.json");
  assert_report (second, 0, 0, 0, 20);
  g_assert_true (second->not_modified);
  g_assert_cmpuint (second->bytes, ==, 0);
}

static void
test_published (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *one = make_feed ("Tool", 0, 10);
  g_autofree char *two = make_feed ("Tool", 10, 10);
  g_autofree char *changed = make_feed ("Game", 10, 10);
  g_autoptr (SkSyncReport) first = NULL;
  g_autoptr (SkSyncReport) second = NULL;

  publish_index (fixture, 1, NEVER, one, two, NULL);
  first = sync_path (fixture, "index.json");
  assert_report (first, 20, 0, 0, 0);
  g_assert_cmpstr (first->name, ==, "Feed");

  publish_index (fixture, 2, NEVER, one, changed, NULL);
  second = sync_path (fixture, "index.json");
  assert_report (second, 0, 10, 0, 10);
}

static void
test_huge_index (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *one = make_feed ("Tool", 0, 10);
  g_autofree char *path = published (fixture, "index.json");
  g_autofree char *index = NULL;
  g_autofree char *blanks = g_strnfill (8 * 1024 * 1024, ' ');
  g_autofree char *padded = NULL;
  g_autoptr (SkSyncReport) report = NULL;

  publish_index (fixture, 1, NEVER, one, NULL);
  g_assert_true (g_file_get_contents (path, &index, NULL, NULL));
  padded = g_strconcat (index, blanks, NULL);
  publish (fixture, "index.json", padded);
  report = sync_path (fixture, "index.json");
  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_TOO_LARGE);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 0);
}

static void
test_tombstone (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 2);
  g_autofree char *name = NULL;
  g_autoptr (SkSyncReport) before = NULL;
  g_autoptr (SkSyncReport) after = NULL;

  publish (fixture, "feed.json", feed);
  before = sync_path (fixture, "feed.json");
  assert_report (before, 2, 0, 0, 0);

  publish (
    fixture, "feed.json",
    "{\"type\": \"DataFeed\", \"dataFeedElement\": [{\"type\": \"DataFeedItem\","
    " \"dateDeleted\": \"2026-10-01T12:00:00Z\", \"item\": {\"id\": \"https://example.org/r/0\"}},"
    " {\"type\": \"DataFeedItem\", \"item\": {\"id\": \"https://example.org/r/1\", \"type\":"
    " [\"LearningResource\"], \"name\": \"Tool 1\"}}]}");
  after = sync_path (fixture, "feed.json");
  g_assert_no_error (after->error);
  g_assert_cmpuint (after->withdrawn, ==, 1);
  g_assert_cmpuint (after->refused, ==, 0);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 1);
  name = sync_fixture_name (fixture, "https://example.org/r/0");
  g_assert_null (name);
}

static void
test_id_in_two_pages (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *one = make_feed ("First", 0, 10);
  g_autofree char *two = make_feed ("Second", 9, 10);
  g_autofree char *name = NULL;
  g_autoptr (SkSyncReport) report = NULL;

  publish_index (fixture, 1, NEVER, one, two, NULL);
  report = sync_path (fixture, "index.json");
  assert_report (report, 19, 0, 0, 0);
  g_assert_cmpuint (report->refused, ==, 1);
  g_assert_cmpuint (report->problems->len, ==, 1);
  g_assert_cmpstr (sk_feed_problem_get_id (report->problems->pdata[0]), ==,
                   "https://example.org/r/9");
  name = sync_fixture_name (fixture, "https://example.org/r/9");
  g_assert_cmpstr (name, ==, "First 9");
}

static void
test_not_one_usable (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 3);
  g_autoptr (SkSyncReport) before = NULL;
  g_autoptr (SkSyncReport) after = NULL;

  publish (fixture, "feed.json", feed);
  before = sync_path (fixture, "feed.json");
  assert_report (before, 3, 0, 0, 0);

  publish (fixture, "feed.json",
           "{\"type\": \"DataFeed\", \"dataFeedElement\": [{\"type\": \"DataFeedItem\","
           " \"item\": {\"type\": [\"LearningResource\"], \"name\": \"No id\"}}]}");
  after = sync_path (fixture, "feed.json");
  g_assert_nonnull (after->error);
  assert_says (after->error, "cannot be used");
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 3);
}

static void
test_refused_record_stays (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 2);
  g_autofree char *name = NULL;
  g_autoptr (SkSyncReport) before = NULL;
  g_autoptr (SkSyncReport) after = NULL;

  publish (fixture, "feed.json", feed);
  before = sync_path (fixture, "feed.json");
  publish (fixture, "feed.json",
           "{\"type\": \"DataFeed\", \"dataFeedElement\": [{\"type\": \"DataFeedItem\", \"item\":"
           " {\"id\": \"https://example.org/r/0\", \"type\": [\"LearningResource\"]}},"
           " {\"type\": \"DataFeedItem\", \"item\": {\"id\": \"https://example.org/r/1\", \"type\":"
           " [\"LearningResource\"], \"name\": \"Game 1\"}}]}");
  after = sync_path (fixture, "feed.json");
  g_assert_no_error (after->error);
  g_assert_cmpuint (after->refused, ==, 1);
  g_assert_cmpuint (after->withdrawn, ==, 0);
  name = sync_fixture_name (fixture, "https://example.org/r/0");
  g_assert_cmpstr (name, ==, "Tool 0");
}

static void
check_refused (Fixture    *fixture,
               const char *path,
               const char *words)
{
  g_autoptr (SkSyncReport) report = sync_path (fixture, path);

  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_FILE);
  assert_says (report->error, words);
  g_assert_cmpint (sk_source_get_state (find_source (fixture, path)), ==, SK_SOURCE_FAILED);
}

static void
test_not_a_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *folder = published (fixture, "folder");
  g_autofree char *pipe = published (fixture, "pipe");

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0644), ==, 0);
  check_refused (fixture, "folder", "is not a file");
  check_refused (fixture, "pipe", "is not a file");
  check_refused (fixture, "nothing.json", "cannot be read");
}

static void
test_size (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = published (fixture, "huge.json");
  g_autoptr (SkSyncReport) report = NULL;

  /* A hole takes no room. */
  publish (fixture, "huge.json", "[");
  g_assert_cmpint (truncate (path, (off_t) fixture->limits.max_bytes + 1), ==, 0);
  report = sync_path (fixture, "huge.json");
  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_TOO_LARGE);
  g_assert_cmpuint (report->bytes, ==, 0);
}

static void
test_records_of_all_pages (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *one = make_feed ("Tool", 0, 10);
  g_autofree char *two = make_feed ("Tool", 10, 10);
  g_autoptr (SkSyncReport) report = NULL;

  fixture->feed_limits.max_records = 15;
  sync_fixture_limit (fixture);
  publish_index (fixture, 1, NEVER, one, two, NULL);
  report = sync_path (fixture, "index.json");
  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_TOO_LARGE);
  assert_says (report->error, "15 records");
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 0);
}

static void
test_busy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 3);
  g_autofree char *path = published (fixture, "feed.json");
  g_autofree char *lock_path = g_build_filename (fixture->data, "sync.lock", NULL);
  const char * const urls[] = {path, NULL};
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (SkSyncReport) report = NULL;
  g_autoptr (SkFileLock) other = NULL;
  g_autoptr (GError) error = NULL;

  publish (fixture, "feed.json", feed);
  other = sk_file_lock_new (lock_path, SK_FILE_LOCK_EXCLUSIVE, 0, NULL, &error);
  g_assert_no_error (error);

  reports = sync_fixture_sync_all (fixture, urls, &error);
  g_assert_null (reports);
  g_assert_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_BUSY);
  assert_says (error, "Another Sidekick");
  g_assert_false (sk_catalogue_get_syncing (fixture->catalogue));

  g_clear_pointer (&other, sk_file_lock_free);
  report = sync_path (fixture, "feed.json");
  assert_report (report, 3, 0, 0, 0);
}

/* In the middle of the records, so that only reading them finds out. */
static void
damage_store (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->data, "catalogue.db", NULL);
  g_autofree char *noise = g_strnfill (16 * 4096, 'x');
  GStatBuf about;
  FILE *file = fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (fseek (file, about.st_size / 2, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (noise, 1, 16 * 4096, file), ==, 16 * 4096);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
remove_index (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->data, "index", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_unlink (file), ==, 0);
    }
}

/* Records are read where they are counted, and where an index of them is made. */
static void
rebuild_damaged (Fixture          *fixture,
                 SkCatalogueFlags  flags)
{
  g_autofree char *feed = make_feed ("Tool", 0, 2000);
  g_autoptr (SkSyncReport) before = NULL;
  g_autoptr (SkSyncReport) after = NULL;

  publish (fixture, "feed.json", feed);
  before = sync_path (fixture, "feed.json");
  assert_report (before, 2000, 0, 0, 0);
  sync_fixture_close (fixture);
  damage_store (fixture);
  remove_index (fixture);

  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER | flags);
  g_assert_nonnull (sk_catalogue_get_notice (fixture->catalogue));
  g_assert_nonnull (find_source (fixture, "feed.json"));

  after = sync_path (fixture, "feed.json");
  assert_report (after, 2000, 0, 0, 0);
  g_assert_cmpuint (sk_catalogue_get_n_resources (fixture->catalogue), ==, 2000);
}

static void
test_damaged_store (Fixture       *fixture,
                    gconstpointer  data)
{
  rebuild_damaged (fixture, SK_CATALOGUE_NONE);
}

static void
test_damaged_without_index (Fixture       *fixture,
                            gconstpointer  data)
{
  rebuild_damaged (fixture, SK_CATALOGUE_NO_INDEX);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/sync/file/" path, Fixture, NULL, sync_fixture_set_up, func, sync_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  ADD ("an-unchanged-file-is-not-read", test_unchanged);
  ADD ("a-published-feed-may-lie-on-disk", test_published);
  ADD ("an-index-beyond-8-mebibytes-is-refused", test_huge_index);
  ADD ("a-withdrawn-record-goes", test_tombstone);
  ADD ("of-an-id-in-two-pages-the-first-counts", test_id_in_two_pages);
  ADD ("a-feed-of-which-nothing-can-be-used-changes-nothing", test_not_one_usable);
  ADD ("a-record-that-went-bad-stays-as-it-was", test_refused_record_stays);
  ADD ("what-is-not-a-file-is-refused", test_not_a_file);
  ADD ("a-file-beyond-the-limit-is-not-read", test_size);
  ADD ("the-limit-of-records-is-that-of-all-pages", test_records_of_all_pages);
  ADD ("one-syncs-at-a-time", test_busy);
  ADD ("a-damaged-catalogue-is-rebuilt-from-its-sources", test_damaged_store);
  ADD ("without-an-index-damage-is-found-too", test_damaged_without_index);

  return g_test_run ();
}
