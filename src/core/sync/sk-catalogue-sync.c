/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-catalogue-work.h"

#include <glib/gi18n.h>

#include "sk-source-private.h"
#include "sk-sync-error.h"

/* A person sees no more of a progress than ten steps a second. */
#define PROGRESS_USEC (G_USEC_PER_SEC / 10)

/* What came of one source since it was last shown. */
typedef struct
{
  gboolean begun;
  guint64 done;
  guint64 total;
} Step;

static void
show_step (SkCatalogue *self,
           const char  *url,
           const Step  *step)
{
  g_autoptr (SkSource) source = sk_catalogue_find_source (self, url, NULL);

  if (source == NULL && step->begun)
    {
      source = sk_source_new (url);
      g_list_store_append (self->sources, source);
    }

  if (step->begun)
    sk_source_begin (source);
  if (source != NULL && sk_source_get_state (source) == SK_SOURCE_BUSY)
    sk_source_set_progress (source, step->done, step->total);
}

static gboolean
show_news (gpointer data)
{
  SkCatalogueWork *work = data;
  g_autoptr (GHashTable) steps = NULL;
  GHashTableIter iter;
  gpointer url;
  gpointer step;

  g_mutex_lock (&work->mutex);
  steps = g_steal_pointer (&work->steps);
  work->shown = g_get_monotonic_time ();
  g_source_set_ready_time (work->news, -1);
  g_mutex_unlock (&work->mutex);

  g_hash_table_iter_init (&iter, steps);
  while (g_hash_table_iter_next (&iter, &url, &step))
    show_step (work->self, url, step);

  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_news (GSource     *news,
               GSourceFunc  callback,
               gpointer     data)
{
  return callback (data);
}

/* It lasts as long as the work does, on the main thread. */
static void
watch_news (SkCatalogueWork *work)
{
  static GSourceFuncs funcs = {.dispatch = dispatch_news};

  work->news = g_source_new (&funcs, sizeof (GSource));
  g_source_set_callback (work->news, show_news, work, NULL);
  g_source_attach (work->news, work->self->context);
}

/* What is not shown at once is shown soon, or what is newer by then. */
static void
note (SkCatalogueWork *work,
      const char      *url,
      gboolean         begins,
      guint64          done,
      guint64          total)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&work->mutex);
  Step *step;

  if (work->steps == NULL)
    work->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  step = g_hash_table_lookup (work->steps, url);
  if (step == NULL)
    {
      step = g_new0 (Step, 1);
      g_hash_table_insert (work->steps, g_strdup (url), step);
    }

  step->begun = step->begun || begins;
  step->done = done;
  step->total = total;
  g_source_set_ready_time (work->news, begins ? 0 : work->shown + PROGRESS_USEC);
}

static void
on_begin (const char *url,
          gpointer    user_data)
{
  note (user_data, url, TRUE, 0, 0);
}

static void
on_progress (const char *url,
             guint64     done,
             guint64     total,
             gpointer    user_data)
{
  note (user_data, url, FALSE, done, total);
}

/* What is committed is shown, also where the rest was stopped. Who only syncs need not wait for
 * the index: whoever searches next makes it. */
static SkSnapshot *
look (SkCatalogueWork  *work,
      GError          **error)
{
  SkCatalogue *self = work->self;
  g_autoptr (GError) why = NULL;
  SkSnapshot *snapshot;

  if ((self->flags & (SK_CATALOGUE_NO_INDEX | SK_CATALOGUE_NO_RECORDS)) == 0)
    return sk_keeper_look (self->keeper, TRUE, self->cancellable, error);

  snapshot = sk_keeper_look (self->keeper, TRUE, work->cancellable, &why);
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return sk_keeper_look (self->keeper, FALSE, NULL, error);
  if (snapshot == NULL)
    g_propagate_error (error, g_steal_pointer (&why));

  return snapshot;
}

static gboolean
sync_work (SkCatalogueWork  *work,
           GError          **error)
{
  static const SkKeeperEvents events = {on_begin, on_progress};

  work->reports = sk_keeper_sync (work->self->keeper, (const char * const *) work->urls, &events,
                                  work, work->cancellable, error);
  if (work->reports == NULL)
    return FALSE;

  work->snapshot = look (work, error);
  return work->snapshot != NULL;
}

static DexFuture *
on_synced (DexFuture *future,
           gpointer   data)
{
  SkCatalogue *self = data;

  sk_catalogue_show_syncing (self, FALSE);
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
  SkCatalogueWork *work;

  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);

  if (self->state != SK_CATALOGUE_OPEN)
    return sk_catalogue_refuse_closed ();
  if (self->syncing)
    return sk_catalogue_refuse (SK_SYNC_ERROR_BUSY,
                                _("A sync is under way. Wait until it is done."));

  sk_catalogue_show_syncing (self, TRUE);
  work = sk_catalogue_work_new (self, sync_work, cancellable);
  work->urls = g_strdupv ((char **) urls);
  watch_news (work);
  return dex_future_finally (sk_catalogue_work_start (work), on_synced, g_object_ref (self),
                             g_object_unref);
}
