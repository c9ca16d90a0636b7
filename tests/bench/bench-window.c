/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person waits for: the first frame, the frame after a key and after a row that scrolls by;
 * and what memory that takes. Beside it stands an empty window. */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "drive.h"
#include "feed-maker.h"
#include "scratch-folder.h"

#define USUAL 100000
#define N_STARTS 11

/* What a start took; or a key, and how much of that was drawing. */
typedef struct
{
  double values[3];
} Line;

enum
{
  AGE,
  THREAD,
  MEBIBYTES,
  ALL = 0,
  DRAWING,
};

/* Of somebody who was asked for whom they look for tools, and did not want to say. */
static void
make_user (const char *data_dir)
{
  static const char user[] = "{\"version\": 1, \"profile\": {\"languages\": []}}";
  g_autofree char *file = g_build_filename (data_dir, "user.json", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, user, -1, &error);
  g_assert_no_error (error);
}

static void
make_catalogue (const char *folder,
                const char *data_dir,
                guint64     n_records)
{
  g_autofree char *feed = g_build_filename (folder, "feed.json", NULL);
  const char *sync[] = {g_getenv ("SK_CTL"), "--data-dir", data_dir, "--no-starter",
                        "--quiet",           "sync",       feed,     NULL};

  feed_maker_save_feed (feed, n_records);
  g_free (bench_tell (sync));
  make_user (data_dir);
}

/* The lines of an answer that begin with a word. */
static void
add_lines (GArray     *lines,
           const char *answer,
           const char *word)
{
  g_auto (GStrv) all = g_strsplit (answer, "\n", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (all[i], " ", -1);
      Line line = {0};

      if (g_strcmp0 (words[0], word) != 0)
        continue;

      for (guint j = 0; words[j + 1] != NULL; j++)
        line.values[j] = g_ascii_strtod (words[j + 1], NULL);
      g_array_append_val (lines, line);
    }
}

static GArray *
pick_lines (const char *answer,
            const char *word)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  add_lines (lines, answer, word);
  g_assert_cmpuint (lines->len, >, 0);
  return lines;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Of all the lines: 50 is the median, 100 the most. */
static double
find_percentile (GArray *lines,
                 guint   column,
                 guint   percent)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines->len; i++)
    g_array_append_val (numbers, g_array_index (lines, Line, i).values[column]);
  g_array_sort (numbers, compare_numbers);
  return g_array_index (numbers, double, (numbers->len - 1) * percent / 100);
}

static double
find_mean (GArray *lines,
           guint   column)
{
  double sum = 0;

  for (guint i = 0; i < lines->len; i++)
    sum += g_array_index (lines, Line, i).values[column];
  return sum / lines->len;
}

static void
note_start (void)
{
  g_autofree char *now = g_strdup_printf ("%f", bench_get_seconds () * 1e3);

  g_setenv ("BENCH_START", now, TRUE);
}

static char *
open_empty (void)
{
  const char *empty[] = {g_getenv ("BENCH_EMPTY"), NULL};

  note_start ();
  return bench_tell (empty);
}

static char *
open_sidekick (const char *data_dir)
{
  note_start ();
  return bench_ask ("open", data_dir, NULL);
}

static void
print_start (const char *what,
             GArray     *lines,
             GArray     *empty)
{
  const double age = find_percentile (lines, AGE, 50);
  const double thread = find_percentile (lines, THREAD, 50);

  printf ("%-28s %8.1f %6.2fx %12.1f %6.2fx\n", what, age, age / find_percentile (empty, AGE, 50),
          thread, thread / find_percentile (empty, THREAD, 50));
}

/* One after the other, so that whatever else the machine does befalls both. */
static double
run_starts (const char *data_dir)
{
  g_autoptr (GArray) empty = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) answered = g_array_new (FALSE, FALSE, sizeof (Line));

  g_free (open_sidekick (data_dir));
  for (guint i = 0; i < N_STARTS; i++)
    {
      g_autofree char *nothing = open_empty ();
      g_autofree char *sidekick = open_sidekick (data_dir);

      add_lines (empty, nothing, "first");
      add_lines (first, sidekick, "first");
      add_lines (answered, sidekick, "answered");
    }

  printf ("%-28s %8s %7s %12s %7s\n", "From the start of a program", "ms", "", "main thread", "");
  print_start ("an empty window", empty, empty);
  print_start ("Sidekick's first frame", first, empty);
  print_start ("the first with tools in it", answered, empty);
  return find_percentile (empty, MEBIBYTES, 50);
}

static void
print_times (const char *what,
             const char *answer,
             const char *word)
{
  g_autoptr (GArray) lines = pick_lines (answer, word);

  printf ("%-28s %6u %7.2f %7.2f %7.2f %7.2f %9.2f\n", what, lines->len, find_mean (lines, ALL),
          find_percentile (lines, ALL, 50), find_percentile (lines, ALL, 95),
          find_percentile (lines, ALL, 100), find_mean (lines, DRAWING));
}

static void
print_memory (const char *what,
              const char *answer,
              const char *word,
              double      empty)
{
  g_autoptr (GArray) lines = pick_lines (answer, word);

  printf ("%-28s %8.1f\n", what, find_percentile (lines, MEBIBYTES, 50) - empty);
}

static void
run (guint64 n_records)
{
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *data_dir = g_build_filename (folder, "data", NULL);
  g_autofree char *answer = NULL;
  double empty;

  /* As on a desktop where nobody listens; most of what somebody hears is for others to say. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  make_catalogue (folder, data_dir, n_records);
  printf ("A window on %" G_GUINT64_FORMAT " records\n\n", n_records);
  empty = run_starts (data_dir);

  note_start ();
  answer = bench_ask ("use", data_dir, NULL);
  printf ("\n%-28s %6s %7s %7s %7s %7s %9s\n", "Main thread, ms each", "", "mean", "p50", "p95",
          "max", "drawing");
  print_times ("a key", answer, "key");
  print_times ("a row that scrolls by", answer, "row");
  print_times ("a jump of the bar", answer, "jump");

  printf ("\n%-28s %8s\n", "Beyond an empty window", "MiB");
  print_memory ("opened", answer, "opened", empty);
  print_memory ("after all that was typed", answer, "typed", empty);
  print_memory ("after all was scrolled", answer, "scrolled", empty);
  scratch_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  bench_init (argc, argv, NULL);
  if (argc == 3 && g_str_equal (argv[1], "open"))
    return drive_open (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "use"))
    return drive_use (argv[2]);

  if (argc == 2 && g_str_equal (argv[1], "--million"))
    run (10 * USUAL);
  else
    run (argc == 2 ? g_ascii_strtoull (argv[1], NULL, 10) : USUAL);
  return 0;
}
