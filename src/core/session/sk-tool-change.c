/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-tool-change.h"

#include <glib/gi18n.h>

#include "sk-block-guess.h"
#include "sk-block-words.h"
#include "sk-session-commands.h"

struct _SkToolChange
{
  GObject parent_instance;

  SkResource *pinned;
  SkResource *newer;          /* NULL: withdrawn */
  char *pinned_hash;
  char *answer;               /* what a block keeps in mind once mine was kept */
  GPtrArray *sessions;        /* SkSession */
};

G_DEFINE_FINAL_TYPE (SkToolChange, sk_tool_change, G_TYPE_OBJECT)

static void
sk_tool_change_finalize (GObject *object)
{
  SkToolChange *self = SK_TOOL_CHANGE (object);

  g_clear_object (&self->pinned);
  g_clear_object (&self->newer);
  g_clear_pointer (&self->pinned_hash, g_free);
  g_clear_pointer (&self->answer, g_free);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);

  G_OBJECT_CLASS (sk_tool_change_parent_class)->finalize (object);
}

static void
sk_tool_change_class_init (SkToolChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_tool_change_finalize;
}

static void
sk_tool_change_init (SkToolChange *self)
{
  self->sessions = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * sk_tool_change_new:
 * @pinned: the version that sessions have
 * @newer: (nullable): that of the catalogue, %NULL where the tool was withdrawn
 *
 * Returns: (transfer full): a change that concerns no session yet
 */
SkToolChange *
sk_tool_change_new (SkResource *pinned,
                    SkResource *newer)
{
  SkToolChange *self;

  g_return_val_if_fail (SK_IS_RESOURCE (pinned), NULL);
  g_return_val_if_fail (newer == NULL || SK_IS_RESOURCE (newer), NULL);

  self = g_object_new (SK_TYPE_TOOL_CHANGE, NULL);
  self->pinned = g_object_ref (pinned);
  self->pinned_hash = sk_tool_hash_facts (pinned);
  self->newer = newer != NULL ? g_object_ref (newer) : NULL;
  self->answer = newer != NULL ? sk_tool_hash_facts (newer) : g_strdup (self->pinned_hash);
  return self;
}

/**
 * sk_tool_change_add:
 * @self: a change, before it is shared
 * @session: a session that it concerns
 *
 * Adds a session, each once.
 */
void
sk_tool_change_add (SkToolChange *self,
                    SkSession    *session)
{
  g_return_if_fail (SK_IS_TOOL_CHANGE (self));
  g_return_if_fail (SK_IS_SESSION (session));

  if (!g_ptr_array_find (self->sessions, session, NULL))
    g_ptr_array_add (self->sessions, g_object_ref (session));
}

/**
 * sk_tool_change_without:
 * @self: a change
 * @session_ids: (element-type utf8 utf8): the ids of sessions that are done with, a set
 *
 * Returns: (transfer full) (nullable): the change for the other sessions; %NULL where there are
 *   none
 */
SkToolChange *
sk_tool_change_without (SkToolChange *self,
                        GHashTable   *session_ids)
{
  g_autoptr (SkToolChange) rest = NULL;

  g_return_val_if_fail (SK_IS_TOOL_CHANGE (self), NULL);
  g_return_val_if_fail (session_ids != NULL, NULL);

  rest = sk_tool_change_new (self->pinned, self->newer);
  for (guint i = 0; i < self->sessions->len; i++)
    {
      SkSession *session = g_ptr_array_index (self->sessions, i);

      if (!g_hash_table_contains (session_ids, sk_session_get_id (session)))
        sk_tool_change_add (rest, session);
    }

  return rest->sessions->len > 0 ? g_steal_pointer (&rest) : NULL;
}

/**
 * sk_tool_change_get_pinned:
 * @self: a change
 *
 * Returns: (transfer none): the tool as the sessions have it
 */
SkResource *
sk_tool_change_get_pinned (SkToolChange *self)
{
  g_return_val_if_fail (SK_IS_TOOL_CHANGE (self), NULL);

  return self->pinned;
}

/**
 * sk_tool_change_get_newer:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the tool as the catalogue has it; %NULL where it was
 *   withdrawn
 */
SkResource *
sk_tool_change_get_newer (SkToolChange *self)
{
  g_return_val_if_fail (SK_IS_TOOL_CHANGE (self), NULL);

  return self->newer;
}

/**
 * sk_tool_change_get_sessions:
 * @self: a change
 *
 * Returns: (transfer none) (element-type SkSession): those that it concerns, as they were when it
 *   was found
 */
GPtrArray *
sk_tool_change_get_sessions (SkToolChange *self)
{
  g_return_val_if_fail (SK_IS_TOOL_CHANGE (self), NULL);

  return self->sessions;
}

static gboolean
has_pinned (SkToolChange *self,
            SkBlock      *block)
{
  SkResource *resource = sk_block_get_resource (block);
  g_autofree char *hash = NULL;

  if (resource == NULL ||
      !g_str_equal (sk_resource_get_id (resource), sk_resource_get_id (self->pinned)))
    return FALSE;

  hash = sk_tool_hash_facts (resource);
  return g_str_equal (hash, self->pinned_hash);
}

/**
 * sk_tool_change_is_answered:
 * @self: a change
 * @block: a block that pinned the tool
 *
 * Returns: whether a person has answered it for that block: keep mine
 */
gboolean
sk_tool_change_is_answered (SkToolChange *self,
                            SkBlock      *block)
{
  g_return_val_if_fail (SK_IS_TOOL_CHANGE (self), FALSE);
  g_return_val_if_fail (SK_IS_BLOCK (block), FALSE);

  return g_strcmp0 (sk_block_get_kept (block), self->answer) == 0;
}

/* The blocks and lanes that pinned that version of the tool. */
static GPtrArray *
list_blocks (SkToolChange *self,
             SkSession    *session)
{
  g_autoptr (GPtrArray) tools = sk_session_list_tools (session);
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tools->len; i++)
    if (has_pinned (self, g_ptr_array_index (tools, i)))
      g_ptr_array_add (blocks, g_object_ref (g_ptr_array_index (tools, i)));

  return blocks;
}

/**
 * sk_tool_change_find_block:
 * @self: a change
 * @session: a session that it concerns
 *
 * Returns: (transfer none) (nullable): the first of its blocks that pinned that version of the
 *   tool
 */
SkBlock *
sk_tool_change_find_block (SkToolChange *self,
                           SkSession    *session)
{
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_val_if_fail (SK_IS_TOOL_CHANGE (self), NULL);
  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  blocks = list_blocks (self, session);
  return blocks->len > 0
           ? sk_session_find_block (session, sk_block_get_id (g_ptr_array_index (blocks, 0)), NULL)
           : NULL;
}

/* The newer name in the language in which the block has the old one; %NULL for a title of the
 * person's own. */
static const char *
find_title (SkToolChange *self,
            SkSession    *session,
            SkBlock      *block)
{
  SkLangString *name = sk_resource_get_name (self->pinned);

  for (guint i = 0; i < sk_lang_string_get_size (name); i++)
    {
      const char *language;
      const char *text = sk_lang_string_get_nth (name, i, &language);
      const char *same;

      if (g_strcmp0 (text, sk_block_get_title (block)) != 0)
        continue;

      same = sk_lang_string_find (sk_resource_get_name (self->newer), language);
      return same != NULL
               ? same
               : sk_resource_pick_name (self->newer, sk_session_get_languages (session), NULL);
    }

  return NULL;
}

static void
renew_minutes (SkToolChange  *self,
               SkBlockFields *fields)
{
  if (fields->minutes_min == sk_resource_get_minutes_min (self->pinned))
    fields->minutes_min = sk_resource_get_minutes_min (self->newer);

  if (!fields->minutes_guessed)
    return;

  fields->minutes_guessed = sk_resource_get_minutes (self->newer) == 0;
  fields->minutes = fields->minutes_guessed ? sk_block_guess_minutes (self->newer)
                                            : sk_resource_get_minutes (self->newer);
}

static void
renew_materials (SkToolChange  *self,
                 SkBlockFields *fields)
{
  g_auto (GStrv) before = sk_block_list_materials (self->pinned);
  static const char * const nothing[] = {NULL};
  const char * const *now =
    fields->materials != NULL ? (const char * const *) fields->materials : nothing;

  if (!g_strv_equal ((const char * const *) before, now))
    return;

  g_strfreev (fields->materials);
  fields->materials = sk_block_list_materials (self->newer);
}

/**
 * sk_tool_change_renew:
 * @self: a change of a tool that is still there
 * @session: a session that it concerns
 * @block: a block of it that pinned the tool
 *
 * Pins the newer version in place of the one that the block has. What the person made of it stays:
 * goal, note and minutes, and the title and the materials where they are not the tool's own. A
 * length that was our guess gives way to what the publisher now says.
 *
 * Returns: (transfer full): the block with the newer version
 */
SkBlock *
sk_tool_change_renew (SkToolChange *self,
                      SkSession    *session,
                      SkBlock      *block)
{
  g_auto (SkBlockFields) fields;
  const char *title;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (SK_IS_TOOL_CHANGE (self), NULL);
  g_return_val_if_fail (self->newer != NULL, NULL);
  g_return_val_if_fail (SK_IS_SESSION (session), NULL);
  g_return_val_if_fail (SK_IS_BLOCK (block), NULL);

  sk_block_copy_fields (block, &fields);
  title = find_title (self, session, block);
  if (title != NULL)
    g_set_str (&fields.title, title);
  renew_minutes (self, &fields);
  renew_materials (self, &fields);
  g_set_object (&fields.resource, self->newer);
  g_clear_pointer (&fields.snapshot, g_free);
  g_clear_pointer (&fields.kept, g_free);
  fields.withdrawn = FALSE;
  return sk_block_new (&fields);
}

static SkBlock *
mark_kept (SkToolChange *self,
           SkSession    *session,
           SkBlock      *block)
{
  g_auto (SkBlockFields) fields;

  sk_block_copy_fields (block, &fields);
  g_set_str (&fields.kept, self->answer);
  return sk_block_new (&fields);
}

/* What @answer makes of each block that the change concerns, as one step. */
static gboolean
apply (SkToolChange *self,
       SkSessionEditor *editor,
       SkBlock *(*answer) (SkToolChange *, SkSession *, SkBlock *),
       const char *name)
{
  g_autoptr (SkSession) session = g_object_ref (sk_session_editor_get_session (editor));
  g_autoptr (GPtrArray) blocks = list_blocks (self, session);

  for (guint i = 0; i < blocks->len; i++)
    {
      g_autoptr (SkBlock) block = answer (self, session, g_ptr_array_index (blocks, i));
      SkSession *next = sk_session_with_block (session, block);

      g_object_unref (session);
      session = next;
    }

  return sk_session_editor_apply (editor, session, name, NULL);
}

static const char *
get_title (SkToolChange    *self,
           SkSessionEditor *editor)
{
  SkSession *session = sk_session_editor_get_session (editor);
  SkBlock *block = sk_tool_change_find_block (self, session);

  return block != NULL
           ? sk_block_words_title (block)
           : sk_resource_pick_name (self->pinned, sk_session_get_languages (session), NULL);
}

/**
 * sk_tool_change_keep:
 * @self: a change
 * @editor: of a session that it concerns
 *
 * Keeps the tool as the session has it. It is not asked again, until it changes anew.
 *
 * Returns: whether something changed
 */
gboolean
sk_tool_change_keep (SkToolChange    *self,
                     SkSessionEditor *editor)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (SK_IS_TOOL_CHANGE (self), FALSE);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  name = g_strdup_printf (_("Keeping of “%s” as it was"), get_title (self, editor));
  return apply (self, editor, mark_kept, name);
}

/**
 * sk_tool_change_take:
 * @self: a change of a tool that is still there
 * @editor: of a session that it concerns
 *
 * Takes over the newer version, as [method@ToolChange.renew] says.
 *
 * Returns: whether something changed
 */
gboolean
sk_tool_change_take (SkToolChange    *self,
                     SkSessionEditor *editor)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (SK_IS_TOOL_CHANGE (self), FALSE);
  g_return_val_if_fail (self->newer != NULL, FALSE);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  name = g_strdup_printf (_("New version of “%s”"), get_title (self, editor));
  return apply (self, editor, sk_tool_change_renew, name);
}

/**
 * sk_tool_change_remove:
 * @self: a change
 * @editor: of a session that it concerns
 *
 * Removes the tool from the session.
 *
 * Returns: whether something changed
 */
gboolean
sk_tool_change_remove (SkToolChange    *self,
                       SkSessionEditor *editor)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (SK_IS_TOOL_CHANGE (self), FALSE);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  blocks = list_blocks (self, sk_session_editor_get_session (editor));
  ids = g_ptr_array_new_null_terminated (blocks->len, NULL, TRUE);
  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add (ids, (gpointer) sk_block_get_id (g_ptr_array_index (blocks, i)));

  return blocks->len > 0 && sk_session_remove_blocks (editor, (const char * const *) ids->pdata);
}
