/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "search/sk-text-spelling.h"
#include "sk-ctl-print.h"
#include "sk-ctl-query.h"
#include "sk-ctl-resource.h"

#define DEFAULT_LIMIT 20

typedef struct
{
  SkIndex *index;
  SkQuery *query;
  SkResults *results;
  guint n_shown;
  gboolean facets;
} Answer;

static char *
format_label (SkFacet             facet,
              const SkFacetCount *count)
{
  guint64 minutes;

  if (strcmp (count->value, SK_FACET_NONE) == 0)
    return g_strdup (_("not stated"));
  if (count->concept != NULL)
    return g_strdup (sk_concept_pick_label (count->concept, g_get_language_names ()));
  if (facet == SK_FACET_FREE)
    return g_strdup (strcmp (count->value, SK_FREE_YES) == 0 ? _("free of charge")
                                                             : _("not free of charge"));
  if (facet != SK_FACET_LENGTH)
    return g_strdup (count->value);
  if (strcmp (count->value, SK_LENGTH_LONGER) == 0)
    return g_strdup (_("longer"));

  minutes = g_ascii_strtoull (count->value, NULL, 10);
  return g_strdup_printf (ngettext ("up to %u minute", "up to %u minutes", (gulong) minutes),
                          (guint) minutes);
}

static void
build_facet (JsonBuilder *builder,
             SkResults   *results,
             SkFacet      facet)
{
  guint n_values;
  const SkFacetCount *counts = sk_results_get_facet (results, facet, &n_values);

  json_builder_set_member_name (builder, sk_facet_get_name (facet));
  json_builder_begin_array (builder);

  for (guint i = 0; i < n_values; i++)
    {
      g_autofree char *label = format_label (facet, &counts[i]);

      json_builder_begin_object (builder);
      sk_ctl_add_string (builder, "value", counts[i].value);
      sk_ctl_add_string (builder, "label", label);
      sk_ctl_add_int (builder, "count", counts[i].count);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
build_results (JsonBuilder  *builder,
               const Answer *answer)
{
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);

  for (guint i = 0; i < answer->n_shown; i++)
    {
      g_autoptr (SkResource) resource = NULL;

      resource = sk_index_dup_resource (answer->index, sk_results_get_record (answer->results, i));
      sk_ctl_resource_build_summary (builder, resource);
    }

  json_builder_end_array (builder);
}

static void
print_json (const Answer *answer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sk_ctl_add_int (builder, "count", sk_results_get_count (answer->results));
  if (sk_results_get_repaired (answer->results) != NULL)
    sk_ctl_add_string (builder, "repaired", sk_results_get_repaired (answer->results));
  build_results (builder, answer);

  if (answer->facets)
    {
      json_builder_set_member_name (builder, "facets");
      json_builder_begin_object (builder);
      for (guint i = 0; i < SK_N_FACETS; i++)
        build_facet (builder, answer->results, (SkFacet) i);
      json_builder_end_object (builder);
    }

  json_builder_end_object (builder);
  sk_ctl_print_json (builder);
}

static void
print_facet (SkResults *results,
             SkFacet    facet)
{
  guint n_values;
  const SkFacetCount *counts = sk_results_get_facet (results, facet, &n_values);

  g_print ("\n%s\n", sk_facet_get_name (facet));

  for (guint i = 0; i < n_values; i++)
    if (counts[i].count > 0)
      {
        g_autofree char *label = format_label (facet, &counts[i]);
        g_autofree char *clean = sk_ctl_clean (label);
        const char *notation
            = counts[i].concept != NULL ? sk_concept_get_notation (counts[i].concept) : NULL;

        if (notation != NULL)
          g_print ("%8u  %s (%s)\n", counts[i].count, clean, notation);
        else
          g_print ("%8u  %s\n", counts[i].count, clean);
      }
}

/* Says so where other words were searched for, as the first that they found writes them. */
static void
print_repaired (const Answer *answer)
{
  const char *repaired = sk_results_get_repaired (answer->results);
  g_autoptr (SkResource) first = NULL;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;
  g_autofree char *clean = NULL;

  if (repaired == NULL || sk_results_get_count (answer->results) == 0)
    return;

  first = sk_index_dup_resource (answer->index, sk_results_get_record (answer->results, 0));
  words = sk_text_spelling_restore (repaired, first);
  line = g_strdup_printf (_("Nothing for “%s”, showing “%s”"), sk_query_get_text (answer->query),
                          words);
  clean = sk_ctl_clean (line);
  g_print ("%s\n", clean);
}

static void
print_answer (SkCtl        *ctl,
              const Answer *answer)
{
  guint count = sk_results_get_count (answer->results);

  print_repaired (answer);
  g_print (ngettext ("%u tool\n", "%u tools\n", count), count);

  for (guint i = 0; i < answer->n_shown; i++)
    {
      g_autoptr (SkResource) resource = NULL;

      resource = sk_index_dup_resource (answer->index, sk_results_get_record (answer->results, i));
      g_print ("\n");
      sk_ctl_resource_print_line (resource);
    }

  if (answer->n_shown < count && !ctl->quiet)
    g_print (ngettext ("\nand %u more: --limit 0 shows all\n",
                       "\nand %u more: --limit 0 shows all\n", count - answer->n_shown),
             count - answer->n_shown);

  for (guint i = 0; answer->facets && i < SK_N_FACETS; i++)
    print_facet (answer->results, (SkFacet) i);
}

static SkCtlStatus
search (SkCtl              *ctl,
        const SkCtlCommand *command,
        const SkCtlFilters *filters,
        guint               limit,
        gboolean            facets)
{
  g_autoptr (SkQuery) query = NULL;
  g_autoptr (SkResults) results = NULL;
  g_autoptr (GError) error = NULL;
  Answer answer = {.facets = facets};

  query = sk_ctl_query_new (ctl, filters, &error);
  if (query == NULL)
    return sk_ctl_misuse (command, error->message);

  answer.index = sk_catalogue_get_index (ctl->catalogue);
  results = sk_index_search (answer.index, query, NULL);
  answer.query = query;
  answer.results = results;
  answer.n_shown = sk_results_get_count (results);
  if (limit > 0)
    answer.n_shown = MIN (answer.n_shown, limit);

  if (ctl->json)
    print_json (&answer);
  else
    print_answer (ctl, &answer);

  return SK_CTL_DONE;
}

/* "--free" alone means that it is; GOption would take the next word for its value. */
static void
spell_out_free (GStrv arguments)
{
  for (guint i = 0; arguments[i] != NULL && strcmp (arguments[i], "--") != 0; i++)
    if (strcmp (arguments[i], "--free") == 0)
      g_set_str (&arguments[i], "--free=" SK_FREE_YES);
}

/**
 * sk_ctl_search:
 *
 * `search`: finds tools by text and filters. A filter given twice means either, different
 * filters mean both.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_search (SkCtl              *ctl,
               const SkCtlCommand *command,
               GStrv               arguments)
{
  g_auto (SkCtlFilters) filters = {0};
  gboolean facets = FALSE;
  int limit = DEFAULT_LIMIT;
  SkCtlStatus status;
  const GOptionEntry entries[] = {
    {"age", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filters.values[SK_FACET_AGE],
     N_("For these ages: 8-10, 9-, 12, none"), N_("YEARS")},
    {"theme", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filters.values[SK_FACET_THEME],
     N_("About this theme: bullying, privacy, none…"), N_("ID")},
    {"format", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filters.values[SK_FACET_FORMAT],
     N_("In this format: lesson_plan, video, none…"), N_("ID")},
    {"language", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filters.values[SK_FACET_LANGUAGE],
     N_("In this language: nl, fr, none…"), N_("LANGUAGE")},
    {"audience", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filters.values[SK_FACET_AUDIENCE],
     N_("Meant for: teacher, parent, none…"), N_("ID")},
    {"setting", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filters.values[SK_FACET_SETTING],
     N_("Used at: school, library, none…"), N_("ID")},
    {"max-minutes", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filters.values[SK_FACET_LENGTH],
     N_("No longer than this, “longer” than 100 minutes, or none"), N_("MINUTES")},
    {"publisher", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filters.values[SK_FACET_PUBLISHER],
     N_("By this publisher, or none"), N_("NAME")},
    {"licence", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filters.values[SK_FACET_LICENCE],
     N_("Under this licence, or none"), N_("URI")},
    {"free", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filters.values[SK_FACET_FREE],
     N_("Free of charge; --free=false for what is not, --free=none for not stated"),
     "true|false|none"},
    {"without", 0, 0, G_OPTION_ARG_FILENAME, &filters.without,
     N_("Says what it needs, and not this: screen, internet, printer…"), N_("NEED")},
    {"collection", 0, 0, G_OPTION_ARG_FILENAME, &filters.collection,
     N_("In this list that a publisher put together"), N_("ID")},
    {"order", 0, 0, G_OPTION_ARG_FILENAME, &filters.order,
     N_("Put first: best (match), newest, shortest, title"), N_("ORDER")},
    {"limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("Show so many at most, 0 for all (default 20)"),
     N_("N")},
    {"facets", 0, 0, G_OPTION_ARG_NONE, &facets, N_("Count the values of every filter"), NULL},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filters.words, NULL, NULL},
    {NULL},
  };

  spell_out_free (arguments);

  if (!sk_ctl_parse (ctl, command, arguments, entries, &status))
    return status;

  if (limit < 0)
    return sk_ctl_misuse (command, _("--limit takes a number from 0 on"));

  if (!sk_ctl_open (ctl, SK_CATALOGUE_CHECKED, &status))
    return status;

  return search (ctl, command, &filters, (guint) limit, facets);
}
