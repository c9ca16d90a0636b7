/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "sk-feed-dialect.h"
#include "sk-feed-graph.h"
#include "sk-feed-html.h"
#include "sk-feed-reading.h"
#include "sk-json-normalizer.h"
#include "sk-json.h"

/* The head as far as it was read, as an object of its own. */
static JsonObject *
parse_head (SkFeedReading   *reading,
            SkJsonSplitter  *splitter,
            GError         **error)
{
  g_autoptr (SkFeedProblem) problem = NULL;
  SkJsonPiece piece;
  JsonNode *node;

  sk_json_splitter_get_head (splitter, &piece);
  node = sk_feed_reading_parse (reading, &piece, &problem);
  if (node != NULL)
    return json_object_ref (json_node_get_object (node));

  g_set_error (error, SK_FEED_ERROR, SK_FEED_ERROR_SYNTAX,
               _("The document cannot be read. %s"), sk_feed_problem_get_message (problem));
  return NULL;
}

static void
set_language (SkFeedReading *reading,
              JsonObject    *document)
{
  g_set_str (&reading->language, sk_record_mapper_find_language (document));
  reading->mapper.language = reading->language;
}

static void
normalize_object (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  sk_json_normalize (node);
}

static void
read_info (SkFeedReading *reading,
           JsonObject    *head)
{
  JsonNode *next = sk_json_get (head, "next");

  g_clear_pointer (&reading->info->name, sk_lang_string_unref);
  reading->info->name = sk_record_mapper_read_name (&reading->mapper, head);
  g_set_str (&reading->info->id, sk_json_get_string (head, "id"));
  g_set_str (&reading->info->next, next != NULL ? sk_json_reference (next) : NULL);
}

static gboolean
inspect_document (SkFeedReading  *reading,
                  JsonObject     *head,
                  GError        **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (reading->inspector == NULL)
    return TRUE;

  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_feed_problem_unref);
  reading->inspector->document (head, problems, reading->inspector->user_data);
  return sk_feed_reading_tell (reading, problems, error);
}

static const char *
name_shape (SkJsonSplitter *splitter)
{
  switch (sk_json_splitter_get_shape (splitter))
    {
    case SK_JSON_SHAPE_ARRAY:
      return "array";
    case SK_JSON_SHAPE_LINES:
      return "json-lines";
    case SK_JSON_SHAPE_FEED:
      return g_str_equal (sk_json_splitter_get_list (splitter), "dataFeedElement") ? "data-feed"
                                                                                   : "item-list";
    case SK_JSON_SHAPE_OBJECT:
    default:
      return "record";
    }
}

/* What the document says before its list of records; in a stream it is not known what
 * comes after. */
static gboolean
start_records (SkFeedReading   *reading,
               SkJsonSplitter  *splitter,
               GError         **error)
{
  g_autoptr (JsonObject) head = NULL;

  reading->info->dialect = name_shape (splitter);
  if (sk_json_splitter_get_shape (splitter) != SK_JSON_SHAPE_FEED)
    return TRUE;

  head = parse_head (reading, splitter, error);
  if (head == NULL)
    return FALSE;

  normalize_object (head);
  set_language (reading, head);
  return sk_dialect_is_list (head) || sk_dialect_check (SK_DIALECT_OTHER, error);
}

/* A list that says nothing of itself and has nothing of use is something else. */
static gboolean
check_usable (SkFeedReading  *reading,
              GError        **error)
{
  if (reading->n_usable > 0 || reading->first_refusal == NULL || reading->inspector != NULL)
    return TRUE;

  g_set_error (error, SK_FEED_ERROR, SK_FEED_ERROR_NOT_A_FEED,
               _("None of its records can be used, so this is no catalogue of tools. The first: %s"),
               sk_feed_problem_get_message (reading->first_refusal));
  return FALSE;
}

static gboolean
end_feed (SkFeedReading   *reading,
          SkJsonSplitter  *splitter,
          GError         **error)
{
  g_autoptr (JsonObject) head = parse_head (reading, splitter, error);

  if (head == NULL || !inspect_document (reading, head, error))
    return FALSE;

  normalize_object (head);
  if (!sk_dialect_is_list (head))
    return sk_dialect_check (SK_DIALECT_OTHER, error);

  read_info (reading, head);
  return TRUE;
}

static gboolean
read_resources (SkFeedReading  *reading,
                GPtrArray      *resources,
                GError        **error)
{
  for (guint i = 0; i < resources->len; i++)
    if (!sk_feed_reading_take_object (reading, g_ptr_array_index (resources, i), 0, 0, error))
      return FALSE;

  return check_usable (reading, error);
}

static gboolean
read_graph (SkFeedReading  *reading,
            JsonObject     *document,
            GError        **error)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), document);
  g_autoptr (GPtrArray) resources = NULL;

  reading->info->dialect = "graph";
  set_language (reading, document);
  sk_graph_collect (nodes, node);
  resources = sk_graph_resolve (nodes);
  if (resources->len == 0)
    return sk_dialect_check (SK_DIALECT_OTHER, error);

  return read_resources (reading, resources, error);
}

/* A list of one record need not be written as a list. */
static gboolean
read_list_of_one (SkFeedReading  *reading,
                  JsonObject     *document,
                  GError        **error)
{
  JsonNode *element = sk_json_get (document, "dataFeedElement");

  reading->info->dialect = element != NULL ? "data-feed" : "item-list";
  if (element == NULL)
    element = sk_json_get (document, "itemListElement");

  read_info (reading, document);
  if (sk_json_object (element) == NULL)
    return sk_dialect_check (SK_DIALECT_OTHER, error);

  return sk_feed_reading_take_object (reading, json_node_get_object (element), 0, 0, error);
}

static gboolean
read_record (SkFeedReading   *reading,
             SkJsonSplitter  *splitter,
             GError         **error)
{
  SkJsonPiece piece;

  reading->info->dialect = "record";
  sk_json_splitter_get_head (splitter, &piece);
  return sk_feed_reading_take_piece (reading, &piece, error);
}

static gboolean
read_index (SkFeedReading   *reading,
            SkJsonSplitter  *splitter,
            JsonObject      *document,
            GError         **error)
{
  g_autoptr (JsonObject) written = NULL;

  reading->info->kind = SK_FEED_KIND_INDEX;
  reading->info->dialect = "index";
  read_info (reading, document);
  if (reading->inspector == NULL)
    return TRUE;

  written = parse_head (reading, splitter, error);
  return written != NULL && inspect_document (reading, written, error);
}

static gboolean
read_document (SkFeedReading   *reading,
               SkJsonSplitter  *splitter,
               GError         **error)
{
  g_autoptr (JsonObject) document = parse_head (reading, splitter, error);
  SkDialect dialect;

  if (document == NULL)
    return FALSE;

  normalize_object (document);
  dialect = sk_dialect_of_document (document);
  if (!sk_dialect_check (dialect, error))
    return FALSE;

  switch ((guint) dialect)
    {
    case SK_DIALECT_INDEX:
      return read_index (reading, splitter, document, error);
    case SK_DIALECT_GRAPH:
      return read_graph (reading, document, error);
    case SK_DIALECT_FEED:
      return read_list_of_one (reading, document, error);
    default:
      return read_record (reading, splitter, error);
    }
}

static gboolean
read_json (SkFeedReading  *reading,
           GError        **error)
{
  g_autoptr (SkJsonSplitter) splitter = sk_json_splitter_new (reading->input, reading->limits);
  g_autoptr (GError) why = NULL;
  SkJsonPiece piece;

  while (sk_json_splitter_next (splitter, &piece, &why))
    {
      if (reading->info->dialect == NULL && !start_records (reading, splitter, error))
        return FALSE;
      if (!sk_feed_reading_take_piece (reading, &piece, error))
        return FALSE;
    }

  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  switch (sk_json_splitter_get_shape (splitter))
    {
    case SK_JSON_SHAPE_FEED:
      reading->info->dialect = name_shape (splitter);
      return end_feed (reading, splitter, error);
    case SK_JSON_SHAPE_ARRAY:
    case SK_JSON_SHAPE_LINES:
      reading->info->dialect = name_shape (splitter);
      return check_usable (reading, error);
    case SK_JSON_SHAPE_OBJECT:
    default:
      return read_document (reading, splitter, error);
    }
}

static gboolean
collect_scripts (SkFeedReading  *reading,
                 const char     *html,
                 gsize           length,
                 GPtrArray      *nodes,
                 GError        **error)
{
  const char *end = html + length;
  SkJsonPiece piece = {.line = 0};

  while (sk_html_next_script (&html, end, &piece.text, &piece.length))
    {
      SkFeedProblem *problem = NULL;
      JsonNode *node = NULL;

      if (sk_json_check_depth (piece.text, piece.length, reading->limits->max_depth))
        node = sk_feed_reading_parse (reading, &piece, &problem);
      else
        problem = sk_feed_problem_new (SK_FEED_SEVERITY_ERROR, "syntax", NULL,
                                       g_strdup (_("A script of the page is nested too deep.")));

      if (node != NULL)
        {
          sk_json_normalize (node);
          sk_graph_collect (nodes, node);
        }
      else if (!sk_feed_reading_refuse (reading, problem, NULL, 0, 0, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_html (SkFeedReading  *reading,
           GError        **error)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_autoptr (GPtrArray) resources = NULL;
  const char *html;
  gsize length;

  reading->info->dialect = "html";
  if (!sk_feed_input_read_rest (reading->input, reading->limits->max_whole_bytes, &html, &length,
                                error) ||
      !collect_scripts (reading, html, length, nodes, error))
    return FALSE;

  resources = sk_graph_resolve (nodes);
  if (resources->len > 0)
    return read_resources (reading, resources, error);

  g_set_error_literal (error, SK_FEED_ERROR, SK_FEED_ERROR_NOT_A_FEED,
                       _("This address gave a web page, not a feed. On a school or hotel network you "
                         "may first have to log in, in a web browser."));
  return FALSE;
}

/**
 * sk_feed_reading_read:
 *
 * Reads the document from its first byte to its last.
 *
 * Returns: whether it is a feed, and whole
 */
gboolean
sk_feed_reading_read (SkFeedReading  *reading,
                      GError        **error)
{
  SkFeedStart start;

  if (!sk_dialect_sniff_start (reading->input, &start, error))
    return FALSE;

  return start == SK_FEED_START_HTML ? read_html (reading, error) : read_json (reading, error);
}
