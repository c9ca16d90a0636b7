/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-database.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "sk-spool.h"

/* How long to wait for another process that writes. */
#define BUSY_MS 10000

struct _SkDatabase
{
  sqlite3 *handle;
  char *path;
  GHashTable *queries;        /* SQL text → sqlite3_stmt */
};

static void
finalize_query (gpointer query)
{
  sqlite3_finalize (query);
}

static SkStoreError
classify (SkDatabase *self,
          int         code)
{
  int system = sqlite3_system_errno (self->handle);

  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return SK_STORE_ERROR_DAMAGED;
    case SQLITE_FULL:
      return SK_STORE_ERROR_FULL;
    case SQLITE_IOERR:
      return system == ENOSPC || system == EDQUOT || system == EFBIG ? SK_STORE_ERROR_FULL
                                                                     : SK_STORE_ERROR_FAILED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SK_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
      return SK_STORE_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
      return SK_STORE_ERROR_FOLDER;
    default:
      return SK_STORE_ERROR_FAILED;
    }
}

static void
set_error (SkDatabase  *self,
           int          code,
           GError     **error)
{
  SkStoreError kind = classify (self, code);
  const char *reason = sqlite3_errmsg (self->handle);

  switch (kind)
    {
    case SK_STORE_ERROR_DAMAGED:
      g_set_error (error, SK_STORE_ERROR, kind, _("The catalogue “%s” is damaged (%s)."),
                   self->path, reason);
      break;
    case SK_STORE_ERROR_FULL:
      g_set_error (error, SK_STORE_ERROR, kind,
                   _("There is no room left on the disk for the catalogue “%s”. Free some space "
                     "and try again; nothing was changed."),
                   self->path);
      break;
    case SK_STORE_ERROR_BUSY:
      g_set_error (error, SK_STORE_ERROR, kind,
                   _("Another Sidekick is writing the catalogue “%s”. Try again in a moment."),
                   self->path);
      break;
    case SK_STORE_ERROR_READ_ONLY:
    case SK_STORE_ERROR_FOLDER:
      g_set_error (error, SK_STORE_ERROR, kind,
                   _("The catalogue “%s” cannot be written (%s). Check who owns its folder."),
                   self->path, reason);
      break;
    case SK_STORE_ERROR_FAILED:
    case SK_STORE_ERROR_NEWER:
    case SK_STORE_ERROR_CLOSED:
    default:
      g_set_error (error, SK_STORE_ERROR, kind,
                   _("The catalogue “%s” cannot be used (%s). Try again; nothing was changed."),
                   self->path, reason);
      break;
    }
}

/**
 * sk_database_open:
 * @path: the file, made where it is not there unless @read_only
 *
 * Opens a connection. Whether the file is a database at all shows at the first use of it.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with @error set
 */
SkDatabase *
sk_database_open (const char  *path,
                  gboolean     read_only,
                  GError     **error)
{
  g_autoptr (SkDatabase) self = g_new0 (SkDatabase, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->queries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_query);

  flags |= read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      return NULL;
    }

  sqlite3_busy_timeout (self->handle, BUSY_MS);
  return g_steal_pointer (&self);
}

/**
 * sk_database_free:
 * @self: (transfer full): a connection
 *
 * Closes the connection; a transaction that is open is rolled back.
 */
void
sk_database_free (SkDatabase *self)
{
  g_clear_pointer (&self->queries, g_hash_table_unref);
  g_clear_pointer (&self->handle, sqlite3_close);
  g_clear_pointer (&self->path, g_free);
  g_free (self);
}

/**
 * sk_database_exec:
 * @sql: one or more statements without parameters
 *
 * Returns: whether all of them ran
 */
gboolean
sk_database_exec (SkDatabase  *self,
                  const char  *sql,
                  GError     **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    set_error (self, code, error);

  return code == SQLITE_OK;
}

static void
bind (sqlite3_stmt *query,
      const char   *types,
      va_list       values)
{
  for (int i = 0; types[i] != '\0'; i++)
    switch (types[i])
      {
      case 's':
        sqlite3_bind_text (query, i + 1, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
        break;
      case 'i':
        sqlite3_bind_int64 (query, i + 1, va_arg (values, gint64));
        break;
      case 'h':
        sqlite3_bind_blob (query, i + 1, va_arg (values, const guint8 *), SK_SPOOL_HASH_BYTES,
                           SQLITE_TRANSIENT);
        break;
      default:
        g_assert_not_reached ();
      }
}

static sqlite3_stmt *
query_valist (SkDatabase  *self,
              GError     **error,
              const char  *sql,
              const char  *types,
              va_list      values)
{
  sqlite3_stmt *query = g_hash_table_lookup (self->queries, sql);

  if (query == NULL)
    {
      int code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &query, NULL);

      if (code != SQLITE_OK)
        {
          set_error (self, code, error);
          return NULL;
        }

      g_hash_table_insert (self->queries, (gpointer) sql, query);
    }

  sqlite3_reset (query);
  bind (query, types, values);
  return query;
}

/**
 * sk_database_query:
 * @sql: one statement, a literal: it is kept prepared
 * @types: a letter a parameter: "s" nullable text, "i" gint64, "h" a record's hash
 * @...: the parameters
 *
 * Prepares a statement for [func@database_step].
 *
 * Returns: (transfer none) (nullable): the statement, which lasts as long as the connection
 */
sqlite3_stmt *
sk_database_query (SkDatabase  *self,
                   GError     **error,
                   const char  *sql,
                   const char  *types,
                   ...)
{
  sqlite3_stmt *query;
  va_list values;

  va_start (values, types);
  query = query_valist (self, error, sql, types, values);
  va_end (values);

  return query;
}

/**
 * sk_database_step:
 * @query: (nullable): what [func@database_query] gave
 *
 * Returns: whether there is a row, the end, or @error
 */
SkStep
sk_database_step (SkDatabase    *self,
                  sqlite3_stmt  *query,
                  GError       **error)
{
  int code;

  if (query == NULL)
    return SK_STEP_FAILED;

  code = sqlite3_step (query);
  if (code == SQLITE_ROW)
    return SK_STEP_ROW;

  if (code != SQLITE_DONE)
    set_error (self, code, error);

  sqlite3_reset (query);
  return code == SQLITE_DONE ? SK_STEP_DONE : SK_STEP_FAILED;
}

/**
 * sk_database_run:
 * @sql: one statement, as for [func@database_query]
 *
 * Runs a statement whose rows are of no interest.
 *
 * Returns: whether it ran
 */
gboolean
sk_database_run (SkDatabase  *self,
                 GError     **error,
                 const char  *sql,
                 const char  *types,
                 ...)
{
  sqlite3_stmt *query;
  va_list values;
  SkStep step;

  va_start (values, types);
  query = query_valist (self, error, sql, types, values);
  va_end (values);

  do
    step = sk_database_step (self, query, error);
  while (step == SK_STEP_ROW);

  return step == SK_STEP_DONE;
}

/**
 * sk_database_read_number:
 * @sql: a statement with one row of one number
 * @number: (out): the number; 0 where there is no row
 *
 * Returns: whether it ran
 */
gboolean
sk_database_read_number (SkDatabase  *self,
                         const char  *sql,
                         gint64      *number,
                         GError     **error)
{
  sqlite3_stmt *query = sk_database_query (self, error, sql, "");
  SkStep step = sk_database_step (self, query, error);

  *number = step == SK_STEP_ROW ? sqlite3_column_int64 (query, 0) : 0;
  if (step == SK_STEP_ROW)
    sqlite3_reset (query);

  return step != SK_STEP_FAILED;
}

/**
 * sk_database_changes:
 *
 * Returns: how many rows the last statement wrote
 */
gint64
sk_database_changes (SkDatabase *self)
{
  return sqlite3_changes64 (self->handle);
}

/**
 * sk_database_last_row:
 *
 * Returns: the number of the row last inserted
 */
gint64
sk_database_last_row (SkDatabase *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * sk_database_roll_back:
 *
 * Undoes the transaction, where SQLite has not done so itself after an error.
 */
void
sk_database_roll_back (SkDatabase *self)
{
  if (sqlite3_get_autocommit (self->handle))
    return;

  sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}
