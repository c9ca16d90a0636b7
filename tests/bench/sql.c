/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sql.h"

static void
check (sqlite3    *database,
       int         code,
       const char *what)
{
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    g_error ("SQLite: %s: %s", sqlite3_errmsg (database), what);
}

/**
 * sql_open:
 *
 * Returns: (transfer full): a database that is as fast as one can be that may be lost
 */
sqlite3 *
sql_open (const char *path)
{
  sqlite3 *database = NULL;

  check (database, sqlite3_open (path, &database), path);
  sql_run (database, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                     "PRAGMA cache_size = -65536; PRAGMA mmap_size = 17179869184;"
                     "PRAGMA temp_store = FILE;");
  return database;
}

void
sql_run (sqlite3    *database,
         const char *statements)
{
  check (database, sqlite3_exec (database, statements, NULL, NULL, NULL), statements);
}

sqlite3_stmt *
sql_prepare (sqlite3    *database,
             const char *statement)
{
  sqlite3_stmt *prepared = NULL;

  check (database, sqlite3_prepare_v2 (database, statement, -1, &prepared, NULL), statement);
  return prepared;
}

/**
 * sql_next:
 *
 * Returns: whether there is another row; where not, the statement may be run anew
 */
gboolean
sql_next (sqlite3_stmt *statement)
{
  int code = sqlite3_step (statement);

  check (sqlite3_db_handle (statement), code, sqlite3_sql (statement));
  if (code == SQLITE_DONE)
    sqlite3_reset (statement);

  return code == SQLITE_ROW;
}

void
sql_bind (sqlite3_stmt *statement,
          int           place,
          const char   *text)
{
  sqlite3_bind_text (statement, place, text, -1, SQLITE_TRANSIENT);
}

/**
 * sql_number:
 *
 * Returns: the number that is the statement's one row
 */
guint32
sql_number (sqlite3    *database,
            const char *statement)
{
  g_autoptr (sqlite3_stmt) prepared = sql_prepare (database, statement);

  g_assert_true (sql_next (prepared));
  return (guint32) sqlite3_column_int64 (prepared, 0);
}
