/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-mapping.h"

#include <string.h>

#include "sk-feed-value.h"
#include "sk-json-normalizer.h"
#include "sk-json.h"

/* Types of schema.org that say what format a thing has, where nothing else does. */
static const struct
{
  const char *type;
  const char *format;
} type_formats[] = {
  {"VideoObject", "video"},
  {"Movie", "video"},
  {"Clip", "video"},
  {"AudioObject", "audio"},
  {"PodcastEpisode", "audio"},
  {"PodcastSeries", "audio"},
  {"ImageObject", "image"},
  {"Course", "course"},
  {"Quiz", "assessment"},
  {"Map", "map"},
  {"PresentationDigitalDocument", "slide"},
  {"Game", "educational_game"},
  {"VideoGame", "educational_game"},
  {"SoftwareApplication", "application"},
  {"MobileApplication", "application"},
  {"WebApplication", "application"},
};

static SkConcept *
find_by_uri (SkVocabulary *vocabulary,
             const char   *uri)
{
  SkConcept *concept = sk_vocabulary_find (vocabulary, uri);
  g_autofree char *other = NULL;

  if (concept != NULL)
    return concept;

  if (g_str_has_prefix (uri, "http://"))
    other = g_strconcat ("https://", uri + strlen ("http://"), NULL);
  else if (g_str_has_prefix (uri, "https://"))
    other = g_strconcat ("http://", uri + strlen ("https://"), NULL);

  return other != NULL ? sk_vocabulary_find (vocabulary, other) : NULL;
}

static SkConcept *
find_by_label (SkVocabulary *vocabulary,
               SkLangString *label)
{
  for (guint i = 0; i < sk_lang_string_get_size (label); i++)
    {
      const char *text = sk_lang_string_get_nth (label, i, NULL);
      SkConcept *concept = sk_vocabulary_find_label (vocabulary, text);

      if (concept == NULL)
        concept = sk_vocabulary_find (vocabulary, text);
      if (concept != NULL)
        return concept;
    }

  return NULL;
}

static gboolean
is_school_subject (const char *uri)
{
  return strstr (uri, "w3id.org/kim/schulfaecher/") != NULL;
}

static void
add_concept (GPtrArray **concepts,
             SkConcept  *concept)
{
  if (*concepts == NULL)
    *concepts = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_concept_unref);

  for (guint i = 0; i < (*concepts)->len; i++)
    if (g_strcmp0 (sk_concept_get_key (g_ptr_array_index (*concepts, i)),
                   sk_concept_get_key (concept)) == 0)
      return;

  g_ptr_array_add (*concepts, sk_concept_ref (concept));
}

/* Ours where a vocabulary has it; any other keeps its own URI, or its label without one. */
static void
add_named (GPtrArray    **concepts,
           SkVocabulary  *vocabulary,
           const char    *uri,
           SkLangString  *label)
{
  SkConcept *known = NULL;
  g_autoptr (SkConcept) own = NULL;

  if (uri != NULL && is_school_subject (uri))
    return;

  if (uri != NULL)
    known = find_by_uri (vocabulary, uri);
  else
    known = find_by_label (vocabulary, label);

  if (known == NULL && (uri != NULL || sk_lang_string_get_size (label) > 0))
    known = own = sk_concept_new (uri, NULL, NULL, label);
  if (known != NULL)
    add_concept (concepts, known);
}

static SkLangString *
read_label (SkRecordMapping    *self,
            JsonObject         *object,
            const char * const *members)
{
  for (guint i = 0; members[i] != NULL; i++)
    {
      SkLangString *label = sk_mapping_read_text (self, sk_json_get (object, members[i]),
                                                  self->language, SK_TEXT_LINE);

      if (label != NULL)
        return label;
    }

  return NULL;
}

static void
add_text (SkRecordMapping  *self,
          GPtrArray       **concepts,
          SkVocabulary     *vocabulary,
          JsonNode         *node)
{
  g_autoptr (SkLangString) label = NULL;
  const char *text = sk_json_string (node);

  if (text != NULL && sk_value_is_uri (text) && strchr (text, '/') != NULL)
    {
      add_named (concepts, vocabulary, text, NULL);
      return;
    }

  label = sk_mapping_read_text (self, node, self->language, SK_TEXT_LINE);
  add_named (concepts, vocabulary, NULL, label);
}

static void
add_node (SkRecordMapping  *self,
          GPtrArray       **concepts,
          SkVocabulary     *vocabulary,
          JsonNode         *node)
{
  static const char * const label_members[] = {"prefLabel", "name", "targetName", "termCode",
                                               "audienceType", NULL};
  JsonObject *object = sk_json_object (node);
  JsonNode *role;
  const char *uri;
  g_autoptr (SkLangString) label = NULL;

  if (object == NULL)
    {
      add_text (self, concepts, vocabulary, node);
      return;
    }

  role = sk_json_get (object, "educationalRole");
  if (role != NULL)
    {
      for (guint i = 0; i < sk_json_count (role); i++)
        add_node (self, concepts, vocabulary, sk_json_nth (role, i));
      return;
    }

  uri = sk_json_get_string (object, "id");
  if (uri != NULL && !sk_value_is_uri (uri))
    uri = NULL;

  label = read_label (self, object, label_members);
  if (uri == NULL && label == NULL && sk_json_get (object, "type") == NULL)
    label = sk_mapping_read_text (self, node, self->language, SK_TEXT_LINE);
  add_named (concepts, vocabulary, uri, label);
}

static void
map_facet (SkRecordMapping  *self,
           const char       *member,
           SkFacet           facet,
           GPtrArray       **concepts)
{
  SkVocabulary *vocabulary = sk_vocabularies_get (self->mapper->vocabularies, facet);
  JsonNode *node = sk_json_get (self->record, member);

  for (guint i = 0; i < sk_json_count (node); i++)
    add_node (self, concepts, vocabulary, sk_json_nth (node, i));
}

static void
map_types (SkRecordMapping *self)
{
  SkVocabulary *formats = sk_vocabularies_get (self->mapper->vocabularies, SK_FACET_FORMAT);

  for (guint i = 0; i < G_N_ELEMENTS (type_formats); i++)
    if (sk_json_has_type (self->record, type_formats[i].type))
      {
        SkConcept *format = sk_vocabulary_find (formats, type_formats[i].format);

        if (format != NULL)
          add_concept (&self->fields->formats, format);
      }
}

/**
 * sk_mapping_map_concepts:
 *
 * Themes from `about` alone, formats from `learningResourceType` (else from the type),
 * audiences from `audience`: URIs, labels, and objects with either.
 */
void
sk_mapping_map_concepts (SkRecordMapping *self)
{
  map_facet (self, "about", SK_FACET_THEME, &self->fields->themes);
  map_facet (self, "learningResourceType", SK_FACET_FORMAT, &self->fields->formats);
  map_facet (self, "audience", SK_FACET_AUDIENCE, &self->fields->audiences);

  if (self->fields->formats == NULL)
    map_types (self);
}
