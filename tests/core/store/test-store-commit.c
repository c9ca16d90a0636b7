/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

typedef StoreFixture Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  store_fixture_set_up (fixture, data);
  store_fixture_open (fixture);
}

static void
test_reads_back (Fixture      *fixture,
                 gconstpointer data)
{
  SkStoreChange *change = change_new (SOURCE_A);
  g_auto (SkStoreCounts) counts = {0};
  g_autoptr (GHashTable) records = NULL;

  change_page (change, "p1", "one={\"é\":1}", "two=2", NULL);
  change_commit (fixture->store, change, &counts);
  assert_counts (counts, 2, 0, 0, 0);

  store_fixture_reopen (fixture);
  records = store_fixture_load (fixture, SOURCE_A);
  g_assert_cmpuint (g_hash_table_size (records), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (records, "one"), ==, "{\"é\":1}");
}

static void
commit_page (Fixture       *fixture,
             const char    *sha256,
             const char    *first,
             const char    *second,
             SkStoreCounts *counts)
{
  SkStoreChange *change = change_new (SOURCE_A);

  change_page (change, sha256, first, second, NULL);
  change_commit (fixture->store, change, counts);
}

static void
test_unchanged_not_written (Fixture      *fixture,
                            gconstpointer data)
{
  g_auto (SkStoreCounts) first = {0};
  g_auto (SkStoreCounts) second = {0};

  commit_page (fixture, "p1", "one=1", "two=2", &first);
  store_fixture_sql (fixture, "CREATE TABLE written (id TEXT);"
                              "CREATE TRIGGER writes AFTER UPDATE ON resource BEGIN"
                              " INSERT INTO written VALUES (new.id); END");

  commit_page (fixture, "p2", "one=1", "two=2 new", &second);
  assert_counts (second, 0, 1, 0, 1);
  g_assert_cmpint (store_fixture_number (fixture, "SELECT count(*) FROM written"), ==, 1);
  g_assert_cmpint (store_fixture_number (fixture, "SELECT id = 'two' FROM written"), ==, 1);
}

static gboolean
collect_text (const char  *text,
              gpointer     user_data,
              GError     **error)
{
  g_string_append_printf (user_data, "%s ", text);
  return TRUE;
}

static char *
list_curated (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkStoreSnapshot) snapshot = sk_store_take_snapshot (fixture->store, &error);
  GString *texts = g_string_new (NULL);

  g_assert_no_error (error);
  sk_store_snapshot_each_curated (snapshot, SOURCE_A, collect_text, texts, &error);
  g_assert_no_error (error);
  return g_string_free_and_steal (texts);
}

static void
assert_curated (Fixture    *fixture,
                const char *expected,
                gint64      expected_generation)
{
  g_autofree char *texts = list_curated (fixture);
  gint64 generation;

  g_assert_cmpstr (texts, ==, expected);
  g_assert_true (sk_store_get_generation (fixture->store, &generation, NULL));
  g_assert_cmpint (generation, ==, expected_generation);
}

/* A list comes and goes with its page, and is a change also where no record is. */
static void
test_curated (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (SkStoreCounts) first = {0};
  g_auto (SkStoreCounts) same = {0};
  g_auto (SkStoreCounts) other = {0};
  g_auto (SkStoreCounts) gone = {0};
  SkStoreChange *withdrawal = change_new (SOURCE_A);

  commit_page (fixture, "p1", "one=1", "+list=A", &first);
  assert_counts (first, 1, 0, 0, 0);
  assert_curated (fixture, "A ", 1);

  commit_page (fixture, "p2", "one=1", "+list=A", &same);
  assert_curated (fixture, "A ", 1);

  commit_page (fixture, "p3", "one=1", "+list=B", &other);
  assert_counts (other, 0, 0, 0, 1);
  assert_curated (fixture, "B ", 2);

  change_held (withdrawal, "p3");
  change_page (withdrawal, "p4", "-list", NULL);
  change_commit (fixture->store, withdrawal, &gone);
  g_assert_true (sk_store_remove_source (fixture->store, SOURCE_B, NULL));
  assert_curated (fixture, "", 3);

  g_assert_true (sk_store_remove_source (fixture->store, SOURCE_A, NULL));
  g_assert_cmpint (store_fixture_number (fixture, "SELECT count(*) FROM curated"), ==, 0);
}

static void
test_absent_is_withdrawn (Fixture      *fixture,
                          gconstpointer data)
{
  g_auto (SkStoreCounts) first = {0};
  g_auto (SkStoreCounts) second = {0};
  g_auto (SkStoreCounts) third = {0};
  g_autoptr (GHashTable) records = NULL;

  commit_page (fixture, "p1", "one=1", "two=2", &first);
  commit_page (fixture, "p2", "one=1", NULL, &second);
  assert_counts (second, 0, 0, 1, 1);

  records = store_fixture_load (fixture, SOURCE_A);
  g_assert_false (g_hash_table_contains (records, "two"));
  g_assert_cmpint (store_fixture_number (fixture, "SELECT count(*) FROM resource"), ==, 2);

  commit_page (fixture, "p3", "one=1", "two=2", &third);
  assert_counts (third, 1, 0, 0, 1);
}

static void
test_tombstone_withdraws (Fixture      *fixture,
                          gconstpointer data)
{
  g_auto (SkStoreCounts) first = {0};
  g_auto (SkStoreCounts) second = {0};
  g_auto (SkStoreCounts) third = {0};
  SkStoreChange *change = change_new (SOURCE_A);

  commit_page (fixture, "p1", "one=1", "two=2", &first);

  change_held (change, "p1");
  change_page (change, "p2", "-two", NULL);
  change_commit (fixture->store, change, &second);
  assert_counts (second, 0, 0, 1, 1);

  change = change_new (SOURCE_A);
  change_held (change, "p1");
  change_commit (fixture->store, change, &third);
  assert_counts (third, 1, 0, 0, 1);
}

static void
test_held_page_stays (Fixture      *fixture,
                      gconstpointer data)
{
  g_auto (SkStoreCounts) first = {0};
  g_auto (SkStoreCounts) second = {0};
  SkStoreChange *change = change_new (SOURCE_A);

  change_page (change, "p1", "one=1", "two=2", NULL);
  change_page (change, "p2", "three=3", NULL);
  change_commit (fixture->store, change, &first);

  change = change_new (SOURCE_A);
  change_held (change, "p1");
  change_page (change, "p3", "three=3 new", "four=4", NULL);
  change_commit (fixture->store, change, &second);
  assert_counts (second, 1, 1, 0, 2);
}

static void
test_twice_read_again (Fixture      *fixture,
                       gconstpointer data)
{
  g_auto (SkStoreCounts) first = {0};
  g_auto (SkStoreCounts) second = {0};
  g_autoptr (SkStoreState) state = NULL;
  g_autoptr (GHashTable) records = NULL;
  SkStoreChange *change = change_new (SOURCE_A);

  change_page (change, "p1", "one=of page 1", NULL);
  change_page (change, "p2", "one=of page 2", "two=2", NULL);
  change_commit (fixture->store, change, &first);
  assert_counts (first, 2, 0, 0, 0);
  g_assert_cmpuint (first.twice->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (first.twice, 0), ==, "one");

  state = sk_store_get_state (fixture->store, SOURCE_A, NULL);
  g_assert_true (g_hash_table_contains (state->pages, "p1"));
  g_assert_false (g_hash_table_contains (state->pages, "p2"));

  change = change_new (SOURCE_A);
  change_page (change, "p2", "one=of page 2", "two=2", NULL);
  change_commit (fixture->store, change, &second);
  assert_counts (second, 0, 1, 0, 1);
  records = store_fixture_load (fixture, SOURCE_A);
  g_assert_cmpstr (g_hash_table_lookup (records, "one"), ==, "of page 2");
}

static void
test_refused_keeps_old (Fixture      *fixture,
                        gconstpointer data)
{
  g_auto (SkStoreCounts) first = {0};
  g_auto (SkStoreCounts) second = {0};

  commit_page (fixture, "p1", "one=1", "two=2", &first);
  commit_page (fixture, "p2", "!two", "one=1", &second);
  assert_counts (second, 0, 0, 0, 2);
}

static void
test_sources_apart (Fixture      *fixture,
                    gconstpointer data)
{
  g_auto (SkStoreCounts) first = {0};
  g_auto (SkStoreCounts) second = {0};
  SkStoreChange *change = change_new (SOURCE_B);
  g_autoptr (GHashTable) records = NULL;
  g_autoptr (GError) error = NULL;

  commit_page (fixture, "p1", "one=of a", NULL, &first);
  change_page (change, "p1", "one=of b", NULL);
  change_commit (fixture->store, change, &second);
  assert_counts (second, 1, 0, 0, 0);

  sk_store_remove_source (fixture->store, SOURCE_A, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_number (fixture, "SELECT count(*) FROM place"), ==, 1);
  records = store_fixture_load (fixture, SOURCE_B);
  g_assert_cmpstr (g_hash_table_lookup (records, "one"), ==, "of b");
}

static void
test_failure_remembered (Fixture      *fixture,
                         gconstpointer data)
{
  g_auto (SkStoreCounts) counts = {0};
  g_autoptr (SkStoreState) failed = NULL;
  g_autoptr (SkStoreState) succeeded = NULL;

  sk_store_note_failure (fixture->store, SOURCE_A, "It broke.", NULL);
  failed = sk_store_get_state (fixture->store, SOURCE_A, NULL);
  g_assert_cmpstr (failed->source->error, ==, "It broke.");
  g_assert_cmpint (failed->source->synced, ==, 0);

  commit_page (fixture, "p1", "one=1", NULL, &counts);
  succeeded = sk_store_get_state (fixture->store, SOURCE_A, NULL);
  g_assert_null (succeeded->source->error);
  g_assert_cmpint (succeeded->source->synced, >, 0);
  g_assert_cmpuint (succeeded->source->resources, ==, 1);
}

static void
test_validators_kept (Fixture      *fixture,
                      gconstpointer data)
{
  SkStoreChange *change = change_new (SOURCE_A);
  SkStoreValidator *validator = g_new0 (SkStoreValidator, 1);
  g_auto (SkStoreCounts) counts = {0};
  g_autoptr (SkStoreState) state = NULL;
  const SkStoreValidator *held;

  validator->url = g_strdup (SOURCE_A);
  validator->final_url = g_strdup (SOURCE_B);
  validator->etag = g_strdup ("\"x\"");
  validator->sha256 = g_strdup ("p1");
  g_ptr_array_add (change->validators, validator);
  change_page (change, "p1", "one=1", NULL);
  change_commit (fixture->store, change, &counts);

  state = sk_store_get_state (fixture->store, SOURCE_A, NULL);
  held = g_hash_table_lookup (state->validators, SOURCE_A);
  g_assert_cmpstr (held->final_url, ==, SOURCE_B);
  g_assert_cmpstr (held->etag, ==, "\"x\"");
  g_assert_null (held->last_modified);
  g_assert_null (held->next);
}

static void
test_cancelled_changes_nothing (Fixture      *fixture,
                                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SkStoreChange) change = change_new (SOURCE_A);
  g_auto (SkStoreCounts) first = {0};
  g_auto (SkStoreCounts) second = {0};
  g_autoptr (GHashTable) records = NULL;
  g_autoptr (GError) error = NULL;

  commit_page (fixture, "p1", "one=1", NULL, &first);
  change_page (change, "p2", "one=1 new", "two=2", NULL);
  g_cancellable_cancel (cancellable);

  g_assert_false (sk_store_commit (fixture->store, change, &second, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  records = store_fixture_load (fixture, SOURCE_A);
  g_assert_cmpuint (g_hash_table_size (records), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (records, "one"), ==, "1");
}

static void
test_generation_counts_changes (Fixture      *fixture,
                                gconstpointer data)
{
  g_auto (SkStoreCounts) first = {0};
  g_auto (SkStoreCounts) second = {0};
  gint64 before;
  gint64 after;

  commit_page (fixture, "p1", "one=1", NULL, &first);
  g_assert_true (sk_store_get_generation (fixture->store, &before, NULL));
  commit_page (fixture, "p2", "one=1", NULL, &second);
  g_assert_true (sk_store_get_generation (fixture->store, &after, NULL));
  g_assert_cmpint (before, ==, 1);
  g_assert_cmpint (after, ==, 1);
}

#define ADD(path, func) \
  g_test_add ("/store/commit/" path, Fixture, NULL, set_up, func, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("what-is-committed-is-read-back", test_reads_back);
  ADD ("an-unchanged-record-is-not-written", test_unchanged_not_written);
  ADD ("a-record-in-no-page-is-withdrawn-and-kept", test_absent_is_withdrawn);
  ADD ("a-list-comes-and-goes-with-its-page", test_curated);
  ADD ("a-tombstone-withdraws-until-it-goes", test_tombstone_withdraws);
  ADD ("records-of-a-held-page-stay", test_held_page_stays);
  ADD ("of-an-id-in-two-pages-the-first-counts", test_twice_read_again);
  ADD ("a-record-that-became-unusable-keeps-what-is-held", test_refused_keeps_old);
  ADD ("sources-have-their-records-apart", test_sources_apart);
  ADD ("a-failure-is-remembered-until-a-success", test_failure_remembered);
  ADD ("validators-are-kept", test_validators_kept);
  ADD ("a-cancelled-commit-changes-nothing", test_cancelled_changes_nothing);
  ADD ("the-generation-counts-changes-of-records", test_generation_counts_changes);

  return g_test_run ();
}
