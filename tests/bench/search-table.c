/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "search-table.h"

static const struct
{
  const char *name;
  guint percent;
} marks[] = {{"p50", 50}, {"p95", 95}, {"p99", 99}, {"max", 100}};

#define N_MARKS G_N_ELEMENTS (marks)

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* The times of those queries that another was asked too, at each mark. */
static void
find_marks (const Trial *trial,
            const Trial *other,
            double       found[N_MARKS])
{
  g_autofree double *times = g_new (double, trial->n_asked);
  guint n_times = 0;

  for (guint i = 0; i < trial->n_asked; i++)
    if (i * trial->stride % other->stride == 0)
      times[n_times++] = trial->times[i];

  qsort (times, n_times, sizeof (double), compare_times);
  for (guint i = 0; i < N_MARKS; i++)
    found[i] = times[MIN (n_times * marks[i].percent / 100, n_times - 1)];
}

/**
 * search_table_print_head:
 *
 * Prints what stands above the rows.
 */
void
search_table_print_head (guint64 n_records)
{
  g_autofree char *title = g_strdup_printf ("%" G_GUINT64_FORMAT " records, ms", n_records);

  printf ("\n%-26s", title);
  for (guint i = 0; i < N_MARKS; i++)
    printf (" %10s", marks[i].name);
  printf (" %9s %8s %9s %9s %9s %9s\n", "queries", "make s", "with MiB", "file MiB", "ask MiB",
          "open ms");
}

static void
add_number (JsonBuilder *builder,
            const char  *member,
            double       value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_double_value (builder, value);
}

static void
add_ratios (JsonBuilder *builder,
            const Trial *trial,
            const Trial *ours)
{
  double theirs[N_MARKS];
  double mine[N_MARKS];

  find_marks (trial, trial, theirs);
  find_marks (ours, trial, mine);

  printf ("%-26s", "  of Sidekick's");
  json_builder_set_member_name (builder, "ratio");
  json_builder_begin_object (builder);
  for (guint i = 0; i < N_MARKS; i++)
    {
      printf (" %9.1fx", theirs[i] / mine[i]);
      add_number (builder, marks[i].name, theirs[i] / mine[i]);
    }
  json_builder_end_object (builder);
  printf ("\n");
}

/**
 * search_table_add:
 * @builder: within an array
 * @ours: what the times are compared with, where it is not the same
 *
 * Prints a row, and adds it to the JSON.
 */
void
search_table_add (JsonBuilder *builder,
                  const Trial *trial,
                  const Trial *ours,
                  guint64      n_records)
{
  double found[N_MARKS];

  find_marks (trial, trial, found);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, trial->contender->name);
  json_builder_set_member_name (builder, "records");
  json_builder_add_int_value (builder, (gint64) n_records);

  printf ("%-26s", trial->contender->name);
  for (guint i = 0; i < N_MARKS; i++)
    {
      printf (" %10.3f", found[i]);
      add_number (builder, marks[i].name, found[i]);
    }
  printf (" %7ux%u %8.2f %9.1f %9.1f %9.1f %9.2f\n", trial->n_asked, trial->n_rounds,
          trial->make_seconds, trial->make_mebibytes, trial->file_mebibytes, trial->mebibytes,
          trial->open_ms);

  add_number (builder, "queries", trial->n_asked);
  add_number (builder, "rounds", trial->n_rounds);
  add_number (builder, "makeSeconds", trial->make_seconds);
  add_number (builder, "makeMebibytes", trial->make_mebibytes);
  add_number (builder, "fileMebibytes", trial->file_mebibytes);
  add_number (builder, "askMebibytes", trial->mebibytes);
  add_number (builder, "openMilliseconds", trial->open_ms);

  if (trial != ours)
    add_ratios (builder, trial, ours);
  json_builder_end_object (builder);
  fflush (stdout);
}
