/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ctl-session.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-ctl-print.h"

const SkCtlCommand sk_ctl_session_verbs[] = {
  {"session new", N_("FILE"), N_("Begin a session, empty, from a template or from a link"),
   sk_ctl_session_new},
  {"session add", N_("FILE RESOURCE-ID|--own KIND"),
   N_("Add a tool of the catalogue, or a block"), sk_ctl_session_add},
  {"session move", N_("FILE BLOCK POSITION"), N_("Move a block to another place"),
   sk_ctl_session_move},
  {"session set", N_("FILE [BLOCK]"), N_("Change the session, or one of its blocks"),
   sk_ctl_session_set},
  {"session remove", N_("FILE BLOCK"), N_("Take a block away"), sk_ctl_session_remove},
  {"session show", N_("FILE|LINK"), N_("Show a session with its times"), sk_ctl_session_show},
  {"session export", N_("FILE --to FORMAT -o OUT"), N_("Write a session for another program"),
   sk_ctl_session_export},
  {"session link", N_("FILE"), N_("Print a link that holds the session’s plan"),
   sk_ctl_session_link},
  {NULL},
};

/* The verb is the first word that is neither an option nor the folder of --data-dir. */
static const SkCtlCommand *
find_verb (GStrv        arguments,
           guint       *position,
           const char **word)
{
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      if (strcmp (arguments[i], "--data-dir") == 0 && arguments[i + 1] != NULL)
        i++;
      else if (arguments[i][0] != '-')
        {
          g_autofree char *name = g_strconcat ("session ", arguments[i], NULL);

          *position = i;
          *word = arguments[i];
          return sk_ctl_find_command_in (sk_ctl_session_verbs, name);
        }
    }

  return NULL;
}

static void
print_verbs (void)
{
  g_print (_("Usage:\n"
              "  sidekickctl [OPTION…] session VERB FILE [ARGUMENT…]\n"
              "\n"
              "Makes sessions: the hour with a group, as a file that the window opens too.\n"
              "\n"
              "Verbs (see “sidekickctl help session VERB”):\n"));

  for (const SkCtlCommand *verb = sk_ctl_session_verbs; verb->name != NULL; verb++)
    {
      g_autofree char *usage = NULL;

      usage = g_strdup_printf ("%s %s", verb->name + strlen ("session "), _(verb->parameters));
      g_print ("  %-34s %s\n", usage, _(verb->summary));
    }

  g_print (_("\n"
              "Blocks are counted from 1; the second group beside others in block 3 is 3.2.\n"));
}

/**
 * sk_ctl_session:
 *
 * `session VERB …`: makes, changes, shows and exports sessions.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_session (SkCtl              *ctl,
                const SkCtlCommand *command,
                GStrv               arguments)
{
  const char *word = NULL;
  guint position = 0;
  const SkCtlCommand *verb = find_verb (arguments, &position, &word);
  const char * const *words = (const char * const *) arguments;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;
  g_autofree char *message = NULL;
  SkCtlStatus status;

  if (word == NULL && (g_strv_contains (words, "--help") || g_strv_contains (words, "-h")))
    {
      print_verbs ();
      return SK_CTL_DONE;
    }

  if (word == NULL)
    return sk_ctl_parse (ctl, command, arguments, NULL, &status)
             ? sk_ctl_misuse (command, _("say what to do with the session: new, add, move, set, "
                                          "remove, show, export or link"))
             : status;

  if (verb == NULL)
    {
      g_autofree char *shown = sk_ctl_to_utf8 (word);

      message = g_strdup_printf (_("“%s” is nothing that can be done with a session"), shown);
      return sk_ctl_misuse (command, message);
    }

  for (guint i = 0; arguments[i] != NULL; i++)
    if (i != position)
      g_strv_builder_add (builder, arguments[i]);
  rest = g_strv_builder_end (builder);

  return verb->run (ctl, verb, rest);
}
