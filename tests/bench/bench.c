/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <gio/gio.h>
#include <stdio.h>
#include <sys/resource.h>

static const char *program;

static double
to_seconds (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

static void
run_here (const BenchTask *task,
          guint64          n_records)
{
  struct rusage usage;
  struct rusage children;
  double seconds = 0;

  task->func (n_records, &seconds);

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  g_assert_cmpint (getrusage (RUSAGE_CHILDREN, &children), ==, 0);
  if (seconds <= 0)
    seconds = to_seconds (usage.ru_utime) + to_seconds (usage.ru_stime);

  printf ("%f %f\n", seconds, (double) MAX (usage.ru_maxrss, children.ru_maxrss) / 1024);
}

/**
 * bench_init:
 * @tasks: (nullable): ends with one that has no name
 *
 * Does one task where this is the process that was started for it.
 *
 * Returns: whether it was, and all is done
 */
gboolean
bench_init (int               argc,
            char            **argv,
            const BenchTask  *tasks)
{
  program = argv[0];
  if (argc != 3 || tasks == NULL)
    return FALSE;

  for (; tasks->name != NULL; tasks++)
    if (g_str_equal (tasks->name, argv[1]))
      {
        run_here (tasks, g_ascii_strtoull (argv[2], NULL, 10));
        return TRUE;
      }

  g_error ("There is nothing to measure by the name of %s", argv[1]);
}

/**
 * bench_tell:
 * @line: the command line of a program
 *
 * Returns: (transfer full): what it says
 */
char *
bench_tell (const char * const *line)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *answer = NULL;

  process = g_subprocess_newv (line, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  if (process == NULL ||
      !g_subprocess_communicate_utf8 (process, NULL, NULL, &answer, NULL, &error) ||
      !g_subprocess_wait_check (process, NULL, &error))
    {
      g_autofree char *shown = g_strjoinv (" ", (char **) line);

      g_error ("%s failed: %s", shown, error->message);
    }

  return answer;
}

/**
 * bench_ask:
 * @word: the first word of a command line, then more of them
 *
 * Starts the program once more, so that what it measures is not mixed with anything else.
 *
 * Returns: (transfer full): what it says
 */
char *
bench_ask (const char *word,
           ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) line = NULL;
  va_list more;

  g_strv_builder_add (builder, program);
  va_start (more, word);
  for (const char *each = word; each != NULL; each = va_arg (more, const char *))
    g_strv_builder_add (builder, each);
  va_end (more);
  line = g_strv_builder_end (builder);

  return bench_tell ((const char * const *) line);
}

/**
 * bench_run:
 * @task: the name of one of the tasks
 *
 * Returns: what it cost
 */
BenchCost
bench_run (const char *task,
           guint64     n_records)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, n_records);
  g_autofree char *answer = bench_ask (task, number, NULL);
  g_auto (GStrv) words = g_strsplit (answer, " ", 2);

  return (BenchCost) {g_ascii_strtod (words[0], NULL), g_ascii_strtod (words[1], NULL)};
}

/**
 * bench_get_seconds:
 *
 * Returns: the time on a clock that only runs forward
 */
double
bench_get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

void
bench_print_head (const char *what)
{
  printf ("%-28s %9s %9s %9s %11s\n", what, "records", "seconds", "MiB", "records/s");
}

void
bench_print_row (const char *what,
                 guint64     n_records,
                 BenchCost   cost)
{
  printf ("%-28s %9" G_GUINT64_FORMAT " %9.2f %9.1f %11.0f\n", what, n_records, cost.seconds,
          cost.mebibytes, (double) n_records / cost.seconds);
  fflush (stdout);
}
