/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-catalogue-work.h"

#include <glib/gi18n.h>

#include "sk-sync-error.h"

static void
work_free (SkCatalogueWork *work)
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
  g_clear_pointer (&work->steps, g_hash_table_unref);
  g_mutex_clear (&work->mutex);
  g_free (work);
}

static void
on_outer_cancelled (GCancellable *outer,
                    gpointer      data)
{
  g_cancellable_cancel (G_CANCELLABLE (data));
}

/**
 * sk_catalogue_work_new:
 * @func: runs on a thread of its own
 * @outer: (nullable): cancels it from outside
 *
 * Returns: (transfer full): something to do, to be given to [func@catalogue_work_start]
 */
SkCatalogueWork *
sk_catalogue_work_new (SkCatalogue         *self,
                       SkCatalogueWorkFunc  func,
                       GCancellable        *outer)
{
  SkCatalogueWork *work = g_new0 (SkCatalogueWork, 1);

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
run_work (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  SkCatalogueWork *work = data;
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

/**
 * sk_catalogue_close_when_idle:
 *
 * Closes the store where that was asked for and no work is under way.
 */
void
sk_catalogue_close_when_idle (SkCatalogue *self)
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
  SkCatalogueWork *work = data;
  GError *error = NULL;
  gboolean succeeded = g_task_propagate_boolean (G_TASK (result), &error);

  g_ptr_array_remove (self->works, work);
  if (work->news != NULL)
    g_source_destroy (work->news);
  g_clear_pointer (&work->news, g_source_unref);
  if (work->reports != NULL)
    sk_catalogue_show_network (self, work->reports);
  if (work->snapshot != NULL)
    sk_catalogue_show_snapshot (self, work->snapshot, work->reports != NULL);
  if (work->snapshot != NULL && work->snapshot->unchecked && self->state == SK_CATALOGUE_OPEN)
    sk_catalogue_check (self);

  if (!succeeded)
    dex_promise_reject (work->promise, error);
  else if (work->reports != NULL)
    dex_promise_resolve_boxed (work->promise, G_TYPE_PTR_ARRAY, g_steal_pointer (&work->reports));
  else
    dex_promise_resolve_boolean (work->promise, TRUE);

  sk_catalogue_close_when_idle (self);
}

/**
 * sk_catalogue_work_start:
 * @work: (transfer full): what to do
 *
 * Returns: (transfer full): a future that resolves to its reports, else to %TRUE, once what
 *   came of it is shown; or rejects with its error
 */
DexFuture *
sk_catalogue_work_start (SkCatalogueWork *work)
{
  SkCatalogue *self = work->self;
  DexFuture *future = dex_ref (work->promise);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_work_done, work);

  g_ptr_array_add (self->works, work);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, run_work);
  return future;
}

/**
 * sk_catalogue_refuse:
 * @code: of SK_SYNC_ERROR
 * @message: translated
 *
 * Returns: (transfer full): a future that rejects at once
 */
DexFuture *
sk_catalogue_refuse (int         code,
                     const char *message)
{
  return dex_future_new_for_error (g_error_new_literal (SK_SYNC_ERROR, code, message));
}

/**
 * sk_catalogue_refuse_closed:
 *
 * Returns: (transfer full): a future that rejects because the catalogue is not open
 */
DexFuture *
sk_catalogue_refuse_closed (void)
{
  return sk_catalogue_refuse (SK_SYNC_ERROR_CLOSED, _("The catalogue is not open."));
}

/**
 * sk_catalogue_work_look:
 *
 * Takes a snapshot, which is shown when the work is done.
 *
 * Returns: whether it could be taken
 */
gboolean
sk_catalogue_work_look (SkCatalogueWork  *work,
                        gboolean          with_index,
                        GError          **error)
{
  work->snapshot = sk_keeper_look (work->self->keeper, with_index, work->cancellable, error);
  return work->snapshot != NULL;
}
