/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-catalogue-work.h"

#include <glib/gi18n.h>

#include "sk-source-private.h"
#include "sk-sync-error.h"

/* A person sees no more of a progress than ten steps a second. */
#define PROGRESS_USEC (G_USEC_PER_SEC / 10)

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
  g_autoptr (SkSource) source = sk_catalogue_find_source (event->self, event->url, NULL);

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
post (SkCatalogueWork       *work,
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
  SkCatalogueWork *work = user_data;
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
sync_work (SkCatalogueWork    *work,
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
    return sk_catalogue_refuse (SK_SYNC_ERROR_BUSY, _("A sync is under way. Wait until it is done."));

  sk_catalogue_show_syncing (self, TRUE);
  work = sk_catalogue_work_new (self, sync_work, cancellable);
  work->urls = g_strdupv ((char **) urls);
  return dex_future_finally (sk_catalogue_work_start (work), on_synced, g_object_ref (self), g_object_unref);
}
