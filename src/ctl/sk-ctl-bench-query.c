/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "sk-ctl-log.h"
#include "sk-ctl-print.h"
#include "sk-ctl.h"

/* As many ids as a page shows. */
#define N_IDS 50

typedef struct
{
  SkIndex *index;
  SkVocabularies *vocabularies;
  SkResults *all;
  gboolean strict;
} Bench;

static void
bench_clear (Bench *bench)
{
  g_clear_object (&bench->all);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bench, bench_clear)

static void
build_ids (JsonBuilder *builder,
           SkIndex     *index,
           SkResults   *results)
{
  guint n_ids = MIN (sk_results_get_count (results), N_IDS);

  json_builder_set_member_name (builder, "ids");
  json_builder_begin_array (builder);

  for (guint i = 0; i < n_ids; i++)
    json_builder_add_string_value (builder,
                                   sk_index_get_id (index, sk_results_get_record (results, i)));

  json_builder_end_array (builder);
}

/* A length is named as a log names it. */
static void
build_value (JsonBuilder        *builder,
             SkFacet             facet,
             const SkFacetCount *count)
{
  if (facet == SK_FACET_LENGTH && g_ascii_isdigit (*count->value))
    {
      g_autofree char *name = g_strdup_printf ("%c%s", SK_CTL_LOG_UP_TO, count->value);

      sk_ctl_add_int (builder, name, count->count);
    }
  else
    {
      sk_ctl_add_int (builder, count->value, count->count);
    }
}

static void
build_facets (JsonBuilder *builder,
              SkResults   *results)
{
  json_builder_set_member_name (builder, "facets");
  json_builder_begin_object (builder);

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    {
      guint n_values;
      const SkFacetCount *counts = sk_results_get_facet (results, (SkFacet) facet, &n_values);

      json_builder_set_member_name (builder, sk_facet_get_name ((SkFacet) facet));
      json_builder_begin_object (builder);
      for (guint i = 0; i < n_values; i++)
        if (counts[i].count > 0)
          build_value (builder, (SkFacet) facet, &counts[i]);
      json_builder_end_object (builder);
    }

  json_builder_end_object (builder);
}

static void
answer (const Bench *bench,
        SkQuery     *query)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (SkResults) results = sk_index_search (bench->index, query, NULL);
  gint64 end = g_get_monotonic_time ();

  json_builder_begin_object (builder);
  sk_ctl_add_int (builder, "count", sk_results_get_count (results));
  build_ids (builder, bench->index, results);
  build_facets (builder, results);
  sk_ctl_add_int (builder, "us", end - start);
  if (sk_results_get_repaired (results) != NULL)
    sk_ctl_add_string (builder, "repaired", sk_results_get_repaired (results));
  json_builder_end_object (builder);

  sk_ctl_print_json_line (builder);
}

static gboolean
answer_line (const Bench  *bench,
             const char   *line,
             GError      **error)
{
  g_autoptr (SkQuery) query = NULL;
  g_autoptr (SkQuery) meant = NULL;

  query = sk_ctl_log_read_query (line, bench->vocabularies, bench->all, error);
  if (query == NULL)
    return FALSE;

  meant = sk_query_with_strict (query, bench->strict);
  answer (bench, meant);
  return TRUE;
}

/* What is wrong is named by its line, which counts from 1. */
static gboolean
answer_lines (const Bench   *bench,
              GInputStream  *input,
              GError       **error)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  g_autoptr (GError) failure = NULL;

  for (guint number = 1;; number++)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &failure);

      if (line == NULL && failure == NULL)
        return TRUE;

      if (line != NULL && *g_strstrip (line) != '\0')
        answer_line (bench, line, &failure);

      if (failure != NULL)
        {
          g_set_error (error, failure->domain, failure->code, _("line %u: %s"), number,
                       failure->message);
          return FALSE;
        }
    }
}

static GInputStream *
open_queries (const char  *name,
              GError     **error)
{
  g_autoptr (GFile) file = NULL;

  if (strcmp (name, "-") == 0)
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);

  file = g_file_new_for_commandline_arg (name);
  return G_INPUT_STREAM (g_file_read (file, NULL, error));
}

static SkCtlStatus
replay (SkCtl      *ctl,
        const char *name,
        gboolean    strict)
{
  g_auto (Bench) bench = {.strict = strict};
  g_autoptr (SkQuery) everything = sk_query_new ();
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  bench.index = sk_catalogue_get_index (ctl->catalogue);
  bench.vocabularies = sk_catalogue_get_vocabularies (ctl->catalogue);
  bench.all = sk_index_search (bench.index, everything, NULL);

  input = open_queries (name, &error);
  if (input != NULL && answer_lines (&bench, input, &error))
    return SK_CTL_DONE;

  shown = sk_ctl_to_utf8 (name);
  message = g_strdup_printf ("%s: %s", shown, error->message);
  return sk_ctl_fail (message);
}

/**
 * sk_ctl_bench_query:
 *
 * `bench-query --queries FILE`: answers the queries of a log, a JSON object a line, and says
 * of each how long the search took. A line that is no query ends it.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_bench_query (SkCtl              *ctl,
                    const SkCtlCommand *command,
                    GStrv               arguments)
{
  g_autofree char *name = NULL;
  gboolean strict = FALSE;
  const GOptionEntry entries[] = {
    {"queries", 0, 0, G_OPTION_ARG_FILENAME, &name,
     N_("Read the queries from this file, “-” for standard input"), N_("FILE")},
    {"strict", 0, 0, G_OPTION_ARG_NONE, &strict,
     N_("Take words as they are: mend no slips, look at no ends of words"), NULL},
    {NULL},
  };
  SkCtlStatus status;

  if (!sk_ctl_parse (ctl, command, arguments, entries, &status))
    return status;

  if (name == NULL)
    return sk_ctl_misuse (command, _("say where the queries are: --queries FILE"));

  if (!sk_ctl_open (ctl, SK_CATALOGUE_CHECKED, &status))
    return status;

  return replay (ctl, name, strict);
}
