/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-picture-cache.h"

#define PIXEL_BYTES 4

/* A picture may be stretched by a sixteenth before it is decoded anew: a window that is resized
 * does not ask at each step. */
#define ENOUGH(wanted) ((wanted) - (wanted) / 16)

typedef struct
{
  char *address;
  int width;                  /* of the box that it was decoded for */
  int height;
  GdkTexture *texture;
} Entry;

struct _SkPictureCache
{
  gsize max_bytes;
  gsize n_bytes;
  GHashTable *links;          /* of GList in the queue, by address */
  GQueue entries;             /* of Entry, the most recently used first */
};

static gsize
measure (GdkTexture *texture)
{
  return (gsize) gdk_texture_get_width (texture) * (gsize) gdk_texture_get_height (texture) *
         PIXEL_BYTES;
}

static void
remove_link (SkPictureCache *self,
             GList          *link)
{
  Entry *entry = link->data;

  g_hash_table_remove (self->links, entry->address);
  g_queue_delete_link (&self->entries, link);
  self->n_bytes -= measure (entry->texture);

  g_clear_object (&entry->texture);
  g_clear_pointer (&entry->address, g_free);
  g_free (entry);
}

/**
 * sk_picture_cache_new:
 * @max_bytes: of pixels
 *
 * Returns: (transfer full): an empty cache
 */
SkPictureCache *
sk_picture_cache_new (gsize max_bytes)
{
  SkPictureCache *self = g_new0 (SkPictureCache, 1);

  self->max_bytes = max_bytes;
  self->links = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->entries);
  return self;
}

/**
 * sk_picture_cache_clear:
 *
 * Forgets all.
 */
void
sk_picture_cache_clear (SkPictureCache *self)
{
  while (!g_queue_is_empty (&self->entries))
    remove_link (self, self->entries.head);
}

/**
 * sk_picture_cache_free:
 * @self: (transfer full): a cache
 */
void
sk_picture_cache_free (SkPictureCache *self)
{
  sk_picture_cache_clear (self);
  g_clear_pointer (&self->links, g_hash_table_unref);
  g_free (self);
}

/**
 * sk_picture_cache_find:
 * @width: of the box that it is to cover
 * @height: of the same
 *
 * Returns: (transfer none) (nullable): the picture, if it is there large enough
 */
GdkTexture *
sk_picture_cache_find (SkPictureCache *self,
                       const char     *address,
                       int             width,
                       int             height)
{
  GList *link = g_hash_table_lookup (self->links, address);
  Entry *entry = link != NULL ? link->data : NULL;

  if (entry == NULL || entry->width < ENOUGH (width) || entry->height < ENOUGH (height))
    return NULL;

  g_queue_unlink (&self->entries, link);
  g_queue_push_head_link (&self->entries, link);
  return entry->texture;
}

/**
 * sk_picture_cache_add:
 * @width: of the box that it was decoded for, which it may be smaller than
 * @height: of the same
 *
 * Keeps a picture in place of the one of that address.
 */
void
sk_picture_cache_add (SkPictureCache *self,
                      const char     *address,
                      int             width,
                      int             height,
                      GdkTexture     *texture)
{
  GList *old = g_hash_table_lookup (self->links, address);
  Entry *entry = g_new0 (Entry, 1);

  if (old != NULL)
    remove_link (self, old);

  entry->address = g_strdup (address);
  entry->width = width;
  entry->height = height;
  entry->texture = g_object_ref (texture);
  g_queue_push_head (&self->entries, entry);
  g_hash_table_insert (self->links, entry->address, self->entries.head);

  self->n_bytes += measure (texture);
  while (self->n_bytes > self->max_bytes)
    remove_link (self, self->entries.tail);
}
