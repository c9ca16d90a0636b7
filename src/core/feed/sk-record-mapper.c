/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-mapper.h"

#include <glib/gi18n.h>

#include "sk-feed-value.h"
#include "sk-json.h"
#include "sk-record-mapping.h"

#define AMB_CONTEXT "https://w3id.org/kim/amb/context.jsonld"

/**
 * sk_record_mapper_is_amb:
 * @record: a record
 *
 * Returns: whether it says that it is written after AMB
 */
gboolean
sk_record_mapper_is_amb (JsonObject *record)
{
  JsonNode *context = sk_json_get (record, "@context");

  for (guint i = 0; i < sk_json_count (context); i++)
    if (g_strcmp0 (sk_json_string (sk_json_nth (context, i)), AMB_CONTEXT) == 0)
      return TRUE;

  return FALSE;
}

/**
 * sk_record_mapper_find_language:
 * @record: a record, or a document's head
 *
 * Returns: (nullable): the language that its context gives its texts (`@language`)
 */
const char *
sk_record_mapper_find_language (JsonObject *record)
{
  JsonNode *context = sk_json_get (record, "@context");

  for (guint i = 0; i < sk_json_count (context); i++)
    {
      JsonObject *terms = sk_json_object (sk_json_nth (context, i));
      const char *language = terms != NULL ? sk_json_get_string (terms, "@language") : NULL;

      if (language != NULL)
        return language;
    }

  return NULL;
}

static char *
resolve_id (const SkRecordMapper *self,
            const char           *text)
{
  if (text == NULL)
    return NULL;
  if (sk_value_is_uri (text))
    return g_strdup (text);

  return sk_value_resolve_link (text, self->base_uri);
}

/* Plain schema.org has other places for what AMB writes as the id. */
static char *
find_other_id (const SkRecordMapper *self,
               JsonObject           *record)
{
  static const char * const members[] = {"identifier", "url"};

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *node = sk_json_get (record, members[i]);

      for (guint j = 0; j < sk_json_count (node); j++)
        {
          JsonObject *object = sk_json_object (sk_json_nth (node, j));
          const char *text = sk_json_reference (sk_json_nth (node, j));
          char *id;

          if (text == NULL && object != NULL)
            text = sk_json_get_string (object, "value");
          if (text != NULL && i == 0 && !sk_value_is_uri (text))
            continue;

          id = resolve_id (self, text);
          if (id != NULL)
            return id;
        }
    }

  return NULL;
}

static SkFeedProblem *
refuse_id (JsonNode *node)
{
  const char *text = sk_json_string (node);
  char *message;

  if (node == NULL)
    return sk_feed_problem_new (SK_FEED_SEVERITY_ERROR, "missing-id", "id",
                                g_strdup (_("The record has no id. Give it an address of its own that "
                                            "never changes.")));
  if (text == NULL)
    message = g_strdup (_("The id is not text. Write an absolute address, such as "
                          "“https://example.org/tools/1”."));
  else
    message = g_strdup_printf (_("The id “%.200s” is not an absolute address, such as "
                                 "“https://example.org/tools/1”."),
                               text);

  return sk_feed_problem_new (SK_FEED_SEVERITY_ERROR, "bad-id", "id", message);
}

/**
 * sk_record_mapper_find_id:
 * @record: a normalised record
 * @refusal: (out) (optional): why there is none
 *
 * Finds the absolute URI that the record goes by: its id, against the document's address
 * where it is relative; in plain schema.org else its `identifier` or `url`.
 *
 * Returns: (transfer full) (nullable): the id
 */
char *
sk_record_mapper_find_id (const SkRecordMapper  *self,
                          JsonObject            *record,
                          SkFeedProblem        **refusal)
{
  JsonNode *node = sk_json_get (record, "id");
  g_autofree char *id = resolve_id (self, sk_json_string (node));

  if (id == NULL && !sk_record_mapper_is_amb (record))
    id = find_other_id (self, record);
  if (id == NULL && refusal != NULL)
    *refusal = refuse_id (node);

  return g_steal_pointer (&id);
}

/**
 * sk_record_mapper_read_name:
 * @document: a normalised document
 *
 * Returns: (transfer full) (nullable): what the document is called
 */
SkLangString *
sk_record_mapper_read_name (const SkRecordMapper *self,
                            JsonObject           *document)
{
  SkRecordMapping mapping = {.mapper = self, .record = document};

  return sk_mapping_read_text (&mapping, sk_json_get (document, "name"),
                               sk_record_mapper_find_language (document), SK_TEXT_LINE);
}

static JsonNode *
find_name (JsonObject *record)
{
  JsonNode *name = sk_json_get (record, "name");

  return name != NULL ? name : sk_json_get (record, "headline");
}

static SkFeedProblem *
refuse_name (JsonNode *node)
{
  gboolean readable = node == NULL || JSON_NODE_HOLDS_OBJECT (node) ||
                      JSON_NODE_HOLDS_ARRAY (node) || sk_json_string (node) != NULL;

  if (readable)
    return sk_feed_problem_new (SK_FEED_SEVERITY_ERROR, "missing-name", "name",
                                g_strdup (_("The record has no name. Give it a title.")));

  return sk_feed_problem_new (SK_FEED_SEVERITY_ERROR, "bad-type", "name",
                              g_strdup (_("The name is not text. Write it in quotes.")));
}

static gboolean
map_name (SkRecordMapping  *mapping,
          SkFeedProblem   **refusal)
{
  JsonNode *node = find_name (mapping->record);

  mapping->fields->name = sk_mapping_read_text (mapping, node, mapping->language, SK_TEXT_LINE);
  if (mapping->fields->name != NULL)
    return TRUE;

  if (refusal != NULL)
    *refusal = refuse_name (node);
  return FALSE;
}

static void
map_description (SkRecordMapping *mapping)
{
  static const char * const members[] = {"description", "abstract"};

  for (guint i = 0; mapping->fields->description == NULL && i < G_N_ELEMENTS (members); i++)
    mapping->fields->description =
        sk_mapping_read_text (mapping, sk_json_get (mapping->record, members[i]), mapping->language,
                              SK_TEXT_PROSE);
}

/**
 * sk_record_mapper_map:
 * @record: a normalised record of AMB or schema.org
 * @wrapper: (nullable): the normalised DataFeedItem or ListItem around it
 * @refusal: (out) (optional): why it is refused
 *
 * Reads a record into the model, as DESIGN's mapping says. What cannot be used of a field
 * is passed over; without an id or a name the record is refused.
 *
 * Returns: (transfer full) (nullable): the resource
 */
SkResource *
sk_record_mapper_map (const SkRecordMapper  *self,
                      JsonObject            *record,
                      JsonObject            *wrapper,
                      SkFeedProblem        **refusal)
{
  g_auto (SkResourceFields) fields = {0};
  SkRecordMapping mapping = {self, record, wrapper, NULL, &fields};

  mapping.language = sk_record_mapper_find_language (record);
  if (mapping.language == NULL)
    mapping.language = self->language;

  fields.id = sk_record_mapper_find_id (self, record, refusal);
  if (fields.id == NULL || !map_name (&mapping, refusal))
    return NULL;

  fields.source = g_strdup (self->source);
  map_description (&mapping);
  sk_mapping_map_languages (&mapping);
  sk_mapping_map_keywords (&mapping);
  sk_mapping_map_ages (&mapping);
  sk_mapping_map_concepts (&mapping);
  sk_mapping_map_publishers (&mapping);
  sk_mapping_map_licence (&mapping);
  sk_mapping_map_links (&mapping);
  sk_mapping_map_dates (&mapping);
  sk_mapping_map_properties (&mapping);

  return sk_resource_new (&fields);
}
