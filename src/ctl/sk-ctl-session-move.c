/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "session/sk-session-commands.h"
#include "sk-ctl-session-options.h"

/* The words of a command line that takes nothing else. */
static gboolean
parse_words (SkCtl              *ctl,
             const SkCtlCommand *command,
             GStrv               arguments,
             guint               n_words,
             const char         *message,
             GStrv              *words,
             SkCtlStatus        *status)
{
  const GOptionEntry entries[] = {
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, words, NULL, NULL},
    {NULL},
  };

  if (!sk_ctl_parse (ctl, command, arguments, entries, status))
    return FALSE;

  if (*words == NULL || g_strv_length (*words) != n_words)
    {
      *status = sk_ctl_misuse (command, message);
      return FALSE;
    }

  return TRUE;
}

/**
 * sk_ctl_session_move:
 *
 * `session move FILE BLOCK POSITION`: gives a block another number. A lane becomes a block.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_session_move (SkCtl              *ctl,
                     const SkCtlCommand *command,
                     GStrv               arguments)
{
  g_auto (SkCtlSession) session = {0};
  g_auto (GStrv) words = NULL;
  g_autoptr (SkSessionEditor) editor = NULL;
  SkBlock *block;
  guint position;
  SkCtlStatus status;

  if (!parse_words (ctl, command, arguments, 3,
                    _("say a file, a block, and the number that it is to have"), &words, &status))
    return status;

  if (!sk_ctl_session_read_to_change (&session, words[0], &status))
    return status;

  block = sk_ctl_session_find_block (command, session.session, words[1], &status);
  if (block == NULL)
    return status;

  if (!sk_ctl_session_read_number (words[2], G_MAXINT, &position))
    return sk_ctl_misuse (command, _("a position is a number from 1"));

  if (position > sk_session_get_n_blocks (session.session) + 1)
    return sk_ctl_fail (_("there is no such position: the session has fewer blocks"));

  editor = sk_session_editor_new (session.session);
  sk_session_move_blocks (editor, (const char * const[]) {sk_block_get_id (block), NULL},
                          position - 1);
  return sk_ctl_session_save (&session, ctl, sk_session_editor_get_session (editor));
}

/**
 * sk_ctl_session_remove:
 *
 * `session remove FILE BLOCK`: takes a block away, or a lane.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_session_remove (SkCtl              *ctl,
                       const SkCtlCommand *command,
                       GStrv               arguments)
{
  g_auto (SkCtlSession) session = {0};
  g_auto (GStrv) words = NULL;
  g_autoptr (SkSessionEditor) editor = NULL;
  SkBlock *block;
  SkCtlStatus status;

  if (!parse_words (ctl, command, arguments, 2, _("say a file and a block"), &words, &status))
    return status;

  if (!sk_ctl_session_read_to_change (&session, words[0], &status))
    return status;

  block = sk_ctl_session_find_block (command, session.session, words[1], &status);
  if (block == NULL)
    return status;

  editor = sk_session_editor_new (session.session);
  sk_session_remove_blocks (editor, (const char * const[]) {sk_block_get_id (block), NULL});
  return sk_ctl_session_save (&session, ctl, sk_session_editor_get_session (editor));
}
