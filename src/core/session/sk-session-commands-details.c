/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-commands.h"

#include <glib/gi18n.h>

/* What is no detail of a session stays what it is. */
static void
take_rest (SkSessionFields *details,
           SkSession       *session)
{
  g_auto (SkSessionFields) rest;

  sk_session_copy_fields (session, &rest);
  g_clear_pointer (&details->blocks, g_ptr_array_unref);
  g_clear_pointer (&details->edits, g_hash_table_unref);
  g_clear_pointer (&details->more, json_object_unref);
  g_set_str (&details->id, rest.id);
  details->archived = rest.archived;
  details->modified = rest.modified;
  details->blocks = g_steal_pointer (&rest.blocks);
  details->edits = g_steal_pointer (&rest.edits);
  details->more = g_steal_pointer (&rest.more);
}

/**
 * sk_session_set_details:
 * @editor: an editor
 * @details: the session's fields, changed; emptied
 *
 * Changes what is said of the session as a whole: title, times, place, languages, group, setting,
 * room and aims. Its blocks and its past are left as they are, whatever @details says of them.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_set_details (SkSessionEditor *editor,
                        SkSessionFields *details)
{
  g_autoptr (SkSession) session = NULL;

  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);
  g_return_val_if_fail (details != NULL, FALSE);

  take_rest (details, sk_session_editor_get_session (editor));
  session = sk_session_new (details);
  return sk_session_editor_apply (editor, session, _("Change of the session’s details"), NULL);
}

/**
 * sk_session_set_title:
 * @editor: an editor
 * @title: the session's title from now on
 *
 * Renames the session. Until the step is sealed, what is typed is one step.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_set_title (SkSessionEditor *editor,
                      const char      *title)
{
  g_auto (SkSessionFields) fields;
  g_autoptr (SkSession) session = NULL;

  sk_session_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  sk_session_copy_fields (sk_session_editor_get_session (editor), &fields);
  g_set_str (&fields.title, title);
  session = sk_session_new (&fields);
  return sk_session_editor_apply (editor, session, _("Renaming of the session"), "title");
}

/**
 * sk_session_set_archived:
 * @editor: an editor
 * @archived: whether the session is put away
 *
 * Puts the session into the archive, or takes it out.
 *
 * Returns: whether something changed
 */
gboolean
sk_session_set_archived (SkSessionEditor *editor,
                         gboolean         archived)
{
  g_auto (SkSessionFields) fields;
  g_autoptr (SkSession) session = NULL;

  sk_session_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  sk_session_copy_fields (sk_session_editor_get_session (editor), &fields);
  fields.archived = archived;
  session = sk_session_new (&fields);
  return sk_session_editor_apply (editor, session,
                                  archived ? _("Archiving of the session")
                                           : _("Return from the archive"),
                                  NULL);
}
