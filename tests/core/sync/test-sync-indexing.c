/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/sk-database.h"

#define N_RECORDS 200

typedef SyncFixture Fixture;

static void
sync_feed (Fixture    *fixture,
           const char *word,
           guint       first,
           guint       n_records)
{
  g_autofree char *feed = make_feed (word, first, n_records);
  g_autofree char *file = published (fixture, "feed.json");
  g_autoptr (SkSyncReport) report = NULL;

  publish (fixture, "feed.json", feed);
  report = sync_fixture_sync (fixture, file);
  g_assert_no_error (report->error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  sync_fixture_set_up (fixture, data);
  sync_feed (fixture, "Tool", 0, N_RECORDS);
}

static void
reopen (Fixture *fixture)
{
  sync_fixture_close (fixture);
  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER);
}

/* The one file in the folder of the index. */
static char *
find_file (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->data, "index", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = g_dir_read_name (folder);
  char *file = g_build_filename (path, name, NULL);

  g_assert_nonnull (name);
  g_assert_true (g_str_has_prefix (name, "index-"));
  g_assert_null (g_dir_read_name (folder));
  return file;
}

static ino_t
get_inode (Fixture *fixture)
{
  g_autofree char *path = find_file (fixture);
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_ino;
}

static void
run_sql (Fixture    *fixture,
         const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->data, "catalogue.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkDatabase) database = sk_database_open (path, FALSE, &error);

  g_assert_no_error (error);
  sk_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

static guint
count_found (SkIndex    *index,
             const char *text)
{
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, text);
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);

  return sk_results_get_count (results);
}

/* All of it, and read to its end as good. */
static gboolean
is_whole (Fixture *fixture)
{
  SkIndex *index = sk_catalogue_get_index (fixture->catalogue);

  return sk_index_check (index, NULL, NULL) && sk_index_get_size (index) == N_RECORDS &&
         count_found (index, "tool ") == N_RECORDS;
}

static void
wait_until_whole (Fixture *fixture)
{
  while (!is_whole (fixture))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_mapped (Fixture       *fixture,
             gconstpointer  data)
{
  const ino_t made = get_inode (fixture);

  /* Whatever reads a text finds a damage. */
  sync_fixture_close (fixture);
  run_sql (fixture, "UPDATE record SET text = 'x'");
  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER);

  g_assert_true (is_whole (fixture));
  g_assert_null (sk_catalogue_get_notice (fixture->catalogue));
  g_assert_cmpuint (get_inode (fixture), ==, made);
}

static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = find_file (fixture);
  g_autofree char *after = NULL;

  sync_feed (fixture, "Game", 0, 3);
  after = find_file (fixture);
  g_assert_cmpstr (after, !=, before);
  g_assert_cmpuint (count_found (sk_catalogue_get_index (fixture->catalogue), "game "), ==, 3);

  reopen (fixture);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 3);
}

/* Of all records but one the text cannot be read any more, and need not be. */
static void
check_taken_over (Fixture          *fixture,
                  SkCatalogueFlags  flags)
{
  g_autofree char *feed = make_feed ("Tool", 0, N_RECORDS);
  g_autoptr (GString) changed = g_string_new (feed);
  g_autofree char *file = published (fixture, "feed.json");
  g_autoptr (SkSyncReport) report = NULL;

  sync_fixture_close (fixture);
  run_sql (fixture, "UPDATE record SET text = 'x'");
  sync_fixture_open (fixture, flags | SK_CATALOGUE_NO_STARTER);

  g_string_replace (changed, "\"Tool 7\"", "\"Game 7\"", 1);
  publish (fixture, "feed.json", changed->str);
  report = sync_fixture_sync (fixture, file);
  assert_report (report, 0, 1, 0, N_RECORDS - 1);
  g_assert_null (sk_catalogue_get_notice (fixture->catalogue));

  reopen (fixture);
  g_assert_cmpuint (count_found (sk_catalogue_get_index (fixture->catalogue), "tool "), ==,
                    N_RECORDS - 1);
  g_assert_cmpuint (count_found (sk_catalogue_get_index (fixture->catalogue), "game "), ==, 1);
}

static void
test_taken_over (Fixture       *fixture,
                 gconstpointer  data)
{
  check_taken_over (fixture, SK_CATALOGUE_NONE);
}

static void
test_taken_over_from_file (Fixture       *fixture,
                           gconstpointer  data)
{
  check_taken_over (fixture, SK_CATALOGUE_NO_RECORDS);
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = find_file (fixture);

  g_assert_cmpint (g_unlink (path), ==, 0);
  reopen (fixture);
  g_assert_true (is_whole (fixture));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

/* What is found at once is made anew at once, the rest soon. */
static void
check_rebuilt (Fixture    *fixture,
               const char *content,
               gsize       length)
{
  g_autofree char *path = find_file (fixture);
  g_autofree char *written = NULL;
  gsize written_length;

  sync_fixture_close (fixture);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER);
  wait_until_whole (fixture);
  g_assert_true (g_file_get_contents (path, &written, &written_length, NULL));
  g_assert_false (written_length == length && memcmp (written, content, length) == 0);

  /* Whoever answers once does not begin with it. */
  sync_fixture_close (fixture);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER | SK_CATALOGUE_CHECKED);
  g_assert_true (is_whole (fixture));
}

static char *
read_file (Fixture *fixture,
           gsize   *length)
{
  g_autofree char *path = find_file (fixture);
  char *content;

  g_assert_true (g_file_get_contents (path, &content, length, NULL));
  return content;
}

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  gsize length;
  g_autofree char *content = read_file (fixture, &length);
  const gsize lengths[] = {0, 7, 100, length / 2, length - 1};

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    check_rebuilt (fixture, content, lengths[i]);
}

/* Wherever a bit flips: in the header, where its version, its key and its sizes are, and in each
 * of its sections. */
static void
test_flipped (Fixture       *fixture,
              gconstpointer  data)
{
  gsize length;
  g_autofree char *content = read_file (fixture, &length);

  for (gsize i = 0; i < 60; i++)
    {
      const gsize at = i < 20 ? i * 8 : length * (i - 20) / 40;
      g_autofree char *flipped = g_memdup2 (content, length);

      flipped[at] ^= 4;
      check_rebuilt (fixture, flipped, length);
    }
}

static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *noise = g_strnfill (100000, 'x');

  check_rebuilt (fixture, noise, 100000);
}

static void
test_of_another (Fixture       *fixture,
                 gconstpointer  data)
{
  Fixture other = {0};
  g_autofree char *content = NULL;
  gsize length;

  /* As many records, of the same generation. */
  sync_fixture_set_up (&other, data);
  sync_feed (&other, "Game", 0, N_RECORDS);
  content = read_file (&other, &length);
  sync_fixture_tear_down (&other, data);

  check_rebuilt (fixture, content, length);
}

static void
test_in_the_way (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = find_file (fixture);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = NULL;

  sync_fixture_close (fixture);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (symlink ("/proc/self", folder), ==, 0);

  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER);
  g_assert_true (is_whole (fixture));
  g_assert_nonnull (strstr (sk_catalogue_get_notice (fixture->catalogue), folder));
  name = sync_fixture_name (fixture, "https://example.org/r/7");
  g_assert_cmpstr (name, ==, "Tool 7");

  sync_feed (fixture, "Game", 0, 3);
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 3);
}

static void
test_leftovers (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = find_file (fixture);
  g_autofree char *left = g_strconcat (path, ".a1B2c3", NULL);
  g_autofree char *old = g_build_filename (fixture->data, "index", "index-0", NULL);

  g_assert_true (g_file_set_contents (left, "half of an", -1, NULL));
  g_assert_true (g_file_set_contents (old, "an index", -1, NULL));
  sync_feed (fixture, "Game", 0, 3);
  g_free (path);
  path = find_file (fixture);
  g_assert_cmpstr (path, !=, old);
}

static SkResource *
dup_resource (SkIndex    *index,
              const char *id)
{
  guint32 record;

  g_assert_true (sk_index_find (index, id, &record));
  return sk_index_dup_resource (index, record);
}

static void
test_withdrawn_readable (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (SkIndex) before = g_object_ref (sk_catalogue_get_index (fixture->catalogue));
  g_autoptr (SkResource) resource = NULL;

  sync_feed (fixture, "Game", 0, 3);
  g_assert_true (sk_catalogue_get_index (fixture->catalogue) != before);
  resource = dup_resource (before, "https://example.org/r/150");
  g_assert_cmpstr (sk_resource_pick_name (resource, NULL, NULL), ==, "Tool 150");
}

static void
test_damage_found (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (SkIndex) before = NULL;
  g_autoptr (SkResource) sound = NULL;
  g_autoptr (SkResource) damaged = NULL;

  sync_fixture_close (fixture);
  run_sql (fixture, "UPDATE record SET text = replace (text, 'Tool 7\"', 'Tool 8\"')");
  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER);
  before = g_object_ref (sk_catalogue_get_index (fixture->catalogue));

  sound = dup_resource (before, "https://example.org/r/6");
  g_assert_cmpstr (sk_resource_pick_name (sound, NULL, NULL), ==, "Tool 6");
  g_assert_null (sk_catalogue_get_notice (fixture->catalogue));

  damaged = dup_resource (before, "https://example.org/r/7");
  g_assert_cmpstr (sk_resource_get_id (damaged), ==, "https://example.org/r/7");
  g_assert_cmpstr (sk_resource_pick_name (damaged, NULL, NULL), !=, "Tool 8");

  while (sk_catalogue_get_index (fixture->catalogue) == before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (sk_catalogue_get_notice (fixture->catalogue), "damaged"));
  g_assert_cmpuint (sync_fixture_size (fixture), ==, 0);

  sync_feed (fixture, "Tool", 0, N_RECORDS);
  g_assert_true (is_whole (fixture));
}

static void
sync_elsewhere (Fixture    *fixture,
                const char *word,
                guint       n_records)
{
  Fixture other = *fixture;

  sync_fixture_open (&other, SK_CATALOGUE_NO_STARTER | SK_CATALOGUE_NO_RECORDS);
  sync_feed (&other, word, 0, n_records);
  g_assert_null (sk_catalogue_get_index (other.catalogue));
  fixture->n_published = other.n_published;
  sync_fixture_close (&other);
}

static void
test_others_changes (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (SkSource) source = g_list_model_get_item (sk_catalogue_get_sources (fixture->catalogue),
                                                       0);

  sync_elsewhere (fixture, "Game", 3);
  while (sync_fixture_size (fixture) != 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_found (sk_catalogue_get_index (fixture->catalogue), "game "), ==, 3);
  g_assert_cmpuint (sk_source_get_resources (source), ==, 3);
}

static void
test_after_close (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (SkIndex) index = g_object_ref (sk_catalogue_get_index (fixture->catalogue));
  g_autoptr (SkResource) resource = NULL;

  sync_fixture_close (fixture);
  g_assert_cmpuint (count_found (index, "tool "), ==, N_RECORDS);
  resource = dup_resource (index, "https://example.org/r/7");
  g_assert_cmpstr (sk_resource_get_id (resource), ==, "https://example.org/r/7");
}

#define ADD(path, func) \
  g_test_add ("/sync/indexing/" path, Fixture, NULL, set_up, func, sync_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  ADD ("what-is-there-is-mapped-and-no-record-is-read", test_mapped);
  ADD ("a-sync-leaves-the-new-one-alone", test_stale);
  ADD ("what-did-not-change-is-taken-over", test_taken_over);
  ADD ("what-did-not-change-is-taken-over-from-another-run", test_taken_over_from_file);
  ADD ("one-that-is-missing-is-made", test_missing);
  ADD ("one-that-is-cut-short-is-made-anew", test_truncated);
  ADD ("wherever-a-bit-flips-it-is-made-anew", test_flipped);
  ADD ("what-is-no-index-is-made-anew", test_foreign);
  ADD ("that-of-another-catalogue-is-made-anew", test_of_another);
  ADD ("without-room-it-is-in-memory-and-that-is-said", test_in_the_way);
  ADD ("what-a-killed-run-left-is-removed", test_leftovers);
  ADD ("what-is-withdrawn-stays-readable-while-it-is-in-use", test_withdrawn_readable);
  ADD ("a-record-that-is-damaged-shows-when-it-is-looked-at", test_damage_found);
  ADD ("what-another-process-syncs-is-shown", test_others_changes);
  ADD ("a-closed-catalogue-leaves-it-searchable", test_after_close);

  return g_test_run ();
}
