/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

#define N_THREADS 4
#define N_READS 200

typedef StoreFixture Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (fixture, data);
  store_fixture_open (fixture);
}

static void
commit (Fixture    *fixture,
        const char *page,
        const char *first,
        const char *second)
{
  SkStoreChange *change = change_new (SOURCE_A);
  g_auto (SkStoreCounts) counts = {0};

  change_page (change, page, first, second, NULL);
  change_commit (fixture->store, change, &counts);
}

static SkStoreSnapshot *
take (SkStore *store)
{
  g_autoptr (GError) error = NULL;
  SkStoreSnapshot *snapshot = sk_store_take_snapshot (store, &error);

  g_assert_no_error (error);
  return snapshot;
}

static gboolean
note_number (const SkStoreRecord  *record,
             gpointer              user_data,
             GError              **error)
{
  gint64 *number = g_new (gint64, 1);

  *number = record->number;
  g_hash_table_insert (user_data, g_strdup (record->id), number);
  return TRUE;
}

/* id → number, without a text having been read. */
static GHashTable *
list_numbers (SkStoreSnapshot *snapshot)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;

  sk_store_snapshot_each (snapshot, SOURCE_A, note_number, numbers, NULL, &error);
  g_assert_no_error (error);
  return numbers;
}

static gint64
find_number (SkStoreSnapshot *snapshot,
             const char      *id)
{
  g_autoptr (GHashTable) numbers = list_numbers (snapshot);
  const gint64 *number = g_hash_table_lookup (numbers, id);

  g_assert_nonnull (number);
  return *number;
}

static void
assert_reads (SkStoreSnapshot *snapshot,
              gint64           number,
              const char      *expected)
{
  g_autofree char *url = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  text = sk_store_snapshot_read (snapshot, number, &url, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
  g_assert_cmpstr (url, ==, SOURCE_A);
}

static void
assert_fails (SkStoreSnapshot *snapshot,
              gint64           number,
              SkStoreError     code)
{
  g_autofree char *url = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_null (sk_store_snapshot_read (snapshot, number, &url, &length, &error));
  g_assert_error (error, SK_STORE_ERROR, (int) code);
  g_assert_null (url);
}

static void
test_of_its_moment (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (SkStoreSnapshot) before = NULL;
  g_autoptr (SkStoreSnapshot) after = NULL;
  g_autoptr (GHashTable) numbers = NULL;
  gint64 one;
  gint64 two;

  commit (fixture, "p1", "one=1", "two=2");
  before = take (fixture->store);
  one = find_number (before, "one");
  two = find_number (before, "two");

  commit (fixture, "p2", "one=1 new", "three=3");
  assert_reads (before, one, "1");
  assert_reads (before, two, "2");
  numbers = list_numbers (before);
  g_assert_cmpuint (g_hash_table_size (numbers), ==, 2);
  g_assert_false (g_hash_table_contains (numbers, "three"));

  after = take (fixture->store);
  g_assert_cmpint (find_number (after, "one"), ==, one);
  assert_reads (after, one, "1 new");
  g_assert_cmpint (sk_store_snapshot_get_generation (after), ==,
                   sk_store_snapshot_get_generation (before) + 1);
}

static void
test_source_removed (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (SkStoreSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  commit (fixture, "p1", "one=1", NULL);
  snapshot = take (fixture->store);
  sk_store_remove_source (fixture->store, SOURCE_A, &error);
  g_assert_no_error (error);
  assert_reads (snapshot, find_number (snapshot, "one"), "1");
}

static void
test_damage_shows_when_read (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (SkStoreSnapshot) snapshot = NULL;

  commit (fixture, "p1", "one=1", "two=2");
  store_fixture_sql (fixture, "UPDATE record SET text = 'x' WHERE text = '1';"
                              "DELETE FROM record WHERE text = '2'");

  snapshot = take (fixture->store);
  assert_fails (snapshot, find_number (snapshot, "one"), SK_STORE_ERROR_DAMAGED);
  assert_fails (snapshot, find_number (snapshot, "two"), SK_STORE_ERROR_DAMAGED);
  assert_fails (snapshot, 1234, SK_STORE_ERROR_DAMAGED);
}

static void
test_missing_shows (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (SkStoreSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  commit (fixture, "p1", "one=1", "two=2");
  store_fixture_sql (fixture, "DELETE FROM resource WHERE id = 'two'");
  snapshot = take (fixture->store);
  g_assert_false (
    sk_store_snapshot_each (snapshot, SOURCE_A, note_number, numbers, NULL, &error));
  g_assert_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED);
}

static void
test_name_of_contents (Fixture       *fixture,
                       gconstpointer  data)
{
  Fixture other = {0};
  g_autoptr (SkStoreSnapshot) first = take (fixture->store);
  g_autoptr (SkStoreSnapshot) again = NULL;
  g_autoptr (SkStoreSnapshot) elsewhere = NULL;

  store_fixture_reopen (fixture);
  again = take (fixture->store);
  g_assert_cmpmem (sk_store_snapshot_get_identity (again), SK_STORE_IDENTITY_BYTES,
                   sk_store_snapshot_get_identity (first), SK_STORE_IDENTITY_BYTES);

  set_up (&other, NULL);
  elsewhere = take (other.store);
  g_assert_cmpint (sk_store_snapshot_get_generation (elsewhere), ==,
                   sk_store_snapshot_get_generation (first));
  g_assert_cmpint (memcmp (sk_store_snapshot_get_identity (elsewhere),
                           sk_store_snapshot_get_identity (first), SK_STORE_IDENTITY_BYTES),
                   !=, 0);
  store_fixture_tear_down (&other, NULL);
}

static void
test_others_commit (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (SkStore) other = sk_store_new (fixture->folder);
  g_autoptr (SkStoreSnapshot) before = take (fixture->store);
  g_autoptr (SkStoreSnapshot) after = NULL;
  g_auto (SkStoreCounts) counts = {0};
  g_autoptr (GError) error = NULL;
  SkStoreChange *change = change_new (SOURCE_A);

  sk_store_open (other, SEED, &error);
  g_assert_no_error (error);
  change_page (change, "p1", "one=1", NULL);
  change_commit (other, change, &counts);

  after = take (fixture->store);
  g_assert_cmpint (sk_store_snapshot_get_generation (after), >,
                   sk_store_snapshot_get_generation (before));
  assert_reads (after, find_number (after, "one"), "1");
}

static void
test_closed_with_store (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (SkStoreSnapshot) snapshot = NULL;
  g_autofree char *log = store_fixture_path (fixture, "catalogue.db-wal");
  gint64 one;

  commit (fixture, "p1", "one=1", NULL);
  snapshot = take (fixture->store);
  one = find_number (snapshot, "one");
  commit (fixture, "p2", "one=2", NULL);

  g_clear_object (&fixture->store);
  assert_fails (snapshot, one, SK_STORE_ERROR_CLOSED);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_closed_when_made_anew (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (SkStoreSnapshot) snapshot = NULL;
  g_autoptr (SkStoreSnapshot) anew = NULL;
  g_autoptr (GError) error = NULL;
  gint64 one;

  commit (fixture, "p1", "one=1", NULL);
  snapshot = take (fixture->store);
  one = find_number (snapshot, "one");
  sk_store_recover (fixture->store, &error);
  g_assert_no_error (error);
  assert_fails (snapshot, one, SK_STORE_ERROR_CLOSED);

  anew = take (fixture->store);
  g_assert_cmpint (memcmp (sk_store_snapshot_get_identity (snapshot),
                           sk_store_snapshot_get_identity (anew), SK_STORE_IDENTITY_BYTES),
                   !=, 0);
}

static gpointer
read_often (gpointer data)
{
  for (guint i = 0; i < N_READS; i++)
    {
      assert_reads (data, find_number (data, "one"), "1");
      assert_reads (data, find_number (data, "two"), "2");
    }

  return NULL;
}

static void
test_threads (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (SkStoreSnapshot) snapshot = NULL;
  GThread *threads[N_THREADS];

  commit (fixture, "p1", "one=1", "two=2");
  snapshot = take (fixture->store);
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("reader", read_often, snapshot);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *page = g_strdup_printf ("page %u", i);
      g_autofree char *one = g_strdup_printf ("one=of page %u", i);

      commit (fixture, page, one, NULL);
    }

  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

#define ADD(path, func) \
  g_test_add ("/store/snapshot/" path, Fixture, NULL, set_up, func, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("what-is-changed-or-withdrawn-later-stays-readable", test_of_its_moment);
  ADD ("a-source-that-is-removed-stays-readable", test_source_removed);
  ADD ("a-damaged-text-shows-when-it-is-read-and-not-before", test_damage_shows_when_read);
  ADD ("records-that-are-missing-show", test_missing_shows);
  ADD ("each-catalogue-has-an-identity-of-its-own", test_name_of_contents);
  ADD ("what-another-commits-shows-by-the-generation", test_others_commit);
  ADD ("it-is-closed-with-its-store-and-leaves-nothing", test_closed_with_store);
  ADD ("it-is-closed-when-the-catalogue-is-made-anew", test_closed_when_made_anew);
  ADD ("several-threads-may-read", test_threads);

  return g_test_run ();
}
