/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-selection.h"

struct _SkBlockSelection
{
  GObject parent_instance;

  SkSessionEditor *editor;
  GPtrArray *ids;             /* of chars, ended by NULL, in the order of the session */
  char *cursor;
  char *anchor;               /* where an extension begins */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkBlockSelection, sk_block_selection, G_TYPE_OBJECT)

static void
empty (SkBlockSelection *self)
{
  g_ptr_array_set_size (self->ids, 0);
}

static void
add (SkBlockSelection *self,
     const char       *id)
{
  g_ptr_array_add (self->ids, g_strdup (id));
}

static gboolean
find (SkBlockSelection *self,
      const char       *id,
      guint            *at)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, at);
}

/* What is chosen in the order in which it happens, whatever the order of choosing. */
static void
sort (SkBlockSelection *self)
{
  g_autoptr (GPtrArray) chosen = g_steal_pointer (&self->ids);
  GPtrArray *blocks = sk_session_get_blocks (sk_session_editor_get_session (self->editor));

  self->ids = g_ptr_array_new_null_terminated (chosen->len, g_free, TRUE);
  for (guint i = 0; i < blocks->len; i++)
    {
      SkBlock *block = g_ptr_array_index (blocks, i);
      GPtrArray *lanes = sk_block_get_lanes (block);

      if (g_ptr_array_find_with_equal_func (chosen, sk_block_get_id (block), g_str_equal, NULL))
        add (self, sk_block_get_id (block));
      for (guint lane = 0; lanes != NULL && lane < lanes->len; lane++)
        {
          const char *id = sk_block_get_id (g_ptr_array_index (lanes, lane));

          if (g_ptr_array_find_with_equal_func (chosen, id, g_str_equal, NULL))
            add (self, id);
        }
    }
}

static gboolean
is_there (SkBlockSelection *self,
          const char       *id)
{
  SkSession *session = sk_session_editor_get_session (self->editor);

  return id != NULL && sk_session_find_block (session, id, NULL) != NULL;
}

static void
emit_changed (SkBlockSelection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
forget (char **id)
{
  g_clear_pointer (id, g_free);
}

/* A block that has gone takes the cursor with it, unless something else is still chosen. */
static void
on_session (SkBlockSelection *self)
{
  const guint before = self->ids->len;
  const gboolean had_cursor = self->cursor != NULL;

  sort (self);
  if (!is_there (self, self->anchor))
    forget (&self->anchor);
  if (!is_there (self, self->cursor))
    {
      forget (&self->cursor);
      if (self->ids->len > 0)
        self->cursor = g_strdup (g_ptr_array_index (self->ids, 0));
    }

  if (self->ids->len != before || (had_cursor && self->cursor == NULL))
    emit_changed (self);
}

static void
sk_block_selection_dispose (GObject *object)
{
  SkBlockSelection *self = SK_BLOCK_SELECTION (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  forget (&self->cursor);
  forget (&self->anchor);

  G_OBJECT_CLASS (sk_block_selection_parent_class)->dispose (object);
}

static void
sk_block_selection_class_init (SkBlockSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sk_block_selection_dispose;

  /**
   * SkBlockSelection::changed:
   *
   * Other blocks are chosen, or another one has the cursor.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sk_block_selection_init (SkBlockSelection *self)
{
  self->ids = g_ptr_array_new_null_terminated (0, g_free, TRUE);
}

/**
 * sk_block_selection_new:
 * @editor: the session whose blocks are chosen
 *
 * Returns: (transfer full): a selection of nothing
 */
SkBlockSelection *
sk_block_selection_new (SkSessionEditor *editor)
{
  SkBlockSelection *self;

  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), NULL);

  self = g_object_new (SK_TYPE_BLOCK_SELECTION, NULL);
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (editor, "notify::session", G_CALLBACK (on_session), self);
  return self;
}

/**
 * sk_block_selection_get_editor:
 *
 * Returns: (transfer none): the session whose blocks are chosen
 */
SkSessionEditor *
sk_block_selection_get_editor (SkBlockSelection *self)
{
  g_return_val_if_fail (SK_IS_BLOCK_SELECTION (self), NULL);

  return self->editor;
}

/**
 * sk_block_selection_get_ids:
 *
 * Returns: (transfer none) (array zero-terminated=1): the chosen blocks, in the order of the
 *   session; good until the next change
 */
const char * const *
sk_block_selection_get_ids (SkBlockSelection *self)
{
  static const char * const none[] = {NULL};

  g_return_val_if_fail (SK_IS_BLOCK_SELECTION (self), NULL);

  /* An array that was never filled has no end either. */
  return self->ids->len > 0 ? (const char * const *) self->ids->pdata : none;
}

/**
 * sk_block_selection_get_cursor:
 *
 * Returns: (transfer none) (nullable): the block that was last gone to
 */
const char *
sk_block_selection_get_cursor (SkBlockSelection *self)
{
  g_return_val_if_fail (SK_IS_BLOCK_SELECTION (self), NULL);

  return self->cursor;
}

/**
 * sk_block_selection_get_block:
 *
 * Returns: (transfer none) (nullable): the block that was last gone to, as the session has it
 */
SkBlock *
sk_block_selection_get_block (SkBlockSelection *self)
{
  g_return_val_if_fail (SK_IS_BLOCK_SELECTION (self), NULL);

  if (self->cursor == NULL)
    return NULL;
  return sk_session_find_block (sk_session_editor_get_session (self->editor), self->cursor, NULL);
}

/**
 * sk_block_selection_contains:
 * @id: a block
 *
 * Returns: whether it is chosen
 */
gboolean
sk_block_selection_contains (SkBlockSelection *self,
                             const char       *id)
{
  g_return_val_if_fail (SK_IS_BLOCK_SELECTION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return find (self, id, NULL);
}

/**
 * sk_block_selection_choose:
 * @id: a block of the session
 *
 * Goes to a block and chooses it alone.
 */
void
sk_block_selection_choose (SkBlockSelection *self,
                           const char       *id)
{
  g_return_if_fail (SK_IS_BLOCK_SELECTION (self));
  g_return_if_fail (id != NULL);

  if (!is_there (self, id))
    return;
  g_set_str (&self->anchor, id);
  if (self->ids->len == 1 && find (self, id, NULL) && g_strcmp0 (self->cursor, id) == 0)
    return;

  g_set_str (&self->cursor, id);
  empty (self);
  add (self, id);
  emit_changed (self);
}

/**
 * sk_block_selection_toggle:
 * @id: a block of the session
 *
 * Goes to a block, and chooses it beside the others, or no longer.
 */
void
sk_block_selection_toggle (SkBlockSelection *self,
                           const char       *id)
{
  guint at;

  g_return_if_fail (SK_IS_BLOCK_SELECTION (self));
  g_return_if_fail (id != NULL);

  if (!is_there (self, id))
    return;
  g_set_str (&self->cursor, id);
  g_set_str (&self->anchor, id);
  if (find (self, id, &at))
    g_ptr_array_remove_index (self->ids, at);
  else
    add (self, id);
  sort (self);
  emit_changed (self);
}

/* The blocks of the session from one to another, or the lanes where both are of one block. */
static void
choose_between (SkBlockSelection *self,
                SkBlockPlace      from,
                SkBlockPlace      to)
{
  GPtrArray *blocks = sk_session_get_blocks (sk_session_editor_get_session (self->editor));
  guint first = MIN (from.position, to.position);
  guint last = MAX (from.position, to.position);

  if (first == last && from.lane >= 0 && to.lane >= 0)
    {
      blocks = sk_block_get_lanes (g_ptr_array_index (blocks, first));
      first = (guint) MIN (from.lane, to.lane);
      last = (guint) MAX (from.lane, to.lane);
    }

  for (guint i = first; i <= last; i++)
    add (self, sk_block_get_id (g_ptr_array_index (blocks, i)));
}

/**
 * sk_block_selection_extend:
 * @id: a block of the session
 *
 * Goes to a block, and chooses all from where the choice began until there.
 */
void
sk_block_selection_extend (SkBlockSelection *self,
                           const char       *id)
{
  SkSession *session;
  SkBlockPlace from;
  SkBlockPlace to;

  g_return_if_fail (SK_IS_BLOCK_SELECTION (self));
  g_return_if_fail (id != NULL);

  session = sk_session_editor_get_session (self->editor);
  if (sk_session_find_block (session, id, &to) == NULL)
    return;
  if (self->anchor == NULL)
    self->anchor = g_strdup (self->cursor != NULL ? self->cursor : id);
  sk_session_find_block (session, self->anchor, &from);

  g_set_str (&self->cursor, id);
  empty (self);
  choose_between (self, from, to);
  emit_changed (self);
}

/**
 * sk_block_selection_choose_all:
 *
 * Chooses every block, each group of lanes as one.
 */
void
sk_block_selection_choose_all (SkBlockSelection *self)
{
  GPtrArray *blocks;

  g_return_if_fail (SK_IS_BLOCK_SELECTION (self));

  blocks = sk_session_get_blocks (sk_session_editor_get_session (self->editor));
  empty (self);
  for (guint i = 0; i < blocks->len; i++)
    add (self, sk_block_get_id (g_ptr_array_index (blocks, i)));
  if (self->cursor == NULL && blocks->len > 0)
    self->cursor = g_strdup (g_ptr_array_index (self->ids, 0));
  emit_changed (self);
}

/**
 * sk_block_selection_clear:
 *
 * Chooses nothing, and is nowhere.
 */
void
sk_block_selection_clear (SkBlockSelection *self)
{
  g_return_if_fail (SK_IS_BLOCK_SELECTION (self));

  if (self->ids->len == 0 && self->cursor == NULL)
    return;

  empty (self);
  forget (&self->cursor);
  forget (&self->anchor);
  emit_changed (self);
}
