/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "trial.h"

#include "bench.h"
#include "query-log.h"

/* The best of some rounds counts: the rest is what the machine did meanwhile. */
#define MOST_ROUNDS 3
#define MOST_SECONDS 20

static char *
name_answers (const char      *folder,
              const Contender *contender)
{
  return g_strdup_printf ("%s/answers of %s", folder, contender->name);
}

static Corpus *
open_corpus (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, CONTENDER_CORPUS, NULL);

  return corpus_open (path);
}

/* What is resident now, shared pages of mapped files too. */
static double
get_mebibytes (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) numbers = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  numbers = g_strsplit (text, " ", 3);
  return g_ascii_strtod (numbers[1], NULL) * (double) getpagesize () / (1024 * 1024);
}

static void
make_here (const Contender *contender,
           const char      *folder)
{
  double seconds = contender->make (folder);
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  printf ("%f %f\n", seconds, (double) usage.ru_maxrss / 1024);
}

typedef struct
{
  const Contender *contender;
  gpointer searcher;
  GPtrArray *queries;         /* SkQuery */
  GPtrArray *questions;       /* Question: the same */
  double *times;
} Asking;

static double
ask (const Asking *asking,
     guint         nth)
{
  SkQuery *query = g_ptr_array_index (asking->queries, nth);
  const Question *question = g_ptr_array_index (asking->questions, nth);
  double start = bench_get_seconds ();

  asking->contender->search (asking->searcher, query, question);
  return (bench_get_seconds () - start) * 1000;
}

static guint
ask_rounds (const Asking *asking)
{
  double start = bench_get_seconds ();
  guint n_rounds = 0;

  do
    {
      for (guint i = 0; i < asking->queries->len; i++)
        {
          double took = ask (asking, i);

          asking->times[i] = n_rounds > 0 ? MIN (asking->times[i], took) : took;
        }
      n_rounds++;
    }
  while (n_rounds < MOST_ROUNDS && bench_get_seconds () - start < MOST_SECONDS);

  return n_rounds;
}

static void
write_answers (const Asking *asking,
               const char   *folder,
               guint32       n_values)
{
  g_autofree char *path = name_answers (folder, asking->contender);
  FILE *file = g_fopen (path, "w");
  Answer answer;

  g_assert_nonnull (file);
  answer_init (&answer, n_values);

  for (guint i = 0; i < asking->queries->len; i++)
    {
      answer_reset (&answer);
      ask (asking, i);
      asking->contender->tell (asking->searcher, g_ptr_array_index (asking->questions, i), &answer);
      fwrite (&asking->times[i], sizeof (double), 1, file);
      answer_write (&answer, file);
    }

  answer_clear (&answer);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* Those of the log that this contender is asked. */
static void
add_queries (Asking *asking,
             Corpus *corpus,
             guint   stride)
{
  g_autoptr (GPtrArray) log = query_log_new (corpus, TRIAL_N_QUERIES);

  for (guint i = 0; i < log->len; i += stride)
    {
      SkQuery *query = sk_query_with_strict (g_ptr_array_index (log, i), asking->contender->strict);

      g_ptr_array_add (asking->queries, query);
      g_ptr_array_add (asking->questions, question_new (corpus, query));
    }
}

/* The best of some rounds here too, unless it takes its time. */
static gpointer
open_rounds (const Contender *contender,
             const char      *folder,
             Corpus          *corpus,
             double          *ms)
{
  gpointer searcher = NULL;

  *ms = 0;
  for (guint i = 0; i < MOST_ROUNDS && *ms < 1000; i++)
    {
      double start;
      double took;

      if (searcher != NULL)
        contender->close (searcher);

      start = bench_get_seconds ();
      searcher = contender->open (folder, corpus);
      took = (bench_get_seconds () - start) * 1000;
      *ms = i > 0 ? MIN (*ms, took) : took;
    }

  return searcher;
}

static void
ask_here (const Contender *contender,
          const char      *folder,
          guint            stride)
{
  g_autoptr (Corpus) corpus = open_corpus (folder);
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func ((GDestroyNotify) question_free);
  g_autofree double *times = g_new0 (double, TRIAL_N_QUERIES);
  Asking asking = {contender, NULL, queries, questions, times};
  double mebibytes;
  double open_ms;
  guint n_rounds;

  add_queries (&asking, corpus, stride);
  mebibytes = get_mebibytes ();

  asking.searcher = open_rounds (contender, folder, corpus, &open_ms);
  n_rounds = ask_rounds (&asking);
  printf ("%f %f %u\n", open_ms, get_mebibytes () - mebibytes, n_rounds);

  write_answers (&asking, folder, corpus->values->len);
  contender->close (asking.searcher);
}

static const Contender *
find_contender (const Contender * const *contenders,
                const char              *name)
{
  for (; *contenders != NULL; contenders++)
    if (strcmp ((*contenders)->name, name) == 0)
      return *contenders;

  g_error ("There is nobody to measure by the name of %s", name);
}

/**
 * trial_init:
 * @contenders: ends with %NULL
 *
 * Does one thing where this is the process that was started for it.
 *
 * Returns: whether it was, and all is done
 */
gboolean
trial_init (int                       argc,
            char                    **argv,
            const Contender * const  *contenders)
{
  if (argc == 4 && g_str_equal (argv[1], "make"))
    make_here (find_contender (contenders, argv[2]), argv[3]);
  else if (argc == 5 && g_str_equal (argv[1], "ask"))
    ask_here (find_contender (contenders, argv[2]), argv[3],
              (guint) g_ascii_strtoull (argv[4], NULL, 10));
  else
    return FALSE;

  return TRUE;
}

static guint64
sum_sizes (GFile *file)
{
  guint64 size = 0;

  g_file_measure_disk_usage (file, G_FILE_MEASURE_APPARENT_SIZE, NULL, NULL, NULL, &size, NULL,
                             NULL, NULL);
  return size;
}

/* The files of a contender all begin with the same name. */
static double
measure_files (const char *folder,
               const char *name)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char *each;
  guint64 size = 0;

  while ((each = g_dir_read_name (names)) != NULL)
    if (g_str_has_prefix (each, name))
      {
        g_autoptr (GFile) file = g_file_new_build_filename (folder, each, NULL);

        size += sum_sizes (file);
      }

  return (double) size / (1024 * 1024);
}

/**
 * trial_make:
 *
 * Has the contender make its files, where it makes some, and measures them.
 */
void
trial_make (Trial *self)
{
  const Contender *contender = self->contender;

  if (contender->make != NULL)
    {
      g_autofree char *answer = bench_ask ("make", contender->name, self->folder, NULL);

      g_assert_cmpint (sscanf (answer, "%lf %lf", &self->make_seconds, &self->make_mebibytes), ==,
                       2);
    }

  if (contender->file != NULL)
    self->file_mebibytes = measure_files (self->folder, contender->file);
}

/**
 * trial_ask:
 *
 * Has the contender answer the queries, and takes its times.
 */
void
trial_ask (Trial *self)
{
  g_autofree char *stride = g_strdup_printf ("%u", self->stride);
  g_autofree char *said = bench_ask ("ask", self->contender->name, self->folder, stride, NULL);
  g_autoptr (Corpus) corpus = open_corpus (self->folder);
  FILE *answers = trial_open (self);
  Answer answer;

  g_assert_cmpint (sscanf (said, "%lf %lf %u", &self->open_ms, &self->mebibytes, &self->n_rounds),
                   ==, 3);

  answer_init (&answer, corpus->values->len);
  while (trial_next (answers, &self->times[self->n_asked], &answer))
    self->n_asked++;

  answer_clear (&answer);
  fclose (answers);
}

/**
 * trial_open:
 *
 * Returns: (transfer full): what the contender answered
 */
FILE *
trial_open (const Trial *self)
{
  g_autofree char *path = name_answers (self->folder, self->contender);
  FILE *answers = g_fopen (path, "r");

  g_assert_nonnull (answers);
  return answers;
}

/**
 * trial_next:
 * @time: (out): how long it took, in milliseconds
 * @answer: (out): the answer to the next query that was asked
 *
 * Returns: whether there was another
 */
gboolean
trial_next (FILE   *answers,
            double *time,
            Answer *answer)
{
  double took;

  if (fread (&took, sizeof took, 1, answers) != 1 || !answer_read (answer, answers))
    return FALSE;

  *time = took;
  return TRUE;
}
