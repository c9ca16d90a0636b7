/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-part.h"

#define PAUSE_SECONDS 1

typedef struct
{
  SkSessionEditor *editor;
  SkBlock *block;
  gboolean showing;
  guint pause;
} SkBlockPartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SkBlockPart, sk_block_part, GTK_TYPE_BOX)

static SkBlockPartPrivate *
get_private (SkBlockPart *self)
{
  return sk_block_part_get_instance_private (self);
}

static void
sk_block_part_dispose (GObject *object)
{
  SkBlockPartPrivate *private = get_private (SK_BLOCK_PART (object));

  g_clear_handle_id (&private->pause, g_source_remove);
  g_clear_object (&private->editor);
  g_clear_object (&private->block);

  G_OBJECT_CLASS (sk_block_part_parent_class)->dispose (object);
}

static void
sk_block_part_class_init (SkBlockPartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sk_block_part_dispose;
}

static void
sk_block_part_init (SkBlockPart *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * sk_block_part_set_block:
 * @editor: what changes the block
 * @block: a block or a lane of its session, as it is now
 *
 * Shows a block. What is shown changes nothing.
 */
void
sk_block_part_set_block (SkBlockPart     *self,
                         SkSessionEditor *editor,
                         SkBlock         *block)
{
  SkBlockPartPrivate *private;

  g_return_if_fail (SK_IS_BLOCK_PART (self));
  g_return_if_fail (SK_IS_SESSION_EDITOR (editor));
  g_return_if_fail (SK_IS_BLOCK (block));

  private = get_private (self);
  g_set_object (&private->editor, editor);
  g_set_object (&private->block, block);
  private->showing = TRUE;
  SK_BLOCK_PART_GET_CLASS (self)->show (self, block);
  private->showing = FALSE;
}

/**
 * sk_block_part_get_block:
 *
 * Returns: (transfer none) (nullable): the block that is shown
 */
SkBlock *
sk_block_part_get_block (SkBlockPart *self)
{
  g_return_val_if_fail (SK_IS_BLOCK_PART (self), NULL);

  return get_private (self)->block;
}

/**
 * sk_block_part_get_id:
 *
 * Returns: (transfer none): the id of the block that is shown; "" where there is none
 */
const char *
sk_block_part_get_id (SkBlockPart *self)
{
  SkBlock *block = sk_block_part_get_block (self);

  return block != NULL ? sk_block_get_id (block) : "";
}

/**
 * sk_block_part_get_editor:
 *
 * Returns: (transfer none) (nullable): what changes the block
 */
SkSessionEditor *
sk_block_part_get_editor (SkBlockPart *self)
{
  g_return_val_if_fail (SK_IS_BLOCK_PART (self), NULL);

  return get_private (self)->editor;
}

/**
 * sk_block_part_is_showing:
 *
 * Returns: whether its controls change since a block is shown, and not by a person's hand
 */
gboolean
sk_block_part_is_showing (SkBlockPart *self)
{
  g_return_val_if_fail (SK_IS_BLOCK_PART (self), FALSE);

  return get_private (self)->showing;
}

/**
 * sk_block_part_seal:
 *
 * Ends the step that was made: what is changed next is undone on its own.
 */
void
sk_block_part_seal (SkBlockPart *self)
{
  SkSessionEditor *editor = sk_block_part_get_editor (self);

  if (editor != NULL)
    sk_session_editor_seal (editor);
}

static gboolean
on_pause_over (gpointer data)
{
  SkBlockPart *self = data;

  get_private (self)->pause = 0;
  sk_block_part_seal (self);
  return G_SOURCE_REMOVE;
}

/**
 * sk_block_part_seal_soon:
 *
 * Ends the step that was made once nothing more is changed for a while, as when a button is held.
 */
void
sk_block_part_seal_soon (SkBlockPart *self)
{
  SkBlockPartPrivate *private;

  g_return_if_fail (SK_IS_BLOCK_PART (self));

  private = get_private (self);
  g_clear_handle_id (&private->pause, g_source_remove);
  private->pause = g_timeout_add_seconds (PAUSE_SECONDS, on_pause_over, self);
}
