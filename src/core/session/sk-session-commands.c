/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-commands-private.h"

#include <glib/gi18n.h>

#include "sk-block-words.h"

/* Groups of other lanes; a single lane takes the place of the groups, none leave nothing. */
SkBlock *
sk_block_with_lanes (SkBlock   *groups,
                     GPtrArray *lanes)
{
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  if (lanes->len == 0)
    return NULL;
  if (lanes->len == 1)
    return sk_block_with_lock (g_ptr_array_index (lanes, 0), sk_block_get_lock (groups));

  sk_block_copy_fields (groups, &fields);
  g_ptr_array_unref (fields.lanes);
  fields.lanes = sk_blocks_copy (lanes);
  return sk_block_new (&fields);
}

SkBlock *
sk_block_with_lock (SkBlock *block,
                    int      lock)
{
  g_auto (SkBlockFields) fields;

  sk_block_copy_fields (block, &fields);
  fields.lock = lock;
  return sk_block_new (&fields);
}

static gboolean
is_named (SkBlock            *block,
          const char * const *ids)
{
  return g_strv_contains (ids, sk_block_get_id (block));
}

/* The groups without the lanes that are named. */
static SkBlock *
take_lanes (SkBlock            *groups,
            const char * const *ids,
            GPtrArray          *taken)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *lanes = sk_block_get_lanes (groups);

  for (guint i = 0; i < lanes->len; i++)
    {
      SkBlock *lane = g_ptr_array_index (lanes, i);

      g_ptr_array_add (is_named (lane, ids) ? taken : left, g_object_ref (lane));
    }

  return left->len == lanes->len ? g_object_ref (groups) : sk_block_with_lanes (groups, left);
}

/* The blocks of a session without those that are named, which are @taken in the session's order. */
GPtrArray *
sk_session_take_blocks (SkSession           *session,
                        const char * const  *ids,
                        GPtrArray          **taken)
{
  GPtrArray *left = g_ptr_array_new_with_free_func (g_object_unref);

  *taken = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    {
      SkBlock *block = sk_session_get_block (session, i);
      SkBlock *rest = NULL;

      if (is_named (block, ids))
        g_ptr_array_add (*taken, g_object_ref (block));
      else if (sk_block_get_lanes (block) != NULL)
        rest = take_lanes (block, ids, *taken);
      else
        rest = g_object_ref (block);

      if (rest != NULL)
        g_ptr_array_add (left, rest);
    }

  return left;
}

/* Whether the session has a block of the id of @block, or of one of its lanes. */
gboolean
sk_session_has_ids_of (SkSession *session,
                       SkBlock   *block)
{
  GPtrArray *lanes = sk_block_get_lanes (block);

  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    if (sk_session_has_ids_of (session, g_ptr_array_index (lanes, i)))
      return TRUE;

  return sk_session_find_block (session, sk_block_get_id (block), NULL) != NULL;
}

/* What was done: to one block, by its title, or to so many. */
char *
sk_session_name_step (GPtrArray *blocks,
                      char      *name_of_one,
                      char      *name_of_many)
{
  g_autofree char *one = name_of_one;
  g_autofree char *many = name_of_many;

  return blocks->len == 1 ? g_steal_pointer (&one) : g_steal_pointer (&many);
}

gboolean
sk_session_apply_blocks (SkSessionEditor *editor,
                         GPtrArray       *blocks,
                         const char      *name)
{
  g_autoptr (SkSession) session =
    sk_session_with_blocks (sk_session_editor_get_session (editor), blocks);

  return sk_session_editor_apply (editor, session, name, NULL);
}

/**
 * sk_session_insert_blocks:
 * @editor: an editor
 * @position: the number that the first of them is to have; past the last one: at the end
 * @added: (element-type SkBlock): blocks; one whose id the session has already is added as
 *   another block
 *
 * Adds blocks.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_insert_blocks (SkSessionEditor *editor,
                          guint            position,
                          GPtrArray       *added)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *name = NULL;
  SkSession *session;

  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);
  g_return_val_if_fail (added != NULL, FALSE);

  if (added->len == 0)
    return FALSE;

  session = sk_session_editor_get_session (editor);
  blocks = sk_blocks_copy (sk_session_get_blocks (session));
  position = MIN (position, blocks->len);
  for (guint i = 0; i < added->len; i++)
    {
      SkBlock *block = g_ptr_array_index (added, i);

      g_ptr_array_insert (blocks, (int) (position + i),
                          sk_session_has_ids_of (session, block) ? sk_block_dup_as_new (block)
                                                                 : g_object_ref (block));
    }

  name = sk_session_name_step (
    added,
    g_strdup_printf (_("Addition of “%s”"), sk_block_words_title (g_ptr_array_index (added, 0))),
    g_strdup_printf (ngettext ("Addition of %u block", "Addition of %u blocks", added->len),
                     added->len));
  return sk_session_apply_blocks (editor, blocks, name);
}

/**
 * sk_session_remove_blocks:
 * @editor: an editor
 * @ids: the ids of blocks and lanes; others are ignored
 *
 * Removes blocks. Groups that keep one lane turn into it, and those that keep none go with them.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_remove_blocks (SkSessionEditor    *editor,
                          const char * const *ids)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  blocks = sk_session_take_blocks (sk_session_editor_get_session (editor), ids, &taken);
  if (taken->len == 0)
    return FALSE;

  name = sk_session_name_step (
    taken,
    g_strdup_printf (_("Removal of “%s”"), sk_block_words_title (g_ptr_array_index (taken, 0))),
    g_strdup_printf (ngettext ("Removal of %u block", "Removal of %u blocks", taken->len),
                     taken->len));
  return sk_session_apply_blocks (editor, blocks, name);
}

/**
 * sk_session_move_blocks:
 * @editor: an editor
 * @ids: the ids of blocks and lanes; others are ignored
 * @position: the number that the first of them has afterwards, counted among what is not moved;
 *   past the last one: at the end
 *
 * Moves blocks to one place, where they follow each other in their order of before. Lanes become
 * blocks of their own; see [func@session_remove_blocks] for what is left of their groups.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_move_blocks (SkSessionEditor    *editor,
                        const char * const *ids,
                        guint               position)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  blocks = sk_session_take_blocks (sk_session_editor_get_session (editor), ids, &taken);
  if (taken->len == 0)
    return FALSE;

  position = MIN (position, blocks->len);
  for (guint i = 0; i < taken->len; i++)
    g_ptr_array_insert (blocks, (int) (position + i), g_object_ref (g_ptr_array_index (taken, i)));

  name = sk_session_name_step (
    taken,
    g_strdup_printf (_("Move of “%s”"), sk_block_words_title (g_ptr_array_index (taken, 0))),
    g_strdup_printf (ngettext ("Move of %u block", "Move of %u blocks", taken->len), taken->len));
  return sk_session_apply_blocks (editor, blocks, name);
}

/* A copy begins when the block before it ends: two cannot begin at the same clock. */
static SkBlock *
make_copy (SkBlock *block)
{
  g_autoptr (SkBlock) copy = sk_block_dup_as_new (block);

  return sk_block_with_lock (copy, SK_BLOCK_UNLOCKED);
}

/**
 * sk_session_duplicate_blocks:
 * @editor: an editor
 * @ids: the ids of blocks and lanes; others are ignored
 *
 * Adds a copy of each block below the last of them. The copies of lanes are blocks of their own,
 * and no copy is locked to a clock.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_duplicate_blocks (SkSessionEditor    *editor,
                             const char * const *ids)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *name = NULL;
  SkBlockPlace place;
  SkSession *session;

  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  session = sk_session_editor_get_session (editor);
  left = sk_session_take_blocks (session, ids, &taken);
  if (taken->len == 0)
    return FALSE;

  blocks = sk_blocks_copy (sk_session_get_blocks (session));
  sk_session_find_block (session, sk_block_get_id (g_ptr_array_index (taken, taken->len - 1)),
                         &place);
  for (guint i = 0; i < taken->len; i++)
    g_ptr_array_insert (blocks, (int) (place.position + 1 + i),
                        make_copy (g_ptr_array_index (taken, i)));

  name =
    sk_session_name_step (taken,
                          g_strdup_printf (_("Duplication of “%s”"),
                                           sk_block_words_title (g_ptr_array_index (taken, 0))),
                          g_strdup_printf (ngettext ("Duplication of %u block",
                                                     "Duplication of %u blocks", taken->len),
                                           taken->len));
  return sk_session_apply_blocks (editor, blocks, name);
}
