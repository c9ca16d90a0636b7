/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Something to be measured, with so many records, in a process of its own. It leaves what it
 * measured itself in @seconds; else all the time that it took a processor counts. */
typedef void (*BenchFunc) (guint64 n_records, double *seconds);

typedef struct
{
  const char *name;
  BenchFunc func;
} BenchTask;

typedef struct
{
  double seconds;
  double mebibytes;           /* of memory, at most */
} BenchCost;

gboolean  bench_init       (int               argc,
                            char            **argv,
                            const BenchTask  *tasks);
BenchCost bench_run        (const char       *task,
                            guint64           n_records);
char     *bench_tell       (const char * const *line);
char     *bench_ask        (const char       *word,
                            ...) G_GNUC_NULL_TERMINATED;
double    bench_get_seconds (void);
void      bench_print_head (const char       *what);
void      bench_print_row  (const char       *what,
                            guint64           n_records,
                            BenchCost         cost);

G_END_DECLS
