/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-private.h"

#include "sk-tidy.h"

/**
 * sk_block_fields_init:
 * @fields: what a block is to be made from
 *
 * Sets the fields to those of an unlocked, untitled own activity of a minute.
 */
void
sk_block_fields_init (SkBlockFields *fields)
{
  g_return_if_fail (fields != NULL);

  *fields = (SkBlockFields) {.kind = SK_BLOCK_DO, .minutes = 1, .lock = SK_BLOCK_UNLOCKED};
}

/**
 * sk_block_fields_clear:
 * @fields: what a block would have been made from
 *
 * Lets go of all that the fields hold, and leaves them as [func@block_fields_init] does.
 */
void
sk_block_fields_clear (SkBlockFields *fields)
{
  g_return_if_fail (fields != NULL);

  g_clear_pointer (&fields->id, g_free);
  g_clear_pointer (&fields->title, g_free);
  g_clear_pointer (&fields->goal, g_free);
  g_clear_pointer (&fields->note, g_free);
  g_clear_pointer (&fields->materials, g_strfreev);
  g_clear_pointer (&fields->resource_id, g_free);
  g_clear_object (&fields->resource);
  g_clear_pointer (&fields->snapshot, g_free);
  g_clear_pointer (&fields->kept, g_free);
  g_clear_pointer (&fields->reasons, g_strfreev);
  g_clear_pointer (&fields->lanes, g_ptr_array_unref);
  g_clear_pointer (&fields->more, json_object_unref);

  sk_block_fields_init (fields);
}

void
sk_block_fields_copy (const SkBlockFields *from,
                      SkBlockFields       *to)
{
  *to = *from;
  to->id = g_strdup (from->id);
  to->title = g_strdup (from->title);
  to->goal = g_strdup (from->goal);
  to->note = g_strdup (from->note);
  to->materials = g_strdupv (from->materials);
  to->resource_id = g_strdup (from->resource_id);
  to->resource = from->resource != NULL ? g_object_ref (from->resource) : NULL;
  to->snapshot = g_strdup (from->snapshot);
  to->kept = g_strdup (from->kept);
  to->reasons = g_strdupv (from->reasons);
  to->lanes = from->lanes != NULL ? sk_blocks_copy (from->lanes) : NULL;
  to->more = from->more != NULL ? json_object_ref (from->more) : NULL;
}

static gboolean
lists_equal (GStrv a,
             GStrv b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char * const *) a, (const char * const *) b);
}

gboolean
sk_block_fields_equal (const SkBlockFields *a,
                       const SkBlockFields *b)
{
  return a->kind == b->kind && a->minutes == b->minutes &&
         a->minutes_guessed == b->minutes_guessed && a->minutes_min == b->minutes_min &&
         a->skippable == b->skippable && a->lock == b->lock && a->activity == b->activity &&
         a->size == b->size && a->withdrawn == b->withdrawn && g_strcmp0 (a->id, b->id) == 0 &&
         g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->goal, b->goal) == 0 &&
         g_strcmp0 (a->note, b->note) == 0 && g_strcmp0 (a->resource_id, b->resource_id) == 0 &&
         g_strcmp0 (a->snapshot, b->snapshot) == 0 && g_strcmp0 (a->kept, b->kept) == 0 &&
         lists_equal (a->materials, b->materials) && lists_equal (a->reasons, b->reasons) &&
         sk_blocks_equal (a->lanes, b->lanes) && sk_same_json (a->more, b->more);
}

/**
 * sk_blocks_copy:
 * @blocks: (element-type SkBlock): blocks
 *
 * Returns: (transfer full) (element-type SkBlock): the same blocks in an array of its own
 */
GPtrArray *
sk_blocks_copy (GPtrArray *blocks)
{
  GPtrArray *copy;

  g_return_val_if_fail (blocks != NULL, NULL);

  copy = g_ptr_array_new_full (blocks->len, g_object_unref);
  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (blocks, i)));
  return copy;
}

/**
 * sk_blocks_equal:
 * @a: (nullable) (element-type SkBlock): blocks
 * @b: (nullable) (element-type SkBlock): blocks
 *
 * Returns: whether both are the same blocks in the same order; %NULL is no block
 */
gboolean
sk_blocks_equal (GPtrArray *a,
                 GPtrArray *b)
{
  const guint n_a = a != NULL ? a->len : 0;
  const guint n_b = b != NULL ? b->len : 0;

  if (n_a != n_b)
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    if (!sk_block_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}
