/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-catalogue-work.h"

static gboolean
refresh_work (SkCatalogueWork  *work,
              GError          **error)
{
  return sk_catalogue_work_look (work, TRUE, error);
}

static DexFuture *refresh (SkCatalogue *self);

static DexFuture *
on_refreshed (DexFuture *future,
              gpointer   data)
{
  SkCatalogue *self = data;
  g_autoptr (GError) error = NULL;

  self->refreshing = FALSE;

  /* What is shown stays; that it is the last of it, a person must know. */
  if (dex_future_get_value (future, &error) == NULL && self->state == SK_CATALOGUE_OPEN)
    sk_catalogue_show_notice (self, error->message);
  else if (self->refresh_again && self->state == SK_CATALOGUE_OPEN)
    dex_future_disown (refresh (self));

  return NULL;
}

static DexFuture *
refresh (SkCatalogue *self)
{
  self->refreshing = TRUE;
  self->refresh_again = FALSE;
  return dex_future_finally (sk_catalogue_work_start (sk_catalogue_work_new (self, refresh_work, NULL)),
                             on_refreshed, g_object_ref (self), g_object_unref);
}

/* A new index, most often of this process; where it is, looking again changes nothing. */
static void
on_index_made (SkCatalogue       *self,
               GFile             *file,
               GFile             *other,
               GFileMonitorEvent  event)
{
  if (event == G_FILE_MONITOR_EVENT_DELETED || event == G_FILE_MONITOR_EVENT_CHANGED ||
      event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return;

  if (self->refreshing)
    self->refresh_again = TRUE;
  else
    dex_future_disown (refresh (self));
}

/**
 * sk_catalogue_watch:
 *
 * From now on, what other processes bring into the catalogue is shown once they have indexed it.
 */
void
sk_catalogue_watch (SkCatalogue *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (sk_keeper_get_index_folder (self->keeper));
  g_autoptr (GError) error = NULL;

  if (self->monitor != NULL || self->index == NULL || (self->flags & SK_CATALOGUE_CHECKED) != 0)
    return;

  self->monitor =
    g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, self->cancellable, &error);
  if (self->monitor == NULL)
    {
      g_info ("What another process changes is not seen: %s", error->message);
      return;
    }

  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_index_made), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
check_work (SkCatalogueWork  *work,
            GError          **error)
{
  gboolean sound;

  return sk_keeper_check (work->self->keeper, &sound, work->cancellable, error) &&
         (sound || sk_catalogue_work_look (work, TRUE, error));
}

/**
 * sk_catalogue_check:
 *
 * Checks the index while it is in use; one that is not as it was written is made anew.
 */
void
sk_catalogue_check (SkCatalogue *self)
{
  dex_future_disown (sk_catalogue_work_start (sk_catalogue_work_new (self, check_work, NULL)));
}

static gboolean
settle (gpointer data)
{
  SkCatalogue *self = data;

  if (self->state == SK_CATALOGUE_OPEN)
    dex_future_disown (sk_catalogue_settle (self));

  return G_SOURCE_REMOVE;
}

/**
 * sk_catalogue_note_damage:
 *
 * Notes, on whatever thread, that a record that was looked at is damaged.
 */
void
sk_catalogue_note_damage (GObject *object)
{
  SkCatalogue *self = SK_CATALOGUE (object);
  g_autoptr (GSource) source = g_idle_source_new ();

  g_atomic_int_set (&self->damaged, TRUE);
  g_source_set_callback (source, settle, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static DexFuture *
on_settled (DexFuture *future,
            gpointer   data)
{
  return dex_future_new_false ();
}

/**
 * sk_catalogue_settle:
 *
 * Where a record that was looked at proved to be damaged, sets the catalogue aside and starts a
 * new one: "notice" says so. It is done by itself soon; who answers once asks for it to know
 * whether the answer was right.
 *
 * Returns: (transfer full): a future that resolves to %TRUE where nothing was damaged, to %FALSE
 *   once the new catalogue is there; or rejects where there cannot be a new one
 */
DexFuture *
sk_catalogue_settle (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);

  if (!g_atomic_int_compare_and_exchange (&self->damaged, TRUE, FALSE))
    return dex_future_new_true ();

  return dex_future_then (refresh (self), on_settled, NULL, NULL);
}
