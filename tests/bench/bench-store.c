/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commits a sync to the store: all of it new, then the same again. */
#include "bench.h"
#include "feed-maker.h"

#include "scratch-folder.h"
#include "store/sk-store.h"

#define URL "https://example.org/feed.json"

static SkStoreChange *
make_change (const char *folder,
             const char *page,
             guint64     n_records)
{
  g_autoptr (FeedMaker) maker = feed_maker_new (1);
  g_autoptr (GString) text = g_string_new (NULL);
  SkStoreChange *change = sk_store_change_new (URL);

  change->spool = sk_spool_new (folder, NULL);
  sk_store_change_add_page (change, page);
  g_assert_true (sk_spool_write (change->spool, SK_SPOOL_PAGE, page, NULL, NULL));

  for (guint64 i = 0; i < n_records; i++)
    {
      g_autofree char *id = g_strdup_printf ("https://example.org/r/%" G_GUINT64_FORMAT, i);

      g_string_truncate (text, 0);
      feed_maker_append (maker, text, i);
      g_assert_true (sk_spool_write (change->spool, SK_SPOOL_RECORD, id, text->str, NULL));
    }

  return change;
}

static double
commit (SkStore    *store,
        const char *folder,
        const char *page,
        guint64     n_records)
{
  g_autoptr (SkStoreChange) change = make_change (folder, page, n_records);
  g_auto (SkStoreCounts) counts = {0};
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  sk_store_commit (store, change, &counts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added + counts.unchanged, ==, n_records);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
commit_times (guint64  n_records,
              guint    n_times,
              double  *seconds)
{
  g_autofree char *folder = scratch_folder_new ();
  g_autoptr (SkStore) store = sk_store_new (folder);
  g_autoptr (GError) error = NULL;

  sk_store_open (store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_times; i++)
    {
      g_autofree char *page = g_strdup_printf ("%064u", i);

      *seconds = commit (store, folder, page, n_records);
    }

  sk_store_close (store);
  scratch_folder_remove (folder);
}

static void
commit_new (guint64  n_records,
            double  *seconds)
{
  commit_times (n_records, 1, seconds);
}

static void
commit_unchanged (guint64  n_records,
                  double  *seconds)
{
  commit_times (n_records, 2, seconds);
}

int
main (int   argc,
      char *argv[])
{
  static const BenchTask tasks[] = {{"new", commit_new}, {"unchanged", commit_unchanged}, {NULL}};

  if (bench_init (argc, argv, tasks))
    return 0;

  bench_print_head ("Committing to the store");
  bench_print_row ("all new", 100000, bench_run ("new", 100000));
  bench_print_row ("all unchanged", 100000, bench_run ("unchanged", 100000));

  return 0;
}
