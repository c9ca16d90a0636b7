/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "session/sk-session-commands.h"
#include "sk-ctl-print.h"
#include "sk-ctl-session-options.h"

/* How long a block of one's own is until somebody says so. */
#define OWN_MINUTES 10

/* Where the block goes: at a position, beside a block, or at the end. */
typedef struct
{
  const SkCtlCommand *command;
  char *own;
  char *at;
  char *beside;
} Addition;

static SkBlock *
make_own (const Addition *addition,
          SkCtlStatus    *status)
{
  SkBlockKind kind;
  g_autofree char *message = NULL;

  if (sk_block_kind_parse (addition->own, &kind) && kind != SK_BLOCK_TOOL &&
      kind != SK_BLOCK_GROUPS)
    return sk_block_new_own (kind, NULL, OWN_MINUTES);

  message = g_strdup (_("--own takes welcome, talk, do, play, break, debrief, or help; groups are "
                         "made with --beside"));
  *status = sk_ctl_misuse (addition->command, message);
  return NULL;
}

static SkBlock *
make_tool (SkCtl       *ctl,
           SkSession   *session,
           const char  *id,
           SkCtlStatus *status)
{
  g_autofree char *text = sk_ctl_to_utf8 (id);
  g_autofree char *message = NULL;
  g_autoptr (SkResource) resource = NULL;
  SkIndex *index;
  guint32 record;

  if (!sk_ctl_open (ctl, SK_CATALOGUE_CHECKED, status))
    return NULL;

  index = sk_catalogue_get_index (ctl->catalogue);
  if (!sk_index_find (index, text, &record))
    {
      message = g_strdup_printf (_("there is no tool with the id “%s”: “sidekickctl search” "
                                    "shows the ids"),
                                 text);
      *status = sk_ctl_fail (message);
      return NULL;
    }

  resource = sk_index_dup_resource (index, record);
  return sk_block_new_tool (resource, sk_session_get_languages (session));
}

static SkBlock *
apply_options (const Addition            *addition,
               const SkCtlSessionOptions *options,
               SkBlock                   *begun,
               SkCtlStatus               *status)
{
  g_auto (SkBlockFields) fields;
  g_autoptr (GError) error = NULL;

  sk_block_copy_fields (begun, &fields);
  if (!sk_ctl_block_options_apply (options, &fields, &error))
    {
      *status = sk_ctl_misuse (addition->command, error->message);
      return NULL;
    }

  return sk_block_new (&fields);
}

static gboolean
put_beside (const Addition  *addition,
            SkSessionEditor *editor,
            SkBlock         *block,
            SkCtlStatus     *status)
{
  SkSession *session = sk_session_editor_get_session (editor);
  SkBlock *other = sk_ctl_session_find_block (addition->command, session, addition->beside, status);
  g_autofree char *message = NULL;

  if (other == NULL)
    return FALSE;

  if (!sk_session_group_block (editor, sk_block_get_id (other), block))
    {
      message = g_strdup_printf (_("nothing more fits beside block %s: groups are four at most"),
                                 addition->beside);
      *status = sk_ctl_fail (message);
      return FALSE;
    }

  return TRUE;
}

static gboolean
put_at (const Addition  *addition,
        SkSessionEditor *editor,
        SkBlock         *block,
        SkCtlStatus     *status)
{
  SkSession *session = sk_session_editor_get_session (editor);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  guint position = sk_session_get_n_blocks (session) + 1;

  if (addition->at != NULL && !sk_ctl_session_read_number (addition->at, position, &position))
    {
      *status =
        sk_ctl_misuse (addition->command, _("--at takes the number that the block is to have"));
      return FALSE;
    }

  g_ptr_array_add (blocks, block);
  return sk_session_insert_blocks (editor, position - 1, blocks);
}

static SkCtlStatus
add_block (SkCtl                     *ctl,
           const Addition            *addition,
           const SkCtlSessionOptions *options,
           const char                *path,
           const char                *id)
{
  g_auto (SkCtlSession) session = {0};
  g_autoptr (SkSessionEditor) editor = NULL;
  g_autoptr (SkBlock) begun = NULL;
  g_autoptr (SkBlock) block = NULL;
  SkCtlStatus status;

  if (!sk_ctl_session_read_to_change (&session, path, &status))
    return status;

  begun = addition->own != NULL ? make_own (addition, &status)
                                : make_tool (ctl, session.session, id, &status);
  if (begun == NULL)
    return status;

  block = apply_options (addition, options, begun, &status);
  if (block == NULL)
    return status;

  editor = sk_session_editor_new (session.session);
  if (addition->beside != NULL ? !put_beside (addition, editor, block, &status)
                               : !put_at (addition, editor, block, &status))
    return status;

  return sk_ctl_session_save (&session, ctl, sk_session_editor_get_session (editor));
}

/**
 * sk_ctl_session_add:
 *
 * `session add FILE RESOURCE-ID`, `session add FILE --own KIND`: adds a block.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_session_add (SkCtl              *ctl,
                    const SkCtlCommand *command,
                    GStrv               arguments)
{
  g_auto (SkCtlSessionOptions) options = {0};
  g_auto (GStrv) words = NULL;
  g_autofree char *own = NULL;
  g_autofree char *at = NULL;
  g_autofree char *beside = NULL;
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  const GOptionEntry places[] = {
    {"own", 0, 0, G_OPTION_ARG_FILENAME, &own,
     N_("A block of one’s own: welcome, talk, do, play, break, debrief, or help"), N_("KIND")},
    {"at", 0, 0, G_OPTION_ARG_FILENAME, &at, N_("The number that it is to have"), N_("POSITION")},
    {"beside", 0, 0, G_OPTION_ARG_FILENAME, &beside,
     N_("Side by side with that block, for another group"), N_("BLOCK")},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL},
  };
  Addition addition = {command};
  guint n_words;
  SkCtlStatus status;

  sk_ctl_session_options_add_entries (&options, SK_CTL_OF_BLOCK, entries);
  g_array_append_vals (entries, places, G_N_ELEMENTS (places));
  if (!sk_ctl_parse (ctl, command, arguments, (const GOptionEntry *) entries->data, &status))
    return status;

  n_words = words != NULL ? g_strv_length (words) : 0;
  if (n_words != (own != NULL ? 1 : 2))
    return sk_ctl_misuse (command, _("say a file, and either the id of a tool or --own"));
  if (at != NULL && beside != NULL)
    return sk_ctl_misuse (command, _("say either --at or --beside"));

  addition.own = own;
  addition.at = at;
  addition.beside = beside;
  return add_block (ctl, &addition, &options, words[0], words[1]);
}
