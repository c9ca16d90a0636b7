/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ctl.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "sidekick-config.h"
#include "sk-ctl-print.h"
#include "sk-ctl-session.h"

const SkCtlCommand sk_ctl_commands[] = {
  {"status", "", N_("Show how many tools there are and when they were last synced"),
   sk_ctl_status},
  {"sync", N_("[URL|FILE…]"), N_("Fetch the sources, or add one and fetch it"), sk_ctl_sync},
  {"sources", N_("[remove URL]"), N_("List the sources, or remove one"), sk_ctl_sources},
  {"search", N_("[TEXT…]"), N_("Find tools by text and filters"), sk_ctl_search},
  {"show", N_("ID"), N_("Show all that is known of one tool"), sk_ctl_show},
  {"compose", N_("--minutes N [OPTION…]"), N_("Propose sessions for a group, and say why"),
   sk_ctl_compose},
  {"session", N_("VERB FILE…"), N_("Make, change, show and export sessions"), sk_ctl_session,
   sk_ctl_session_verbs},
  {"user", N_("export|import FILE"), N_("Take what is yours elsewhere, or bring it here"),
   sk_ctl_user},
  {"dead-links", "", N_("List the links that you reported as dead, for their publishers"),
   sk_ctl_dead_links},
  {"validate", N_("FILE…"), N_("Check a feed and name its problems"), sk_ctl_validate},
  {"bench-query", N_("--queries FILE"), N_("Replay a log of queries, and time each"),
   sk_ctl_bench_query},
  {"help", N_("[COMMAND|json]"), N_("Explain a command, or the shape of its JSON"), sk_ctl_help},
  {NULL},
};

/**
 * sk_ctl_find_command_in:
 * @table: commands, ended by one without a name
 *
 * Returns: (nullable): the command of that name
 */
const SkCtlCommand *
sk_ctl_find_command_in (const SkCtlCommand *table,
                        const char         *name)
{
  for (const SkCtlCommand *command = table; command->name != NULL; command++)
    if (strcmp (command->name, name) == 0)
      return command;

  return NULL;
}

/**
 * sk_ctl_find_command:
 *
 * Returns: (nullable): the command of that name
 */
const SkCtlCommand *
sk_ctl_find_command (const char *name)
{
  return sk_ctl_find_command_in (sk_ctl_commands, name);
}

/**
 * sk_ctl_fail:
 * @message: what failed, why, and what to do
 *
 * Says on standard error, in one line, why the command failed.
 *
 * Returns: %SK_CTL_FAILED
 */
SkCtlStatus
sk_ctl_fail (const char *message)
{
  g_autofree char *line = sk_ctl_clean (message);

  g_printerr ("sidekickctl: %s\n", line);
  return SK_CTL_FAILED;
}

/**
 * sk_ctl_misuse:
 * @command: (nullable): the command that was misused
 * @message: what is wrong with the command line
 *
 * Says on standard error, in one line, what is wrong and where the right use is explained.
 *
 * Returns: %SK_CTL_USAGE
 */
SkCtlStatus
sk_ctl_misuse (const SkCtlCommand *command,
               const char         *message)
{
  g_autofree char *line = sk_ctl_clean (message);

  if (command != NULL)
    g_printerr (_("sidekickctl: %s (see “sidekickctl help %s”)\n"), line, command->name);
  else
    g_printerr (_("sidekickctl: %s (see “sidekickctl help”)\n"), line);

  return SK_CTL_USAGE;
}

static GOptionContext *
make_context (SkCtl              *ctl,
              const SkCtlCommand *command,
              const GOptionEntry *entries,
              gboolean           *help,
              gboolean           *version)
{
  const GOptionEntry global[] = {
    {"data-dir", 0, 0, G_OPTION_ARG_FILENAME, &ctl->data_dir,
     N_("Keep the catalogue in this folder"), N_("DIR")},
    {"no-starter", 0, 0, G_OPTION_ARG_NONE, &ctl->no_starter,
     N_("Do not load the built-in tools into an empty folder"), NULL},
    {"quiet", 'q', 0, G_OPTION_ARG_NONE, &ctl->quiet,
     N_("Show no progress and no remarks, only results and errors"), NULL},
    {"json", 0, 0, G_OPTION_ARG_NONE, &ctl->json, N_("Write JSON (see “help json”)"), NULL},
    {"help", 'h', 0, G_OPTION_ARG_NONE, help, N_("Show this help"), NULL},
    {"version", 0, 0, G_OPTION_ARG_NONE, version, N_("Show the version"), NULL},
    {NULL},
  };
  g_autofree char *usage = NULL;
  GOptionContext *context;

  usage = g_strstrip (g_strdup_printf ("%s %s", command->name,
                                       *command->parameters != '\0' ? _(command->parameters) : ""));
  context = g_option_context_new (usage);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, global, GETTEXT_PACKAGE);

  return context;
}

/**
 * sk_ctl_parse:
 * @command: the command that runs
 * @arguments: the whole command line but for the program's and the command's names
 * @entries: (nullable) (array zero-terminated=1): the command's own options. Texts are
 *   taken as file names, so that any bytes are accepted: see [func@ctl_to_utf8]
 * @status: (out): where this returns %FALSE, what to exit with
 *
 * Reads the options of the command and the global ones, wherever they stand.
 *
 * Returns: whether the command is to go on
 */
gboolean
sk_ctl_parse (SkCtl              *ctl,
              const SkCtlCommand *command,
              GStrv               arguments,
              const GOptionEntry *entries,
              SkCtlStatus        *status)
{
  gboolean help = FALSE;
  gboolean version = FALSE;
  g_autoptr (GOptionContext) context = make_context (ctl, command, entries, &help, &version);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) line = NULL;

  g_strv_builder_add (builder, "sidekickctl");
  g_strv_builder_addv (builder, (const char **) arguments);
  line = g_strv_builder_end (builder);

  if (!g_option_context_parse_strv (context, &line, &error))
    {
      *status = sk_ctl_misuse (command, error->message);
      return FALSE;
    }

  *status = SK_CTL_DONE;

  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", text);
      return FALSE;
    }

  if (version)
    {
      g_print ("sidekickctl %s\n", PACKAGE_VERSION);
      return FALSE;
    }

  if (ctl->data_dir != NULL && *ctl->data_dir == '\0')
    {
      *status = sk_ctl_misuse (command, _("--data-dir takes the name of a folder"));
      return FALSE;
    }

  if (line[1] != NULL)
    {
      g_autofree char *message = NULL;

      message = g_strdup_printf (_("“%s” is one word too many"), line[1]);
      *status = sk_ctl_misuse (command, message);
      return FALSE;
    }

  return TRUE;
}

static DexFuture *
note_done (DexFuture *future,
           gpointer   user_data)
{
  gboolean *done = user_data;

  *done = TRUE;
  return NULL;
}

/**
 * sk_ctl_await:
 * @future: work under way
 *
 * Runs the main context until the work is done.
 *
 * Returns: (nullable): what it resolved to, owned by @future; %NULL with the error set
 *   where it failed
 */
const GValue *
sk_ctl_await (DexFuture  *future,
              GError    **error)
{
  gboolean done = FALSE;
  g_autoptr (DexFuture) noted = NULL;

  noted = dex_future_finally (dex_ref (future), note_done, &done, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  return dex_future_get_value (future, error);
}

/**
 * sk_ctl_dup_data_dir:
 *
 * Returns: (transfer full): the data folder
 */
char *
sk_ctl_dup_data_dir (SkCtl *ctl)
{
  return ctl->data_dir != NULL ? g_strdup (ctl->data_dir) : sk_catalogue_dup_default_dir ();
}

/**
 * sk_ctl_open:
 * @flags: what of the catalogue is not needed
 * @status: (out): where this returns %FALSE, what to exit with
 *
 * Opens the catalogue in the data folder.
 *
 * Returns: whether there is a catalogue now
 */
gboolean
sk_ctl_open (SkCtl            *ctl,
             SkCatalogueFlags  flags,
             SkCtlStatus      *status)
{
  g_autofree char *data_dir = sk_ctl_dup_data_dir (ctl);
  g_autoptr (DexFuture) opened = NULL;
  g_autoptr (GError) error = NULL;

  if (ctl->no_starter)
    flags |= SK_CATALOGUE_NO_STARTER;
  ctl->catalogue = sk_catalogue_new (data_dir, flags);
  opened = sk_catalogue_open (ctl->catalogue);

  if (sk_ctl_await (opened, &error) == NULL)
    {
      *status = sk_ctl_fail (error->message);
      return FALSE;
    }

  return TRUE;
}

/* Passes on what a person must know of the catalogue. A failure is told in one line, its own. */
static void
say_notice (SkCtl *ctl)
{
  const char *notice = ctl->catalogue != NULL ? sk_catalogue_get_notice (ctl->catalogue) : NULL;
  g_autofree char *line = notice != NULL ? sk_ctl_clean (notice) : NULL;

  if (line != NULL && !ctl->quiet)
    g_printerr ("sidekickctl: %s\n", line);
}

/* What was said of a record that proved to be damaged is no answer. */
static SkCtlStatus
check_records (SkCtl       *ctl,
               SkCtlStatus  status)
{
  g_autoptr (DexFuture) settled = NULL;
  g_autoptr (GError) error = NULL;
  const GValue *sound;

  if (status != SK_CTL_DONE || ctl->catalogue == NULL)
    return status;

  settled = sk_catalogue_settle (ctl->catalogue);
  sound = sk_ctl_await (settled, &error);
  if (sound == NULL)
    return sk_ctl_fail (error->message);

  return g_value_get_boolean (sound) ? status
                                     : sk_ctl_fail (sk_catalogue_get_notice (ctl->catalogue));
}

static void
close_catalogue (SkCtl *ctl)
{
  g_autoptr (DexFuture) closed = NULL;
  g_autoptr (GError) error = NULL;

  if (ctl->catalogue == NULL)
    return;

  closed = sk_catalogue_close (ctl->catalogue);
  if (sk_ctl_await (closed, &error) == NULL)
    g_debug ("Closing the catalogue: %s", error->message);

  g_clear_object (&ctl->catalogue);
}

/* What could not be written is not done, whatever the command came to. */
static SkCtlStatus
check_output (SkCtlStatus status)
{
  g_autofree char *message = NULL;
  const char *why;

  if (status != SK_CTL_DONE || (fflush (stdout) == 0 && !ferror (stdout)))
    return status;

  why = g_strerror (errno);
  message =
    g_strdup_printf (_("the answer cannot be written (%s): choose another place for it"), why);
  return sk_ctl_fail (message);
}

/* The command is the first word that is neither an option nor an option's value. */
static char *
steal_command_name (GPtrArray *arguments)
{
  for (guint i = 0; i < arguments->len; i++)
    {
      const char *argument = g_ptr_array_index (arguments, i);

      if (strcmp (argument, "--data-dir") == 0)
        i++;
      else if (argument[0] != '-')
        return g_ptr_array_steal_index (arguments, i);
    }

  return NULL;
}

static SkCtlStatus
run_without_command (SkCtl *ctl,
                     GStrv  arguments)
{
  const SkCtlCommand *help = sk_ctl_find_command ("help");
  const char * const *words = (const char * const *) arguments;
  char *nothing[] = {NULL};
  SkCtlStatus status;

  if (g_strv_contains (words, "--help") || g_strv_contains (words, "-h"))
    return help->run (ctl, help, nothing);

  if (!sk_ctl_parse (ctl, help, arguments, NULL, &status))
    return status;

  return sk_ctl_misuse (
    NULL, _("say what to do: status, sync, sources, search, show, session, user, validate"));
}

/**
 * sk_ctl_main:
 * @argv: the command line, as the program got it
 *
 * Runs the command that the command line names.
 *
 * Returns: the exit status
 */
int
sk_ctl_main (char **argv)
{
  SkCtl ctl = {0};
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = NULL;
  const SkCtlCommand *command = NULL;
  SkCtlStatus status;

  for (guint i = 1; argv[i] != NULL; i++)
    g_ptr_array_add (arguments, g_strdup (argv[i]));

  name = steal_command_name (arguments);
  g_ptr_array_add (arguments, NULL);

  if (name != NULL)
    command = sk_ctl_find_command (name);

  if (name == NULL)
    {
      status = run_without_command (&ctl, (GStrv) arguments->pdata);
    }
  else if (command == NULL)
    {
      g_autofree char *shown = sk_ctl_to_utf8 (name);
      g_autofree char *message = g_strdup_printf (_("there is no command “%s”"), shown);

      status = sk_ctl_misuse (NULL, message);
    }
  else
    {
      status = command->run (&ctl, command, (GStrv) arguments->pdata);
    }

  status = check_output (check_records (&ctl, status));
  if (status == SK_CTL_DONE)
    say_notice (&ctl);

  close_catalogue (&ctl);
  g_free (ctl.data_dir);

  return status;
}
