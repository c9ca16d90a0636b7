/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ctl-resource.h"

#include "sk-ctl-print.h"

static const struct
{
  SkFacet facet;
  const char *member;
} concept_members[] = {
  {SK_FACET_THEME, "themes"},
  {SK_FACET_FORMAT, "formats"},
  {SK_FACET_AUDIENCE, "audiences"},
  {SK_FACET_SETTING, "settings"},
};

static void
add_concepts (JsonBuilder *builder,
              const char  *member,
              GPtrArray   *concepts)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);

  for (guint i = 0; concepts != NULL && i < concepts->len; i++)
    {
      const SkConcept *concept = g_ptr_array_index (concepts, i);

      json_builder_begin_object (builder);
      sk_ctl_add_string (builder, "value", sk_concept_get_key (concept));
      sk_ctl_add_string (builder, "label",
                         sk_concept_pick_label (concept, g_get_language_names ()));
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

/* 0 is "not stated" in the model, and JSON's null here. */
static void
add_number (JsonBuilder *builder,
            const char  *member,
            guint        number)
{
  json_builder_set_member_name (builder, member);
  if (number > 0)
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_null_value (builder);
}

static void
add_free (JsonBuilder *builder,
          SkStated     free)
{
  json_builder_set_member_name (builder, "free");
  if (free == SK_STATED_NOT)
    json_builder_add_null_value (builder);
  else
    json_builder_add_boolean_value (builder, free == SK_STATED_YES);
}

static void
add_lang_string (JsonBuilder        *builder,
                 const char         *member,
                 const SkLangString *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);

  for (guint i = 0; i < sk_lang_string_get_size (text); i++)
    {
      const char *language;
      const char *words = sk_lang_string_get_nth (text, i, &language);

      sk_ctl_add_string (builder, *language != '\0' ? language : "und", words);
    }

  json_builder_end_object (builder);
}

static void
add_attachments (JsonBuilder *builder,
                 GPtrArray   *attachments)
{
  json_builder_set_member_name (builder, "attachments");
  json_builder_begin_array (builder);

  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    {
      const SkAttachment *attachment = g_ptr_array_index (attachments, i);
      gint64 size = sk_attachment_get_size (attachment);

      json_builder_begin_object (builder);
      sk_ctl_add_string (builder, "url", sk_attachment_get_url (attachment));
      sk_ctl_add_string (builder, "name", sk_attachment_get_name (attachment));
      sk_ctl_add_string (builder, "mediaType", sk_attachment_get_media_type (attachment));
      sk_ctl_add_string (builder, "sha256", sk_attachment_get_sha256 (attachment));
      if (size >= 0)
        sk_ctl_add_int (builder, "size", size);
      else
        sk_ctl_add_string (builder, "size", NULL);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_talk_questions (JsonBuilder *builder,
                    GPtrArray   *questions)
{
  json_builder_set_member_name (builder, "talkQuestions");
  json_builder_begin_array (builder);

  for (guint i = 0; questions != NULL && i < questions->len; i++)
    json_builder_add_string_value (builder,
                                   sk_lang_string_pick (g_ptr_array_index (questions, i),
                                                        g_get_language_names (), NULL, NULL));

  json_builder_end_array (builder);
}

static void
add_summary (JsonBuilder *builder,
             SkResource  *resource)
{
  const char *language = NULL;
  const char *name = sk_resource_pick_name (resource, g_get_language_names (), &language);
  g_autofree char *ages = NULL;
  SkAgeRange range;

  if (sk_resource_get_ages (resource, &range))
    ages = g_strdup_printf ("%u-%u", range.min, range.max);

  sk_ctl_add_string (builder, "id", sk_resource_get_id (resource));
  sk_ctl_add_string (builder, "name", name);
  sk_ctl_add_string (builder, "nameLanguage",
                     language != NULL && *language != '\0' ? language : NULL);
  sk_ctl_add_string (builder, "ages", ages);
  add_number (builder, "minutes", sk_resource_get_minutes (resource));
  sk_ctl_add_strings (builder, "languages", sk_resource_get_languages (resource));
  sk_ctl_add_strings (builder, "publishers", sk_resource_get_publishers (resource));
  sk_ctl_add_string (builder, "licence", sk_resource_get_license (resource));
  add_free (builder, sk_resource_get_free (resource));
  sk_ctl_add_string (builder, "url", sk_resource_get_url (resource));

  for (guint i = 0; i < G_N_ELEMENTS (concept_members); i++)
    add_concepts (builder, concept_members[i].member,
                  sk_resource_get_concepts (resource, concept_members[i].facet));
}

static void
add_details (JsonBuilder *builder,
             SkResource  *resource)
{
  const char * const *readers = g_get_language_names ();

  sk_ctl_add_string (builder, "description",
                     sk_resource_pick_description (resource, readers, NULL));
  add_lang_string (builder, "names", sk_resource_get_name (resource));
  add_lang_string (builder, "descriptions", sk_resource_get_description (resource));
  sk_ctl_add_strings (builder, "keywords", sk_resource_get_keywords (resource));
  sk_ctl_add_boolean (builder, "agesEstimated", sk_resource_get_ages_estimated (resource));
  add_number (builder, "minutesMin", sk_resource_get_minutes_min (resource));
  sk_ctl_add_boolean (builder, "skippable", sk_resource_get_skippable (resource));
  sk_ctl_add_strings (builder, "needs", sk_resource_get_needs (resource));
  add_number (builder, "groupMin", sk_resource_get_group_min (resource));
  add_number (builder, "groupMax", sk_resource_get_group_max (resource));
  sk_ctl_add_boolean (builder, "sensitive", sk_resource_get_sensitive (resource));
  add_talk_questions (builder, sk_resource_get_talk_questions (resource));
  sk_ctl_add_string (builder, "publisherUrl", sk_resource_get_publisher_url (resource));
  sk_ctl_add_string (builder, "image", sk_resource_get_image (resource));
  add_attachments (builder, sk_resource_get_attachments (resource));
  sk_ctl_add_string (builder, "modified", sk_resource_get_modified (resource));
  sk_ctl_add_string (builder, "published", sk_resource_get_published (resource));
  sk_ctl_add_string (builder, "seen", sk_resource_get_seen (resource));
  sk_ctl_add_string (builder, "sourcePage", sk_resource_get_source_page (resource));
  sk_ctl_add_string (builder, "translationOf", sk_resource_get_translation_of (resource));
  sk_ctl_add_strings (builder, "translations", sk_resource_get_translations (resource));
  sk_ctl_add_string (builder, "source", sk_resource_get_source (resource));
}

/**
 * sk_ctl_resource_build_summary:
 *
 * Adds an object with what a list of results needs. Its shape is in `help json`.
 */
void
sk_ctl_resource_build_summary (JsonBuilder *builder,
                               SkResource  *resource)
{
  json_builder_begin_object (builder);
  add_summary (builder, resource);
  json_builder_end_object (builder);
}

/**
 * sk_ctl_resource_build:
 *
 * Adds an object with all that is known of a resource. Its shape is in `help json`.
 */
void
sk_ctl_resource_build (JsonBuilder *builder,
                       SkResource  *resource)
{
  json_builder_begin_object (builder);
  add_summary (builder, resource);
  add_details (builder, resource);
  json_builder_end_object (builder);
}
