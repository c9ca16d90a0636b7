/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/sk-syncer.h"

#include <glib/gstdio.h>
#include <libdex.h>
#include <string.h>

#include "scratch-folder.h"

#define MIB (1024 * 1024)

typedef struct
{
  char *folder;
  SkSyncer syncer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = scratch_folder_new ();
  fixture->syncer.store = sk_store_new (fixture->folder);
  fixture->syncer.vocabularies = sk_vocabularies_new (&error);
  g_assert_no_error (error);
  fixture->syncer.folder = fixture->folder;
  fixture->syncer.fetch_limits = sk_fetch_limits_default;
  fixture->syncer.feed_limits = sk_feed_limits_default;
  sk_store_open (fixture->syncer.store, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  sk_store_close (fixture->syncer.store);
  g_clear_object (&fixture->syncer.store);
  g_clear_object (&fixture->syncer.vocabularies);

  scratch_folder_remove (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static char *
write_feed (Fixture *fixture,
            guint    n_records)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.json", fixture->folder, n_records);
  g_autofree char *text = g_strnfill (600, 'a');
  FILE *file = fopen (path, "wb");

  g_assert_nonnull (file);
  fputs ("{\"type\": \"DataFeed\", \"dataFeedElement\": [\n", file);
  for (guint i = 0; i < n_records; i++)
    fprintf (
      file,
      "%s{\"type\": \"DataFeedItem\", \"item\": {\"id\": \"https://example.org/%u/%u\","
      " \"type\": [\"LearningResource\"], \"name\": \"Tool %u\", \"description\": \"%s\"}}\n",
      i > 0 ? "," : "", n_records, i, i, text);
  fputs ("]}", file);
  g_assert_cmpint (fclose (file), ==, 0);

  return g_filename_to_uri (path, NULL, NULL);
}

/* From now on, what the process holds at most is counted anew. */
static void
forget_peak (void)
{
  g_assert_true (g_file_set_contents_full ("/proc/self/clear_refs", "5", 1,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static gsize
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  return (gsize) g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) * 1024;
}

static gsize
measure_sync (Fixture *fixture,
              guint    n_records)
{
  g_autofree char *url = write_feed (fixture, n_records);
  g_autoptr (SkSyncReport) report = NULL;
  gsize peak;

  forget_peak ();
  report = sk_syncer_sync (&fixture->syncer, url, NULL, NULL, NULL);
  peak = get_peak ();

  g_assert_no_error (report->error);
  g_assert_cmpuint (report->added, ==, n_records);
  g_test_message ("%u records of %zu MiB: %zu MiB at most", n_records, (gsize) report->bytes / MIB,
                  peak / MIB);
  return peak;
}

static void
test_bounded (Fixture       *fixture,
              gconstpointer  data)
{
  gsize few;
  gsize many;

  measure_sync (fixture, 1000);
  few = measure_sync (fixture, 5000);
  many = measure_sync (fixture, 50000);

  /* The ids' hashes, with room to spare. */
  g_assert_cmpuint (many, <, few + 50000 * 64 + 4 * MIB);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  g_test_add ("/sync/memory/does-not-grow-with-the-feed", Fixture, NULL, set_up, test_bounded,
              tear_down);

  return g_test_run ();
}
