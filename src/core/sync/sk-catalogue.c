/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-catalogue-private.h"

#include <glib/gi18n.h>

#include "sk-address.h"
#include "sk-keeper.h"
#include "sk-source-private.h"
#include "sk-sync-error.h"
#include "sidekick-config.h"

/* A person sees no more of a progress than ten steps a second. */
#define PROGRESS_USEC (G_USEC_PER_SEC / 10)

typedef enum
{
  CLOSED,
  OPENING,
  OPEN,
} State;

struct _SkCatalogue
{
  GObject parent_instance;

  SkKeeper *keeper;
  SkVocabularies *vocabularies;
  GMainContext *context;
  State state;
  GPtrArray *works;           /* Work, under way */
  DexPromise *closing;

  SkIndex *index;
  guint64 index_serial;
  guint64 sources_serial;
  GListStore *sources;        /* SkSource */
  gboolean syncing;
  gint64 last_sync;
  gboolean offline;
  char *notice;
  gboolean read_only;
};

typedef struct _Work Work;

/* Runs on a thread of its own. */
typedef gboolean (*WorkFunc) (Work *work, GError **error);

/* Something to be done away from the main thread, and what came of it. */
struct _Work
{
  SkCatalogue *self;
  WorkFunc func;
  DexPromise *promise;
  GCancellable *cancellable;
  GCancellable *outer;
  gulong outer_id;
  char *url;
  guint position;
  GStrv urls;
  GMutex mutex;
  gint64 shown;               /* when progress was last shown; under the mutex */

  SkSnapshot *snapshot;
  GPtrArray *reports;
};

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
  g_clear_object (&self->index);
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

  self->keeper = sk_keeper_new (usual != NULL ? usual : data_dir,
                                (flags & SK_CATALOGUE_NO_STARTER) == 0, self->vocabularies);
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

static void
work_free (Work *work)
{
  g_cancellable_disconnect (work->outer, work->outer_id);
  g_clear_object (&work->outer);
  g_clear_object (&work->cancellable);
  g_clear_object (&work->self);
  g_clear_pointer (&work->promise, dex_unref);
  g_clear_pointer (&work->url, g_free);
  g_clear_pointer (&work->urls, g_strfreev);
  g_clear_pointer (&work->snapshot, sk_snapshot_free);
  g_clear_pointer (&work->reports, g_ptr_array_unref);
  g_mutex_clear (&work->mutex);
  g_free (work);
}

static void
on_outer_cancelled (GCancellable *outer,
                    gpointer      data)
{
  g_cancellable_cancel (G_CANCELLABLE (data));
}

static Work *
work_new (SkCatalogue  *self,
          WorkFunc      func,
          GCancellable *outer)
{
  Work *work = g_new0 (Work, 1);

  work->self = g_object_ref (self);
  work->func = func;
  work->promise = dex_promise_new ();
  work->cancellable = g_cancellable_new ();
  g_mutex_init (&work->mutex);

  if (outer != NULL)
    {
      work->outer = g_object_ref (outer);
      work->outer_id = g_cancellable_connect (outer, G_CALLBACK (on_outer_cancelled),
                                              g_object_ref (work->cancellable), g_object_unref);
    }

  return work;
}

static void
set_boolean (SkCatalogue *self,
             gboolean    *member,
             gboolean     value,
             guint        property)
{
  if (*member == value)
    return;

  *member = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static SkSource *
find_source (SkCatalogue *self,
             const char  *url,
             guint       *position)
{
  guint n_sources = g_list_model_get_n_items (G_LIST_MODEL (self->sources));

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

/* Puts a source at its place, so that the list changes only where it does. */
static void
place_source (SkCatalogue         *self,
              const SkStoreSource *known,
              guint                position,
              gboolean             settle)
{
  g_autoptr (SkSource) source = NULL;
  guint at = G_MAXUINT;

  source = find_source (self, known->url, &at);
  if (source == NULL)
    source = sk_source_new (known->url);
  if (settle || sk_source_get_state (source) != SK_SOURCE_BUSY)
    sk_source_show (source, known);
  if (at == position)
    return;

  if (at != G_MAXUINT)
    g_list_store_remove (self->sources, at);
  g_list_store_insert (self->sources, position, source);
}

static void
show_sources (SkCatalogue *self,
              SkSnapshot  *snapshot,
              gboolean     settle)
{
  gint64 last_sync = 0;

  for (guint i = 0; i < snapshot->sources->len; i++)
    {
      const SkStoreSource *known = g_ptr_array_index (snapshot->sources, i);

      place_source (self, known, i, settle);
      if (!g_str_equal (known->url, SK_STARTER_URL))
        last_sync = MAX (last_sync, known->synced);
    }

  g_list_store_splice (self->sources, snapshot->sources->len,
                       g_list_model_get_n_items (G_LIST_MODEL (self->sources)) -
                           snapshot->sources->len,
                       NULL, 0);

  if (self->last_sync != last_sync)
    {
      self->last_sync = last_sync;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_SYNC]);
    }
}

static void
show_snapshot (SkCatalogue *self,
               SkSnapshot  *snapshot,
               gboolean     settle)
{
  if (snapshot->serial > self->sources_serial || settle)
    {
      self->sources_serial = MAX (self->sources_serial, snapshot->serial);
      show_sources (self, snapshot, settle);
    }

  set_boolean (self, &self->read_only, snapshot->read_only, PROP_READ_ONLY);
  if (g_set_str (&self->notice, snapshot->notice))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);

  if (snapshot->index == NULL || snapshot->serial <= self->index_serial)
    return;

  self->index_serial = snapshot->serial;
  g_set_object (&self->index, snapshot->index);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
}

/* A server that answers, be it with an error, is a network; a file says nothing of it. */
static void
show_network (SkCatalogue *self,
              GPtrArray   *reports)
{
  gboolean reached = FALSE;
  gboolean missing = FALSE;

  for (guint i = 0; i < reports->len; i++)
    {
      const SkSyncReport *report = g_ptr_array_index (reports, i);

      if (g_error_matches (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_OFFLINE))
        missing = TRUE;
      else if (report->requests > 0)
        reached = TRUE;
    }

  if (missing || reached)
    set_boolean (self, &self->offline, missing && !reached, PROP_OFFLINE);
}

static void
run_work (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (work->func (work, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
close_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  sk_keeper_close (SK_CATALOGUE (source)->keeper);
  g_task_return_boolean (task, TRUE);
}

static void
on_closed (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  SkCatalogue *self = SK_CATALOGUE (source);
  g_autoptr (DexPromise) closing = g_steal_pointer (&self->closing);

  dex_promise_resolve_boolean (closing, TRUE);
}

static void
close_when_idle (SkCatalogue *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->closing == NULL || self->works->len > 0)
    return;

  task = g_task_new (self, NULL, on_closed, NULL);
  g_task_run_in_thread (task, close_thread);
}

static void
on_work_done (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  SkCatalogue *self = SK_CATALOGUE (source);
  Work *work = data;
  GError *error = NULL;
  gboolean succeeded = g_task_propagate_boolean (G_TASK (result), &error);

  g_ptr_array_remove (self->works, work);
  if (work->reports != NULL)
    show_network (self, work->reports);
  if (work->snapshot != NULL)
    show_snapshot (self, work->snapshot, work->reports != NULL);

  if (!succeeded)
    dex_promise_reject (work->promise, error);
  else if (work->reports != NULL)
    dex_promise_resolve_boxed (work->promise, G_TYPE_PTR_ARRAY, g_steal_pointer (&work->reports));
  else
    dex_promise_resolve_boolean (work->promise, TRUE);

  close_when_idle (self);
}

static DexFuture *
start (Work *work)
{
  SkCatalogue *self = work->self;
  DexFuture *future = dex_ref (work->promise);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_work_done, work);

  g_ptr_array_add (self->works, work);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, run_work);
  return future;
}

static DexFuture *
refuse (int         code,
        const char *message)
{
  return dex_future_new_for_error (g_error_new_literal (SK_SYNC_ERROR, code, message));
}

static DexFuture *
refuse_closed (void)
{
  return refuse (SK_SYNC_ERROR_CLOSED, _("The catalogue is not open."));
}

static gboolean
look (Work      *work,
      gboolean   with_index,
      GError   **error)
{
  work->snapshot = sk_keeper_look (work->self->keeper, with_index, work->cancellable, error);
  return work->snapshot != NULL;
}

static gboolean
open_work (Work    *work,
           GError **error)
{
  if (!sk_keeper_open (work->self->keeper, work->cancellable, error))
    return FALSE;
  if (look (work, TRUE, error))
    return TRUE;

  sk_keeper_close (work->self->keeper);
  return FALSE;
}

static DexFuture *
on_opened (DexFuture *future,
           gpointer   data)
{
  SkCatalogue *self = data;

  self->state = dex_future_is_resolved (future) ? OPEN : CLOSED;
  return NULL;
}

/**
 * sk_catalogue_open:
 *
 * Opens the data folder, loads the starter catalogue where it is new, and makes the index.
 *
 * Returns: (transfer full): a future that resolves to %TRUE once "index" is there, or
 *   rejects with an error of SK_STORE_ERROR, SK_SYNC_ERROR or G_IO_ERROR
 */
DexFuture *
sk_catalogue_open (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (self->state == CLOSED && self->closing == NULL, NULL);

  self->state = OPENING;
  return dex_future_finally (start (work_new (self, open_work, NULL)), on_opened,
                             g_object_ref (self), g_object_unref);
}

typedef struct
{
  SkCatalogue *self;
  char *url;
  gboolean begin;
  guint64 done;
  guint64 total;
} Event;

static void
event_free (Event *event)
{
  g_clear_object (&event->self);
  g_clear_pointer (&event->url, g_free);
  g_free (event);
}

static gboolean
show_event (gpointer data)
{
  Event *event = data;
  g_autoptr (SkSource) source = find_source (event->self, event->url, NULL);

  if (event->begin)
    {
      if (source == NULL)
        {
          source = sk_source_new (event->url);
          g_list_store_append (event->self->sources, source);
        }
      sk_source_begin (source);
    }
  else if (source != NULL && sk_source_get_state (source) == SK_SOURCE_BUSY)
    {
      sk_source_set_progress (source, event->done, event->total);
    }

  return G_SOURCE_REMOVE;
}

static void
post (Work       *work,
      const char *url,
      gboolean    begin,
      guint64     done,
      guint64     total)
{
  Event *event = g_new0 (Event, 1);

  event->self = g_object_ref (work->self);
  event->url = g_strdup (url);
  event->begin = begin;
  event->done = done;
  event->total = total;
  g_main_context_invoke_full (work->self->context, G_PRIORITY_DEFAULT, show_event, event,
                              (GDestroyNotify) event_free);
}

static void
on_begin (const char *url,
          gpointer    user_data)
{
  post (user_data, url, TRUE, 0, 0);
}

static void
on_progress (const char *url,
             guint64     done,
             guint64     total,
             gpointer    user_data)
{
  Work *work = user_data;
  gint64 now = g_get_monotonic_time ();
  gboolean due;

  g_mutex_lock (&work->mutex);
  due = now - work->shown >= PROGRESS_USEC;
  if (due)
    work->shown = now;
  g_mutex_unlock (&work->mutex);

  if (due)
    post (work, url, FALSE, done, total);
}

static gboolean
any_changed (GPtrArray *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const SkSyncReport *report = g_ptr_array_index (reports, i);

      if (report->added + report->changed + report->withdrawn > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
sync_work (Work    *work,
           GError **error)
{
  static const SkKeeperEvents events = {on_begin, on_progress};
  g_autoptr (GError) ignored = NULL;

  work->reports = sk_keeper_sync (work->self->keeper, (const char * const *) work->urls, &events,
                                  work, work->cancellable, error);
  if (work->reports == NULL)
    return FALSE;

  /* What is committed is shown, also where the rest was cancelled. */
  work->snapshot = sk_keeper_look (work->self->keeper, any_changed (work->reports), NULL, error);
  return work->snapshot != NULL;
}

static DexFuture *
on_synced (DexFuture *future,
           gpointer   data)
{
  SkCatalogue *self = data;

  set_boolean (self, &self->syncing, FALSE, PROP_SYNCING);
  return NULL;
}

/**
 * sk_catalogue_sync:
 * @urls: (nullable): addresses or paths, added to the sources where they are new; %NULL for
 *   all sources
 *
 * Fetches what is new. A source that fails says so in its report and in its SkSource, and
 * keeps the records it had; one that is new stays in the list, to be tried again.
 *
 * Returns: (transfer full): a future that resolves, once the new index is in place, to a
 *   boxed GPtrArray of SkSyncReport; or rejects, with %SK_SYNC_ERROR_BUSY where another sync
 *   is under way, %SK_STORE_ERROR_READ_ONLY, or another error that concerns all of it
 */
DexFuture *
sk_catalogue_sync (SkCatalogue        *self,
                   const char * const *urls,
                   GCancellable       *cancellable)
{
  Work *work;

  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);

  if (self->state != OPEN)
    return refuse_closed ();
  if (self->syncing)
    return refuse (SK_SYNC_ERROR_BUSY, _("A sync is under way. Wait until it is done."));

  set_boolean (self, &self->syncing, TRUE, PROP_SYNCING);
  work = work_new (self, sync_work, cancellable);
  work->urls = g_strdupv ((char **) urls);
  return dex_future_finally (start (work), on_synced, g_object_ref (self), g_object_unref);
}

static gboolean
add_work (Work    *work,
          GError **error)
{
  return sk_keeper_add_source (work->self->keeper, work->url, error) && look (work, FALSE, error);
}

static gboolean
remove_work (Work    *work,
             GError **error)
{
  return sk_keeper_remove_source (work->self->keeper, work->url, error) &&
         look (work, TRUE, error);
}

static gboolean
move_work (Work    *work,
           GError **error)
{
  return sk_keeper_move_source (work->self->keeper, work->url, work->position, error) &&
         look (work, TRUE, error);
}

static DexFuture *
start_edit (SkCatalogue *self,
            WorkFunc     func,
            const char  *url,
            guint        position)
{
  Work *work;

  if (self->state != OPEN)
    return refuse_closed ();

  work = work_new (self, func, NULL);
  work->url = g_strdup (url);
  work->position = position;
  return start (work);
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
 * Cancels what is under way, waits for it, and closes the store. The index stays usable.
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
  self->state = CLOSED;

  for (guint i = 0; i < self->works->len; i++)
    g_cancellable_cancel (((Work *) g_ptr_array_index (self->works, i))->cancellable);

  close_when_idle (self);
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
 * Returns: (transfer none) (nullable): the index of the moment, %NULL until opened
 */
SkIndex *
sk_catalogue_get_index (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);

  return self->index;
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
