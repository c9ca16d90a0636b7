/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-reading.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "model/sk-date.h"
#include "sk-feed-dialect.h"
#include "sk-json-normalizer.h"
#include "sk-json.h"
#include "sk-map-curated.h"

/* One element of a list on its way to the handler. */
typedef struct
{
  JsonObject *record;
  JsonObject *wrapper;
  guint64 index;
  guint64 line;
  guint64 column;
  GPtrArray *problems;        /* NULL without an inspector */
} Element;

/**
 * sk_feed_reading_clear:
 *
 * Frees what the reading holds.
 */
void
sk_feed_reading_clear (SkFeedReading *self)
{
  g_clear_pointer (&self->input, sk_feed_input_free);
  g_clear_object (&self->parser);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->first_refusal, sk_feed_problem_unref);
}

static SkFeedProblem *
syntax_problem (char *message)
{
  return sk_feed_problem_new (SK_FEED_SEVERITY_ERROR, "syntax", NULL, message);
}

/* The parser tells the place in its message alone. */
static SkFeedProblem *
refuse_json (const SkJsonPiece *piece,
             const GError      *error)
{
  gulong line;

  if (piece->line == 0 || sscanf (error->message, "<data>:%lu:", &line) != 1)
    return syntax_problem (g_strdup (_("This is not correct JSON. Check it with a JSON tool.")));

  return syntax_problem (g_strdup_printf (_("This is not correct JSON: see line %lu."),
                                          (gulong) piece->line + line - 1));
}

static SkFeedProblem *
refuse_nul (void)
{
  return syntax_problem (g_strdup (_("This is damaged: it has a NUL byte.")));
}

static SkFeedProblem *
refuse_bytes (const SkJsonPiece *piece,
              const char        *where)
{
  if (memchr (piece->text, '\0', piece->length) != NULL)
    return refuse_nul ();

  return syntax_problem (g_strdup_printf (_("This is not correct UTF-8 after “%.40s”. Save the feed as "
                                            "UTF-8."),
                                          where));
}

/* The last few characters before a byte that is none. */
static char *
text_before (const SkJsonPiece *piece,
             const char        *end)
{
  const char *start = end;

  for (guint i = 0; i < 10 && start > piece->text; i++)
    start = g_utf8_find_prev_char (piece->text, start);

  return g_strndup (start, (gsize) (end - start));
}

/* A parser would cut the text off there, and nobody would know. */
static gboolean
has_escaped_nul (const SkJsonPiece *piece)
{
  const char *end = piece->text + piece->length;

  for (const char *at = piece->text; (at = memchr (at, '\\', (gsize) (end - at))) != NULL; at += 2)
    {
      if (end - at >= 6 && memcmp (at, "\\u0000", 6) == 0)
        return TRUE;
      if (end - at <= 2)
        return FALSE;
    }

  return FALSE;
}

/**
 * sk_feed_reading_parse:
 * @piece: the text of a JSON value
 * @problem: (out): why it cannot be parsed
 *
 * Returns: (transfer none) (nullable): the value, until the next one is parsed
 */
JsonNode *
sk_feed_reading_parse (SkFeedReading      *self,
                       const SkJsonPiece  *piece,
                       SkFeedProblem     **problem)
{
  g_autoptr (GError) error = NULL;
  const char *end;

  if (!g_utf8_validate_len (piece->text, piece->length, &end))
    {
      g_autofree char *before = text_before (piece, end);

      *problem = refuse_bytes (piece, before);
      return NULL;
    }

  if (has_escaped_nul (piece))
    {
      *problem = refuse_nul ();
      return NULL;
    }

  if (!json_parser_load_from_data (self->parser, piece->text, (gssize) piece->length, &error))
    {
      *problem = refuse_json (piece, error);
      return NULL;
    }

  return json_parser_get_root (self->parser);
}

/* FNV-1a: enough of each id to know it again, without keeping it. */
static gpointer
hash_id (const char *id)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; *id != '\0'; id++)
    hash = (hash ^ (guchar) *id) * G_GUINT64_CONSTANT (0x100000001b3);

  return (gpointer) (gsize) hash;
}

static gboolean
tell_one (SkFeedReading  *self,
          SkFeedProblem  *problem,
          GError        **error)
{
  if (self->handler->problem == NULL)
    return TRUE;

  return self->handler->problem (problem, self->user_data, error);
}

/**
 * sk_feed_reading_tell:
 * @problems: (element-type SkFeedProblem): what the inspector found
 *
 * Returns: whether the handler wants to go on
 */
gboolean
sk_feed_reading_tell (SkFeedReading  *self,
                      GPtrArray      *problems,
                      GError        **error)
{
  for (guint i = 0; i < problems->len; i++)
    if (!tell_one (self, g_ptr_array_index (problems, i), error))
      return FALSE;

  return TRUE;
}

/**
 * sk_feed_reading_refuse:
 * @problem: (transfer full): why the next record cannot be used
 * @id: (nullable): its id
 *
 * Counts and names a record that is skipped.
 *
 * Returns: whether the handler wants to go on
 */
gboolean
sk_feed_reading_refuse (SkFeedReading  *self,
                        SkFeedProblem  *problem,
                        const char     *id,
                        guint64         line,
                        guint64         column,
                        GError        **error)
{
  g_autoptr (SkFeedProblem) held = problem;

  sk_feed_problem_locate (held, self->info->n_records++, id, line, column);
  if (self->first_refusal == NULL)
    self->first_refusal = sk_feed_problem_ref (held);

  return tell_one (self, held, error);
}

static gboolean
same_problem (gconstpointer a,
              gconstpointer b)
{
  return g_str_equal (sk_feed_problem_get_code (a), sk_feed_problem_get_code (b)) &&
         g_strcmp0 (sk_feed_problem_get_path (a), sk_feed_problem_get_path (b)) == 0;
}

/* What the inspector has said already is not said twice. */
static void
add_refusal (SkFeedReading *self,
             Element       *element,
             SkFeedProblem *refusal)
{
  guint found;

  if (self->first_refusal == NULL)
    self->first_refusal = sk_feed_problem_ref (refusal);

  if (g_ptr_array_find_with_equal_func (element->problems, refusal, same_problem, &found))
    sk_feed_problem_unref (refusal);
  else
    g_ptr_array_add (element->problems, refusal);
}

static gboolean
tell_all (SkFeedReading  *self,
          Element        *element,
          const char     *id,
          GError        **error)
{
  for (guint i = 0; i < element->problems->len; i++)
    sk_feed_problem_locate (g_ptr_array_index (element->problems, i), element->index, id,
                            element->line, element->column);

  return sk_feed_reading_tell (self, element->problems, error);
}

static SkFeedProblem *
refuse_duplicate (const char *id)
{
  return sk_feed_problem_new (SK_FEED_SEVERITY_ERROR, "duplicate-id", "id",
                              g_strdup_printf (_("The id “%.200s” was used before in this feed. The "
                                                 "first record counts."),
                                               id));
}

static SkFeedProblem *
refuse_type (JsonObject *record)
{
  const char *type = sk_json_get_string (record, "type");

  return sk_feed_problem_new (SK_FEED_SEVERITY_ERROR, "bad-type", "type",
                              g_strdup_printf (_("This is a “%.60s”, not a LearningResource or "
                                                 "another work."),
                                               type != NULL ? sk_json_strip_prefix (type) : "?"));
}

static gboolean
is_withdrawn (Element *element)
{
  JsonObject *holder = element->wrapper != NULL ? element->wrapper : element->record;
  const char *date = sk_json_get_string (holder, "dateDeleted");
  gint64 seconds;

  return date != NULL && sk_date_parse (date, &seconds);
}

static gboolean
take_withdrawn (SkFeedReading  *self,
                const char     *id,
                Element        *element,
                GError        **error)
{
  self->n_usable++;
  return self->handler->withdrawn == NULL ||
         self->handler->withdrawn (id, element->index, self->user_data, error);
}

static gboolean
take_thing (SkFeedReading  *self,
            GObject        *thing,
            Element        *element,
            GError        **error)
{
  self->n_usable++;
  if (SK_IS_RESOURCE (thing))
    return self->handler->resource == NULL ||
           self->handler->resource (SK_RESOURCE (thing), element->index, self->user_data, error);

  self->info->n_curated++;
  return self->handler->curated == NULL ||
         self->handler->curated (thing, element->index, self->user_data, error);
}

static SkFeedProblem *
refuse_many (SkFeedReading *self)
{
  return sk_feed_problem_new (
    SK_FEED_SEVERITY_ERROR, "too-many", NULL,
    g_strdup_printf (_("There are more than %lu lists and events, which is "
                        "as many as are read."),
                     (gulong) self->limits->max_curated));
}

static GObject *
map_element (SkFeedReading  *self,
             Element        *element,
             SkFeedProblem **refusal)
{
  if (sk_curated_classify (element->record) == SK_CURATED_NOT)
    {
      SkResource *resource =
        sk_record_mapper_map (&self->mapper, element->record, element->wrapper, refusal);

      return resource != NULL ? G_OBJECT (resource) : NULL;
    }

  if (self->info->n_curated < self->limits->max_curated)
    return sk_curated_map (&self->mapper, element->record, refusal);

  *refusal = refuse_many (self);
  return NULL;
}

/* Reads the element as far as it can be, and says in *refusal why it cannot. */
static char *
read_element (SkFeedReading  *self,
              Element        *element,
              gboolean       *withdrawn,
              GObject       **thing,
              SkFeedProblem **refusal)
{
  g_autofree char *id = sk_record_mapper_find_id (&self->mapper, element->record, refusal);

  *withdrawn = is_withdrawn (element);
  if (id == NULL)
    return NULL;

  if (!sk_dialect_may_be_resource (element->record) &&
      sk_curated_classify (element->record) == SK_CURATED_NOT)
    *refusal = refuse_type (element->record);
  else if (!*withdrawn)
    *thing = map_element (self, element, refusal);

  if (*refusal == NULL && !g_hash_table_add (self->ids, hash_id (id)))
    *refusal = refuse_duplicate (id);

  return g_steal_pointer (&id);
}

static gboolean
take_element (SkFeedReading  *self,
              Element        *element,
              GError        **error)
{
  g_autoptr (GObject) thing = NULL;
  SkFeedProblem *refusal = NULL;
  gboolean withdrawn;
  g_autofree char *id = read_element (self, element, &withdrawn, &thing, &refusal);

  if (refusal != NULL)
    add_refusal (self, element, refusal);
  if (!tell_all (self, element, id, error))
    return FALSE;

  if (refusal != NULL)
    return TRUE;
  if (withdrawn)
    return take_withdrawn (self, id, element, error);

  return take_thing (self, thing, element, error);
}

/* Inspecting sees what was written, so it comes before normalising. */
static void
inspect (SkFeedReading *self,
         JsonObject    *object,
         GPtrArray     *problems)
{
  JsonObject *item = sk_json_object (sk_json_get (object, "item"));

  if (self->inspector != NULL)
    self->inspector->record (item != NULL ? item : object, item != NULL ? object : NULL, problems,
                             self->inspector->user_data);
}

static gboolean
count_element (SkFeedReading  *self,
               GError        **error)
{
  if (self->info->n_records < self->limits->max_records)
    return TRUE;

  g_set_error (error, SK_FEED_ERROR, SK_FEED_ERROR_TOO_LARGE,
               _("The catalogue has more than %lu records. Ask its publisher to split it."),
               (gulong) self->limits->max_records);
  return FALSE;
}

/**
 * sk_feed_reading_take_object:
 * @object: a record, alone or in a DataFeedItem or ListItem
 * @line: where it starts, 0 where that is not known
 *
 * Reads a record and hands it to the handler.
 *
 * Returns: whether the handler wants to go on
 */
gboolean
sk_feed_reading_take_object (SkFeedReading  *self,
                             JsonObject     *object,
                             guint64         line,
                             guint64         column,
                             GError        **error)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sk_feed_problem_unref);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  Element element = {NULL, NULL, self->info->n_records, line, column, problems};

  if (!count_element (self, error))
    return FALSE;

  inspect (self, object, problems);
  sk_json_normalize (node);
  element.record = sk_json_object (sk_json_get (object, "item"));
  element.wrapper = element.record != NULL ? object : NULL;
  if (element.record == NULL)
    element.record = object;

  if (element.index == 0 && !sk_dialect_check (sk_dialect_of_element (object), error))
    return FALSE;

  self->info->n_records++;
  return take_element (self, &element, error);
}

/**
 * sk_feed_reading_take_piece:
 * @piece: the text of a record
 *
 * Reads a record and hands it to the handler.
 *
 * Returns: whether the handler wants to go on
 */
gboolean
sk_feed_reading_take_piece (SkFeedReading      *self,
                            const SkJsonPiece  *piece,
                            GError            **error)
{
  SkFeedProblem *problem = NULL;
  JsonNode *node;

  if (!count_element (self, error))
    return FALSE;

  node = sk_feed_reading_parse (self, piece, &problem);
  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    problem = sk_feed_problem_new (SK_FEED_SEVERITY_ERROR, "bad-type", NULL,
                                   g_strdup (_("This is no record: a record is an object in "
                                               "braces.")));
  if (problem != NULL)
    return sk_feed_reading_refuse (self, problem, NULL, piece->line, piece->column, error);

  return sk_feed_reading_take_object (self, json_node_get_object (node), piece->line, piece->column,
                                      error);
}
