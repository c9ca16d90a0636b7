/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-store-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define RECORDS_A_BREATH 256

/* Of one source: all of them are kept in memory. */
#define MAX_CURATED 200

struct _SkStoreSnapshot
{
  GObject parent_instance;

  GMutex mutex;
  SkDatabase *database;       /* under the mutex; NULL once closed */
  gint64 generation;
  guint8 identity[SK_STORE_IDENTITY_BYTES];
};

G_DEFINE_FINAL_TYPE (SkStoreSnapshot, sk_store_snapshot, G_TYPE_OBJECT)

static void
sk_store_snapshot_finalize (GObject *object)
{
  SkStoreSnapshot *self = SK_STORE_SNAPSHOT (object);

  g_clear_pointer (&self->database, sk_database_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (sk_store_snapshot_parent_class)->finalize (object);
}

static void
sk_store_snapshot_class_init (SkStoreSnapshotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_store_snapshot_finalize;
}

static void
sk_store_snapshot_init (SkStoreSnapshot *self)
{
  g_mutex_init (&self->mutex);
}

/* The first read is what the transaction begins with: all that follows is of that moment. */
static gboolean
begin (SkStoreSnapshot *self,
       GError         **error)
{
  sqlite3_stmt *query;
  gboolean named;

  if (!sk_database_exec (self->database, "PRAGMA cell_size_check = ON; BEGIN", error))
    return FALSE;

  query = sk_database_query (self->database, error, "SELECT number, identity FROM generation", "");
  switch (sk_database_step (self->database, query, error))
    {
    case SK_STEP_ROW:
      named = sqlite3_column_bytes (query, 1) == SK_STORE_IDENTITY_BYTES;
      self->generation = sqlite3_column_int64 (query, 0);
      if (named)
        memcpy (self->identity, sqlite3_column_blob (query, 1), SK_STORE_IDENTITY_BYTES);
      sqlite3_reset (query);
      break;
    case SK_STEP_DONE:
      named = FALSE;
      break;
    case SK_STEP_FAILED:
    default:
      return FALSE;
    }

  if (!named)
    g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED,
                 _("The catalogue is damaged: it does not say what it is."));

  return named;
}

/**
 * sk_store_snapshot_new:
 * @database: (transfer full): a connection that nobody else uses
 *
 * Returns: (transfer full) (nullable): what the catalogue holds now
 */
SkStoreSnapshot *
sk_store_snapshot_new (SkDatabase  *database,
                       GError     **error)
{
  g_autoptr (SkStoreSnapshot) self = g_object_new (SK_TYPE_STORE_SNAPSHOT, NULL);

  self->database = database;
  return begin (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sk_store_snapshot_close:
 *
 * Waits for what is being read, and lets go of the file. Nothing can be read any more.
 */
void
sk_store_snapshot_close (SkStoreSnapshot *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_clear_pointer (&self->database, sk_database_free);
}

/**
 * sk_store_snapshot_get_generation:
 *
 * Returns: a number that goes up with each change of the records
 */
gint64
sk_store_snapshot_get_generation (SkStoreSnapshot *self)
{
  g_return_val_if_fail (SK_IS_STORE_SNAPSHOT (self), 0);

  return self->generation;
}

/**
 * sk_store_snapshot_get_identity:
 *
 * Returns: (transfer none): %SK_STORE_IDENTITY_BYTES random bytes that the catalogue got when it
 *   was made: where they and the generation are the same, so is what it holds
 */
const guint8 *
sk_store_snapshot_get_identity (SkStoreSnapshot *self)
{
  g_return_val_if_fail (SK_IS_STORE_SNAPSHOT (self), NULL);

  return self->identity;
}

static gboolean
check_open (SkStoreSnapshot *self,
            GError         **error)
{
  if (self->database == NULL)
    g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_CLOSED, _("The catalogue is closed."));

  return self->database != NULL;
}

static const guint8 *
get_hash (sqlite3_stmt *query,
          int           column)
{
  return sqlite3_column_bytes (query, column) == SK_SPOOL_HASH_BYTES
           ? sqlite3_column_blob (query, column)
           : NULL;
}

/* A text that is missing is a damage as one that differs is. */
static gboolean
is_as_written (sqlite3_stmt *query,
               int           column,
               const guint8 *written)
{
  const char *text = (const char *) sqlite3_column_text (query, column);
  guint8 hash[SK_SPOOL_HASH_BYTES];

  if (text == NULL || written == NULL)
    return FALSE;

  sk_spool_hash (text, sqlite3_column_bytes (query, column), hash);
  return memcmp (written, hash, sizeof hash) == 0;
}

static gboolean
refuse_damaged (const char *id,
                GError    **error)
{
  g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED,
               _("The catalogue is damaged: “%s” is not what was written."),
               id != NULL ? id : "?");
  return FALSE;
}

static gboolean
give_record (SkStoreSnapshot   *self,
             sqlite3_stmt      *query,
             SkStoreRecordFunc  func,
             gpointer           user_data,
             GError           **error)
{
  const SkStoreRecord record = {
    .number = sqlite3_column_int64 (query, 0),
    .id = (const char *) sqlite3_column_text (query, 1),
    .hash = get_hash (query, 2),
    .snapshot = self,
  };

  if (record.id == NULL || record.hash == NULL)
    return refuse_damaged (record.id, error);

  return func (&record, user_data, error);
}

static gboolean
read_all (SkStoreSnapshot   *self,
          const char        *url,
          SkStoreRecordFunc  func,
          gpointer           user_data,
          gint64            *n_records,
          GCancellable      *cancellable,
          GError           **error)
{
  sqlite3_stmt *query;
  SkStep step;

  query = sk_database_query (self->database, error,
                             "SELECT number, id, hash FROM resource"
                             " WHERE source = (SELECT number FROM source WHERE url = ?)"
                             " AND withdrawn = 0 ORDER BY number",
                             "s", url);

  for (*n_records = 0; (step = sk_database_step (self->database, query, error)) == SK_STEP_ROW;
       (*n_records)++)
    if ((*n_records % RECORDS_A_BREATH == 0 &&
         g_cancellable_set_error_if_cancelled (cancellable, error)) ||
        !give_record (self, query, func, user_data, error))
      {
        sqlite3_reset (query);
        return FALSE;
      }

  return step == SK_STEP_DONE;
}

static gboolean
read_expected (SkStoreSnapshot  *self,
               const char       *url,
               gint64           *n_expected,
               GError          **error)
{
  sqlite3_stmt *query;
  SkStep step;

  query = sk_database_query (self->database, error, "SELECT resources FROM source WHERE url = ?", "s",
                             url);
  step = sk_database_step (self->database, query, error);
  *n_expected = step == SK_STEP_ROW ? sqlite3_column_int64 (query, 0) : 0;
  if (step == SK_STEP_ROW)
    sqlite3_reset (query);

  return step != SK_STEP_FAILED;
}

/**
 * sk_store_snapshot_each:
 * @url: a source
 * @func: called with each record that is not withdrawn, in the order in which they came; %FALSE
 *   with its error set ends the reading. It may read the record's text, and nothing else of the
 *   snapshot.
 *
 * Goes through the records of a source without reading their texts.
 *
 * Returns: whether there were as many as there should be; %SK_STORE_ERROR_DAMAGED where not
 */
gboolean
sk_store_snapshot_each (SkStoreSnapshot    *self,
                        const char         *url,
                        SkStoreRecordFunc   func,
                        gpointer            user_data,
                        GCancellable       *cancellable,
                        GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gint64 n_expected;
  gint64 n_records;

  g_return_val_if_fail (SK_IS_STORE_SNAPSHOT (self), FALSE);
  g_return_val_if_fail (url != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  if (!check_open (self, error) || !read_expected (self, url, &n_expected, error) ||
      !read_all (self, url, func, user_data, &n_records, cancellable, error))
    return FALSE;

  if (n_records != n_expected)
    g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED,
                 _("The catalogue is damaged: of “%s” some records are missing."), url);

  return n_records == n_expected;
}

/**
 * sk_store_record_read:
 * @record: what [method@StoreSnapshot.each] gives
 * @length: (out): the length of the text in bytes
 *
 * Reads a record's text, on the thread that was given the record.
 *
 * Returns: (transfer none) (nullable): the text, until the next one is read; %NULL with
 *   %SK_STORE_ERROR_DAMAGED where it is not what was written
 */
const char *
sk_store_record_read (const SkStoreRecord  *record,
                      gsize                *length,
                      GError              **error)
{
  SkDatabase *database = record->snapshot->database;
  sqlite3_stmt *query = sk_database_query (
    database, error, "SELECT text FROM record WHERE resource = ?", "i", record->number);
  SkStep step = sk_database_step (database, query, error);

  if (step == SK_STEP_FAILED)
    return NULL;

  if (step == SK_STEP_DONE || !is_as_written (query, 0, record->hash))
    {
      refuse_damaged (record->id, error);
      return NULL;
    }

  *length = sqlite3_column_bytes (query, 0);
  return (const char *) sqlite3_column_text (query, 0);
}

/**
 * sk_store_snapshot_read:
 * @number: a record's, as [method@StoreSnapshot.each] gives it
 * @url: (out): the address of its source
 * @length: (out): the length of the text in bytes
 *
 * Reads one record's text.
 *
 * Returns: (transfer full) (nullable): the text; %NULL with %SK_STORE_ERROR_DAMAGED where it is
 *   not there, or not what was written
 */
char *
sk_store_snapshot_read (SkStoreSnapshot  *self,
                        gint64            number,
                        char            **url,
                        gsize            *length,
                        GError          **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  char *text = NULL;
  sqlite3_stmt *query;
  SkStep step;

  g_return_val_if_fail (SK_IS_STORE_SNAPSHOT (self), NULL);
  g_return_val_if_fail (url != NULL && length != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  if (!check_open (self, error))
    return NULL;

  query = sk_database_query (self->database, error,
                             "SELECT id, hash, text, url FROM resource"
                             " JOIN record ON record.resource = resource.number"
                             " JOIN source ON source.number = resource.source"
                             " WHERE resource.number = ?",
                             "i", number);
  step = sk_database_step (self->database, query, error);
  if (step == SK_STEP_FAILED)
    return NULL;

  if (step == SK_STEP_ROW && is_as_written (query, 2, get_hash (query, 1)))
    {
      *length = sqlite3_column_bytes (query, 2);
      text = g_strndup ((const char *) sqlite3_column_text (query, 2), *length);
      *url = g_strdup ((const char *) sqlite3_column_text (query, 3));
    }
  else
    {
      refuse_damaged (step == SK_STEP_ROW ? (const char *) sqlite3_column_text (query, 0) : NULL,
                      error);
    }

  sqlite3_reset (query);
  return text;
}

static gboolean
read_curated (SkStoreSnapshot     *self,
              const char          *url,
              SkStoreCuratedFunc   func,
              gpointer             user_data,
              GError             **error)
{
  sqlite3_stmt *query;
  SkStep step;

  query = sk_database_query (self->database, error,
                             "SELECT text FROM source JOIN page ON page.source = source.number"
                             " JOIN curated ON curated.page = page.number"
                             " WHERE url = ?1 AND id NOT IN"
                             " (SELECT tombstone.id FROM page AS other"
                             "  JOIN tombstone ON tombstone.page = other.number"
                             "  WHERE other.source = source.number)"
                             " ORDER BY curated.number LIMIT " G_STRINGIFY (MAX_CURATED),
                             "s", url);

  while ((step = sk_database_step (self->database, query, error)) == SK_STEP_ROW)
    if (!func ((const char *) sqlite3_column_text (query, 0), user_data, error))
      {
        sqlite3_reset (query);
        return FALSE;
      }

  return step == SK_STEP_DONE;
}

/**
 * sk_store_snapshot_each_curated:
 * @url: a source
 * @func: (scope call): called with each list of tools and event that is not withdrawn, in the
 *   order in which they came, as it was spooled; %FALSE with its error set ends the reading. It
 *   reads nothing of the snapshot
 *
 * Goes through what a source has beside its records, the first few hundred of it.
 *
 * Returns: whether all was read
 */
gboolean
sk_store_snapshot_each_curated (SkStoreSnapshot     *self,
                                const char          *url,
                                SkStoreCuratedFunc   func,
                                gpointer             user_data,
                                GError             **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (SK_IS_STORE_SNAPSHOT (self), FALSE);
  g_return_val_if_fail (url != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  return check_open (self, error) && read_curated (self, url, func, user_data, error);
}

/**
 * sk_store_snapshot_is_withdrawn:
 * @self: a snapshot
 * @id: the id of a resource
 *
 * Returns: whether a source had it until it was withdrawn, or says that it was; of a source that
 *   was removed nothing is known any more
 */
gboolean
sk_store_snapshot_is_withdrawn (SkStoreSnapshot *self,
                                const char      *id)
{
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3_stmt *query;
  gboolean is_withdrawn;

  g_return_val_if_fail (SK_IS_STORE_SNAPSHOT (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  if (!check_open (self, NULL))
    return FALSE;

  /* By way of source and page, since each index begins with one of them. */
  query = sk_database_query (self->database, NULL,
                             "SELECT 1 FROM source JOIN resource ON resource.source = source.number"
                             " WHERE resource.id = ?1 AND withdrawn = 1 UNION ALL "
                             "SELECT 1 FROM page JOIN tombstone ON tombstone.page = page.number"
                             " WHERE tombstone.id = ?1 LIMIT 1",
                             "s", id);
  is_withdrawn = sk_database_step (self->database, query, NULL) == SK_STEP_ROW;
  if (is_withdrawn)
    sqlite3_reset (query);

  return is_withdrawn;
}
