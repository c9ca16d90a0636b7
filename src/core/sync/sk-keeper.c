/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-keeper-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "sk-address.h"
#include "sk-source-private.h"
#include "sk-sync-error.h"
#include "sk-sync-run.h"
#include "store/sk-file-lock.h"
#include "sidekick-config.h"

#define SYNC_FOLDER "sync"
#define SYNC_LOCK "sync.lock"

/* As long as another process may take to load the starter catalogue. */
#define STARTER_WAIT_MS 60000

/**
 * sk_keeper_new:
 * @folder: the data folder, made when it is opened
 * @flags: whether a new catalogue starts with the records that come with the program, and
 *   whether the records are indexed, counted or left alone when it is opened
 *
 * Returns: (transfer full): a keeper of a catalogue that is not open yet
 */
SkKeeper *
sk_keeper_new (const char       *folder,
               SkCatalogueFlags  flags,
               SkVocabularies   *vocabularies)
{
  SkKeeper *self = g_new0 (SkKeeper, 1);

  self->folder = g_canonicalize_filename (folder, NULL);
  self->sync_folder = g_build_filename (self->folder, SYNC_FOLDER, NULL);
  self->lock_path = g_build_filename (self->folder, SYNC_LOCK, NULL);
  self->flags = flags;
  self->index_folder = sk_index_folder_new (self->folder, vocabularies);
  self->syncer.vocabularies = g_object_ref (vocabularies);
  self->syncer.folder = self->sync_folder;
  self->syncer.fetch_limits = sk_fetch_limits_default;
  self->syncer.feed_limits = sk_feed_limits_default;
  g_mutex_init (&self->look_mutex);
  return self;
}

/**
 * sk_keeper_free:
 * @self: (transfer full): a keeper
 */
void
sk_keeper_free (SkKeeper *self)
{
  sk_keeper_close (self);
  g_clear_pointer (&self->index_folder, sk_index_folder_free);
  g_clear_object (&self->syncer.vocabularies);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->sync_folder, g_free);
  g_clear_pointer (&self->lock_path, g_free);
  g_mutex_clear (&self->look_mutex);
  g_free (self);
}

/**
 * sk_keeper_set_limits:
 * @fetch_limits: of a download
 * @feed_limits: of a document
 *
 * Sets what a sync may take, before the first one.
 */
void
sk_keeper_set_limits (SkKeeper            *self,
                      const SkFetchLimits *fetch_limits,
                      const SkFeedLimits  *feed_limits)
{
  self->syncer.fetch_limits = *fetch_limits;
  self->syncer.feed_limits = *feed_limits;
}

/**
 * sk_keeper_watch:
 * @watcher: told as long as it is there
 * @damaged: called on any thread, when a record that is looked at proves to be damaged: the next
 *   [func@keeper_look] makes the catalogue anew
 *
 * Has damage told, before it is opened.
 */
void
sk_keeper_watch (SkKeeper         *self,
                 GObject          *watcher,
                 SkRecordsDamaged  damaged)
{
  sk_index_folder_watch (self->index_folder, watcher, damaged);
}

/**
 * sk_keeper_get_index_folder:
 *
 * Returns: (transfer none): where a new index appears, whichever process made it
 */
const char *
sk_keeper_get_index_folder (SkKeeper *self)
{
  return sk_index_folder_get_path (self->index_folder);
}

static gboolean
make_folder (SkKeeper  *self,
             GError   **error)
{
  int code;

  if (g_mkdir_with_parents (self->sync_folder, 0700) == 0 && g_chmod (self->folder, 0700) == 0)
    return TRUE;

  code = errno;
  g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_FOLDER,
               _("The data folder “%s” cannot be used: %s. Check who owns it, or name another one."),
               self->folder, g_strerror (code));
  return FALSE;
}

static gboolean
wants_starter (SkKeeper *self)
{
  g_auto (GStrv) urls = sk_source_list_dup_urls (self->list);

  return g_strv_contains ((const char * const *) urls, SK_STARTER_URL);
}

static GStrv
list_known (SkKeeper *self)
{
  g_autoptr (GPtrArray) known = sk_store_list_sources (self->syncer.store, NULL);
  g_autoptr (GStrvBuilder) urls = g_strv_builder_new ();

  for (guint i = 0; known != NULL && i < known->len; i++)
    g_strv_builder_add (urls, ((SkStoreSource *) g_ptr_array_index (known, i))->url);

  return g_strv_builder_end (urls);
}

/* The store opens first, for what it knows of the sources is the fallback of their list. But
 * whether it starts with the starter is for the list to say, where there is one. */
static gboolean
open_list (SkKeeper  *self,
           GError   **error)
{
  const char *seed = (self->flags & SK_CATALOGUE_NO_STARTER) == 0 ? SK_STARTER_URL : NULL;
  g_autoptr (SkSourceList) list = sk_source_list_new (self->folder);
  g_auto (GStrv) known = NULL;

  if (!sk_store_open (self->syncer.store, seed, error))
    return FALSE;

  known = list_known (self);
  self->list = g_steal_pointer (&list);
  return sk_source_list_load (self->list, (const char * const *) known, &self->list_notice, error);
}

/* The store says that it is to be loaded, so that a first start that was cut off goes on. */
static gboolean
starter_is_due (SkKeeper *self)
{
  g_autoptr (SkStoreState) state = NULL;

  if (sk_store_get_read_only (self->syncer.store) || !wants_starter (self))
    return FALSE;

  state = sk_store_get_state (self->syncer.store, SK_STARTER_URL, NULL);
  return state != NULL && state->source != NULL && state->source->synced == 0;
}

/**
 * sk_keeper_load_starter:
 *
 * Loads the starter catalogue where the store is new and wants it.
 *
 * Returns: whether it is there, or is not wanted
 */
gboolean
sk_keeper_load_starter (SkKeeper      *self,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (SkFileLock) lock = NULL;
  g_autoptr (SkSyncReport) report = NULL;

  if (!starter_is_due (self))
    return TRUE;

  lock = sk_file_lock_new (self->lock_path, SK_FILE_LOCK_EXCLUSIVE, STARTER_WAIT_MS, cancellable,
                           error);
  if (lock == NULL)
    return FALSE;
  if (!starter_is_due (self))
    return TRUE;

  report = sk_syncer_sync (&self->syncer, SK_STARTER_URL, NULL, NULL, cancellable);
  if (report->error != NULL)
    g_propagate_error (error, g_error_copy (report->error));

  return report->error == NULL;
}

/**
 * sk_keeper_open:
 *
 * Makes the data folder where it is not there, opens the store and the list of sources, and
 * loads the starter catalogue where the store is new.
 *
 * Returns: whether all of it is there
 */
gboolean
sk_keeper_open (SkKeeper      *self,
                GCancellable  *cancellable,
                GError       **error)
{
  if (!make_folder (self, error))
    return FALSE;

  self->syncer.store = sk_store_new (self->folder);
  if (open_list (self, error) && sk_keeper_load_starter (self, cancellable, error))
    return TRUE;

  sk_keeper_close (self);
  return FALSE;
}

/**
 * sk_keeper_close:
 *
 * Closes the store, ends its thread, and forgets the sources. It can be opened again.
 */
void
sk_keeper_close (SkKeeper *self)
{
  if (self->syncer.store != NULL)
    sk_store_close (self->syncer.store);

  sk_index_in_use_clear (&self->in_use);
  self->looked = FALSE;
  g_clear_object (&self->syncer.store);
  g_clear_pointer (&self->list, sk_source_list_free);
  g_clear_pointer (&self->list_notice, g_free);
}

static gboolean
refuse_read_only (SkKeeper  *self,
                  GError   **error)
{
  if (!sk_store_get_read_only (self->syncer.store))
    return FALSE;

  g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_READ_ONLY,
               _("The catalogue was written by a newer version of Sidekick, so this one does not "
                 "change it: install the newer version."));
  return TRUE;
}

static SkFileLock *
lock_sync (SkKeeper  *self,
           GError   **error)
{
  g_autoptr (GError) why = NULL;
  SkFileLock *lock = sk_file_lock_new (self->lock_path, SK_FILE_LOCK_EXCLUSIVE, 0, NULL, &why);

  if (lock != NULL)
    return lock;

  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_BUSY,
                 _("Another Sidekick is syncing this catalogue. Wait until it is done, and try "
                   "again."));
  else
    g_propagate_error (error, g_steal_pointer (&why));

  return NULL;
}

/* What a sync that was killed left behind. */
static void
empty_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
}

static GStrv
choose_urls (SkKeeper            *self,
             const char * const  *urls,
             GError             **error)
{
  g_autoptr (GPtrArray) normal = g_ptr_array_new_with_free_func (g_free);
  const char * const *chosen;

  if (urls == NULL)
    return sk_source_list_dup_urls (self->list);

  for (guint i = 0; urls[i] != NULL; i++)
    {
      g_autofree char *url = sk_address_normalise (urls[i], error);

      if (url == NULL)
        return NULL;
      if (!g_ptr_array_find_with_equal_func (normal, url, g_str_equal, NULL))
        g_ptr_array_add (normal, g_steal_pointer (&url));
    }

  g_ptr_array_add (normal, NULL);
  chosen = (const char * const *) normal->pdata;
  return sk_source_list_add (self->list, chosen, error) ? g_strdupv ((char **) chosen) : NULL;
}

static gboolean
any_damaged (GPtrArray *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const SkSyncReport *report = g_ptr_array_index (reports, i);

      if (g_error_matches (report->error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED))
        return TRUE;
    }

  return FALSE;
}

/**
 * sk_keeper_sync:
 * @urls: (nullable): what to sync, as a person gives it, added where it is new; %NULL for
 *   all sources
 * @events: called from several threads
 *
 * Syncs, several sources at a time. That one of them fails is in its report. Another sync
 * of the same folder, in whatever process, is %SK_SYNC_ERROR_BUSY.
 *
 * Returns: (transfer container) (element-type SkSyncReport) (nullable): a report a source,
 *   in their order
 */
GPtrArray *
sk_keeper_sync (SkKeeper              *self,
                const char * const    *urls,
                const SkKeeperEvents  *events,
                gpointer               user_data,
                GCancellable          *cancellable,
                GError               **error)
{
  g_autoptr (SkFileLock) lock = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_auto (GStrv) chosen = NULL;

  if (refuse_read_only (self, error) || (lock = lock_sync (self, error)) == NULL ||
      (chosen = choose_urls (self, urls, error)) == NULL)
    return NULL;

  empty_folder (self->sync_folder);
  reports = sk_sync_run (&self->syncer, (const char * const *) chosen, events, user_data,
                         cancellable);

  if (any_damaged (reports))
    {
      /* A new catalogue has nothing yet, so all that there is comes anew. */
      if (!sk_store_recover (self->syncer.store, error))
        return NULL;

      g_clear_pointer (&chosen, g_strfreev);
      g_clear_pointer (&reports, g_ptr_array_unref);
      chosen = sk_source_list_dup_urls (self->list);
      reports = sk_sync_run (&self->syncer, (const char * const *) chosen, events, user_data,
                             cancellable);
    }

  return g_steal_pointer (&reports);
}

/**
 * sk_keeper_add_source:
 * @url: an address or a path
 *
 * Returns: whether it is one of the sources now
 */
gboolean
sk_keeper_add_source (SkKeeper    *self,
                      const char  *url,
                      GError     **error)
{
  g_autofree char *normal = sk_address_normalise (url, error);
  const char * const urls[] = {normal, NULL};

  return normal != NULL && sk_source_list_add (self->list, urls, error);
}

/**
 * sk_keeper_remove_source:
 * @url: a source, or the path of one
 *
 * Takes a source off the list and its records out of the store.
 *
 * Returns: whether it is gone
 */
gboolean
sk_keeper_remove_source (SkKeeper    *self,
                         const char  *url,
                         GError     **error)
{
  g_autofree char *normal = sk_address_normalise (url, error);

  return normal != NULL && !refuse_read_only (self, error) &&
         sk_source_list_remove (self->list, normal, error) &&
         sk_store_remove_source (self->syncer.store, normal, error);
}

/**
 * sk_keeper_move_source:
 * @url: a source
 * @position: its new place, from 0
 *
 * Returns: whether it stands there
 */
gboolean
sk_keeper_move_source (SkKeeper    *self,
                       const char  *url,
                       guint        position,
                       GError     **error)
{
  return sk_source_list_move (self->list, url, position, error);
}
