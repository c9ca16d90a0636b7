/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "sk-ctl-session-options.h"

static gboolean
check_scope (const SkCtlCommand        *command,
             const SkCtlSessionOptions *options,
             SkCtlOptionScope           others,
             SkCtlStatus               *status)
{
  const char *name;
  g_autofree char *message = NULL;

  if (!sk_ctl_session_options_has (options, others, &name))
    return TRUE;

  message = others == SK_CTL_OF_BLOCK
              ? g_strdup_printf (_("--%s is of a block: say which"), name)
              : g_strdup_printf (_("--%s is of the session: leave the block out"), name);
  *status = sk_ctl_misuse (command, message);
  return FALSE;
}

static SkSession *
change_session (const SkCtlCommand        *command,
                const SkCtlSessionOptions *options,
                const SkCtlSession        *session,
                SkCtlStatus               *status)
{
  g_auto (SkSessionFields) fields;
  g_autoptr (GError) error = NULL;

  sk_session_copy_fields (session->session, &fields);
  if (!sk_ctl_session_options_apply (options, &fields, session->vocabularies, &error))
    {
      *status = sk_ctl_misuse (command, error->message);
      return NULL;
    }

  return sk_session_new (&fields);
}

/* The lanes of a group take its minutes and its lock, so that these are set on the whole. */
static gboolean
is_lane_of_whole (const SkCtlSessionOptions *options,
                  SkSession                 *session,
                  SkBlock                   *block)
{
  SkBlockPlace place;

  sk_session_find_block (session, sk_block_get_id (block), &place);
  return place.lane >= 0 && (options->values[SK_CTL_OPTION_MINUTES] != NULL ||
                             options->values[SK_CTL_OPTION_LOCK] != NULL);
}

static SkSession *
change_block (const SkCtlCommand        *command,
              const SkCtlSessionOptions *options,
              SkSession                 *session,
              const char                *number,
              SkCtlStatus               *status)
{
  SkBlock *block = sk_ctl_session_find_block (command, session, number, status);
  g_auto (SkBlockFields) fields;
  g_autoptr (SkBlock) changed = NULL;
  g_autoptr (GError) error = NULL;

  sk_block_fields_init (&fields);
  if (block == NULL)
    return NULL;

  if (is_lane_of_whole (options, session, block))
    {
      *status = sk_ctl_misuse (command, _("groups side by side last as long as their block: set "
                                           "--minutes and --lock on that"));
      return NULL;
    }

  sk_block_copy_fields (block, &fields);
  if (!sk_ctl_block_options_apply (options, &fields, &error))
    {
      *status = sk_ctl_misuse (command, error->message);
      return NULL;
    }

  changed = sk_block_new (&fields);
  return sk_session_with_block (session, changed);
}

/**
 * sk_ctl_session_set:
 *
 * `session set FILE [BLOCK]`: changes what is said of a session, or of a block.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_session_set (SkCtl              *ctl,
                    const SkCtlCommand *command,
                    GStrv               arguments)
{
  g_auto (SkCtlSessionOptions) options = {0};
  g_auto (SkCtlSession) session = {0};
  g_auto (GStrv) words = NULL;
  g_autoptr (SkSession) changed = NULL;
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  const GOptionEntry rest = {
    G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL,
  };
  guint n_words;
  SkCtlStatus status;

  sk_ctl_session_options_add_entries (&options, SK_CTL_OF_SESSION | SK_CTL_OF_BLOCK, entries);
  g_array_append_val (entries, rest);
  if (!sk_ctl_parse (ctl, command, arguments, (const GOptionEntry *) entries->data, &status))
    return status;

  n_words = words != NULL ? g_strv_length (words) : 0;
  if (n_words < 1 || n_words > 2)
    return sk_ctl_misuse (command, _("say a file, and a block where one is meant"));
  if (!check_scope (command, &options, n_words == 1 ? SK_CTL_OF_BLOCK : SK_CTL_OF_SESSION, &status))
    return status;

  if (!sk_ctl_session_read_to_change (&session, words[0], &status))
    return status;

  changed = n_words == 1 ? change_session (command, &options, &session, &status)
                         : change_block (command, &options, session.session, words[1], &status);
  return changed != NULL ? sk_ctl_session_save (&session, ctl, changed) : status;
}
