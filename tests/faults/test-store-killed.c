/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <signal.h>

#define N_KILLS 40
#define N_PAGES 3
#define RECORDS_A_PAGE 100

typedef StoreFixture Fixture;

static char *program;

static SkStoreChange *
make_change (guint generation)
{
  SkStoreChange *change = change_new (SOURCE_A);

  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *page = g_strdup_printf ("page %u of %u", i, generation);

      change_page (change, page, NULL);
      for (guint n = 0; n < RECORDS_A_PAGE; n++)
        {
          g_autofree char *id = g_strdup_printf ("%u/%u", i, n);
          g_autofree char *record = g_strdup_printf ("%0*u", 500 + (int) n, generation);

          g_assert_true (sk_spool_write (change->spool, SK_SPOOL_RECORD, id, record, NULL));
        }
    }

  return change;
}

/* Commits one generation after the other until it is killed. */
G_NORETURN static void
commit_for_ever (const char *folder)
{
  g_autoptr (SkStore) store = sk_store_new (folder);
  g_autoptr (SkStoreState) state = NULL;

  g_assert_true (sk_store_open (store, SEED, NULL));
  state = sk_store_get_state (store, SOURCE_A, NULL);

  for (guint next = state->source != NULL ? (guint) state->source->version + 1 : 1;; next++)
    {
      SkStoreChange *change = make_change (next);
      g_auto (SkStoreCounts) counts = {0};

      change->version = next;
      change_commit (store, change, &counts);
    }
}

static void
kill_at_some_point (Fixture *fixture)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--commit", fixture->folder,
                            NULL);
  g_assert_no_error (error);

  g_usleep ((gulong) g_test_rand_int_range (10, 250) * 1000);
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
}

static guint
assert_whole (Fixture *fixture)
{
  g_autoptr (SkStoreState) state = NULL;
  g_autoptr (GHashTable) records = NULL;
  g_autofree char *notice = NULL;
  GHashTableIter iter;
  gpointer record;
  guint version;

  store_fixture_reopen (fixture);
  notice = sk_store_dup_notice (fixture->store);
  g_assert_null (notice);

  state = sk_store_get_state (fixture->store, SOURCE_A, NULL);
  records = store_fixture_load (fixture, SOURCE_A);
  version = state->source != NULL ? (guint) state->source->version : 0;
  g_assert_cmpuint (g_hash_table_size (records), ==, version > 0 ? N_PAGES * RECORDS_A_PAGE : 0);

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_assert_cmpuint (g_ascii_strtoull (record, NULL, 10), ==, version);

  g_clear_object (&fixture->store);
  return version;
}

static void
test_killed (Fixture      *fixture,
             gconstpointer data)
{
  guint last = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      guint version;

      kill_at_some_point (fixture);
      version = assert_whole (fixture);
      g_assert_cmpuint (version, >=, last);
      last = version;
    }

  /* It was killed while it worked, not before it began. */
  g_assert_cmpuint (last, >, N_KILLS / 4);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--commit"))
    commit_for_ever (argv[2]);

  g_test_init (&argc, &argv, NULL);
  program = argv[0];

  g_test_add ("/faults/store/killed-anywhere-the-old-or-the-new-stands-whole", Fixture, NULL,
              store_fixture_set_up, test_killed, store_fixture_tear_down);

  return g_test_run ();
}
