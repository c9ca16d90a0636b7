/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-keeper-private.h"

#include <glib/gi18n.h>

/**
 * sk_snapshot_free:
 * @self: (transfer full): a snapshot
 */
void
sk_snapshot_free (SkSnapshot *self)
{
  g_clear_object (&self->index);
  g_clear_pointer (&self->collections, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->notice, g_free);
  g_free (self);
}

static gboolean
is_damaged (const GError *error)
{
  return g_error_matches (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED);
}

static gboolean
recover (SkKeeper      *self,
         GCancellable  *cancellable,
         GError       **error)
{
  return sk_store_recover (self->syncer.store, error) && sk_keeper_load_starter (self, cancellable, error);
}

static SkStoreSource *
take_source (GPtrArray  *known,
             const char *url)
{
  SkStoreSource *blank;

  for (guint i = 0; i < known->len; i++)
    if (g_str_equal (((SkStoreSource *) g_ptr_array_index (known, i))->url, url))
      return g_ptr_array_steal_index (known, i);

  blank = g_new0 (SkStoreSource, 1);
  blank->url = g_strdup (url);
  return blank;
}

static gboolean
look_at_sources (SkKeeper            *self,
                 const char * const  *urls,
                 SkSnapshot          *snapshot,
                 GError             **error)
{
  g_autoptr (GPtrArray) known = sk_store_list_sources (self->syncer.store, error);

  if (known == NULL)
    return FALSE;

  snapshot->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_store_source_free);
  for (guint i = 0; urls[i] != NULL; i++)
    g_ptr_array_add (snapshot->sources, take_source (known, urls[i]));

  return TRUE;
}

/* All that a person must know, a line each. */
static char *
join_notices (SkKeeper *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *of_store = sk_store_dup_notice (self->syncer.store);
  const char * const notices[] = {self->list_notice, of_store, self->in_use.notice};
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    if (notices[i] != NULL)
      g_strv_builder_add (lines, notices[i]);

  words = g_strv_builder_end (lines);
  return words[0] != NULL ? g_strjoinv ("\n", words) : NULL;
}

static gboolean
count_records (SkKeeper            *self,
               const char * const  *urls,
               SkSnapshot          *snapshot,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr (SkStoreSnapshot) held = sk_store_take_snapshot (self->syncer.store, error);
  g_autoptr (SkRecords) records = NULL;

  if (held == NULL)
    return FALSE;

  records = sk_records_new (held, self->syncer.vocabularies);
  snapshot->counted = TRUE;
  return sk_records_count (records, urls, &snapshot->n_resources, cancellable, error);
}

static gboolean
list_curated (SkKeeper            *self,
              const char * const  *urls,
              SkSnapshot          *snapshot,
              GError             **error)
{
  snapshot->collections = g_ptr_array_new_with_free_func (g_object_unref);
  snapshot->events = g_ptr_array_new_with_free_func (g_object_unref);
  return sk_records_list_curated (self->in_use.records, urls, snapshot->collections,
                                  snapshot->events, error);
}

/* Whoever searches nothing leaves the index that there is; what is changed is indexed for those
 * who do search. */
static gboolean
look_at_records (SkKeeper            *self,
                 const char * const  *urls,
                 SkSnapshot          *snapshot,
                 GCancellable        *cancellable,
                 GError             **error)
{
  const gboolean with_index =
    (self->flags & (SK_CATALOGUE_NO_INDEX | SK_CATALOGUE_NO_RECORDS)) == 0;
  const gboolean first = !self->looked;

  self->looked = TRUE;
  if (!with_index && first)
    return (self->flags & SK_CATALOGUE_NO_RECORDS) != 0 ||
           count_records (self, urls, snapshot, cancellable, error);

  if (!sk_index_folder_obtain (self->index_folder, self->syncer.store, urls,
                               (self->flags & SK_CATALOGUE_CHECKED) != 0, &self->in_use,
                               cancellable, error))
    return FALSE;

  snapshot->counted = TRUE;
  snapshot->n_resources = sk_index_get_size (self->in_use.index);
  if (with_index)
    snapshot->index = g_object_ref (self->in_use.index);
  snapshot->unchecked = with_index && self->in_use.unchecked;
  return !with_index || list_curated (self, urls, snapshot, error);
}

static SkSnapshot *
look (SkKeeper      *self,
      gboolean       with_records,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (SkSnapshot) snapshot = g_new0 (SkSnapshot, 1);
  g_auto (GStrv) urls = NULL;
  const char * const *each;

  if (with_records)
    sk_source_list_refresh (self->list);
  urls = sk_source_list_dup_urls (self->list);
  each = (const char * const *) urls;

  if ((with_records && !look_at_records (self, each, snapshot, cancellable, error)) ||
      !look_at_sources (self, each, snapshot, error))
    return NULL;

  snapshot->serial = ++self->serial;
  snapshot->read_only = sk_store_get_read_only (self->syncer.store);
  snapshot->notice = join_notices (self);
  return g_steal_pointer (&snapshot);
}

/* What a record that was looked at told of itself. */
static gboolean
note_damage (SkKeeper  *self,
             GError   **error)
{
  if (self->in_use.records == NULL || !sk_records_get_damaged (self->in_use.records))
    return FALSE;

  sk_index_in_use_clear (&self->in_use);
  g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED,
               _("The catalogue “%s” is damaged. Close every Sidekick and start it again, so "
                 "that it can be rebuilt."),
               self->folder);
  return TRUE;
}

/**
 * sk_keeper_look:
 * @with_records: whether the records may have changed, and are to be looked at anew
 *
 * Takes a picture of the catalogue as it is. Where its file proves to be damaged it is set
 * aside, and the picture is that of the new one.
 *
 * Returns: (transfer full) (nullable): the picture
 */
SkSnapshot *
sk_keeper_look (SkKeeper      *self,
                gboolean       with_records,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->look_mutex);
  g_autoptr (GError) why = NULL;
  SkSnapshot *snapshot = NULL;

  if (!note_damage (self, &why))
    snapshot = look (self, with_records, cancellable, &why);

  if (snapshot == NULL && is_damaged (why) && !sk_store_get_read_only (self->syncer.store))
    {
      sk_index_in_use_clear (&self->in_use);
      if (!recover (self, cancellable, error))
        return NULL;

      return look (self, TRUE, cancellable, error);
    }

  if (snapshot == NULL)
    g_propagate_error (error, g_steal_pointer (&why));

  return snapshot;
}

/**
 * sk_keeper_check:
 * @sound: (out): whether the index is as it was written
 *
 * Reads the index that is in use to its end. One that is not as it was written is discarded, so
 * that the next [func@keeper_look] makes a new one.
 *
 * Returns: whether that is known; where not, it was cancelled
 */
gboolean
sk_keeper_check (SkKeeper      *self,
                 gboolean      *sound,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->look_mutex);
  g_autoptr (SkIndex) index = NULL;
  g_autoptr (GError) why = NULL;

  *sound = self->in_use.index == NULL || !self->in_use.unchecked;
  if (*sound)
    return TRUE;

  index = g_object_ref (self->in_use.index);
  *sound = sk_index_check (index, cancellable, &why);
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  self->in_use.unchecked = FALSE;
  if (!*sound)
    sk_index_folder_discard (self->index_folder, &self->in_use);

  return TRUE;
}
