/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-index-folder.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/sk-read-at.h"
#include "sidekick-config.h"
#include "store/sk-file-lock.h"

#define FOLDER "index"
#define PREFIX "index-"
#define LOCK_NAME "index.lock"

/* Of a key the first half says how records are read, the second half which ones: so that an
 * index of others is known to be of use for these. */
#define RECIPE_BYTES (SK_INDEX_KEY_BYTES / 2)

struct _SkIndexFolder
{
  char *path;
  char *lock_path;
  SkVocabularies *vocabularies;
  GWeakRef watcher;
  SkRecordsDamaged on_damaged;
};

/* What is asked for, and what comes of it. */
typedef struct
{
  SkIndexFolder *folder;
  const char * const *urls;
  SkIndexInUse *before;
  SkIndexInUse *after;
  char *path;
  GCancellable *cancellable;
} Making;

/**
 * sk_index_in_use_clear:
 *
 * Lets go of the index and of its records.
 */
void
sk_index_in_use_clear (SkIndexInUse *self)
{
  g_clear_object (&self->index);
  g_clear_object (&self->records);
  g_clear_pointer (&self->notice, g_free);
}

/**
 * sk_index_folder_new:
 * @data_folder: the data folder
 *
 * Returns: (transfer full): the folder in it, which is made when it is needed
 */
SkIndexFolder *
sk_index_folder_new (const char     *data_folder,
                     SkVocabularies *vocabularies)
{
  SkIndexFolder *self = g_new0 (SkIndexFolder, 1);

  self->path = g_build_filename (data_folder, FOLDER, NULL);
  self->lock_path = g_build_filename (data_folder, LOCK_NAME, NULL);
  self->vocabularies = g_object_ref (vocabularies);
  g_weak_ref_init (&self->watcher, NULL);
  return self;
}

/**
 * sk_index_folder_free:
 * @self: (transfer full): what to free; the files stay
 */
void
sk_index_folder_free (SkIndexFolder *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->lock_path, g_free);
  g_clear_object (&self->vocabularies);
  g_weak_ref_clear (&self->watcher);
  g_free (self);
}

/**
 * sk_index_folder_get_path:
 *
 * Returns: (transfer none): where it is
 */
const char *
sk_index_folder_get_path (SkIndexFolder *self)
{
  return self->path;
}

/**
 * sk_index_folder_watch:
 * @watcher: told as long as it is there
 * @damaged: called when a record that is looked at proves to be damaged
 *
 * Has it told of the records of every index to come.
 */
void
sk_index_folder_watch (SkIndexFolder    *self,
                       GObject          *watcher,
                       SkRecordsDamaged  damaged)
{
  g_weak_ref_set (&self->watcher, watcher);
  self->on_damaged = damaged;
}

static void
digest_half (GChecksum *checksum,
             guint8    *half)
{
  guint8 digest[SK_INDEX_KEY_BYTES];
  gsize length = sizeof digest;

  g_checksum_get_digest (checksum, digest, &length);
  memcpy (half, digest, RECIPE_BYTES);
}

static void
make_key (Making *making,
          guint8  key[SK_INDEX_KEY_BYTES])
{
  static const char version[] = PACKAGE_VERSION " " SK_BUILD_PROFILE;
  SkStoreSnapshot *snapshot = sk_records_get_snapshot (making->after->records);
  g_autoptr (GChecksum) recipe = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GChecksum) contents = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *generation = NULL;
  const char *sha256 = sk_vocabularies_get_sha256 (making->folder->vocabularies);

  g_checksum_update (recipe, (const guchar *) version, sizeof version);
  g_checksum_update (recipe, (const guchar *) sha256, -1);
  digest_half (recipe, key);

  generation =
    g_strdup_printf ("%" G_GINT64_FORMAT, sk_store_snapshot_get_generation (snapshot));
  g_checksum_update (contents, sk_store_snapshot_get_identity (snapshot), SK_STORE_IDENTITY_BYTES);
  g_checksum_update (contents, (const guchar *) generation, (gssize) strlen (generation) + 1);
  for (guint i = 0; making->urls[i] != NULL; i++)
    g_checksum_update (contents, (const guchar *) making->urls[i],
                       (gssize) strlen (making->urls[i]) + 1);
  digest_half (contents, key + RECIPE_BYTES);
}

/* What is there now, what an index of it is called, and by what it is known. */
static gboolean
look (Making   *making,
      SkStore  *store,
      GError  **error)
{
  SkIndexFolder *folder = making->folder;
  SkIndexInUse *after = making->after;
  g_autoptr (SkStoreSnapshot) snapshot = sk_store_take_snapshot (store, error);
  g_autoptr (GObject) watcher = g_weak_ref_get (&folder->watcher);

  if (snapshot == NULL)
    return FALSE;

  g_clear_object (&after->records);
  after->records = sk_records_new (snapshot, folder->vocabularies);
  if (watcher != NULL)
    sk_records_watch (after->records, watcher, folder->on_damaged);

  g_free (making->path);
  making->path =
    g_strdup_printf ("%s" G_DIR_SEPARATOR_S PREFIX "%" G_GINT64_FORMAT, folder->path,
                     sk_store_snapshot_get_generation (snapshot));
  make_key (making, after->key);
  return TRUE;
}

static gboolean
is_in_use (Making *making)
{
  return making->before->index != NULL &&
         memcmp (making->before->key, making->after->key, SK_INDEX_KEY_BYTES) == 0;
}

/* Maps the file where it is what is wanted. */
static gboolean
map (Making   *making,
     gboolean  check)
{
  SkIndexInUse *after = making->after;
  g_autoptr (GError) why = NULL;

  after->index = sk_index_open (making->path, after->key, making->folder->vocabularies,
                                SK_RECORD_SOURCE (after->records), &why);
  after->unchecked = !check;
  if (after->index != NULL && check && !sk_index_check (after->index, making->cancellable, &why))
    g_clear_object (&after->index);

  if (after->index == NULL)
    g_debug ("%s: %s", making->path, why->message);

  return after->index != NULL;
}

static GPtrArray *
list_files (SkIndexFolder *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->path, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (paths, g_build_filename (self->path, name, NULL));

  return paths;
}

/* Whoever has one of them mapped keeps it. */
static void
remove_others (Making *making)
{
  g_autoptr (GPtrArray) paths = list_files (making->folder);

  for (guint i = 0; i < paths->len; i++)
    if (!g_str_equal (g_ptr_array_index (paths, i), making->path))
      g_unlink (g_ptr_array_index (paths, i));
}

/* An index that was left, whose unchanged records need not be read again. It is read to its
 * end, since what is taken from it is trusted. */
static SkIndex *
find_before (Making *making)
{
  g_autoptr (GPtrArray) paths = NULL;

  if (making->before->index != NULL)
    return g_object_ref (making->before->index);

  paths = list_files (making->folder);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (SkIndex) index =
        sk_index_open (g_ptr_array_index (paths, i), NULL, making->folder->vocabularies,
                       SK_RECORD_SOURCE (making->after->records), NULL);

      if (index != NULL &&
          memcmp (sk_index_get_key (index), making->after->key, RECIPE_BYTES) == 0 &&
          sk_index_check (index, making->cancellable, NULL))
        return g_steal_pointer (&index);
    }

  return NULL;
}

static SkIndexDraft *
draft (Making      *making,
       const char  *folder,
       gboolean    *full,
       GError     **error)
{
  g_autoptr (SkIndex) before = find_before (making);
  g_autoptr (SkIndexDraft) draft = NULL;

  draft = sk_index_draft_new (before, making->folder->vocabularies, folder, error);
  *full = draft == NULL;

  return draft != NULL && sk_records_draft (making->after->records, making->urls, draft, full,
                                            making->cancellable, error)
           ? g_steal_pointer (&draft)
           : NULL;
}

/* Returns whether there is a file; where not, @full says whether memory may do. */
static gboolean
write_file (Making    *making,
            gboolean  *full,
            GError   **error)
{
  g_autoptr (SkIndexDraft) drafted = draft (making, making->folder->path, full, error);

  if (drafted == NULL)
    return FALSE;

  *full = !sk_index_draft_write (drafted, making->path, making->after->key, making->cancellable,
                                 error);
  return !*full;
}

static gboolean
make_file (Making    *making,
           gboolean  *full,
           GError   **error)
{
  if (!write_file (making, full, error))
    return FALSE;

  making->after->index =
    sk_index_open (making->path, making->after->key, making->folder->vocabularies,
                   SK_RECORD_SOURCE (making->after->records), error);
  *full = making->after->index == NULL;
  making->after->unchecked = FALSE;
  remove_others (making);
  return making->after->index != NULL;
}

static gboolean
draft_in_memory (Making    *making,
                 gboolean  *full,
                 GError   **error)
{
  g_autoptr (SkIndexDraft) drafted = draft (making, NULL, full, error);

  if (drafted == NULL)
    return FALSE;

  making->after->index = sk_index_draft_take (
    drafted, SK_RECORD_SOURCE (making->after->records), making->cancellable, error);
  making->after->unchecked = FALSE;
  *full = making->after->index == NULL;
  return !*full;
}

/* Where nothing can be written, all works as well, but each start takes longer. */
static gboolean
make_in_memory (Making        *making,
                const GError  *why,
                GError       **error)
{
  g_autoptr (GError) why_not = NULL;
  gboolean full;

  if (!draft_in_memory (making, &full, &why_not))
    {
      if (full && !g_error_matches (why_not, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_FULL,
                     _("There is no room for the index for searching, neither in “%s” (%s) nor in "
                        "memory (%s). Free some space, or close other programs."),
                     making->folder->path, why->message, why_not->message);
      else
        g_propagate_error (error, g_steal_pointer (&why_not));
      return FALSE;
    }

  making->after->notice =
    g_strdup_printf (_("The index for searching cannot be kept in “%s” (%s), so that each start "
                       "takes longer. Free some space, or check who owns the folder."),
                     making->folder->path, why->message);
  return TRUE;
}

/* One process makes it, the others wait for it; it takes as long as it takes. */
static SkFileLock *
lock (Making   *making,
      GError  **error)
{
  if (g_mkdir_with_parents (making->folder->path, 0700) != 0)
    {
      sk_fail_errno (errno, error);
      return NULL;
    }

  return sk_file_lock_new (making->folder->lock_path, SK_FILE_LOCK_EXCLUSIVE, G_MAXUINT,
                           making->cancellable, error);
}

static gboolean
make (Making   *making,
      SkStore  *store,
      gboolean  check,
      GError  **error)
{
  g_autoptr (GError) why = NULL;
  g_autoptr (SkFileLock) held = lock (making, &why);
  gboolean full = held == NULL;

  /* Another process may have made it meanwhile, or have changed what it is of. */
  if (held != NULL)
    {
      if (!look (making, store, error))
        return FALSE;
      if (map (making, check) || make_file (making, &full, &why))
        return TRUE;
    }

  if (full && !g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return make_in_memory (making, why, error);

  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

/**
 * sk_index_folder_obtain:
 * @store: what the index is of
 * @urls: the sources, in their order
 * @check: whether a file that is there is read to its end before it is trusted
 * @in_use: (inout): the index that was in use until now, or nothing; then the one of now, the
 *   same where nothing changed
 *
 * Maps the index that is there, or makes it where there is none that fits. What did not change
 * since the one before is not read again. Where nothing can be written, it is made in memory.
 *
 * Returns: whether there is an index; where not, @in_use is as it was, and @error is
 *   %SK_STORE_ERROR_DAMAGED, another error of the store, %G_IO_ERROR_CANCELLED, or why there is
 *   no room even in memory
 */
gboolean
sk_index_folder_obtain (SkIndexFolder       *self,
                        SkStore             *store,
                        const char * const  *urls,
                        gboolean             check,
                        SkIndexInUse        *in_use,
                        GCancellable        *cancellable,
                        GError             **error)
{
  g_auto (SkIndexInUse) after = {0};
  Making making = {self, urls, in_use, &after, NULL, cancellable};
  gboolean same = FALSE;
  gboolean obtained = FALSE;

  if (look (&making, store, error))
    {
      same = is_in_use (&making);
      obtained = same || map (&making, check) || make (&making, store, check, error);
    }

  g_free (making.path);
  if (obtained && !same)
    {
      const SkIndexInUse before = *in_use;

      *in_use = after;
      after = before;
    }

  return obtained;
}

/**
 * sk_index_folder_discard:
 * @in_use: (inout): an index that proved to be other than it was written; then nothing
 *
 * Removes its file, so that it is made anew.
 */
void
sk_index_folder_discard (SkIndexFolder *self,
                         SkIndexInUse  *in_use)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  SkStoreSnapshot *snapshot = sk_records_get_snapshot (in_use->records);

  name = g_strdup_printf (PREFIX "%" G_GINT64_FORMAT, sk_store_snapshot_get_generation (snapshot));
  path = g_build_filename (self->path, name, NULL);
  g_unlink (path);
  sk_index_in_use_clear (in_use);
}
