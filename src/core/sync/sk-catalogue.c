/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-catalogue-private.h"

#include "sidekick-config.h"
#include "sk-catalogue-work.h"
#include "sk-source-private.h"

enum
{
  PROP_INDEX = 1,
  PROP_SOURCES,
  PROP_SYNCING,
  PROP_LAST_SYNC,
  PROP_OFFLINE,
  PROP_NOTICE,
  PROP_READ_ONLY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkCatalogue, sk_catalogue, G_TYPE_OBJECT)

static void
sk_catalogue_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SkCatalogue *self = SK_CATALOGUE (object);

  switch (id)
    {
    case PROP_INDEX:
      g_value_set_object (value, self->index);
      break;
    case PROP_SOURCES:
      g_value_set_object (value, self->sources);
      break;
    case PROP_SYNCING:
      g_value_set_boolean (value, self->syncing);
      break;
    case PROP_LAST_SYNC:
      g_value_set_int64 (value, self->last_sync);
      break;
    case PROP_OFFLINE:
      g_value_set_boolean (value, self->offline);
      break;
    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_catalogue_finalize (GObject *object)
{
  SkCatalogue *self = SK_CATALOGUE (object);

  g_clear_pointer (&self->keeper, sk_keeper_free);
  g_clear_object (&self->vocabularies);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->works, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->monitor);
  g_clear_object (&self->index);
  g_clear_pointer (&self->collections, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_object (&self->sources);
  g_clear_pointer (&self->notice, g_free);

  G_OBJECT_CLASS (sk_catalogue_parent_class)->finalize (object);
}

static void
sk_catalogue_class_init (SkCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sk_catalogue_get_property;
  object_class->finalize = sk_catalogue_finalize;

  properties[PROP_INDEX] = g_param_spec_object ("index", NULL, NULL, SK_TYPE_INDEX, flags);
  properties[PROP_SOURCES] = g_param_spec_object ("sources", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_SYNCING] = g_param_spec_boolean ("syncing", NULL, NULL, FALSE, flags);
  properties[PROP_LAST_SYNC]
      = g_param_spec_int64 ("last-sync", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_OFFLINE] = g_param_spec_boolean ("offline", NULL, NULL, FALSE, flags);
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sk_catalogue_init (SkCatalogue *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->works = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  self->collections = g_ptr_array_new ();
  self->events = g_ptr_array_new ();
  self->sources = g_list_store_new (SK_TYPE_SOURCE);
}

/**
 * sk_catalogue_dup_default_dir:
 *
 * Returns: (transfer full): the data folder where none is named
 */
char *
sk_catalogue_dup_default_dir (void)
{
  return g_build_filename (g_get_user_data_dir (), SK_DATA_FOLDER, NULL);
}

/**
 * sk_catalogue_new:
 * @data_dir: (nullable): the data folder, which is made when it is opened; %NULL for the
 *   usual one
 *
 * Makes a catalogue that is not open yet. What it does away from the main thread comes back
 * to the main context of the thread that makes it.
 *
 * Returns: (transfer full): a new catalogue
 */
SkCatalogue *
sk_catalogue_new (const char       *data_dir,
                  SkCatalogueFlags  flags)
{
  g_autofree char *usual = data_dir == NULL ? sk_catalogue_dup_default_dir () : NULL;
  g_autoptr (GError) error = NULL;
  SkCatalogue *self = g_object_new (SK_TYPE_CATALOGUE, NULL);

  self->vocabularies = sk_vocabularies_new (&error);
  if (self->vocabularies == NULL)
    g_error ("The vocabularies that are compiled in cannot be read: %s", error->message);

  self->flags = flags;
  self->keeper = sk_keeper_new (usual != NULL ? usual : data_dir, flags, self->vocabularies);
  sk_keeper_watch (self->keeper, G_OBJECT (self), sk_catalogue_note_damage);
  return self;
}

/**
 * sk_catalogue_set_limits:
 *
 * Sets what a sync may take, before the first one.
 */
void
sk_catalogue_set_limits (SkCatalogue         *self,
                         const SkFetchLimits *fetch_limits,
                         const SkFeedLimits  *feed_limits)
{
  g_return_if_fail (SK_IS_CATALOGUE (self));

  sk_keeper_set_limits (self->keeper, fetch_limits, feed_limits);
}

static gboolean
open_work (SkCatalogueWork  *work,
           GError          **error)
{
  if (!sk_keeper_open (work->self->keeper, work->cancellable, error))
    return FALSE;
  if (sk_catalogue_work_look (work, TRUE, error))
    return TRUE;

  sk_keeper_close (work->self->keeper);
  return FALSE;
}

static DexFuture *
on_opened (DexFuture *future,
           gpointer   data)
{
  SkCatalogue *self = data;

  dex_clear (&self->opening);

  /* One that was closed meanwhile stays so. */
  if (self->state == SK_CATALOGUE_OPENING)
    self->state = dex_future_is_resolved (future) ? SK_CATALOGUE_OPEN : SK_CATALOGUE_CLOSED;
  if (self->state == SK_CATALOGUE_OPEN)
    sk_catalogue_watch (self);

  return NULL;
}

/**
 * sk_catalogue_open:
 *
 * Opens the data folder, loads the starter catalogue where it is new, and maps the index, or
 * makes it where there is none that fits. One that was there is checked behind it: where it is
 * not as it was written, "index" changes once more. One that is opened already is not opened twice.
 *
 * Returns: (transfer full): a future that resolves to %TRUE once "index" is there, if wanted, or
 *   rejects with an error of SK_STORE_ERROR, SK_SYNC_ERROR or G_IO_ERROR
 */
DexFuture *
sk_catalogue_open (SkCatalogue *self)
{
  DexFuture *opened;

  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (self->closing == NULL, NULL);

  if (self->opening != NULL)
    return dex_ref (self->opening);
  if (self->state != SK_CATALOGUE_CLOSED)
    return dex_future_new_true ();

  self->state = SK_CATALOGUE_OPENING;
  g_cancellable_reset (self->cancellable);
  opened = sk_catalogue_work_start (sk_catalogue_work_new (self, open_work, NULL));
  self->opening = dex_future_finally (opened, on_opened, g_object_ref (self), g_object_unref);
  return dex_ref (self->opening);
}

static gboolean
add_work (SkCatalogueWork  *work,
          GError          **error)
{
  return sk_keeper_add_source (work->self->keeper, work->url, error) &&
         sk_catalogue_work_look (work, FALSE, error);
}

static gboolean
remove_work (SkCatalogueWork  *work,
             GError          **error)
{
  return sk_keeper_remove_source (work->self->keeper, work->url, error) &&
         sk_catalogue_work_look (work, TRUE, error);
}

static gboolean
move_work (SkCatalogueWork  *work,
           GError          **error)
{
  return sk_keeper_move_source (work->self->keeper, work->url, work->position, error) &&
         sk_catalogue_work_look (work, TRUE, error);
}

static DexFuture *
start_edit (SkCatalogue         *self,
            SkCatalogueWorkFunc  func,
            const char          *url,
            guint                position)
{
  SkCatalogueWork *work;

  if (self->state != SK_CATALOGUE_OPEN)
    return sk_catalogue_refuse_closed ();

  work = sk_catalogue_work_new (self, func, NULL);
  work->url = g_strdup (url);
  work->position = position;
  return sk_catalogue_work_start (work);
}

/**
 * sk_catalogue_add_source:
 * @url: an address or a path
 *
 * Adds a source at the end, without fetching it. Nothing happens where it is there.
 *
 * Returns: (transfer full): a future that resolves to %TRUE once it is written down
 */
DexFuture *
sk_catalogue_add_source (SkCatalogue *self,
                         const char  *url)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (url != NULL, NULL);

  return start_edit (self, add_work, url, 0);
}

/**
 * sk_catalogue_remove_source:
 * @url: a source's address
 *
 * Removes a source and its records.
 *
 * Returns: (transfer full): a future that resolves to %TRUE once the new index is in place
 */
DexFuture *
sk_catalogue_remove_source (SkCatalogue *self,
                            const char  *url)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (url != NULL, NULL);

  return start_edit (self, remove_work, url, 0);
}

/**
 * sk_catalogue_move_source:
 * @url: a source's address
 * @position: its new place, from 0
 *
 * Changes the order of the sources, which decides whose record counts where two have one of
 * the same id.
 *
 * Returns: (transfer full): a future that resolves to %TRUE once the new index is in place
 */
DexFuture *
sk_catalogue_move_source (SkCatalogue *self,
                          const char  *url,
                          guint        position)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (url != NULL, NULL);

  return start_edit (self, move_work, url, position);
}

/**
 * sk_catalogue_close:
 *
 * Cancels what is under way, waits for it, and closes the store. The index can be asked on,
 * but no longer reads records.
 *
 * Returns: (transfer full): a future that resolves to %TRUE once all threads are done
 */
DexFuture *
sk_catalogue_close (SkCatalogue *self)
{
  DexFuture *future;

  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);

  if (self->closing != NULL)
    return dex_ref (self->closing);

  self->closing = dex_promise_new ();
  future = dex_ref (self->closing);
  self->state = SK_CATALOGUE_CLOSED;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->monitor);

  for (guint i = 0; i < self->works->len; i++)
    g_cancellable_cancel (((SkCatalogueWork *) g_ptr_array_index (self->works, i))->cancellable);

  sk_catalogue_close_when_idle (self);
  return future;
}

/**
 * sk_catalogue_get_vocabularies:
 *
 * Returns: (transfer none): the concepts that come with the program
 */
SkVocabularies *
sk_catalogue_get_vocabularies (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);

  return self->vocabularies;
}

/**
 * sk_catalogue_get_index:
 *
 * Returns: (transfer none) (nullable): the index of the moment, %NULL until opened, and
 *   with %SK_CATALOGUE_NO_INDEX and %SK_CATALOGUE_NO_RECORDS
 */
SkIndex *
sk_catalogue_get_index (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);

  return self->index;
}

/**
 * sk_catalogue_get_n_resources:
 *
 * Returns: how many records there are, in the index or without one; 0 until opened
 */
guint
sk_catalogue_get_n_resources (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), 0);

  return self->n_resources;
}

/**
 * sk_catalogue_get_sources:
 *
 * Returns: (transfer none): the sources, in the order that decides which record wins
 */
GListModel *
sk_catalogue_get_sources (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);

  return G_LIST_MODEL (self->sources);
}

/**
 * sk_catalogue_find_source:
 * @url: a source's address
 * @position: (out) (optional): its place in the list; left alone where there is none
 *
 * Returns: (transfer full) (nullable): the source of that address
 */
SkSource *
sk_catalogue_find_source (SkCatalogue *self,
                          const char  *url,
                          guint       *position)
{
  guint n_sources;

  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (url != NULL, NULL);

  n_sources = g_list_model_get_n_items (G_LIST_MODEL (self->sources));
  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (SkSource) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);

      if (g_str_equal (sk_source_get_url (source), url))
        {
          if (position != NULL)
            *position = i;
          return g_steal_pointer (&source);
        }
    }

  return NULL;
}

/**
 * sk_catalogue_get_syncing:
 *
 * Returns: whether a sync is under way
 */
gboolean
sk_catalogue_get_syncing (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), FALSE);

  return self->syncing;
}

/**
 * sk_catalogue_get_last_sync:
 *
 * Returns: seconds since the epoch of the newest successful sync, 0 for never; the starter
 *   catalogue does not count
 */
gint64
sk_catalogue_get_last_sync (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), 0);

  return self->last_sync;
}

/**
 * sk_catalogue_get_offline:
 *
 * Returns: whether the last sync found no network
 */
gboolean
sk_catalogue_get_offline (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), FALSE);

  return self->offline;
}

/**
 * sk_catalogue_get_notice:
 *
 * Returns: (nullable): what a person must know of the store, translated
 */
const char *
sk_catalogue_get_notice (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);

  return self->notice;
}

/**
 * sk_catalogue_get_read_only:
 *
 * Returns: whether the catalogue can be read, but not changed
 */
gboolean
sk_catalogue_get_read_only (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), FALSE);

  return self->read_only;
}
