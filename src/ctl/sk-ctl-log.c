/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ctl-log.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "sk-ctl-concept.h"

/* What a line is read with, and the query as far as it goes. */
typedef struct
{
  SkVocabularies *vocabularies;
  SkResults *all;
  SkQuery *query;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_object (&reading->query);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
take_query (Reading *reading,
            SkQuery *query)
{
  g_object_unref (reading->query);
  reading->query = query;
}

static void
set_error (GError     **error,
           const char  *message)
{
  g_set_error_literal (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_INVALID_DATA, message);
}

static char *
read_ages (const char  *value,
           GError     **error)
{
  SkAgeRange ages;

  if (sk_age_range_parse (value, &ages))
    return g_strdup_printf ("%u-%u", ages.min, ages.max);

  set_error (error, _("“age” takes years: 8-10, 9-, -6, 12, or none"));
  return NULL;
}

static char *
read_length (const char  *value,
             GError     **error)
{
  const char *digits = *value == SK_CTL_LOG_UP_TO ? value + 1 : value;
  guint64 minutes;

  if (strcmp (value, SK_LENGTH_LONGER) == 0)
    return g_strdup (value);
  if (g_ascii_string_to_unsigned (digits, 10, 1, G_MAXINT32, &minutes, NULL))
    return g_strdup_printf ("%" G_GUINT64_FORMAT, minutes);

  set_error (error, _("“length” takes minutes: -30 for up to 30, longer, or none"));
  return NULL;
}

static char *
read_free (const char  *value,
           GError     **error)
{
  if (strcmp (value, SK_FREE_YES) == 0 || strcmp (value, SK_FREE_NO) == 0)
    return g_strdup (value);

  set_error (error, _("“free” takes true, false, or none"));
  return NULL;
}

/* As the records have it; what none of them has is a value too, of which there is nothing. */
static char *
read_concept (const Reading *reading,
              SkFacet        facet,
              const char    *name)
{
  SkVocabulary *vocabulary = sk_vocabularies_get (reading->vocabularies, facet);
  char *value = NULL;

  if (sk_results_get_value_count (reading->all, facet, name) == 0)
    value = sk_ctl_concept_resolve (vocabulary, reading->all, facet, name, NULL);

  return value != NULL ? value : g_strdup (name);
}

static char *
read_value (const Reading  *reading,
            SkFacet         facet,
            const char     *text,
            GError        **error)
{
  if (strcmp (text, SK_FACET_NONE) == 0)
    return g_strdup (text);

  switch (facet)
    {
    case SK_FACET_AGE:
      return read_ages (text, error);
    case SK_FACET_LENGTH:
      return read_length (text, error);
    case SK_FACET_FREE:
      return read_free (text, error);
    case SK_FACET_THEME:
    case SK_FACET_FORMAT:
    case SK_FACET_AUDIENCE:
    case SK_FACET_SETTING:
      return read_concept (reading, facet, text);
    case SK_FACET_LANGUAGE:
      return g_ascii_strdown (text, (gssize) strcspn (text, "-_"));
    case SK_FACET_PUBLISHER:
    case SK_FACET_LICENCE:
    default:
      return g_strdup (text);
    }
}

static char *
dup_scalar (JsonNode  *node,
            GError   **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? SK_FREE_YES : SK_FREE_NO);
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  set_error (error, _("a value of a filter is a text, a whole number, true or false"));
  return NULL;
}

static gboolean
add_value (Reading   *reading,
           SkFacet    facet,
           JsonNode  *node,
           GError   **error)
{
  g_autofree char *text = dup_scalar (node, error);
  g_autofree char *value = text != NULL ? read_value (reading, facet, text, error) : NULL;

  if (value == NULL)
    return FALSE;

  take_query (reading, sk_query_with_value (reading->query, facet, value));
  return TRUE;
}

static gboolean
find_facet (const char  *name,
            SkFacet     *facet,
            GError     **error)
{
  const char *names[SK_N_FACETS + 1] = {NULL};
  g_autofree char *list = NULL;

  if (sk_facet_from_name (name, facet))
    return TRUE;

  for (guint i = 0; i < SK_N_FACETS; i++)
    names[i] = sk_facet_get_name ((SkFacet) i);
  list = g_strjoinv (", ", (GStrv) names);

  g_set_error (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_INVALID_DATA,
               _("there is no filter “%s”, but these: %s"), name, list);
  return FALSE;
}

static gboolean
add_filter (Reading     *reading,
            const char  *name,
            JsonNode    *node,
            GError     **error)
{
  JsonArray *values = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_values = values != NULL ? json_array_get_length (values) : 0;
  SkFacet facet;

  if (!find_facet (name, &facet, error))
    return FALSE;
  if (values == NULL)
    return add_value (reading, facet, node, error);

  for (guint i = 0; i < n_values; i++)
    if (!add_value (reading, facet, json_array_get_element (values, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
add_filters (Reading   *reading,
             JsonNode  *node,
             GError   **error)
{
  g_autoptr (GList) names = NULL;
  JsonObject *filters;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      set_error (error, _("“filters” takes an object: {\"theme\": [\"bullying\"]}"));
      return FALSE;
    }

  filters = json_node_get_object (node);
  names = json_object_get_members (filters);
  for (GList *name = names; name != NULL; name = name->next)
    if (!add_filter (reading, name->data, json_object_get_member (filters, name->data), error))
      return FALSE;

  return TRUE;
}

static gboolean
add_text (Reading   *reading,
          JsonNode  *node,
          GError   **error)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    {
      set_error (error, _("“q” takes a text"));
      return FALSE;
    }

  take_query (reading, sk_query_with_text (reading->query, json_node_get_string (node)));
  return TRUE;
}

/**
 * sk_ctl_log_read_query:
 * @line: `{"q": TEXT, "filters": {FACET: [VALUE, …], …}}`, of which both may be missing.
 *   Concepts are named by their URI or their label
 * @vocabularies: the concepts that Sidekick knows
 * @all: the answer to the query that asks for everything
 *
 * Reads a line of a query log that another program wrote.
 *
 * Returns: (transfer full) (nullable): the query, %NULL with an error that says what a
 *   member takes
 */
SkQuery *
sk_ctl_log_read_query (const char      *line,
                       SkVocabularies  *vocabularies,
                       SkResults       *all,
                       GError         **error)
{
  g_autoptr (JsonNode) root = json_from_string (line, error);
  g_auto (Reading) reading = {vocabularies, all, sk_query_new ()};
  JsonObject *object;

  if (root == NULL && *error != NULL)
    return NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      set_error (error, _("a query is an object with “q” and “filters”"));
      return NULL;
    }

  object = json_node_get_object (root);
  if (!add_text (&reading, json_object_get_member (object, "q"), error) ||
      !add_filters (&reading, json_object_get_member (object, "filters"), error))
    return NULL;

  return g_steal_pointer (&reading.query);
}
