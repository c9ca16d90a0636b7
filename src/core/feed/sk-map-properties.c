/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-mapping.h"

#include <string.h>

#include "sk-feed-value.h"
#include "sk-json.h"

#define MAX_NUMBER 100000

typedef void (*ReadFunc) (SkRecordMapping *self,
                          JsonObject      *property,
                          JsonNode        *value);

static guint
read_count (JsonNode *value)
{
  double number;
  gint64 count;

  if (sk_json_count_of (value, &count))
    return count <= MAX_NUMBER ? (guint) count : 0;

  return sk_json_number (value, &number) && number >= 0 && number <= MAX_NUMBER ? (guint) number : 0;
}

static gboolean
read_flag (JsonNode *value)
{
  gboolean flag;

  return sk_json_boolean (value, &flag) && flag;
}

static void
read_setting (SkRecordMapping *self,
              JsonObject      *property,
              JsonNode        *value)
{
  const char *uri = sk_json_reference (value);
  SkVocabulary *settings = sk_vocabularies_get (self->mapper->vocabularies, SK_FACET_SETTING);
  g_autoptr (SkConcept) concept = NULL;

  if (uri == NULL || !sk_value_is_uri (uri))
    return;

  concept = sk_vocabulary_find (settings, uri);
  concept = concept != NULL ? sk_concept_ref (concept) : sk_concept_new (uri, NULL, NULL, NULL);

  if (self->fields->settings == NULL)
    self->fields->settings = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_concept_unref);
  for (guint i = 0; i < self->fields->settings->len; i++)
    if (g_str_equal (sk_concept_get_id (g_ptr_array_index (self->fields->settings, i)),
                     sk_concept_get_id (concept)))
      return;

  g_ptr_array_add (self->fields->settings, g_steal_pointer (&concept));
}

static void
read_minutes_min (SkRecordMapping *self,
                  JsonObject      *property,
                  JsonNode        *value)
{
  self->fields->minutes_min = read_count (value);
}

static void
read_skippable (SkRecordMapping *self,
                JsonObject      *property,
                JsonNode        *value)
{
  self->fields->skippable = read_flag (value);
}

static void
read_need (SkRecordMapping *self,
           JsonObject      *property,
           JsonNode        *value)
{
  const char *need = sk_json_string (value);
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) held = g_steal_pointer (&self->fields->needs);

  builder = g_strv_builder_new ();
  if (held != NULL)
    g_strv_builder_addv (builder, (const char **) held);
  if (need != NULL && sk_value_is_need (need) &&
      !(held != NULL && g_strv_contains ((const char * const *) held, need)))
    g_strv_builder_add (builder, need);
  else if (held == NULL)
    return;

  self->fields->needs = g_strv_builder_end (builder);
}

static void
read_group_min (SkRecordMapping *self,
                JsonObject      *property,
                JsonNode        *value)
{
  self->fields->group_min = read_count (value);
}

static void
read_group_max (SkRecordMapping *self,
                JsonObject      *property,
                JsonNode        *value)
{
  self->fields->group_max = read_count (value);
}

static void
read_sensitive (SkRecordMapping *self,
                JsonObject      *property,
                JsonNode        *value)
{
  self->fields->sensitive = read_flag (value);
}

static void
read_talk_question (SkRecordMapping *self,
                    JsonObject      *property,
                    JsonNode        *value)
{
  const char *language = sk_json_get_string (property, "inLanguage");
  g_autoptr (SkLangString) question = NULL;

  question = sk_mapping_read_text (self, value, language != NULL ? language : self->language,
                                   SK_TEXT_LINE);
  if (question == NULL)
    return;

  if (self->fields->talk_questions == NULL)
    self->fields->talk_questions =
        g_ptr_array_new_with_free_func ((GDestroyNotify) sk_lang_string_unref);
  g_ptr_array_add (self->fields->talk_questions, g_steal_pointer (&question));
}

static void
read_age_estimated (SkRecordMapping *self,
                    JsonObject      *property,
                    JsonNode        *value)
{
  if (self->fields->has_ages && read_flag (value))
    self->fields->ages_estimated = TRUE;
}

static void
read_seen (SkRecordMapping *self,
           JsonObject      *property,
           JsonNode        *value)
{
  g_autofree char *year = NULL;
  const char *seen = sk_json_string (value);
  gint64 number;

  if (seen == NULL && sk_json_count_of (value, &number))
    seen = year = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  if (seen != NULL && sk_value_is_seen (seen))
    g_set_str (&self->fields->seen, seen);
}

static const struct
{
  const char *name;
  ReadFunc read;
} properties[] = {
  {"setting", read_setting},
  {"minutes-min", read_minutes_min},
  {"skippable", read_skippable},
  {"needs", read_need},
  {"group-min", read_group_min},
  {"group-max", read_group_max},
  {"sensitive", read_sensitive},
  {"talk-question", read_talk_question},
  {"age-estimated", read_age_estimated},
  {"seen", read_seen},
};

static void
read_property (SkRecordMapping *self,
               JsonObject      *property)
{
  const char *id = sk_json_get_string (property, "propertyID");
  JsonNode *value = sk_json_get (property, "value");

  if (id == NULL || value == NULL || !g_str_has_prefix (id, SK_PROPERTY_ROOT))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (g_str_equal (id + strlen (SK_PROPERTY_ROOT), properties[i].name))
      for (guint j = 0; j < sk_json_count (value); j++)
        properties[i].read (self, property, sk_json_nth (value, j));
}

/**
 * sk_mapping_map_properties:
 *
 * `additionalProperty`: Sidekick's own optional fields. Those of others are passed over.
 */
void
sk_mapping_map_properties (SkRecordMapping *self)
{
  SkResourceFields *fields = self->fields;
  JsonNode *node = sk_json_get (self->record, "additionalProperty");

  for (guint i = 0; i < sk_json_count (node); i++)
    {
      JsonObject *property = sk_json_object (sk_json_nth (node, i));

      if (property != NULL)
        read_property (self, property);
    }

  if (fields->group_max > 0 && fields->group_min > fields->group_max)
    fields->group_min = fields->group_max = 0;
}
