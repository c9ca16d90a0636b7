/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports a feed from a file, as `sidekickctl sync` does: into the store, and into the index.
 * Beside it stand the index alone, and what json-glib takes to parse the same file. */
#include <stdio.h>

#include <json-glib/json-glib.h>

#include "bench.h"
#include "contender.h"
#include "feed-maker.h"
#include "scratch-folder.h"

#define USUAL 100000
#define MILLION 1000000

static char *
save_feed (const char *folder,
           guint64     n_records)
{
  char *path = g_build_filename (folder, CONTENDER_FEED, NULL);

  feed_maker_save_feed (path, n_records);
  return path;
}

static void
parse (guint64  n_records,
       double  *seconds)
{
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *feed = save_feed (folder, n_records);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  double start = bench_get_seconds ();

  json_parser_load_from_file (parser, feed, &error);
  g_assert_no_error (error);
  *seconds = bench_get_seconds () - start;
  scratch_folder_remove (folder);
}

static void
make_index (guint64  n_records,
            double  *seconds)
{
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *feed = save_feed (folder, n_records);

  *seconds = contender_index.make (folder);
  scratch_folder_remove (folder);
}

static void
import (guint64  n_records,
        double  *seconds)
{
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *feed = save_feed (folder, n_records);
  g_autofree char *data_dir = g_build_filename (folder, "data", NULL);
  const char *line[] = {g_getenv ("SK_CTL"), "--data-dir", data_dir, "--no-starter",
                        "--quiet",           "sync",       feed,     NULL};
  g_autoptr (GError) error = NULL;
  double start = bench_get_seconds ();
  int status;

  g_spawn_sync (NULL, (char **) line, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  *seconds = bench_get_seconds () - start;
  scratch_folder_remove (folder);
}

static void
print_ratio (const char *what,
             BenchCost   cost,
             BenchCost   parsed)
{
  printf ("%-28s %9s %8.2fx %8.2fx\n", what, "", cost.seconds / parsed.seconds,
          cost.mebibytes / parsed.mebibytes);
}

int
main (int   argc,
      char *argv[])
{
  static const BenchTask tasks[] = {{"parse", parse},
                                    {"index", make_index},
                                    {"import", import},
                                    {NULL}};
  BenchCost parsed;
  BenchCost cost;

  if (bench_init (argc, argv, tasks))
    return 0;

  bench_print_head ("Importing a feed");
  parsed = bench_run ("parse", USUAL);
  bench_print_row ("json-glib, parsing alone", USUAL, parsed);
  cost = bench_run ("index", USUAL);
  bench_print_row ("the index", USUAL, cost);
  print_ratio ("  to json-glib's parsing", cost, parsed);
  cost = bench_run ("import", USUAL);
  bench_print_row ("feed, store and index", USUAL, cost);
  print_ratio ("  to json-glib's parsing", cost, parsed);

  if (argc > 1 && g_str_equal (argv[1], "--million"))
    bench_print_row ("feed, store and index", MILLION, bench_run ("import", MILLION));

  return 0;
}
