/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "sk-ctl.h"

/* For programmers: not translated, since JSON's members are not either. */
static const char json_help[] =
  "With --json each command writes one JSON value to standard output, in UTF-8. Members are\n"
  "only ever added. \"?\" marks what may be null; times are ISO 8601 in UTC. On failure the\n"
  "exit status is 1 (2: wrong use), one line on standard error says why, and there is no\n"
  "JSON, but for sync and validate, which report on each source or file all the same, and\n"
  "compose, which names what to relax.\n"
  "\n"
  "status    {\"resources\": NUMBER, \"sources\": [SOURCE...], \"lastSync\": TIME?,\n"
  "           \"readOnly\": BOOLEAN, \"notice\": TEXT?}\n"
  "sources   {\"sources\": [SOURCE...]}\n"
  "sources remove URL\n"
  "          {\"removed\": URL}\n"
  "  SOURCE  {\"url\": URL, \"name\": TEXT?, \"state\": \"never\"|\"busy\"|\"fresh\"|\"failed\",\n"
  "           \"message\": TEXT?, \"resources\": NUMBER, \"lastSync\": TIME?,\n"
  "           \"builtIn\": BOOLEAN, \"signature\": \"not-checked\"}\n"
  "\n"
  "sync      {\"sources\": [{\"url\": URL, \"name\": TEXT?, \"added\": NUMBER,\n"
  "           \"changed\": NUMBER, \"withdrawn\": NUMBER, \"unchanged\": NUMBER,\n"
  "           \"refused\": NUMBER, \"requests\": NUMBER, \"bytes\": NUMBER,\n"
  "           \"notModified\": BOOLEAN, \"error\": TEXT?}...]}\n"
  "\n"
  "search    {\"count\": NUMBER, \"results\": [RESULT...]}\n"
  "          and where no tool has the words, and others were searched for instead,\n"
  "           \"repaired\": TEXT\n"
  "          and with --facets \"facets\": {\"age\": [VALUE...], \"theme\": [...],\n"
  "           \"format\": [...], \"language\": [...], \"audience\": [...], \"setting\": [...],\n"
  "           \"length\": [...], \"publisher\": [...], \"licence\": [...], \"free\": [...]}\n"
  "  RESULT  {\"id\": URI, \"name\": TEXT, \"nameLanguage\": TAG?, \"ages\": \"8-10\"?,\n"
  "           \"minutes\": NUMBER?, \"languages\": [TAG...], \"publishers\": [TEXT...],\n"
  "           \"licence\": URI?, \"free\": BOOLEAN?, \"url\": URL?, \"themes\": [CONCEPT...],\n"
  "           \"formats\": [CONCEPT...], \"audiences\": [CONCEPT...],\n"
  "           \"settings\": [CONCEPT...]}\n"
  "  CONCEPT {\"value\": URI or label, \"label\": TEXT in the reader's language}\n"
  "  VALUE   {\"value\": TEXT, \"label\": TEXT, \"count\": NUMBER}\n"
  "          count is how many tools choosing the value would show, the choices in its own\n"
  "          facet left out. The value \"none\" is \"not stated\", and always the last.\n"
  "          A length is minutes at most (\"30\") or \"longer\" than 100.\n"
  "\n"
  "show      RESULT's members and \"description\": TEXT?, \"names\": {TAG: TEXT...},\n"
  "          \"descriptions\": {TAG: TEXT...}, \"keywords\": [TEXT...],\n"
  "          \"agesEstimated\": BOOLEAN, \"minutesMin\": NUMBER?, \"skippable\": BOOLEAN,\n"
  "          \"needs\": [TEXT...], \"groupMin\": NUMBER?, \"groupMax\": NUMBER?,\n"
  "          \"sensitive\": BOOLEAN, \"talkQuestions\": [TEXT...], \"publisherUrl\": URL?,\n"
  "          \"image\": URL?, \"attachments\": [{\"url\": URL, \"name\": TEXT?,\n"
  "          \"mediaType\": TEXT?, \"sha256\": HEX?, \"size\": NUMBER?}...],\n"
  "          \"modified\": DATE?, \"published\": DATE?, \"seen\": DATE?, \"sourcePage\": URL?,\n"
  "          \"translationOf\": URI?, \"translations\": [URI...], \"source\": URL?\n"
  "          A text of no stated language has the tag \"und\".\n"
  "\n"
  "compose   {\"plans\": [PLAN...], \"leftOut\": [{\"title\": TEXT, \"resource\": URI,\n"
  "           \"reason\": TEXT}...]}\n"
  "          and where nothing fits, with no plans and exit status 1, \"relax\":\n"
  "          {\"constraint\": \"avoid\"|\"needs\"|\"size\"|\"themes\"|\"minutes\"|\"age\"|\n"
  "           \"language\"?, \"advice\": TEXT}\n"
  "  PLAN    {\"title\": TEXT, \"summary\": TEXT, \"minutes\": NUMBER,\n"
  "           \"screenMinutes\": NUMBER, \"blocks\": [BLOCK...]}\n"
  "  BLOCK   {\"kind\": \"tool\"|\"welcome\"|\"talk\"|\"break\"|\"debrief\", \"title\": TEXT,\n"
  "           \"minutes\": NUMBER, \"minutesGuessed\": BOOLEAN, \"resource\": URI?,\n"
  "           \"reasons\": [TEXT...]}\n"
  "          A reason that says what a tool does not state is in no language of people:\n"
  "          \"unknown: age\", \"unknown: needs\", \"unknown: minutes (20 is our guess by\n"
  "          format)\". screenMinutes are of tools that take a screen, as they state or by\n"
  "          their format.\n"
  "\n"
  "session show FILE, and each change of a session\n"
  "          {\"id\": UUID, \"title\": TEXT, \"start\": LOCAL, \"end\": LOCAL, \"bell\": BOOLEAN,\n"
  "           \"minutes\": NUMBER, \"free\": NUMBER, \"overrun\": NUMBER, \"timezone\": ZONE,\n"
  "           \"place\": TEXT?, \"languages\": [TAG...], \"group\": TEXT?, \"ages\": \"10-11\"?,\n"
  "           \"size\": NUMBER?, \"setting\": URI?, \"room\": [NEED...]?, \"aims\": TEXT?,\n"
  "           \"archived\": BOOLEAN, \"blocks\": [BLOCK...]}\n"
  "  BLOCK   {\"id\": TEXT, \"kind\": \"tool\"|\"groups\"|\"welcome\"|\"talk\"|\"do\"|\"play\"|\n"
  "           \"break\"|\"debrief\"|\"help\", \"title\": TEXT, \"start\": LOCAL, \"end\": LOCAL,\n"
  "           \"minutes\": NUMBER, \"minutesGuessed\": BOOLEAN, \"minutesMin\": NUMBER?,\n"
  "           \"skippable\": BOOLEAN, \"locked\": BOOLEAN, \"gap\": NUMBER, \"overrun\": NUMBER,\n"
  "           \"activity\": \"talk\"|\"do\"|\"play\"?, \"goal\": TEXT?, \"note\": TEXT?,\n"
  "           \"materials\": [TEXT...], \"size\": NUMBER?, \"resource\": URI?, \"url\": URL?,\n"
  "           \"publishers\": [TEXT...], \"withdrawn\": BOOLEAN, \"reasons\": [TEXT...],\n"
  "           \"lanes\": [BLOCK...]}\n"
  "          LOCAL is \"2027-02-09T10:25\" in the session's zone. end is the bell, or without\n"
  "          one (bell false) when the last block ends. overrun is the minutes past the next\n"
  "          locked time or the bell, gap those free before a locked block, free those before\n"
  "          the bell. note is not in what session export --to json writes.\n"
  "session link FILE\n"
  "          {\"link\": URI}\n"
  "\n"
  "user import FILE\n"
  "          {\"tools\": NUMBER, \"sessions\": NUMBER, \"sources\": NUMBER}\n"
  "          of how many something was not here yet.\n"
  "dead-links\n"
  "          {\"links\": [{\"id\": URI, \"title\": TEXT?, \"publisher\": TEXT?, \"url\": URL,\n"
  "           \"reported\": DATE}...]}\n"
  "\n"
  "validate  {\"files\": [{\"file\": NAME, \"problems\": [PROBLEM...], \"error\": TEXT?,\n"
  "           \"dialect\": TEXT?, \"resources\": NUMBER, \"withdrawn\": NUMBER,\n"
  "           \"refused\": NUMBER, \"collections\": NUMBER, \"events\": NUMBER,\n"
  "           \"errors\": NUMBER, \"warnings\": NUMBER}...]}\n"
  "  PROBLEM {\"severity\": \"error\"|\"warning\", \"code\": TEXT, \"path\": TEXT?,\n"
  "           \"message\": TEXT, \"index\": NUMBER?, \"id\": TEXT?, \"line\": NUMBER?,\n"
  "           \"column\": NUMBER?}\n"
  "          error is why the file cannot be read as a feed (exit status 2). At most\n"
  "          10,000 problems a file are listed; errors and warnings count all.\n"
  "\n"
  "bench-query --queries FILE\n"
  "          reads one query a line, of which each member may be missing:\n"
  "          {\"q\": TEXT, \"filters\": {\"theme\": [URI or label...], \"format\": [...],\n"
  "           \"audience\": [...], \"setting\": [...], \"age\": [\"8-10\"...],\n"
  "           \"language\": [TAG...], \"length\": [\"-30\"...], \"publisher\": [TEXT...],\n"
  "           \"licence\": [URI...], \"free\": [BOOLEAN...]}}\n"
  "          and writes one answer a line, with --json or without, in the same order:\n"
  "          {\"count\": NUMBER, \"ids\": [URI...], \"facets\": {\"theme\": {VALUE: NUMBER...},\n"
  "           ...}, \"us\": NUMBER}\n"
  "          ids are the first fifty, us the microseconds that the search took. Values of\n"
  "          a filter mean either, different filters all hold, \"none\" is \"not stated\", and\n"
  "          \"-30\" is up to 30 minutes. A value that would show no tool is left out. Where\n"
  "          nothing has the words and others were searched instead, there is \"repaired\":\n"
  "          TEXT too; with --strict never.\n";

static void
print_commands (void)
{
  g_print (_("Usage: sidekickctl [OPTION…] COMMAND [ARGUMENT…]\n"
             "\n"
             "Finds online safety tools, and keeps the catalogue of them fresh.\n"
             "\n"
             "Commands:\n"));

  for (const SkCtlCommand *each = sk_ctl_commands; each->name != NULL; each++)
    g_print ("  %-11s %s\n", each->name, _(each->summary));

  g_print (_("\n"
             "Options, before or after the command:\n"
             "  --data-dir DIR  keep the catalogue in this folder\n"
             "  --no-starter    do not load the built-in tools into an empty folder\n"
             "  -q, --quiet     show no progress and no remarks\n"
             "  --json          write JSON: see “sidekickctl help json”\n"
             "  -h, --help      explain a command\n"
             "  --version       show the version\n"
             "\n"
             "Exit status: 0 done, 1 failed, 2 wrong use.\n"));
}

static gboolean
has_verbs (const char *name)
{
  const SkCtlCommand *command = sk_ctl_find_command (name);

  return command != NULL && command->verbs != NULL;
}

static SkCtlStatus
help_command (SkCtl              *ctl,
              const SkCtlCommand *command,
              GStrv               words)
{
  const SkCtlCommand *explained = sk_ctl_find_command (words[0]);
  g_autofree char *name = g_strjoinv (" ", words);
  char help[] = "--help";
  char *arguments[] = {help, NULL};

  if (explained != NULL && words[1] != NULL)
    explained = sk_ctl_find_command_in (explained->verbs, name);

  if (explained == NULL)
    {
      g_autofree char *message = g_strdup_printf (_("there is no command “%s”"), name);

      return sk_ctl_misuse (command, message);
    }

  return explained->run (ctl, explained, arguments);
}

/**
 * sk_ctl_help:
 *
 * `help`: lists the commands. `help COMMAND`: explains one, `help session VERB` too. `help json`:
 * documents what each writes for machines.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_help (SkCtl              *ctl,
             const SkCtlCommand *command,
             GStrv               arguments)
{
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL},
    {NULL},
  };
  SkCtlStatus status;

  if (!sk_ctl_parse (ctl, command, arguments, entries, &status))
    return status;

  if (words == NULL)
    print_commands ();
  else if (words[1] != NULL && !has_verbs (words[0]))
    return sk_ctl_misuse (command, _("say one command"));
  else if (strcmp (words[0], "json") == 0)
    g_print ("%s", json_help);
  else
    return help_command (ctl, command, words);

  return SK_CTL_DONE;
}
