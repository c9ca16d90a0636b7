/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-commands.h"

#include <glib/gi18n.h>

#include "sk-block-words.h"

/* Applies another state of a block. With @key, changes of the same that follow are one step. */
static gboolean
apply_fields (SkSessionEditor *editor,
              SkBlockFields   *fields,
              const char      *name,
              const char      *key)
{
  g_autofree char *merge = key != NULL ? g_strconcat (key, ":", fields->id, NULL) : NULL;
  g_autoptr (SkBlock) block = sk_block_new (fields);
  g_autoptr (SkSession) session =
    sk_session_with_block (sk_session_editor_get_session (editor), block);

  return sk_session_editor_apply (editor, session, name, merge);
}

/* The block of that id, and what it is made from. */
static SkBlock *
begin (SkSessionEditor *editor,
       const char      *id,
       SkBlockFields   *fields)
{
  SkBlock *block = sk_session_find_block (sk_session_editor_get_session (editor), id, NULL);

  if (block != NULL)
    sk_block_copy_fields (block, fields);

  return block;
}

/* The block whose length a lane has. */
static SkBlock *
find_timed (SkSession  *session,
            const char *id)
{
  SkBlockPlace place;

  return sk_session_find_block (session, id, &place) != NULL
           ? sk_session_get_block (session, place.position)
           : NULL;
}

/**
 * sk_session_set_block_title:
 * @editor: an editor
 * @id: the id of a block or a lane
 * @title: its title from now on
 *
 * Renames a block. Until the step is sealed, what is typed is one step.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_set_block_title (SkSessionEditor *editor,
                            const char      *id,
                            const char      *title)
{
  g_auto (SkBlockFields) fields;
  g_autofree char *name = NULL;
  SkBlock *block;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  block = begin (editor, id, &fields);
  if (block == NULL)
    return FALSE;

  g_set_str (&fields.title, title);
  name = g_strdup_printf (_("Renaming of “%s”"), sk_block_words_title (block));
  return apply_fields (editor, &fields, name, "title");
}

/**
 * sk_session_set_minutes:
 * @editor: an editor
 * @id: the id of a block or a lane
 * @minutes: how long it lasts from now on; clamped to what a block may last
 *
 * Makes a block longer or shorter; with a lane, its groups. The length is no guess any more.
 * Until the step is sealed, such changes of the same block are one step.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_set_minutes (SkSessionEditor *editor,
                        const char      *id,
                        guint            minutes)
{
  g_auto (SkBlockFields) fields;
  g_autofree char *name = NULL;
  SkBlock *block;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  block = find_timed (sk_session_editor_get_session (editor), id);
  if (block == NULL)
    return FALSE;

  sk_block_copy_fields (block, &fields);
  fields.minutes = minutes;
  fields.minutes_guessed = FALSE;
  name = g_strdup_printf (_("Change of the length of “%s”"), sk_block_words_title (block));
  return apply_fields (editor, &fields, name, "minutes");
}

/**
 * sk_session_set_minutes_min:
 * @editor: an editor
 * @id: the id of a block or a lane
 * @minutes: its shortest sensible length from now on; 0: not stated
 *
 * Says how short a block may be; with a lane, its groups. Until the step is sealed, such changes of
 * the same block are one step.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_set_minutes_min (SkSessionEditor *editor,
                            const char      *id,
                            guint            minutes)
{
  g_auto (SkBlockFields) fields;
  g_autofree char *name = NULL;
  SkBlock *block;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  block = find_timed (sk_session_editor_get_session (editor), id);
  if (block == NULL)
    return FALSE;

  sk_block_copy_fields (block, &fields);
  fields.minutes_min = minutes;
  name =
    g_strdup_printf (_("Change of the shortest length of “%s”"), sk_block_words_title (block));
  return apply_fields (editor, &fields, name, "minutes-min");
}

static SkSession *
with_more_minutes (SkSession *session,
                   SkBlock   *block,
                   int        minutes)
{
  g_auto (SkBlockFields) fields;
  g_autoptr (SkBlock) changed = NULL;

  sk_block_copy_fields (block, &fields);
  fields.minutes = (guint) CLAMP ((gint64) fields.minutes + minutes, 1, SK_BLOCK_MAX_MINUTES);
  fields.minutes_guessed = fields.minutes_guessed && minutes == 0;
  changed = sk_block_new (&fields);
  return sk_session_with_block (session, changed);
}

/**
 * sk_session_add_minutes:
 * @editor: an editor
 * @ids: the ids of blocks and lanes; others are ignored
 * @minutes: how much longer they last from now on; below zero: shorter
 *
 * Makes blocks longer or shorter, each once: groups of which two lanes are named too. Until the
 * step is sealed, such changes of the same blocks are one step.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_add_minutes (SkSessionEditor    *editor,
                        const char * const *ids,
                        int                 minutes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SkSession) session = NULL;
  g_autofree char *merge = NULL;
  g_autofree char *name = NULL;
  g_autofree char *names = NULL;
  SkSession *before;
  SkBlock *last = NULL;

  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  before = sk_session_editor_get_session (editor);
  session = g_object_ref (before);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      SkBlock *block = find_timed (before, ids[i]);
      SkSession *next;

      if (block == NULL || !g_hash_table_add (seen, (gpointer) sk_block_get_id (block)))
        continue;

      last = block;
      next = with_more_minutes (session, block, minutes);
      g_object_unref (session);
      session = next;
    }
  if (last == NULL)
    return FALSE;

  names = g_strjoinv (" ", (GStrv) ids);
  merge = g_strconcat ("minutes:", names, NULL);
  name =
    g_hash_table_size (seen) == 1
      ? g_strdup_printf (_("Change of the length of “%s”"), sk_block_words_title (last))
      : g_strdup_printf (ngettext ("Change of the length of %u block",
                                   "Change of the length of %u blocks", g_hash_table_size (seen)),
                         g_hash_table_size (seen));
  return sk_session_editor_apply (editor, session, name, merge);
}

/**
 * sk_session_set_lock:
 * @editor: an editor
 * @id: the id of a block or a lane
 * @lock: the minute of the day at which it begins, or %SK_BLOCK_UNLOCKED
 *
 * Locks a block to a clock time, or unlocks it; with a lane, its groups.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_set_lock (SkSessionEditor *editor,
                     const char      *id,
                     int              lock)
{
  g_auto (SkBlockFields) fields;
  g_autofree char *name = NULL;
  SkBlock *block;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  block = find_timed (sk_session_editor_get_session (editor), id);
  if (block == NULL)
    return FALSE;

  sk_block_copy_fields (block, &fields);
  fields.lock = lock;
  name = lock == SK_BLOCK_UNLOCKED
           ? g_strdup_printf (_("Unlocking of “%s”"), sk_block_words_title (block))
           : g_strdup_printf (_("Fixed start of “%s”"), sk_block_words_title (block));
  return apply_fields (editor, &fields, name, "lock");
}

/**
 * sk_session_set_skippable:
 * @editor: an editor
 * @id: the id of a block or a lane
 * @skippable: whether a session that is late may leave it out
 *
 * Says whether a block may be left out.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_set_skippable (SkSessionEditor *editor,
                          const char      *id,
                          gboolean         skippable)
{
  g_auto (SkBlockFields) fields;
  g_autofree char *name = NULL;
  SkBlock *block;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  block = begin (editor, id, &fields);
  if (block == NULL)
    return FALSE;

  fields.skippable = skippable;
  name = g_strdup_printf (_("Change of “%s”"), sk_block_words_title (block));
  return apply_fields (editor, &fields, name, NULL);
}

/**
 * sk_session_set_activity:
 * @editor: an editor
 * @id: the id of a block or a lane
 * @activity: what the group does in it
 *
 * Says what the group does in a block.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_set_activity (SkSessionEditor *editor,
                         const char      *id,
                         SkActivity       activity)
{
  g_auto (SkBlockFields) fields;
  g_autofree char *name = NULL;
  SkBlock *block;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  block = begin (editor, id, &fields);
  if (block == NULL)
    return FALSE;

  fields.activity = activity;
  name = g_strdup_printf (_("Change of the activity of “%s”"), sk_block_words_title (block));
  return apply_fields (editor, &fields, name, NULL);
}

/**
 * sk_session_set_goal:
 * @editor: an editor
 * @id: the id of a block or a lane
 * @goal: (nullable): what it is for, as sheets say it
 *
 * Says what a block is for. Until the step is sealed, what is typed is one step.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_set_goal (SkSessionEditor *editor,
                     const char      *id,
                     const char      *goal)
{
  g_auto (SkBlockFields) fields;
  g_autofree char *name = NULL;
  SkBlock *block;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  block = begin (editor, id, &fields);
  if (block == NULL)
    return FALSE;

  g_set_str (&fields.goal, goal);
  name = g_strdup_printf (_("Change of the goal of “%s”"), sk_block_words_title (block));
  return apply_fields (editor, &fields, name, "goal");
}

/**
 * sk_session_set_note:
 * @editor: an editor
 * @id: the id of a block or a lane
 * @note: (nullable): what the leader alone reads
 *
 * Writes the private note of a block. Until the step is sealed, what is typed is one step.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_set_note (SkSessionEditor *editor,
                     const char      *id,
                     const char      *note)
{
  g_auto (SkBlockFields) fields;
  g_autofree char *name = NULL;
  SkBlock *block;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  block = begin (editor, id, &fields);
  if (block == NULL)
    return FALSE;

  g_set_str (&fields.note, note);
  name = g_strdup_printf (_("Change of the note of “%s”"), sk_block_words_title (block));
  return apply_fields (editor, &fields, name, "note");
}

/**
 * sk_session_set_materials:
 * @editor: an editor
 * @id: the id of a block or a lane
 * @materials: (nullable): what to put ready, a line each
 *
 * Lists what a block needs on the table. Until the step is sealed, what is typed is one step.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_set_materials (SkSessionEditor    *editor,
                          const char         *id,
                          const char * const *materials)
{
  g_auto (SkBlockFields) fields;
  g_autofree char *name = NULL;
  SkBlock *block;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  block = begin (editor, id, &fields);
  if (block == NULL)
    return FALSE;

  g_strfreev (fields.materials);
  fields.materials = g_strdupv ((GStrv) materials);
  name = g_strdup_printf (_("Change of the materials of “%s”"), sk_block_words_title (block));
  return apply_fields (editor, &fields, name, "materials");
}
