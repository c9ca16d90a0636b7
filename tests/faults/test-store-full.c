/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define ROOM_BYTES (256 * 1024)

typedef StoreFixture Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  store_fixture_set_up (fixture, data);
  store_fixture_open (fixture);
}

/* No file may grow beyond this: what a full disk does, on any machine. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static SkStoreChange *
make_change (const char *text,
             guint       n_records)
{
  SkStoreChange *change = change_new (SOURCE_A);

  change_page (change, text, NULL);
  for (guint i = 0; i < n_records; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *record = g_strdup_printf ("%s%01000u", text, i);

      g_assert_true (sk_spool_write (change->spool, SK_SPOOL_RECORD, id, record, NULL));
    }

  return change;
}

static void
assert_old (Fixture *fixture)
{
  g_autoptr (GHashTable) records = store_fixture_load (fixture, SOURCE_A);
  const char *first = g_hash_table_lookup (records, "0");

  g_assert_cmpuint (g_hash_table_size (records), ==, 10);
  g_assert_true (g_str_has_prefix (first, "old"));
}

static void
test_commit_without_room (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (SkStoreChange) change = NULL;
  g_auto (SkStoreCounts) first = {0};
  g_auto (SkStoreCounts) second = {0};
  g_auto (SkStoreCounts) third = {0};
  g_autoptr (GError) error = NULL;

  change_commit (fixture->store, make_change ("old", 10), &first);
  change = make_change ("new", 2000);
  g_assert_true (sk_spool_rewind (change->spool, NULL));

  limit_files (ROOM_BYTES);
  g_assert_false (sk_store_commit (fixture->store, change, &second, NULL, &error));
  limit_files (RLIM_INFINITY);

  g_assert_error (error, SK_STORE_ERROR, SK_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "no room left on the disk"));
  assert_old (fixture);
  store_fixture_reopen (fixture);
  assert_old (fixture);

  change_commit (fixture->store, make_change ("new", 2000), &third);
  assert_counts (third, 1990, 10, 0, 0);
}

static void
test_spool_without_room (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (SkSpool) spool = sk_spool_new (fixture->folder, NULL);
  g_autofree char *record = g_strnfill (10000, 'x');
  g_autoptr (GError) error = NULL;
  gboolean written = TRUE;

  limit_files (ROOM_BYTES);
  for (guint i = 0; written && i < 100; i++)
    written = sk_spool_write (spool, SK_SPOOL_RECORD, "id", record, &error);
  limit_files (RLIM_INFINITY);

  g_assert_false (written);
  g_assert_nonnull (strstr (error->message, g_strerror (EFBIG)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);

  g_test_add ("/faults/store/without-room-the-old-stands-and-the-next-commit-works", Fixture, NULL,
              set_up, test_commit_without_room, store_fixture_tear_down);
  g_test_add ("/faults/store/a-spool-without-room-says-so", Fixture, NULL, set_up,
              test_spool_without_room, store_fixture_tear_down);

  return g_test_run ();
}
