/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sk-catalogue-private.h"

/**
 * sk_catalogue_show_curated:
 * @collections: (element-type SkCollection): in the order of the sources
 * @events: (element-type SkEvent): in that order too, those of one source by their date
 *
 * Shows what the sources have put together by hand.
 */
void
sk_catalogue_show_curated (SkCatalogue *self,
                           GPtrArray   *collections,
                           GPtrArray   *events)
{
  g_ptr_array_unref (self->collections);
  self->collections = g_ptr_array_ref (collections);
  g_ptr_array_unref (self->events);
  self->events = g_ptr_array_ref (events);
}

/**
 * sk_catalogue_get_collections:
 *
 * Returns: (transfer none) (element-type SkCollection): what the sources have put together by
 *   hand, in their order, each id once; empty until opened. It stays the same until "index"
 *   changes
 */
GPtrArray *
sk_catalogue_get_collections (SkCatalogue *self)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);

  return self->collections;
}

/**
 * sk_catalogue_find_collection:
 * @id: a collection's id
 *
 * Returns: (transfer none) (nullable): the collection
 */
SkCollection *
sk_catalogue_find_collection (SkCatalogue *self,
                              const char  *id)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->collections->len; i++)
    {
      SkCollection *collection = g_ptr_array_index (self->collections, i);

      if (strcmp (sk_collection_get_id (collection), id) == 0)
        return collection;
    }

  return NULL;
}

/**
 * sk_catalogue_get_event:
 *
 * Returns: (transfer none) (nullable): the day that the sources work towards: of the first one
 *   that names any, the next that is not over; %NULL where none does
 */
SkEvent *
sk_catalogue_get_event (SkCatalogue *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (SK_IS_CATALOGUE (self), NULL);

  now = g_date_time_new_now_local ();
  today = g_date_time_format (now, "%Y-%m-%d");

  for (guint i = 0; i < self->events->len; i++)
    {
      SkEvent *event = g_ptr_array_index (self->events, i);

      if (strcmp (sk_event_get_date (event), today) >= 0)
        return event;
    }

  return NULL;
}
