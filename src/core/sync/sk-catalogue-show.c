/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-catalogue-private.h"

#include "sk-source-private.h"
#include "sk-sync-error.h"

/**
 * sk_catalogue_show_notice:
 * @notice: (nullable): what a person must know
 *
 * Shows it in place of what there was.
 */
void
sk_catalogue_show_notice (SkCatalogue *self,
                          const char  *notice)
{
  if (g_set_str (&self->notice, notice))
    g_object_notify (G_OBJECT (self), "notice");
}

static void
set_boolean (SkCatalogue *self,
             gboolean    *member,
             gboolean     value,
             const char  *property)
{
  if (*member == value)
    return;

  *member = value;
  g_object_notify (G_OBJECT (self), property);
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

  source = sk_catalogue_find_source (self, known->url, &at);
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
      g_object_notify (G_OBJECT (self), "last-sync");
    }
}

/**
 * sk_catalogue_show_snapshot:
 * @settle: whether sources that were being fetched are done
 *
 * Shows the catalogue as it was at a moment, unless something newer is shown already.
 */
void
sk_catalogue_show_snapshot (SkCatalogue *self,
                            SkSnapshot  *snapshot,
                            gboolean     settle)
{
  if (snapshot->serial > self->sources_serial || settle)
    {
      self->sources_serial = MAX (self->sources_serial, snapshot->serial);
      show_sources (self, snapshot, settle);
    }

  set_boolean (self, &self->read_only, snapshot->read_only, "read-only");
  sk_catalogue_show_notice (self, snapshot->notice);

  if (!snapshot->counted || snapshot->serial <= self->index_serial)
    return;

  /* Whoever is told of the first index may use the catalogue at once. */
  if (self->state == SK_CATALOGUE_OPENING)
    self->state = SK_CATALOGUE_OPEN;

  self->index_serial = snapshot->serial;
  self->n_resources = snapshot->n_resources;
  if (snapshot->collections != NULL)
    sk_catalogue_show_curated (self, snapshot->collections, snapshot->events);
  if (g_set_object (&self->index, snapshot->index))
    g_object_notify (G_OBJECT (self), "index");
}

/**
 * sk_catalogue_show_network:
 * @reports: (element-type SkSyncReport): what came of a sync
 *
 * Shows whether there is a network. A server that answers, be it with an error, is one; a file
 * says nothing of it.
 */
void
sk_catalogue_show_network (SkCatalogue *self,
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
    set_boolean (self, &self->offline, missing && !reached, "offline");
}

/**
 * sk_catalogue_show_syncing:
 *
 * Shows whether a sync is under way.
 */
void
sk_catalogue_show_syncing (SkCatalogue *self,
                           gboolean     syncing)
{
  set_boolean (self, &self->syncing, syncing, "syncing");
}
