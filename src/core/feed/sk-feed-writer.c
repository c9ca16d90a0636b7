/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-writer.h"

#include "sk-feed-value.h"
#include "sk-json-output.h"

#define AMB_CONTEXT "https://w3id.org/kim/amb/context.jsonld"
#define SCHEMA_CONTEXT "https://schema.org"

typedef struct
{
  SkJsonOutput output;
  SkResource *resource;
  const char *language;       /* of texts that are written without one; "" for none */
} Writing;

static void
add_string (Writing    *self,
            const char *name,
            const char *value)
{
  if (value == NULL)
    return;

  sk_json_output_name (&self->output, name);
  sk_json_output_string (&self->output, value);
}

static void
begin_list (Writing    *self,
            const char *name)
{
  sk_json_output_name (&self->output, name);
  sk_json_output_begin (&self->output, '[');
}

static void
add_strings (Writing            *self,
             const char         *name,
             const char * const *values)
{
  if (values == NULL || values[0] == NULL)
    return;

  begin_list (self, name);
  for (guint i = 0; values[i] != NULL; i++)
    sk_json_output_string (&self->output, values[i]);
  sk_json_output_end (&self->output, ']');
}

/* {"id": …} */
static void
add_reference (Writing    *self,
               const char *name,
               const char *id)
{
  if (name != NULL)
    sk_json_output_name (&self->output, name);
  sk_json_output_begin (&self->output, '{');
  add_string (self, "id", id);
  sk_json_output_end (&self->output, '}');
}

static void
add_language_map (Writing      *self,
                  SkLangString *text)
{
  sk_json_output_begin (&self->output, '{');
  for (guint i = 0; i < sk_lang_string_get_size (text); i++)
    {
      const char *language;
      const char *value = sk_lang_string_get_nth (text, i, &language);

      add_string (self, *language != '\0' ? language : "@none", value);
    }
  sk_json_output_end (&self->output, '}');
}

static void
add_text (Writing      *self,
          const char   *name,
          SkLangString *text)
{
  const char *language;

  if (sk_lang_string_get_size (text) == 0)
    return;

  sk_json_output_name (&self->output, name);
  sk_lang_string_get_nth (text, 0, &language);
  if (sk_lang_string_get_size (text) == 1 && g_str_equal (language, self->language))
    sk_json_output_string (&self->output, sk_lang_string_get_nth (text, 0, NULL));
  else
    add_language_map (self, text);
}

/* A concept of our vocabularies is known by its URI; any other keeps its labels. */
static void
add_concept (Writing   *self,
             SkConcept *concept)
{
  SkLangString *label = sk_concept_get_label (concept);

  sk_json_output_begin (&self->output, '{');
  add_string (self, "id", sk_concept_get_id (concept));
  add_string (self, "type", "Concept");
  if (sk_concept_get_notation (concept) == NULL && sk_lang_string_get_size (label) > 0)
    {
      sk_json_output_name (&self->output, "prefLabel");
      add_language_map (self, label);
    }
  sk_json_output_end (&self->output, '}');
}

static void
add_concepts (Writing    *self,
              const char *name,
              SkFacet     facet)
{
  GPtrArray *concepts = sk_resource_get_concepts (self->resource, facet);

  if (concepts == NULL || concepts->len == 0)
    return;

  begin_list (self, name);
  for (guint i = 0; i < concepts->len; i++)
    add_concept (self, g_ptr_array_index (concepts, i));
  sk_json_output_end (&self->output, ']');
}

static void
add_context (Writing *self)
{
  begin_list (self, "@context");
  sk_json_output_string (&self->output, AMB_CONTEXT);
  sk_json_output_string (&self->output, SCHEMA_CONTEXT);
  if (*self->language != '\0')
    {
      sk_json_output_begin (&self->output, '{');
      add_string (self, "@language", self->language);
      sk_json_output_end (&self->output, '}');
    }
  sk_json_output_end (&self->output, ']');
}

static void
add_ages_and_time (Writing *self)
{
  guint minutes = sk_resource_get_minutes (self->resource);
  SkAgeRange ages;

  if (sk_resource_get_ages (self->resource, &ages))
    {
      g_autofree char *range = sk_age_range_to_string (ages);

      add_string (self, "typicalAgeRange", range);
    }

  if (minutes > 0)
    {
      g_autofree char *duration = g_strdup_printf ("PT%uM", minutes);

      add_string (self, "timeRequired", duration);
    }
}

static void
add_publishers (Writing *self)
{
  const char * const *names = sk_resource_get_publishers (self->resource);
  const char *url = sk_resource_get_publisher_url (self->resource);
  guint n_names;

  if ((names == NULL || names[0] == NULL) && url == NULL)
    return;

  begin_list (self, "publisher");
  n_names = MAX (1, names != NULL ? g_strv_length ((char **) names) : 0);
  for (guint i = 0; i < n_names; i++)
    {
      sk_json_output_begin (&self->output, '{');
      add_string (self, "type", "Organization");
      add_string (self, "name", names != NULL ? names[i] : NULL);
      add_string (self, "id", i == 0 ? url : NULL);
      sk_json_output_end (&self->output, '}');
    }
  sk_json_output_end (&self->output, ']');
}

static void
add_rights (Writing *self)
{
  SkStated is_free = sk_resource_get_free (self->resource);

  if (sk_resource_get_license (self->resource) != NULL)
    add_reference (self, "license", sk_resource_get_license (self->resource));

  if (is_free != SK_STATED_NOT)
    {
      sk_json_output_name (&self->output, "isAccessibleForFree");
      sk_json_output_boolean (&self->output, is_free == SK_STATED_YES);
    }
}

static void
add_attachment (Writing            *self,
                const SkAttachment *attachment)
{
  gint64 size = sk_attachment_get_size (attachment);

  sk_json_output_begin (&self->output, '{');
  add_string (self, "type", "MediaObject");
  add_string (self, "name", sk_attachment_get_name (attachment));
  add_string (self, "contentUrl", sk_attachment_get_url (attachment));
  add_string (self, "encodingFormat", sk_attachment_get_media_type (attachment));
  if (size != SK_ATTACHMENT_SIZE_UNKNOWN)
    {
      g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, size);

      add_string (self, "contentSize", digits);
    }
  add_string (self, "sha256", sk_attachment_get_sha256 (attachment));
  sk_json_output_end (&self->output, '}');
}

static void
add_attachments (Writing *self)
{
  GPtrArray *attachments = sk_resource_get_attachments (self->resource);

  if (attachments == NULL || attachments->len == 0)
    return;

  begin_list (self, "encoding");
  for (guint i = 0; i < attachments->len; i++)
    add_attachment (self, g_ptr_array_index (attachments, i));
  sk_json_output_end (&self->output, ']');
}

static void
add_source (Writing *self)
{
  const char *page = sk_resource_get_source_page (self->resource);

  if (page == NULL)
    return;

  begin_list (self, "mainEntityOfPage");
  sk_json_output_begin (&self->output, '{');
  add_string (self, "id", page);
  add_string (self, "type", "WebContent");
  sk_json_output_end (&self->output, '}');
  sk_json_output_end (&self->output, ']');
}

static void
add_translations (Writing *self)
{
  const char * const *translations = sk_resource_get_translations (self->resource);

  if (sk_resource_get_translation_of (self->resource) != NULL)
    add_reference (self, "translationOfWork", sk_resource_get_translation_of (self->resource));

  if (translations == NULL || translations[0] == NULL)
    return;

  begin_list (self, "workTranslation");
  for (guint i = 0; translations[i] != NULL; i++)
    add_reference (self, NULL, translations[i]);
  sk_json_output_end (&self->output, ']');
}

static void
begin_property (Writing    *self,
                const char *name)
{
  g_autofree char *id = g_strconcat (SK_PROPERTY_ROOT, name, NULL);

  sk_json_output_begin (&self->output, '{');
  add_string (self, "type", "PropertyValue");
  add_string (self, "propertyID", id);
  sk_json_output_name (&self->output, "value");
}

static void
add_text_property (Writing    *self,
                   const char *name,
                   const char *value)
{
  if (value == NULL)
    return;

  begin_property (self, name);
  sk_json_output_string (&self->output, value);
  sk_json_output_end (&self->output, '}');
}

static void
add_number_property (Writing    *self,
                     const char *name,
                     guint       value)
{
  if (value == 0)
    return;

  begin_property (self, name);
  sk_json_output_int (&self->output, value);
  sk_json_output_end (&self->output, '}');
}

static void
add_flag_property (Writing    *self,
                   const char *name,
                   gboolean    value)
{
  if (!value)
    return;

  begin_property (self, name);
  sk_json_output_boolean (&self->output, TRUE);
  sk_json_output_end (&self->output, '}');
}

static void
add_talk_question (Writing      *self,
                   SkLangString *question)
{
  const char *language;
  const char *text = sk_lang_string_get_nth (question, 0, &language);

  begin_property (self, "talk-question");
  if (sk_lang_string_get_size (question) > 1 || *language == '\0')
    add_language_map (self, question);
  else
    sk_json_output_string (&self->output, text);
  if (sk_lang_string_get_size (question) == 1 && *language != '\0')
    add_string (self, "inLanguage", language);
  sk_json_output_end (&self->output, '}');
}

static void
add_properties (Writing *self)
{
  SkResource *resource = self->resource;
  GPtrArray *settings = sk_resource_get_concepts (resource, SK_FACET_SETTING);
  GPtrArray *questions = sk_resource_get_talk_questions (resource);
  const char * const *needs = sk_resource_get_needs (resource);

  begin_list (self, "additionalProperty");
  for (guint i = 0; settings != NULL && i < settings->len; i++)
    add_text_property (self, "setting", sk_concept_get_id (g_ptr_array_index (settings, i)));
  add_number_property (self, "minutes-min", sk_resource_get_minutes_min (resource));
  add_flag_property (self, "skippable", sk_resource_get_skippable (resource));
  for (guint i = 0; needs != NULL && needs[i] != NULL; i++)
    add_text_property (self, "needs", needs[i]);
  add_number_property (self, "group-min", sk_resource_get_group_min (resource));
  add_number_property (self, "group-max", sk_resource_get_group_max (resource));
  add_flag_property (self, "sensitive", sk_resource_get_sensitive (resource));
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    add_talk_question (self, g_ptr_array_index (questions, i));
  add_flag_property (self, "age-estimated", sk_resource_get_ages_estimated (resource));
  add_text_property (self, "seen", sk_resource_get_seen (resource));
  sk_json_output_end (&self->output, ']');
}

static void
add_record (Writing *self)
{
  SkResource *resource = self->resource;

  sk_json_output_begin (&self->output, '{');
  add_context (self);
  add_string (self, "id", sk_resource_get_id (resource));
  begin_list (self, "type");
  sk_json_output_string (&self->output, "LearningResource");
  sk_json_output_end (&self->output, ']');
  add_text (self, "name", sk_resource_get_name (resource));
  add_text (self, "description", sk_resource_get_description (resource));
  add_concepts (self, "about", SK_FACET_THEME);
  add_strings (self, "keywords", sk_resource_get_keywords (resource));
  add_strings (self, "inLanguage", sk_resource_get_languages (resource));
  add_string (self, "image", sk_resource_get_image (resource));
  add_ages_and_time (self);
  add_concepts (self, "learningResourceType", SK_FACET_FORMAT);
  add_concepts (self, "audience", SK_FACET_AUDIENCE);
  add_publishers (self);
  add_rights (self);
  add_string (self, "datePublished", sk_resource_get_published (resource));
  add_string (self, "dateModified", sk_resource_get_modified (resource));
  add_string (self, "url", sk_resource_get_url (resource));
  add_source (self);
  add_translations (self);
  add_attachments (self);
  add_properties (self);
  sk_json_output_end (&self->output, '}');
}

/**
 * sk_feed_writer_write_record:
 * @resource: a resource
 *
 * Writes a resource as a record of the native dialect (AMB), on one line without a line
 * end. The same resource gives the same bytes, and [method@FeedReader.read_record] reads
 * an equal resource from them.
 *
 * Returns: (transfer full): the record as JSON
 */
char *
sk_feed_writer_write_record (SkResource *resource)
{
  Writing writing = {{NULL, FALSE}, resource, ""};

  g_return_val_if_fail (SK_IS_RESOURCE (resource), NULL);

  writing.output.text = g_string_new (NULL);
  sk_lang_string_get_nth (sk_resource_get_name (resource), 0, &writing.language);
  add_record (&writing);
  return g_string_free (writing.output.text, FALSE);
}

static void
add_curated (Writing      *self,
             const char   *id,
             const char   *type,
             SkLangString *name)
{
  add_string (self, "id", id);
  add_string (self, "type", type);
  sk_json_output_name (&self->output, "name");
  add_language_map (self, name);
}

static void
add_collection (Writing      *self,
                SkCollection *collection)
{
  SkLangString *description = sk_collection_get_description (collection);

  add_curated (self, sk_collection_get_id (collection), "ItemList",
               sk_collection_get_name (collection));
  if (description != NULL)
    {
      sk_json_output_name (&self->output, "description");
      add_language_map (self, description);
    }
  add_strings (self, "itemListElement", sk_collection_get_members (collection));
}

/**
 * sk_feed_writer_write_curated:
 * @thing: a #SkCollection or a #SkEvent
 *
 * Writes a list of tools or an event as an element of a feed, on one line without a line end.
 * [method@FeedReader.read_curated] reads an equal one from it.
 *
 * Returns: (transfer full): it as JSON
 */
char *
sk_feed_writer_write_curated (GObject *thing)
{
  Writing writing = {.language = ""};

  g_return_val_if_fail (SK_IS_COLLECTION (thing) || SK_IS_EVENT (thing), NULL);

  writing.output.text = g_string_new (NULL);
  sk_json_output_begin (&writing.output, '{');
  if (SK_IS_COLLECTION (thing))
    {
      add_collection (&writing, SK_COLLECTION (thing));
    }
  else
    {
      add_curated (&writing, sk_event_get_id (SK_EVENT (thing)), "Event",
                   sk_event_get_name (SK_EVENT (thing)));
      add_string (&writing, "startDate", sk_event_get_date (SK_EVENT (thing)));
    }
  sk_json_output_end (&writing.output, '}');
  return g_string_free (writing.output.text, FALSE);
}
