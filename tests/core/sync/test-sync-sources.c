/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sync/sk-sync-error.h"

typedef SyncFixture Fixture;

static char *
make_url (Fixture    *fixture,
          const char *path)
{
  g_autofree char *file = published (fixture, path);

  return g_filename_to_uri (file, NULL, NULL);
}

/* Two feeds that share the records 5 to 9. */
static void
sync_two (Fixture *fixture)
{
  g_autofree char *first = make_feed ("First", 0, 10);
  g_autofree char *second = make_feed ("Second", 5, 10);
  g_autofree char *one = make_url (fixture, "one.json");
  g_autofree char *two = make_url (fixture, "two.json");
  g_autoptr (SkSyncReport) report_one = NULL;
  g_autoptr (SkSyncReport) report_two = NULL;

  publish (fixture, "one.json", first);
  publish (fixture, "two.json", second);
  report_one = sync_fixture_sync (fixture, one);
  assert_report (report_one, 10, 0, 0, 0);
  report_two = sync_fixture_sync (fixture, two);
  assert_report (report_two, 10, 0, 0, 0);
}

static void
assert_name (Fixture    *fixture,
             guint       nth,
             const char *expected)
{
  g_autofree char *id = g_strdup_printf ("https://example.org/r/%u", nth);
  g_autofree char *name = sync_fixture_name (fixture, id);

  g_assert_cmpstr (name, ==, expected);
}

static void
assert_order (Fixture    *fixture,
              const char *first,
              ...)
{
  GListModel *sources = sk_catalogue_get_sources (fixture->catalogue);
  const char *path = first;
  guint n_sources = 0;
  va_list paths;

  va_start (paths, first);
  for (; path != NULL; path = va_arg (paths, const char *))
    {
      g_autoptr (SkSource) source = g_list_model_get_item (sources, n_sources++);
      g_autofree char *url = make_url (fixture, path);

      g_assert_nonnull (source);
      g_assert_cmpstr (sk_source_get_url (source), ==, url);
    }
  va_end (paths);

  g_assert_cmpuint (g_list_model_get_n_items (sources), ==, n_sources);
}

static char *
read_list (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->data, "sources.json", NULL);
  char *content;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return content;
}

static void
write_list (Fixture    *fixture,
            const char *content,
            gssize      length)
{
  g_autofree char *path = g_build_filename (fixture->data, "sources.json", NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
}

/* Where the damaged list was put. */
static char *
find_set_aside (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->data, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, "sources.json.damaged-"))
      return g_build_filename (fixture->data, name, NULL);

  return NULL;
}

static void
test_first_counts (Fixture       *fixture,
                   gconstpointer  data)
{
  sync_two (fixture);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 15);
  assert_name (fixture, 4, "First 4");
  assert_name (fixture, 7, "First 7");
  assert_name (fixture, 12, "Second 12");
}

static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *two = make_url (fixture, "two.json");
  g_autoptr (GError) error = NULL;

  sync_two (fixture);
  sync_fixture_await (sk_catalogue_move_source (fixture->catalogue, two, 0), &error);
  g_assert_no_error (error);
  assert_order (fixture, "two.json", "one.json", NULL);
  assert_name (fixture, 7, "Second 7");

  sync_fixture_close (fixture);
  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER);
  assert_order (fixture, "two.json", "one.json", NULL);
  assert_name (fixture, 7, "Second 7");
}

static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *one = make_url (fixture, "one.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  sync_two (fixture);
  sync_fixture_await (sk_catalogue_remove_source (fixture->catalogue, one), &error);
  g_assert_no_error (error);
  assert_order (fixture, "two.json", NULL);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 10);
  assert_name (fixture, 4, NULL);
  assert_name (fixture, 7, "Second 7");

  sync_fixture_await (sk_catalogue_remove_source (fixture->catalogue, one), &again);
  g_assert_error (again, SK_SYNC_ERROR, SK_SYNC_ERROR_UNKNOWN);
}

static void
check_damaged (Fixture    *fixture,
               const char *content,
               gsize       length)
{
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  gsize kept_length;

  sync_two (fixture);
  sync_fixture_close (fixture);
  write_list (fixture, content, (gssize) length);
  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER);

  assert_order (fixture, "one.json", "two.json", NULL);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 15);
  g_assert_nonnull (strstr (sk_catalogue_get_notice (fixture->catalogue), "damaged"));

  aside = find_set_aside (fixture);
  g_assert_nonnull (aside);
  g_assert_true (g_file_get_contents (aside, &kept, &kept_length, NULL));
  g_assert_cmpmem (kept, kept_length, content, length);
}

static void
test_cut_short (Fixture       *fixture,
                gconstpointer  data)
{
  static const char content[] = "{\"sources\": [{\"url\": \"htt";

  check_damaged (fixture, content, strlen (content));
}

static void
test_emptied (Fixture       *fixture,
              gconstpointer  data)
{
  check_damaged (fixture, "", 0);
}

static void
test_garbled (Fixture       *fixture,
              gconstpointer  data)
{
  check_damaged (fixture, "\0\0\0\xff\xfe\0", 6);
}

static void
test_of_another_shape (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char content[] = "{\"sources\": \"https://example.org\"}";

  check_damaged (fixture, content, strlen (content));
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->data, "sources.json", NULL);

  sync_two (fixture);
  sync_fixture_close (fixture);
  g_assert_cmpint (g_unlink (path), ==, 0);
  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER);
  assert_order (fixture, "one.json", "two.json", NULL);
}

static void
test_others_members (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *one = make_url (fixture, "one.json");
  g_autofree char *list = g_strdup_printf (
    "{\"format\": 7, \"sources\": [{\"url\": \"%s\", \"key\": \"RWQ\"}, {\"url\": 3}, \"x\"]}",
    one);
  g_autofree char *two = make_url (fixture, "two.json");
  g_autofree char *written = NULL;

  sync_two (fixture);
  sync_fixture_close (fixture);
  write_list (fixture, list, -1);
  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER);
  assert_order (fixture, "one.json", NULL);

  sync_fixture_add (fixture, two);
  assert_order (fixture, "one.json", "two.json", NULL);
  written = read_list (fixture);
  g_assert_nonnull (strstr (written, "RWQ"));
  g_assert_nonnull (strstr (written, "\"format\" : 7"));
  g_assert_nonnull (strstr (written, "\"x\""));
}

static char *
day_from_now (int n_days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_add_days (now, n_days);

  return g_date_time_format (day, "%Y-%m-%d");
}

/* A feed of one tool, a list of it and the days that are so many days away. */
static void
sync_curated (Fixture    *fixture,
              const char *path,
              const char *list_name,
              int         first_day,
              int         second_day)
{
  g_autofree char *first = day_from_now (first_day);
  g_autofree char *second = day_from_now (second_day);
  g_autofree char *url = make_url (fixture, path);
  g_autofree char *feed = NULL;
  g_autoptr (SkSyncReport) report = NULL;

  feed = g_strdup_printf (
    "{\"type\": \"DataFeed\", \"dataFeedElement\": ["
    "{\"id\": \"urn:tool\", \"type\": \"LearningResource\", \"name\": \"Tool\"},"
    "{\"id\": \"urn:list\", \"type\": \"ItemList\", \"name\": \"%s\", \"itemListElement\": "
    "[\"urn:tool\"]},"
    "{\"id\": \"urn:1\", \"type\": \"Event\", \"name\": \"Day\", \"startDate\": \"%s\"},"
    "{\"id\": \"urn:2\", \"type\": \"Event\", \"name\": \"Day\", \"startDate\": \"%s\"}]}",
    list_name, first, second);
  publish (fixture, path, feed);
  report = sync_fixture_sync (fixture, url);
  g_assert_no_error (report->error);
}

static void
assert_curated (Fixture    *fixture,
                const char *list_name,
                int         day)
{
  GPtrArray *collections = sk_catalogue_get_collections (fixture->catalogue);
  SkCollection *list = sk_catalogue_find_collection (fixture->catalogue, "urn:list");
  g_autofree char *date = day_from_now (day);

  g_assert_cmpuint (collections->len, ==, 1);
  g_assert_true (g_ptr_array_index (collections, 0) == list);
  g_assert_cmpstr (sk_collection_pick_name (list, NULL, NULL), ==, list_name);
  g_assert_cmpstr (sk_event_get_date (sk_catalogue_get_event (fixture->catalogue)), ==, date);
}

/* The upper source has the list; of its days the next one that is not over counts. */
static void
test_curated (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *two = make_url (fixture, "two.json");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (sk_catalogue_get_collections (fixture->catalogue)->len, ==, 0);
  g_assert_null (sk_catalogue_get_event (fixture->catalogue));

  sync_curated (fixture, "one.json", "Upper", 400, -2);
  assert_curated (fixture, "Upper", 400);
  sync_curated (fixture, "two.json", "Lower", 30, 0);
  assert_curated (fixture, "Upper", 400);

  sync_fixture_await (sk_catalogue_move_source (fixture->catalogue, two, 0), &error);
  g_assert_no_error (error);
  assert_curated (fixture, "Lower", 0);

  sync_fixture_await (sk_catalogue_remove_source (fixture->catalogue, two), &error);
  g_assert_no_error (error);
  assert_curated (fixture, "Upper", 400);
}

static void
test_without_index (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *one = make_url (fixture, "one.json");
  g_autofree char *fewer = make_feed ("First", 0, 3);
  g_autoptr (SkSyncReport) report = NULL;
  g_autoptr (GError) error = NULL;

  sync_two (fixture);
  sync_fixture_close (fixture);
  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER | SK_CATALOGUE_NO_INDEX);
  g_assert_cmpuint (sk_catalogue_get_n_resources (fixture->catalogue), ==, 15);

  publish (fixture, "one.json", fewer);
  report = sync_fixture_sync (fixture, one);
  assert_report (report, 0, 0, 7, 3);
  g_assert_cmpuint (sk_catalogue_get_n_resources (fixture->catalogue), ==, 13);

  sync_fixture_await (sk_catalogue_remove_source (fixture->catalogue, one), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sk_catalogue_get_n_resources (fixture->catalogue), ==, 10);
  g_assert_null (sk_catalogue_get_index (fixture->catalogue));
}

static void
test_starter (Fixture       *fixture,
              gconstpointer  data)
{
  GListModel *sources;
  g_autoptr (SkSource) starter = NULL;
  g_autofree char *empty = g_build_filename (fixture->folder, "other", NULL);

  sync_fixture_close (fixture);
  g_set_str (&fixture->data, empty);
  sync_fixture_open (fixture, SK_CATALOGUE_NONE);
  sources = sk_catalogue_get_sources (fixture->catalogue);
  g_assert_cmpuint (g_list_model_get_n_items (sources), ==, 1);

  starter = g_list_model_get_item (sources, 0);
  g_assert_true (sk_source_get_built_in (starter));
  g_assert_cmpuint (sk_source_get_resources (starter), ==, 493);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 493);
  g_assert_cmpint (sk_catalogue_get_last_sync (fixture->catalogue), ==, 0);
}

static void
test_closed_while_opening (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *url = make_url (fixture, "one.json");
  g_autoptr (SkCatalogue) catalogue = sk_catalogue_new (fixture->data, SK_CATALOGUE_NO_STARTER);
  DexFuture *opening = sk_catalogue_open (catalogue);
  g_autoptr (GError) error = NULL;

  sync_fixture_await (sk_catalogue_close (catalogue), &error);
  g_assert_no_error (error);

  /* Whether it was cancelled in time or not. */
  sync_fixture_await (opening, NULL);
  sync_fixture_await (sk_catalogue_add_source (catalogue, url), &error);
  g_assert_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_CLOSED);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/sync/sources/" path, Fixture, NULL, sync_fixture_set_up, func,                     \
              sync_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  ADD ("of-an-id-in-two-the-first-counts", test_first_counts);
  ADD ("their-order-decides-and-lasts", test_moved);
  ADD ("one-goes-with-its-records", test_removed);
  ADD ("a-list-that-was-cut-short-is-set-aside", test_cut_short);
  ADD ("a-list-that-was-emptied-is-set-aside", test_emptied);
  ADD ("a-list-that-was-garbled-is-set-aside", test_garbled);
  ADD ("a-list-of-another-shape-is-set-aside", test_of_another_shape);
  ADD ("a-list-that-is-gone-is-made-anew", test_gone);
  ADD ("what-others-wrote-in-the-list-is-kept", test_others_members);
  ADD ("their-lists-and-days-are-in-their-order", test_curated);
  ADD ("their-records-are-counted-without-an-index", test_without_index);
  ADD ("the-starter-is-a-source", test_starter);
  ADD ("a-catalogue-closed-while-it-opens-stays-closed", test_closed_while_opening);

  return g_test_run ();
}
