/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "session/sk-handoff.h"
#include "sk-ctl-print.h"
#include "sk-ctl-session.h"

/**
 * sk_ctl_session_link:
 *
 * `session link FILE`: prints a link that holds the plan.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_session_link (SkCtl              *ctl,
                     const SkCtlCommand *command,
                     GStrv               arguments)
{
  g_auto (SkCtlSession) session = {0};
  g_auto (GStrv) words = NULL;
  g_autofree char *link = NULL;
  const GOptionEntry entries[] = {
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL},
    {NULL},
  };
  SkCtlStatus status;

  if (!sk_ctl_parse (ctl, command, arguments, entries, &status))
    return status;

  if (words == NULL || words[1] != NULL)
    return sk_ctl_misuse (command, _("say one file"));

  if (!sk_ctl_session_read (&session, words[0], &status))
    return status;

  link = sk_handoff_write (session.session);
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sk_ctl_add_string (builder, "link", link);
      json_builder_end_object (builder);
      sk_ctl_print_json (builder);
    }
  else
    {
      g_print ("%s\n", link);
    }

  return SK_CTL_DONE;
}
