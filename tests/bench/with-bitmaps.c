/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The best there is to get from FTS5: it finds the records that have the words, and ranks them
 * or does not, and bitmaps filter and count. */
#include "contender.h"

#include "bench.h"
#include "bitmaps.h"
#include "fts5.h"
#include "search/sk-bits.h"

#define FILE_NAME "fts5-bitmaps.db"
#define BITMAPS_NAME FILE_NAME "-bitmaps"

/* Where only the set is asked for, FTS5 need not keep where the words are. */
static const char tables[] =
  "BEGIN;"
  "CREATE VIRTUAL TABLE text USING fts5 (" FTS5_COLUMNS ");"
  "CREATE VIRTUAL TABLE words USING fts5 (" FTS5_COLUMNS ", detail = 'none', columnsize = 0);"
  "INSERT INTO text (rowid, title, keywords, description)"
  " SELECT number, title, keywords, description FROM corpus.record ORDER BY number;"
  "INSERT INTO words (rowid, title, keywords, description)"
  " SELECT number, title, keywords, description FROM corpus.record ORDER BY number;"
  "COMMIT;"
  "INSERT INTO text (text) VALUES ('optimize');"
  "INSERT INTO words (words) VALUES ('optimize');";

typedef struct
{
  guint32 number;
  float rank;                 /* the least is the best */
} Hit;

typedef struct
{
  sqlite3 *database;
  sqlite3_stmt *find;
  gboolean ranks;
  Bitmaps *bitmaps;
  guint64 *bits;              /* what matches */
  GArray *hits;               /* Hit: what has the words */
  Answer last;
} Searcher;

static double
make (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *bitmaps_path = g_build_filename (folder, BITMAPS_NAME, NULL);
  g_autofree char *corpus_path = g_build_filename (folder, CONTENDER_CORPUS, NULL);
  g_autoptr (Corpus) corpus = corpus_open (corpus_path);
  g_autoptr (sqlite3) database = sql_open (path);
  double start = bench_get_seconds ();

  fts5_attach (database, folder);
  sql_run (database, tables);
  bitmaps_make (corpus, bitmaps_path);
  return bench_get_seconds () - start;
}

static Searcher *
open_files (const char *folder,
            Corpus     *corpus,
            const char *statement)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *bitmaps_path = g_build_filename (folder, BITMAPS_NAME, NULL);
  Searcher *self = g_new0 (Searcher, 1);

  self->database = sql_open (path);
  self->find = sql_prepare (self->database, statement);
  self->bitmaps = bitmaps_open (bitmaps_path, corpus);
  self->bits = sk_bits_new (bitmaps_n_words (self->bitmaps));
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  answer_init (&self->last, corpus->values->len);
  return self;
}

static gpointer
open_ranked (const char *folder,
             Corpus     *corpus)
{
  Searcher *self =
    open_files (folder, corpus, "SELECT rowid, " FTS5_RANK " FROM text WHERE text MATCH ?");

  self->ranks = TRUE;
  return self;
}

static gpointer
open_set (const char *folder,
          Corpus     *corpus)
{
  return open_files (folder, corpus, "SELECT rowid FROM words WHERE words MATCH ?");
}

/* Records are numbered from 0 in the bitmaps. */
static void
find_text (Searcher   *self,
           const char *match)
{
  sql_bind (self->find, 1, match);
  while (sql_next (self->find))
    {
      Hit hit = {(guint32) sqlite3_column_int64 (self->find, 0), 0};
      guint32 record = hit.number - 1;

      self->bits[record / 64] |= G_GUINT64_CONSTANT (1) << (record % 64);
      if (self->ranks)
        {
          hit.rank = (float) sqlite3_column_double (self->find, 1);
          g_array_append_val (self->hits, hit);
        }
    }
}

static gboolean
is_better (const Hit *a,
           const Hit *b)
{
  return a->rank < b->rank || (a->rank <= b->rank && a->number < b->number);
}

/* Puts a hit among the best, which are in their order. */
static void
keep_best (Hit       *best,
           guint     *n_best,
           const Hit *hit)
{
  guint place = *n_best;

  if (place == ANSWER_FIRST && !is_better (hit, &best[place - 1]))
    return;

  if (place < ANSWER_FIRST)
    ++*n_best;
  else
    place--;

  for (; place > 0 && is_better (hit, &best[place - 1]); place--)
    best[place] = best[place - 1];
  best[place] = *hit;
}

static void
find_best (Searcher *self)
{
  const Hit *hits = (const Hit *) (const void *) self->hits->data;
  Hit best[ANSWER_FIRST];
  guint n_best = 0;

  for (guint i = 0; i < self->hits->len; i++)
    if (sk_bits_has (self->bits, hits[i].number - 1))
      keep_best (best, &n_best, &hits[i]);

  self->last.n_first = n_best;
  for (guint i = 0; i < n_best; i++)
    self->last.first[i] = best[i].number;
}

/* In the default order, which is that of the numbers. */
static void
find_newest (Searcher *self)
{
  self->last.n_first =
    sk_bits_list (self->bits, bitmaps_n_words (self->bitmaps), self->last.first, ANSWER_FIRST);
  for (guint i = 0; i < self->last.n_first; i++)
    self->last.first[i]++;
}

static void
search (gpointer        searcher,
        SkQuery        *query,
        const Question *question)
{
  Searcher *self = searcher;
  g_autofree char *match = fts5_write_match (question);

  answer_reset (&self->last);
  g_array_set_size (self->hits, 0);
  memset (self->bits, 0, bitmaps_n_words (self->bitmaps) * sizeof (guint64));

  if (match != NULL)
    find_text (self, match);
  else
    bitmaps_fill (self->bitmaps, self->bits);

  bitmaps_answer (self->bitmaps, question, self->bits, &self->last);

  if (match != NULL && self->ranks)
    find_best (self);
  else
    find_newest (self);
}

static void
tell (gpointer        searcher,
      const Question *question,
      Answer         *answer)
{
  Searcher *self = searcher;
  g_autofree guint32 *numbers = g_new (guint32, self->last.count);
  guint n_numbers =
    sk_bits_list (self->bits, bitmaps_n_words (self->bitmaps), numbers, self->last.count);

  answer_copy (answer, &self->last);
  for (guint i = 0; i < n_numbers; i++)
    answer_digest (answer, numbers[i] + 1);
}

static void
close_files (gpointer searcher)
{
  Searcher *self = searcher;

  answer_clear (&self->last);
  g_array_unref (self->hits);
  g_free (self->bits);
  bitmaps_free (self->bitmaps);
  sqlite3_finalize (self->find);
  sqlite3_close_v2 (self->database);
  g_free (self);
}

const Contender contender_fts_ranked = {
  .name = "FTS5 bm25 + bitmaps",
  .file = FILE_NAME,
  .strict = TRUE,
  .make = make,
  .open = open_ranked,
  .search = search,
  .tell = tell,
  .close = close_files,
};
const Contender contender_fts_set = {
  .name = "FTS5 unranked + bitmaps",
  .file = FILE_NAME,
  .strict = TRUE,
  .open = open_set,
  .search = search,
  .tell = tell,
  .close = close_files,
};
