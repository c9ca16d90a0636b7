/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-store-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define FILE_NAME "catalogue.db"
#define LOCK_NAME "catalogue.lock"

/* As long as another process may take to check and migrate a large catalogue. */
#define LOCK_WAIT_MS 60000

static const char * const suffixes[] = {"", "-wal", "-shm"};

static gboolean
is_sound (SkDatabase  *database,
          const char  *path,
          GError     **error)
{
  sqlite3_stmt *query = sk_database_query (database, error, "PRAGMA quick_check(1)", "");
  gboolean sound = FALSE;

  if (sk_database_step (database, query, error) == SK_STEP_ROW)
    {
      const char *verdict = (const char *) sqlite3_column_text (query, 0);

      sound = g_strcmp0 (verdict, "ok") == 0;
      if (!sound)
        g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED,
                     _("The catalogue “%s” is damaged (%s)."), path, verdict);
      sqlite3_reset (query);
    }

  return sound;
}

static gboolean
prepare (SkStoreFile  *self,
         const char   *seed,
         GError      **error)
{
  return sk_database_exec (self->database,
                           "PRAGMA journal_mode = WAL;"
                           "PRAGMA synchronous = FULL;"
                           "PRAGMA foreign_keys = ON;"
                           "PRAGMA journal_size_limit = 4194304;",
                           error) &&
         sk_store_schema_migrate (self->database, seed, error);
}

static gboolean
open_database (SkStoreFile  *self,
               const char   *path,
               const char   *seed,
               gboolean      check,
               GError      **error)
{
  gint64 version;

  self->database = sk_database_open (path, FALSE, error);
  if (self->database == NULL ||
      !sk_database_exec (self->database, "PRAGMA cell_size_check = ON", error) ||
      !sk_database_read_number (self->database, "PRAGMA user_version", &version, error) ||
      (check && !is_sound (self->database, path, error)))
    return FALSE;

  self->read_only = version > sk_store_schema_version ();
  if (!self->read_only)
    return prepare (self, seed, error);

  g_set_str (&self->notice,
             _("The catalogue was written by a newer version of Sidekick. It can be read, "
               "but not refreshed: install the newer version."));
  g_clear_pointer (&self->database, sk_database_free);
  self->database = sk_database_open (path, TRUE, error);
  return self->database != NULL;
}

static char *
choose_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  char *name = g_strdup_printf ("%s.damaged-%s", path, date);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.damaged-%s-%u", path, date, i);
    }

  return name;
}

static gboolean
set_aside (SkStoreFile  *self,
           const char   *path,
           GError      **error)
{
  g_autofree char *name = choose_name (path);
  g_autofree char *base = g_path_get_basename (name);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (name, suffixes[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          int code = errno;

          g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_FOLDER,
                       _("The damaged catalogue “%s” cannot be set aside: %s"), from,
                       g_strerror (code));
          return FALSE;
        }
    }

  g_free (self->notice);
  self->notice = g_strdup_printf (_("The catalogue was damaged. It was kept as “%s”, and a new one "
                                    "was started. Update your sources to have all of it again."),
                                  base);
  return TRUE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Whoever holds one reads no more of the file, which is about to go. */
static void
close_snapshots (SkStoreFile *self)
{
  for (guint i = 0; self->snapshots != NULL && i < self->snapshots->len; i++)
    {
      g_autoptr (SkStoreSnapshot) snapshot = g_weak_ref_get (g_ptr_array_index (self->snapshots, i));

      if (snapshot != NULL)
        sk_store_snapshot_close (snapshot);
    }

  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
}

static gboolean
start_anew (SkStoreFile  *self,
            const char   *path,
            const char   *seed,
            gboolean      alone,
            GError      **error)
{
  if (!alone)
    {
      g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED,
                   _("The catalogue “%s” is damaged. Close every Sidekick and start it again, so "
                     "that it can be rebuilt."),
                   path);
      return FALSE;
    }

  close_snapshots (self);
  g_clear_pointer (&self->database, sk_database_free);
  if (set_aside (self, path, error) && open_database (self, path, seed, FALSE, error))
    return TRUE;

  g_clear_pointer (&self->database, sk_database_free);
  return FALSE;
}

static gboolean
left_unclean (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

static gboolean
lock (SkStoreFile  *self,
      const char   *folder,
      gboolean     *alone,
      GError      **error)
{
  g_autofree char *path = g_build_filename (folder, LOCK_NAME, NULL);

  self->use = sk_file_lock_new (path, SK_FILE_LOCK_EXCLUSIVE, 0, NULL, NULL);
  *alone = self->use != NULL;
  if (self->use == NULL)
    self->use = sk_file_lock_new (path, SK_FILE_LOCK_SHARED, LOCK_WAIT_MS, NULL, error);

  return self->use != NULL;
}

/**
 * sk_store_file_open:
 * @folder: the data folder
 * @seed: (nullable): the source that a new catalogue starts with
 *
 * Opens the catalogue, makes it, migrates it, or opens it read-only where it is of a newer
 * version. It is checked throughout where the last user did not close it; a damaged one is
 * renamed, and a new one started.
 *
 * Returns: whether it is open
 */
gboolean
sk_store_file_open (SkStoreFile  *self,
                    const char   *folder,
                    const char   *seed,
                    GError      **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (GError) why = NULL;
  gboolean alone;
  gboolean opened;

  if (!lock (self, folder, &alone, error))
    return FALSE;

  opened = open_database (self, path, seed, alone && left_unclean (path), &why);
  if (!opened && g_error_matches (why, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED))
    opened = start_anew (self, path, seed, alone, error);
  else if (!opened)
    g_propagate_error (error, g_steal_pointer (&why));

  if (!opened)
    {
      sk_store_file_close (self);
      return FALSE;
    }

  sk_file_lock_change (self->use, SK_FILE_LOCK_SHARED);
  return TRUE;
}

/**
 * sk_store_file_recover:
 *
 * Sets aside a catalogue that proved to be damaged while it was in use, and starts anew.
 *
 * Returns: whether the new one is open; where not, the old one is no longer either, unless
 *   another process uses it
 */
gboolean
sk_store_file_recover (SkStoreFile  *self,
                       const char   *folder,
                       const char   *seed,
                       GError      **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  gboolean alone = sk_file_lock_change (self->use, SK_FILE_LOCK_EXCLUSIVE);
  gboolean opened = start_anew (self, path, seed, alone, error);

  sk_file_lock_change (self->use, SK_FILE_LOCK_SHARED);
  return opened;
}

/* Those that nobody holds any more are forgotten. */
static gboolean
is_gone (gconstpointer snapshot,
         gconstpointer data)
{
  g_autoptr (GObject) there = g_weak_ref_get ((GWeakRef *) snapshot);

  return there == NULL;
}

static void
remember_snapshot (SkStoreFile     *self,
                   SkStoreSnapshot *snapshot)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  guint gone;

  if (self->snapshots == NULL)
    self->snapshots = g_ptr_array_new_with_free_func (weak_ref_free);

  while (g_ptr_array_find_with_equal_func (self->snapshots, NULL, is_gone, &gone))
    g_ptr_array_remove_index_fast (self->snapshots, gone);

  g_weak_ref_init (weak, snapshot);
  g_ptr_array_add (self->snapshots, weak);
}

/**
 * sk_store_file_take_snapshot:
 * @folder: the data folder
 *
 * Returns: (transfer full) (nullable): what the catalogue holds now, to be read until it is closed
 */
SkStoreSnapshot *
sk_store_file_take_snapshot (SkStoreFile  *self,
                             const char   *folder,
                             GError      **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  SkDatabase *reader = sk_database_open (path, TRUE, error);
  SkStoreSnapshot *snapshot = reader != NULL ? sk_store_snapshot_new (reader, error) : NULL;

  if (snapshot != NULL)
    remember_snapshot (self, snapshot);

  return snapshot;
}

/**
 * sk_store_file_close:
 *
 * Closes the database, which folds its log into it, and lets others know.
 */
void
sk_store_file_close (SkStoreFile *self)
{
  close_snapshots (self);
  g_clear_pointer (&self->database, sk_database_free);
  g_clear_pointer (&self->use, sk_file_lock_free);
  g_clear_pointer (&self->notice, g_free);
}
