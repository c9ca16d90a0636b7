/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-map-curated.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/sk-date.h"
#include "sk-feed-value.h"
#include "sk-json.h"
#include "sk-record-mapping.h"

/* They are all kept in memory. */
#define MAX_TEXT_BYTES (16 * 1024)
#define MAX_MEMBER_BYTES (256 * 1024)

#define DAY_LENGTH 10

/**
 * sk_curated_get_members:
 * @record: a normalised object
 *
 * Returns: (transfer none) (nullable): what it lists
 */
JsonNode *
sk_curated_get_members (JsonObject *record)
{
  JsonNode *members = sk_json_get (record, "itemListElement");

  return members != NULL ? members : sk_json_get (record, "hasPart");
}

/**
 * sk_curated_classify:
 * @record: a normalised object that stands where a record may
 *
 * A Collection that is a LearningResource too is a tool that has parts.
 *
 * Returns: what it is, as far as its type says
 */
SkCuratedKind
sk_curated_classify (JsonObject *record)
{
  if (sk_json_has_type (record, "LearningResource") ||
      sk_json_get (record, "learningResourceType") != NULL)
    return SK_CURATED_NOT;
  if (sk_json_has_type (record, "ItemList") ||
      (sk_json_has_type (record, "Collection") && sk_curated_get_members (record) != NULL))
    return SK_CURATED_COLLECTION;

  return sk_json_has_type (record, "Event") ? SK_CURATED_EVENT : SK_CURATED_NOT;
}

static SkFeedProblem *
refuse (const char *code,
        const char *path,
        const char *message)
{
  return sk_feed_problem_new (SK_FEED_SEVERITY_ERROR, code, path, g_strdup (message));
}

static gboolean
is_short (SkLangString *text)
{
  gsize length = 0;

  for (guint i = 0; text != NULL && i < sk_lang_string_get_size (text); i++)
    length += strlen (sk_lang_string_get_nth (text, i, NULL));

  return length <= MAX_TEXT_BYTES;
}

/* The address of a tool, a reference to it, or a ListItem around either. */
static char *
read_member (const SkRecordMapper *mapper,
             JsonNode             *node)
{
  JsonObject *object = sk_json_object (node);
  JsonNode *item = object != NULL ? sk_json_get (object, "item") : NULL;
  const char *text = sk_json_reference (item != NULL ? item : node);

  if (text == NULL && object != NULL)
    text = sk_json_get_string (object, "url");
  if (text == NULL)
    return NULL;

  return sk_value_is_uri (text) ? g_strdup (text) : sk_value_resolve_link (text, mapper->base_uri);
}

static GStrv
read_members (const SkRecordMapper  *mapper,
              JsonNode              *list,
              SkFeedProblem        **refusal)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n_bytes = 0;

  for (guint i = 0; i < sk_json_count (list) && g_hash_table_size (seen) < SK_CURATED_MAX_MEMBERS;
       i++)
    {
      g_autofree char *id = read_member (mapper, sk_json_nth (list, i));

      if (id == NULL || g_hash_table_contains (seen, id))
        continue;

      n_bytes += strlen (id);
      g_hash_table_add (seen, id);
      g_strv_builder_take (builder, g_steal_pointer (&id));
    }

  if (n_bytes > MAX_MEMBER_BYTES)
    *refusal =
      refuse ("too-large", "itemListElement", _("The ids of the list are too long. Split it."));
  else if (n_bytes == 0)
    *refusal = refuse ("missing-members", "itemListElement",
                       _("The list is empty. Write the ids of its tools in “itemListElement”."));

  return *refusal == NULL ? g_strv_builder_end (builder) : NULL;
}

static GObject *
map_collection (SkRecordMapping  *mapping,
                const char       *id,
                SkLangString     *name,
                SkFeedProblem   **refusal)
{
  g_autoptr (SkLangString) description = NULL;
  g_auto (GStrv) members = NULL;

  description = sk_mapping_read_text (mapping, sk_json_get (mapping->record, "description"),
                                      mapping->language, SK_TEXT_PROSE);
  if (!is_short (description))
    {
      *refusal = refuse ("too-large", "description", _("The text is too long. Shorten it."));
      return NULL;
    }

  members = read_members (mapping->mapper, sk_curated_get_members (mapping->record), refusal);
  return members != NULL
           ? G_OBJECT (sk_collection_new (id, name, description, (const char * const *) members))
           : NULL;
}

static GObject *
map_event (SkRecordMapping  *mapping,
           const char       *id,
           SkLangString     *name,
           SkFeedProblem   **refusal)
{
  const char *start = sk_json_get_string (mapping->record, "startDate");
  g_autofree char *day = NULL;
  gint64 seconds;

  if (start == NULL || !sk_date_parse (start, &seconds))
    {
      *refusal = refuse (start == NULL ? "missing-field" : "bad-date", "startDate",
                         _("The event has no day. Write it as “2027-02-09” in “startDate”."));
      return NULL;
    }

  day = g_strndup (start, DAY_LENGTH);
  return G_OBJECT (sk_event_new (id, name, day));
}

/**
 * sk_curated_map:
 * @record: a normalised object that [func@curated_classify] tells is one
 * @refusal: (out): why it is refused; %NULL beforehand
 *
 * Reads a list of tools or an event.
 *
 * Returns: (transfer full) (nullable): a #SkCollection or a #SkEvent
 */
GObject *
sk_curated_map (const SkRecordMapper  *mapper,
                JsonObject            *record,
                SkFeedProblem        **refusal)
{
  SkRecordMapping mapping = {.mapper = mapper, .record = record};
  g_autofree char *id = sk_record_mapper_find_id (mapper, record, refusal);
  g_autoptr (SkLangString) name = NULL;

  if (id == NULL)
    return NULL;

  mapping.language = sk_record_mapper_find_language (record);
  if (mapping.language == NULL)
    mapping.language = mapper->language;

  name =
    sk_mapping_read_text (&mapping, sk_json_get (record, "name"), mapping.language, SK_TEXT_LINE);
  if (name == NULL || !is_short (name))
    {
      *refusal = name == NULL
                   ? refuse ("missing-name", "name", _("The record has no name. Give it a title."))
                   : refuse ("too-large", "name", _("The text is too long. Shorten it."));
      return NULL;
    }

  return sk_curated_classify (record) == SK_CURATED_EVENT
           ? map_event (&mapping, id, name, refusal)
           : map_collection (&mapping, id, name, refusal);
}
