/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-commands-private.h"

#include <glib/gi18n.h>

#include "sk-block-words.h"

static SkBlock *
with_id_and_lock (SkBlock    *block,
                  const char *id,
                  int         lock)
{
  g_auto (SkBlockFields) fields;

  sk_block_copy_fields (block, &fields);
  g_set_str (&fields.id, id);
  fields.lock = lock;
  return sk_block_new (&fields);
}

/* Puts @block where @old is, at the same clock. */
static SkSession *
put_in_place (SkSession *session,
              SkBlock   *old,
              SkBlock   *block)
{
  g_autoptr (GPtrArray) blocks = sk_blocks_copy (sk_session_get_blocks (session));
  SkBlockPlace place;
  SkBlock *host;

  sk_session_find_block (session, sk_block_get_id (old), &place);
  host = g_ptr_array_index (blocks, place.position);
  if (place.lane < 0)
    {
      g_ptr_array_index (blocks, place.position) = g_object_ref (block);
    }
  else
    {
      g_autoptr (GPtrArray) lanes = sk_blocks_copy (sk_block_get_lanes (host));

      g_object_unref (g_ptr_array_index (lanes, place.lane));
      g_ptr_array_index (lanes, place.lane) = g_object_ref (block);
      g_ptr_array_index (blocks, place.position) = sk_block_with_lanes (host, lanes);
    }

  g_object_unref (host);
  return sk_session_with_blocks (session, blocks);
}

/**
 * sk_session_replace_block:
 * @editor: an editor
 * @id: the id of a block or a lane
 * @block: what comes in its place; groups cannot come in the place of a lane
 *
 * Swaps a block for another one, or for another state of itself. Where the old one was locked and
 * the new one is not, that takes over the lock.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_replace_block (SkSessionEditor *editor,
                          const char      *id,
                          SkBlock         *block)
{
  g_autoptr (SkSession) session = NULL;
  g_autoptr (SkBlock) placed = NULL;
  g_autofree char *name = NULL;
  SkSession *before;
  SkBlockPlace place;
  SkBlock *old;
  int lock;

  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);
  g_return_val_if_fail (SK_IS_BLOCK (block), FALSE);

  before = sk_session_editor_get_session (editor);
  old = sk_session_find_block (before, id, &place);
  if (old == NULL || (place.lane >= 0 && sk_block_get_lanes (block) != NULL))
    return FALSE;

  lock = sk_block_get_lock (block);
  if (lock == SK_BLOCK_UNLOCKED)
    lock = sk_block_get_lock (old);
  if (g_str_equal (sk_block_get_id (block), id))
    {
      placed = g_object_ref (block);
      name = g_strdup_printf (_("Change of “%s”"), sk_block_words_title (old));
    }
  else
    {
      g_autoptr (SkBlock) other =
        sk_session_has_ids_of (before, block) ? sk_block_dup_as_new (block) : g_object_ref (block);

      placed = with_id_and_lock (other, sk_block_get_id (other), lock);
      name = g_strdup_printf (_("Swap of “%s” for “%s”"), sk_block_words_title (old),
                              sk_block_words_title (block));
    }

  session = put_in_place (before, old, placed);
  return sk_session_editor_apply (editor, session, name, NULL);
}

static SkBlock *
make_groups (SkBlock *first,
             SkBlock *second)
{
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  fields.kind = SK_BLOCK_GROUPS;
  fields.minutes = MAX (sk_block_get_minutes (first), sk_block_get_minutes (second));
  fields.lock = sk_block_get_lock (first);
  fields.lanes = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (fields.lanes, g_object_ref (first));
  g_ptr_array_add (fields.lanes, g_object_ref (second));
  return sk_block_new (&fields);
}

static SkBlock *
add_lane (SkBlock *groups,
          SkBlock *block)
{
  g_autoptr (GPtrArray) lanes = sk_blocks_copy (sk_block_get_lanes (groups));

  g_ptr_array_add (lanes, g_object_ref (block));
  return sk_block_with_lanes (groups, lanes);
}

/* The block that is to be beside another: taken out of its place, if it has one. */
static SkBlock *
take_beside (SkSession  *session,
             SkBlock    *beside,
             GPtrArray **left)
{
  const char * const ids[] = {sk_block_get_id (beside), NULL};
  g_autoptr (GPtrArray) taken = NULL;

  *left = sk_session_take_blocks (session, ids, &taken);
  return taken->len > 0 ? g_object_ref (g_ptr_array_index (taken, 0)) : g_object_ref (beside);
}

static gboolean
has_room (SkBlock *block)
{
  GPtrArray *lanes = sk_block_get_lanes (block);

  return lanes == NULL || lanes->len < SK_BLOCK_MAX_LANES;
}

/**
 * sk_session_group_block:
 * @editor: an editor
 * @id: the id of a block, of groups or of one of their lanes
 * @beside: a block, of the session or not, that is no groups itself
 *
 * Puts a block beside another: the two are groups from now on, as long as the longer of them and
 * locked as the first; groups that are there already get a lane more, up to four.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_group_block (SkSessionEditor *editor,
                        const char      *id,
                        SkBlock         *beside)
{
  g_autoptr (SkSession) without = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (SkBlock) added = NULL;
  g_autofree char *name = NULL;
  SkSession *session;
  SkBlockPlace place;
  SkBlock *host;

  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);
  g_return_val_if_fail (SK_IS_BLOCK (beside), FALSE);

  session = sk_session_editor_get_session (editor);
  if (sk_block_get_lanes (beside) != NULL || g_strcmp0 (id, sk_block_get_id (beside)) == 0)
    return FALSE;

  added = take_beside (session, beside, &blocks);
  without = sk_session_with_blocks (session, blocks);
  if (sk_session_find_block (without, id, &place) == NULL)
    return FALSE;
  host = g_ptr_array_index (blocks, place.position);
  if (!has_room (host))
    return FALSE;

  g_ptr_array_index (blocks, place.position) =
    sk_block_get_lanes (host) != NULL ? add_lane (host, added) : make_groups (host, added);
  g_object_unref (host);
  name = g_strdup_printf (_("Grouping of “%s”"), sk_block_words_title (added));
  return sk_session_apply_blocks (editor, blocks, name);
}

/**
 * sk_session_ungroup_block:
 * @editor: an editor
 * @id: the id of groups, or of one of their lanes
 *
 * Puts the lanes of groups one after the other, in place of the groups. The first one takes over
 * their lock.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_ungroup_block (SkSessionEditor *editor,
                          const char      *id)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (SkBlock) groups = NULL;
  g_autofree char *name = NULL;
  SkSession *session;
  SkBlockPlace place;
  GPtrArray *lanes;

  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  session = sk_session_editor_get_session (editor);
  if (sk_session_find_block (session, id, &place) == NULL)
    return FALSE;
  groups = g_object_ref (sk_session_get_block (session, place.position));
  lanes = sk_block_get_lanes (groups);
  if (lanes == NULL)
    return FALSE;

  blocks = sk_blocks_copy (sk_session_get_blocks (session));
  g_ptr_array_remove_index (blocks, place.position);
  for (guint i = 0; i < lanes->len; i++)
    g_ptr_array_insert (blocks, (int) (place.position + i),
                        sk_block_with_lock (g_ptr_array_index (lanes, i),
                                            i == 0 ? sk_block_get_lock (groups)
                                                   : SK_BLOCK_UNLOCKED));

  name = g_strdup_printf (_("Ungrouping of “%s”"), sk_block_words_title (groups));
  return sk_session_apply_blocks (editor, blocks, name);
}
