/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite alone, as one would write it: FTS5 with its index of prefixes finds and ranks, and
 * each facet is a GROUP BY, the choices in the other facets being its WHERE. */
#include "contender.h"

#include "bench.h"
#include "fts5.h"

#define FILE_NAME "fts5.db"

static const char tables[] =
  "BEGIN;"
  "CREATE TABLE record (number INTEGER PRIMARY KEY, id TEXT, age_low INTEGER,"
  " age_high INTEGER, length_low INTEGER, length_high INTEGER);"
  "INSERT INTO record SELECT number, id, age_low, age_high, length_low, length_high"
  " FROM corpus.record ORDER BY number;"
  "CREATE TABLE value (place INTEGER PRIMARY KEY, facet INTEGER, low INTEGER, high INTEGER);"
  "INSERT INTO value SELECT place, facet, low, high FROM corpus.value;"
  "CREATE TABLE listed (facet INTEGER, place INTEGER, number INTEGER,"
  " PRIMARY KEY (facet, place, number)) WITHOUT ROWID;"
  "INSERT INTO listed SELECT facet, place, number FROM corpus.listed JOIN value USING (place)"
  " ORDER BY 1, 2, 3;"
  "CREATE INDEX listed_of ON listed (number, facet, place);"
  "CREATE VIRTUAL TABLE text USING fts5 (" FTS5_COLUMNS ");"
  "INSERT INTO text (rowid, title, keywords, description)"
  " SELECT number, title, keywords, description FROM corpus.record ORDER BY number;"
  "COMMIT;"
  "INSERT INTO text (text) VALUES ('optimize');"
  "ANALYZE record; ANALYZE value; ANALYZE listed;";

typedef struct
{
  sqlite3 *database;
  Answer last;
} Searcher;

static double
make (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (sqlite3) database = sql_open (path);
  double start = bench_get_seconds ();

  fts5_attach (database, folder);
  sql_run (database, tables);
  return bench_get_seconds () - start;
}

static gpointer
open_database (const char *folder,
               Corpus     *corpus)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  Searcher *self = g_new0 (Searcher, 1);

  self->database = sql_open (path);
  answer_init (&self->last, corpus->values->len);
  return self;
}

static const char *
name_measure (SkFacet facet)
{
  return facet == SK_FACET_AGE ? "age" : "length";
}

static void
append_measured (GString             *where,
                 const QuestionFacet *choice,
                 SkFacet              facet)
{
  const char *name = name_measure (facet);

  g_string_append (where, " AND number IN (SELECT number FROM record WHERE 0");
  for (guint i = 0; i < choice->spans->len; i++)
    {
      SkSpan span = g_array_index (choice->spans, SkSpan, i);

      g_string_append_printf (where, " OR %s_low <= %u AND %s_high >= %u", name, span.high, name,
                              span.low);
    }
  g_string_append_c (where, ')');
}

static void
append_named (GString             *where,
              const QuestionFacet *choice,
              SkFacet              facet)
{
  g_string_append_printf (
    where, " AND number IN (SELECT number FROM listed WHERE facet = %u AND place IN (0", facet);
  for (guint i = 0; i < choice->places->len; i++)
    g_string_append_printf (where, ", %u", g_array_index (choice->places, guint32, i) + 1);
  g_string_append (where, "))");
}

/* All that is asked but for the facet that is left out, which may be none of them. */
static char *
write_where (const Question *question,
             const char     *match,
             guint           left_out)
{
  g_autoptr (GString) where = g_string_new ("1");

  if (match != NULL)
    g_string_append_printf (where, " AND number IN (SELECT rowid FROM text WHERE text MATCH '%s')",
                            match);

  for (guint i = 0; i < SK_N_FACETS; i++)
    if (i != left_out && question->facets[i].chosen)
      {
        if (sk_facet_measures ((SkFacet) i))
          append_measured (where, &question->facets[i], (SkFacet) i);
        else
          append_named (where, &question->facets[i], (SkFacet) i);
      }

  return g_string_free_and_steal (g_steal_pointer (&where));
}

static void
find_first (Searcher   *self,
            const char *match,
            const char *where)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  g_autofree char *statement = NULL;

  if (match != NULL)
    statement = g_strdup_printf ("SELECT number, id FROM text JOIN record ON number = text.rowid"
                                 " WHERE text MATCH '%s' AND %s ORDER BY %s, number LIMIT %d",
                                 match, where, FTS5_RANK, ANSWER_FIRST);
  else
    statement = g_strdup_printf ("SELECT number, id FROM record WHERE %s ORDER BY number LIMIT %d",
                                 where, ANSWER_FIRST);

  rows = sql_prepare (self->database, statement);
  while (sql_next (rows))
    self->last.first[self->last.n_first++] = (guint32) sqlite3_column_int64 (rows, 0);
}

static void
count_facet (Searcher   *self,
             SkFacet     facet,
             const char *where)
{
  const char *name = name_measure (facet);
  g_autoptr (sqlite3_stmt) rows = NULL;
  g_autofree char *statement = NULL;

  if (sk_facet_measures (facet))
    statement = g_strdup_printf ("SELECT place, count (*) FROM value JOIN record"
                                 " ON %s_low <= high AND %s_high >= low"
                                 " WHERE facet = %u AND %s GROUP BY place",
                                 name, name, facet, where);
  else
    statement = g_strdup_printf ("SELECT place, count (*) FROM listed WHERE facet = %u AND %s"
                                 " GROUP BY place",
                                 facet, where);

  rows = sql_prepare (self->database, statement);
  while (sql_next (rows))
    self->last.counts[sqlite3_column_int64 (rows, 0) - 1] =
      (guint32) sqlite3_column_int64 (rows, 1);
}

static void
search (gpointer        searcher,
        SkQuery        *query,
        const Question *question)
{
  Searcher *self = searcher;
  g_autofree char *match = fts5_write_match (question);
  g_autofree char *where = write_where (question, match, SK_N_FACETS);
  g_autofree char *statement = g_strconcat ("SELECT count (*) FROM record WHERE ", where, NULL);

  answer_reset (&self->last);
  self->last.count = sql_number (self->database, statement);
  find_first (self, match, where);

  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      g_autofree char *others = write_where (question, match, i);

      count_facet (self, (SkFacet) i, others);
    }
}

static void
tell (gpointer        searcher,
      const Question *question,
      Answer         *answer)
{
  Searcher *self = searcher;
  g_autofree char *match = fts5_write_match (question);
  g_autofree char *where = write_where (question, match, SK_N_FACETS);
  g_autofree char *statement = g_strconcat ("SELECT number FROM record WHERE ", where, NULL);
  g_autoptr (sqlite3_stmt) rows = sql_prepare (self->database, statement);

  answer_copy (answer, &self->last);
  while (sql_next (rows))
    answer_digest (answer, (guint32) sqlite3_column_int64 (rows, 0));
}

static void
close_database (gpointer searcher)
{
  Searcher *self = searcher;

  answer_clear (&self->last);
  sqlite3_close_v2 (self->database);
  g_free (self);
}

const Contender contender_sql = {
  .name = "SQLite FTS5, GROUP BY",
  .file = FILE_NAME,
  .strict = TRUE,
  .make = make,
  .open = open_database,
  .search = search,
  .tell = tell,
  .close = close_database,
};
