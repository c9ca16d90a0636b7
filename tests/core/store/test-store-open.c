/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sidekick-config.h"

#define N_RECORDS 2000
#define SHA256_OF_TEXT "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"

typedef StoreFixture Fixture;

static void
fill (Fixture *fixture)
{
  SkStoreChange *change = change_new (SOURCE_A);
  g_auto (SkStoreCounts) counts = {0};
  g_autoptr (GError) error = NULL;

  change_page (change, "p1", NULL);
  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *id = g_strdup_printf ("https://a.example/%u", i);
      g_autofree char *record = g_strdup_printf ("{\"id\":%u,\"text\":\"%0200u\"}", i, i);

      sk_spool_write (change->spool, SK_SPOOL_RECORD, id, record, &error);
      g_assert_no_error (error);
    }
  change_commit (fixture->store, change, &counts);
  assert_counts (counts, N_RECORDS, 0, 0, 0);
}

static gboolean
count_one (const SkStoreRecord  *record,
           gpointer              user_data,
           GError              **error)
{
  gsize length;

  (*(guint *) user_data)++;
  return sk_store_record_read (record, &length, error) != NULL;
}

static gboolean
load (SkStore  *store,
      guint    *n_records,
      GError  **error)
{
  g_autoptr (SkStoreSnapshot) snapshot = sk_store_take_snapshot (store, error);

  *n_records = 0;
  return snapshot != NULL &&
         sk_store_snapshot_each (snapshot, SOURCE_A, count_one, n_records, NULL, error);
}

/* What the catalogue does with a store that proves to be damaged. */
static void
load_or_recover (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint n_records;

  if (load (fixture->store, &n_records, &error))
    {
      /* None where the bit was in the source's own row: then it counts as not known. */
      g_assert_true (n_records == N_RECORDS || n_records == 0);
      return;
    }

  g_assert_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  sk_store_recover (fixture->store, &error);
  g_assert_no_error (error);
}

static void
assert_set_aside (Fixture *fixture,
                  gsize    size)
{
  g_autofree char *notice = sk_store_dup_notice (fixture->store);
  g_autofree char *kept = store_fixture_find (fixture, "catalogue.db.damaged-");
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) sources = sk_store_list_sources (fixture->store, NULL);
  GStatBuf info;

  g_assert_nonnull (kept);
  g_assert_cmpint (g_stat (kept, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, size);

  name = g_path_get_basename (kept);
  g_assert_nonnull (strstr (notice, name));

  g_assert_cmpuint (sources->len, ==, 1);
  g_assert_cmpstr (((SkStoreSource *) g_ptr_array_index (sources, 0))->url, ==, SEED);
  fill (fixture);
}

static void
write_file (Fixture    *fixture,
            const char *content,
            gsize       length)
{
  g_autofree char *path = store_fixture_path (fixture, "catalogue.db");

  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

static char *
read_file (Fixture *fixture,
           gsize   *length)
{
  g_autofree char *path = store_fixture_path (fixture, "catalogue.db");
  char *content;

  g_assert_true (g_file_get_contents (path, &content, length, NULL));
  return content;
}

static void
test_new_has_seed (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) sources = NULL;

  store_fixture_open (fixture);
  sources = sk_store_list_sources (fixture->store, NULL);
  g_assert_cmpuint (sources->len, ==, 1);
  g_assert_cmpint (((SkStoreSource *) g_ptr_array_index (sources, 0))->synced, ==, 0);
  g_assert_cmpint (store_fixture_number (fixture, "PRAGMA user_version"), ==, 3);
  g_assert_null (sk_store_dup_notice (fixture->store));
  g_assert_false (sk_store_get_read_only (fixture->store));
}

/* A catalogue as the first version wrote it. */
static void
write_first_version (Fixture *fixture)
{
  g_autoptr (GBytes) schema = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  schema = g_resources_lookup_data (SK_RESOURCE_BASE "/store/migrations/0001.sql",
                                    G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  sql = g_strdup_printf (
    "%s; INSERT INTO source (number, url, resources) VALUES (1, '" SOURCE_A "', 1);"
    "INSERT INTO page VALUES (1, 1, 'p1', 1);"
    "INSERT INTO resource VALUES (7, 1, 'one', x'%s', 0, 'text');"
    "INSERT INTO place VALUES (7, 1);"
    "PRAGMA user_version = 1",
    (const char *) g_bytes_get_data (schema, NULL), SHA256_OF_TEXT);
  store_fixture_sql (fixture, sql);
}

static void
test_migrates_old (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GHashTable) records = NULL;

  write_first_version (fixture);
  store_fixture_open (fixture);
  g_assert_cmpint (store_fixture_number (fixture, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (store_fixture_number (fixture, "SELECT length (identity) FROM generation"), ==,
                   16);

  records = store_fixture_load (fixture, SOURCE_A);
  g_assert_cmpuint (g_hash_table_size (records), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (records, "one"), ==, "text");
}

static void
test_half_migrated (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (SkStore) store = sk_store_new (fixture->folder);
  g_autoptr (GError) error = NULL;

  store_fixture_sql (fixture, "CREATE TABLE resource (unlike TEXT)");
  g_assert_false (sk_store_open (store, SEED, &error));
  g_assert_error (error, SK_STORE_ERROR, SK_STORE_ERROR_FAILED);
  g_assert_cmpint (store_fixture_number (fixture, "PRAGMA user_version"), ==, 0);
  g_assert_cmpint (store_fixture_number (fixture, "SELECT count(*) FROM sqlite_schema"), ==, 1);
}

static void
test_newer_read_only (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (SkStoreChange) change = change_new (SOURCE_A);
  g_auto (SkStoreCounts) counts = {0};
  g_autoptr (GHashTable) records = NULL;
  g_autofree char *notice = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_open (fixture);
  fill (fixture);
  store_fixture_sql (fixture, "PRAGMA user_version = 99; ALTER TABLE resource ADD COLUMN more TEXT");
  store_fixture_reopen (fixture);

  g_assert_true (sk_store_get_read_only (fixture->store));
  notice = sk_store_dup_notice (fixture->store);
  g_assert_nonnull (strstr (notice, "newer version"));
  records = store_fixture_load (fixture, SOURCE_A);
  g_assert_cmpuint (g_hash_table_size (records), ==, N_RECORDS);

  g_assert_false (sk_store_commit (fixture->store, change, &counts, NULL, &error));
  g_assert_error (error, SK_STORE_ERROR, SK_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (store_fixture_number (fixture, "PRAGMA user_version"), ==, 99);
}

static void
test_garbage_header (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  store_fixture_open (fixture);
  fill (fixture);
  g_clear_object (&fixture->store);

  content = read_file (fixture, &length);
  memset (content, 'x', 100);
  write_file (fixture, content, length);
  store_fixture_open (fixture);
  assert_set_aside (fixture, length);
}

static void
test_not_a_database (Fixture      *fixture,
                     gconstpointer data)
{
  write_file (fixture, "This is a letter, not a catalogue.\n", 35);
  store_fixture_open (fixture);
  assert_set_aside (fixture, 35);
}

static void
test_truncated (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  store_fixture_open (fixture);
  fill (fixture);
  g_clear_object (&fixture->store);

  content = read_file (fixture, &length);
  write_file (fixture, content, length / 2);
  store_fixture_open (fixture);
  load_or_recover (fixture);
  assert_set_aside (fixture, length / 2);
}

static gsize
find_record (const char *content,
             gsize       length,
             const char *text)
{
  const char *at = memmem (content, length, text, strlen (text));

  g_assert_nonnull (at);
  return (gsize) (at - content);
}

static void
test_one_flipped_letter (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  store_fixture_open (fixture);
  fill (fixture);
  g_clear_object (&fixture->store);

  content = read_file (fixture, &length);
  content[find_record (content, length, "{\"id\":1234,") + 30] ^= 1;
  write_file (fixture, content, length);
  store_fixture_open (fixture);
  load_or_recover (fixture);
  assert_set_aside (fixture, length);
}

/* Wherever a bit flips: what is read is what was written, or the damage shows. */
static void
test_flipped_bits (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autofree char *path = store_fixture_path (fixture, "catalogue.db");
  gsize length;

  store_fixture_open (fixture);
  fill (fixture);
  g_clear_object (&fixture->store);
  content = read_file (fixture, &length);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *flipped = g_memdup2 (content, length);

      for (guint n = 0; n < 8; n++)
        flipped[g_test_rand_int_range (100, (gint32) length)] ^=
            (char) (1 << g_test_rand_int_range (0, 8));

      write_file (fixture, flipped, length);
      store_fixture_open (fixture);
      load_or_recover (fixture);
      g_clear_object (&fixture->store);
      g_unlink (path);
    }
}

static void
test_checked_after_crash (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *log = store_fixture_path (fixture, "catalogue.db-wal");
  g_autofree char *content = NULL;
  gsize page_size;
  gsize page;
  gsize length;

  store_fixture_open (fixture);
  fill (fixture);
  g_clear_object (&fixture->store);

  /* Damage where no record is shows to a check only; a log that was left says that there
   * was a crash. */
  page_size = (gsize) store_fixture_number (fixture, "PRAGMA page_size");
  page = (gsize) store_fixture_number (fixture,
                                       "SELECT rootpage FROM sqlite_schema WHERE name = 'place'");
  content = read_file (fixture, &length);
  memset (content + (page - 1) * page_size, 0, page_size);
  write_file (fixture, content, length);
  g_assert_true (g_file_set_contents (log, "left over", -1, NULL));

  store_fixture_open (fixture);
  assert_set_aside (fixture, length);
}

static void
test_damaged_in_use (Fixture      *fixture,
                     gconstpointer data)
{
  const char garbage[100] = "x";
  g_autofree char *path = store_fixture_path (fixture, "catalogue.db");
  g_autofree char *kept = NULL;
  g_autoptr (SkStore) second = sk_store_new (fixture->folder);
  g_autoptr (GError) error = NULL;
  FILE *file;

  store_fixture_open (fixture);
  fill (fixture);
  store_fixture_reopen (fixture);
  file = g_fopen (path, "r+b");
  g_assert_cmpuint (fwrite (garbage, sizeof garbage, 1, file), ==, 1);
  fclose (file);

  g_assert_false (sk_store_open (second, SEED, &error));
  g_assert_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "Close every Sidekick"));
  kept = store_fixture_find (fixture, "catalogue.db.damaged-");
  g_assert_null (kept);
}

static void
test_recover_of_two (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (SkStore) second = sk_store_new (fixture->folder);
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_open (fixture);
  sk_store_open (second, SEED, &error);
  g_assert_no_error (error);

  g_assert_false (sk_store_recover (fixture->store, &error));
  g_assert_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED);
  g_clear_error (&error);

  sources = sk_store_list_sources (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_nonnull (sources);
}

static void
test_recover_in_vain (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *elsewhere = g_strconcat (fixture->folder, "-elsewhere", NULL);
  g_autoptr (GError) error = NULL;

  store_fixture_open (fixture);
  g_assert_cmpint (g_rename (fixture->folder, elsewhere), ==, 0);
  g_assert_false (sk_store_recover (fixture->store, &error));
  g_assert_error (error, SK_STORE_ERROR, SK_STORE_ERROR_FOLDER);
  g_clear_error (&error);

  g_assert_null (sk_store_list_sources (fixture->store, &error));
  g_assert_error (error, SK_STORE_ERROR, SK_STORE_ERROR_CLOSED);
  g_clear_error (&error);

  g_assert_cmpint (g_rename (elsewhere, fixture->folder), ==, 0);
  sk_store_recover (fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_two_at_once (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (SkStore) second = sk_store_new (fixture->folder);
  g_autoptr (GError) error = NULL;
  guint n_records;

  store_fixture_open (fixture);
  sk_store_open (second, SEED, &error);
  g_assert_no_error (error);

  fill (fixture);
  load (second, &n_records, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_records, ==, N_RECORDS);
}

static void
test_closed_says_so (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_open (fixture);
  sk_store_close (fixture->store);
  g_assert_null (sk_store_list_sources (fixture->store, &error));
  g_assert_error (error, SK_STORE_ERROR, SK_STORE_ERROR_CLOSED);
}

static void
test_folder_is_a_file (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *path = store_fixture_path (fixture, "catalogue.db");
  g_autoptr (SkStore) store = sk_store_new (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (sk_store_open (store, SEED, &error));
  g_assert_error (error, SK_STORE_ERROR, SK_STORE_ERROR_FOLDER);
  g_assert_nonnull (strstr (error->message, path));
}

#define ADD(path, func) \
  g_test_add ("/store/open/" path, Fixture, NULL, store_fixture_set_up, func, \
              store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-new-store-lists-its-seed-as-never-synced", test_new_has_seed);
  ADD ("an-older-schema-is-migrated", test_migrates_old);
  ADD ("a-migration-that-fails-changes-nothing", test_half_migrated);
  ADD ("a-newer-schema-is-read-only-and-says-so", test_newer_read_only);
  ADD ("a-garbled-header-is-set-aside", test_garbage_header);
  ADD ("what-is-no-database-is-set-aside", test_not_a_database);
  ADD ("a-truncated-file-is-set-aside", test_truncated);
  ADD ("one-flipped-letter-of-a-record-shows", test_one_flipped_letter);
  ADD ("flipped-bits-show-or-do-no-harm", test_flipped_bits);
  ADD ("after-a-crash-the-file-is-checked", test_checked_after_crash);
  ADD ("a-damaged-file-that-another-uses-is-left", test_damaged_in_use);
  ADD ("what-another-uses-is-not-made-anew", test_recover_of_two);
  ADD ("after-a-recovery-that-failed-it-says-that-it-is-closed", test_recover_in_vain);
  ADD ("two-may-have-it-open", test_two_at_once);
  ADD ("a-closed-store-says-so", test_closed_says_so);
  ADD ("a-folder-in-the-way-is-named", test_folder_is_a_file);

  return g_test_run ();
}
