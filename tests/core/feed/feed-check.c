/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <locale.h>

#include "feed/sk-feed-checker.h"

/* Checks the files that are named, and prints one line of JSON for each. */

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_problem (SkFeedProblem *problem,
             gpointer       user_data)
{
  JsonBuilder *builder = user_data;
  guint64 index = sk_feed_problem_get_index (problem);
  gboolean error = sk_feed_problem_get_severity (problem) == SK_FEED_SEVERITY_ERROR;

  json_builder_begin_object (builder);
  add_string (builder, "code", sk_feed_problem_get_code (problem));
  add_string (builder, "severity", error ? "error" : "warning");
  json_builder_set_member_name (builder, "record");
  if (index == SK_FEED_PROBLEM_NO_INDEX)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, (gint64) index);
  add_string (builder, "path", sk_feed_problem_get_path (problem));
  add_string (builder, "message", sk_feed_problem_get_message (problem));
  json_builder_end_object (builder);
}

static void
check_file (SkVocabularies *vocabularies,
            const char     *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_auto (SkFeedReport) report = {0};
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  if (stream != NULL)
    sk_feed_checker_check (vocabularies, G_INPUT_STREAM (stream), uri, add_problem, builder, &report,
                           NULL, &error);
  json_builder_end_array (builder);
  add_string (builder, "error", error != NULL ? error->message : NULL);
  json_builder_set_member_name (builder, "refused");
  json_builder_add_int_value (builder, (gint64) report.n_refused);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  g_print ("%s\n", line);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (&error);

  setlocale (LC_ALL, "");
  if (vocabularies == NULL)
    g_error ("%s", error->message);

  for (int i = 1; i < argc; i++)
    check_file (vocabularies, argv[i]);

  return 0;
}
