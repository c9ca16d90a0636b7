/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "feed/sk-feed-checker.h"
#include "sk-ctl-print.h"
#include "sk-ctl.h"

/* What JSON lists of one file; the numbers count all. */
#define MAX_LISTED 10000

typedef struct
{
  SkVocabularies *vocabularies;
  const char *file;
  char *shown;                /* the file's name, printable */
  JsonBuilder *builder;       /* NULL when a person reads */
  GPtrArray *unreadable;      /* why each file is that could not be read */
  guint n_listed;
} Check;

static GInputStream *
open_stream (const char  *name,
             char       **base_uri,
             GError     **error)
{
  g_autoptr (GFile) file = NULL;

  if (strcmp (name, "-") == 0)
    {
      *base_uri = NULL;
      return g_unix_input_stream_new (STDIN_FILENO, FALSE);
    }

  file = g_file_new_for_commandline_arg (name);
  *base_uri = g_file_get_uri (file);
  return G_INPUT_STREAM (g_file_read (file, NULL, error));
}

static const char *
severity_to_string (SkFeedSeverity severity)
{
  return severity == SK_FEED_SEVERITY_ERROR ? "error" : "warning";
}

static void
add_number (JsonBuilder *builder,
            const char  *member,
            gboolean     known,
            guint64      number)
{
  if (known)
    sk_ctl_add_int (builder, member, (gint64) number);
  else
    sk_ctl_add_string (builder, member, NULL);
}

static void
build_problem (JsonBuilder   *builder,
               SkFeedProblem *problem)
{
  guint64 index = sk_feed_problem_get_index (problem);
  guint64 line = sk_feed_problem_get_line (problem);
  guint64 column = sk_feed_problem_get_column (problem);

  json_builder_begin_object (builder);
  sk_ctl_add_string (builder, "severity",
                     severity_to_string (sk_feed_problem_get_severity (problem)));
  sk_ctl_add_string (builder, "code", sk_feed_problem_get_code (problem));
  sk_ctl_add_string (builder, "path", sk_feed_problem_get_path (problem));
  sk_ctl_add_string (builder, "message", sk_feed_problem_get_message (problem));
  add_number (builder, "index", index != SK_FEED_PROBLEM_NO_INDEX, index);
  sk_ctl_add_string (builder, "id", sk_feed_problem_get_id (problem));
  add_number (builder, "line", line > 0, line);
  add_number (builder, "column", column > 0, column);
  json_builder_end_object (builder);
}

/* "file:line:column" */
static char *
format_place (Check         *check,
              SkFeedProblem *problem)
{
  if (sk_feed_problem_get_line (problem) == 0)
    return g_strdup (check->shown);

  return g_strdup_printf ("%s:%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, check->shown,
                          sk_feed_problem_get_line (problem),
                          sk_feed_problem_get_column (problem));
}

/* "record 3 (id), path: ", as much of it as is known. */
static char *
format_record (SkFeedProblem *problem)
{
  GString *record = g_string_new (NULL);
  const char *id = sk_feed_problem_get_id (problem);
  const char *path = sk_feed_problem_get_path (problem);
  g_autofree char *number = NULL;

  if (sk_feed_problem_get_index (problem) != SK_FEED_PROBLEM_NO_INDEX)
    {
      number = g_strdup_printf ("%" G_GUINT64_FORMAT, sk_feed_problem_get_index (problem));
      g_string_append_printf (record, _("record %s"), number);
    }
  if (id != NULL)
    g_string_append_printf (record, " (%s)", id);
  if (path != NULL && *path != '\0')
    g_string_append_printf (record, "%s%s", record->len > 0 ? ", " : "", path);
  if (record->len > 0)
    g_string_append (record, ": ");

  return g_string_free_and_steal (record);
}

static void
print_problem (Check         *check,
               SkFeedProblem *problem)
{
  gboolean error = sk_feed_problem_get_severity (problem) == SK_FEED_SEVERITY_ERROR;
  g_autofree char *place = format_place (check, problem);
  g_autofree char *record = format_record (problem);
  g_autofree char *line = NULL;
  g_autofree char *clean = NULL;

  line = g_strdup_printf ("%s: %s: %s%s", place, error ? _("error") : _("warning"), record,
                          sk_feed_problem_get_message (problem));
  clean = sk_ctl_clean (line);
  g_print ("%s\n", clean);
}

static void
note_problem (SkFeedProblem *problem,
              gpointer       user_data)
{
  Check *check = user_data;

  if (check->builder == NULL)
    print_problem (check, problem);
  else if (check->n_listed++ < MAX_LISTED)
    build_problem (check->builder, problem);
}

static void
build_report (JsonBuilder        *builder,
              const SkFeedReport *report,
              const char         *message)
{
  sk_ctl_add_string (builder, "error", message);
  sk_ctl_add_string (builder, "dialect", report->info.dialect);
  sk_ctl_add_int (builder, "resources", (gint64) report->n_resources);
  sk_ctl_add_int (builder, "withdrawn", (gint64) report->n_withdrawn);
  sk_ctl_add_int (builder, "refused", (gint64) report->n_refused);
  sk_ctl_add_int (builder, "collections", (gint64) report->n_collections);
  sk_ctl_add_int (builder, "events", (gint64) report->n_events);
  sk_ctl_add_int (builder, "errors", (gint64) report->n_errors);
  sk_ctl_add_int (builder, "warnings", (gint64) report->n_warnings);
}

static void
print_report (Check              *check,
              const SkFeedReport *report)
{
  g_print (_("%s: read: %u, withdrawn: %u, refused: %u, errors: %u, warnings: %u\n"), check->shown,
           (guint) report->n_resources, (guint) report->n_withdrawn, (guint) report->n_refused,
           (guint) report->n_errors, (guint) report->n_warnings);
  if (report->n_collections + report->n_events > 0)
    g_print (_("%s: lists of tools: %u, events: %u\n"), check->shown,
             (guint) report->n_collections, (guint) report->n_events);
}

static gboolean
check_stream (Check         *check,
              SkFeedReport  *report,
              GError       **error)
{
  g_autofree char *base_uri = NULL;
  g_autoptr (GInputStream) stream = open_stream (check->file, &base_uri, error);

  return stream != NULL
         && sk_feed_checker_check (check->vocabularies, stream, base_uri, note_problem, check,
                                   report, NULL, error);
}

static SkCtlStatus
conclude (const SkFeedReport *report)
{
  return report->n_errors + report->n_warnings > 0 ? SK_CTL_FAILED : SK_CTL_DONE;
}

static SkCtlStatus
fail_to_read (Check        *check,
              const GError *error)
{
  g_ptr_array_add (check->unreadable, g_strdup_printf ("%s: %s", check->shown, error->message));
  return SK_CTL_USAGE;
}

static SkCtlStatus
check_for_machine (Check *check)
{
  g_auto (SkFeedReport) report = {0};
  g_autoptr (GError) error = NULL;
  gboolean readable;

  json_builder_begin_object (check->builder);
  sk_ctl_add_string (check->builder, "file", check->shown);
  json_builder_set_member_name (check->builder, "problems");
  json_builder_begin_array (check->builder);
  readable = check_stream (check, &report, &error);
  json_builder_end_array (check->builder);
  build_report (check->builder, &report, error != NULL ? error->message : NULL);
  json_builder_end_object (check->builder);

  return readable ? conclude (&report) : fail_to_read (check, error);
}

static SkCtlStatus
check_for_person (Check    *check,
                  gboolean  quiet)
{
  g_auto (SkFeedReport) report = {0};
  g_autoptr (GError) error = NULL;

  if (!check_stream (check, &report, &error))
    return fail_to_read (check, error);

  if (!quiet)
    print_report (check, &report);

  return conclude (&report);
}

static SkCtlStatus
check_file (SkCtl          *ctl,
            SkVocabularies *vocabularies,
            JsonBuilder    *builder,
            GPtrArray      *unreadable,
            const char     *file)
{
  Check check = {.vocabularies = vocabularies,
                 .file = file,
                 .builder = builder,
                 .unreadable = unreadable};
  g_autofree char *name = sk_ctl_to_utf8 (file);
  g_autofree char *shown = sk_ctl_clean (name);

  check.shown = shown;
  return builder != NULL ? check_for_machine (&check) : check_for_person (&check, ctl->quiet);
}

/* One line, whatever the number of files that cannot be read. */
static void
say_unreadable (SkCtl     *ctl,
                GPtrArray *unreadable,
                guint      n_files)
{
  g_autofree char *message = NULL;

  for (guint i = 0; !ctl->json && n_files > 1 && i < unreadable->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (unreadable, i));

  if (unreadable->len > 1)
    message =
      g_strdup_printf (_("%u of %u files cannot be read, the first of them: %s"), unreadable->len,
                       n_files, (const char *) g_ptr_array_index (unreadable, 0));

  if (unreadable->len > 0)
    sk_ctl_fail (message != NULL ? message : g_ptr_array_index (unreadable, 0));
}

static SkCtlStatus
check_files (SkCtl *ctl,
             GStrv  files)
{
  g_autoptr (JsonBuilder) builder = ctl->json ? json_builder_new () : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (&error);
  g_autoptr (GPtrArray) unreadable = g_ptr_array_new_with_free_func (g_free);
  SkCtlStatus worst = SK_CTL_DONE;

  if (vocabularies == NULL)
    return sk_ctl_fail (error->message);

  if (builder != NULL)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "files");
      json_builder_begin_array (builder);
    }

  for (guint i = 0; files[i] != NULL; i++)
    {
      SkCtlStatus status = check_file (ctl, vocabularies, builder, unreadable, files[i]);

      worst = MAX (worst, status);
    }

  if (builder != NULL)
    {
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      sk_ctl_print_json (builder);
    }

  say_unreadable (ctl, unreadable, g_strv_length (files));
  if (worst == SK_CTL_FAILED)
    sk_ctl_fail (_("there are problems: each is listed on standard output"));

  return worst;
}

/**
 * sk_ctl_validate:
 *
 * `validate FILE...`: names the problems of feeds, `-` being standard input. Exits 0 where
 * all are clean, 1 where one has problems, 2 where one cannot be read as a feed.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_validate (SkCtl              *ctl,
                 const SkCtlCommand *command,
                 GStrv               arguments)
{
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL},
    {NULL},
  };
  SkCtlStatus status;

  if (!sk_ctl_parse (ctl, command, arguments, entries, &status))
    return status;

  if (files == NULL)
    return sk_ctl_misuse (command, _("say which file to check"));

  return check_files (ctl, files);
}
