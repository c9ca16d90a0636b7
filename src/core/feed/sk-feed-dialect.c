/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-dialect.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-json-normalizer.h"
#include "sk-json.h"
#include "sk-record-mapper.h"

/* LearningResource, and the works of schema.org that one may teach with. */
static const char * const resource_types[] = {
  "3DModel", "Article", "Atlas", "AudioObject", "Audiobook", "BlogPosting", "Book", "BookSeries",
  "Chapter", "Clip", "Collection", "ComicIssue", "ComicStory", "Course", "CreativeWork",
  "CreativeWorkSeason", "CreativeWorkSeries", "Dataset", "DigitalDocument", "Drawing",
  "EducationalOccupationalProgram", "Episode", "ExercisePlan", "Game", "Guide", "HowTo",
  "ImageGallery", "LearningResource", "Manuscript", "Map", "MathSolver", "MediaGallery",
  "MobileApplication", "Movie", "MovieClip", "MovieSeries", "MusicRecording", "NewsArticle",
  "NoteDigitalDocument", "Painting", "Periodical", "Photograph", "Play", "PodcastEpisode",
  "PodcastSeason", "PodcastSeries", "Poster", "PresentationDigitalDocument", "PublicationIssue",
  "Quiz", "RadioEpisode", "RadioSeries", "Report", "ScholarlyArticle", "Sculpture", "SheetMusic",
  "ShortStory", "SoftwareApplication", "SoftwareSourceCode", "SpreadsheetDigitalDocument",
  "Syllabus", "TVEpisode", "TVSeason", "TVSeries", "TechArticle", "TextDigitalDocument", "Thesis",
  "VideoGallery", "VideoGame", "VideoGameSeries", "VideoObject", "VisualArtwork", "WebApplication",
  NULL,
};

/* A resource where it stands alone; beside others part of the page that shows them. */
static const char * const page_types[] = {
  "AboutPage", "CollectionPage", "FAQPage", "ImageObject", "ItemPage", "MediaObject", "QAPage",
  "WebContent", "WebPage", NULL,
};

static JsonObject *
first_hit (JsonObject *head)
{
  JsonObject *hits = sk_json_object (sk_json_get (head, "hits"));
  JsonNode *list = hits != NULL ? sk_json_get (hits, "hits") : NULL;

  return sk_json_count (list) > 0 ? sk_json_object (sk_json_nth (list, 0)) : NULL;
}

static gboolean
first_has (JsonObject *head,
           const char *list_name,
           const char *member)
{
  JsonNode *list = sk_json_get (head, list_name);
  JsonObject *first = sk_json_count (list) > 0 ? sk_json_object (sk_json_nth (list, 0)) : NULL;

  return first != NULL && json_object_has_member (first, member);
}

static gboolean
has (JsonObject *head,
     const char *name)
{
  return json_object_has_member (head, name);
}

static SkDialect
dialect_of_hits (JsonObject *head)
{
  JsonObject *hit = first_hit (head);
  JsonObject *source = hit != NULL ? sk_json_object (sk_json_get (hit, "_source")) : NULL;

  if (source != NULL && has (source, "@context"))
    return SK_DIALECT_OERSI;
  if (source != NULL || has (head, "_shards"))
    return SK_DIALECT_EDU_SHARING;
  if (hit != NULL && has (hit, "metadata"))
    return SK_DIALECT_ZENODO;

  return SK_DIALECT_OTHER;
}

static SkDialect
dialect_of_others (JsonObject *head)
{
  const char *version = sk_json_get_string (head, "version");

  if (version != NULL && strstr (version, "://jsonfeed.org/version/") != NULL)
    return SK_DIALECT_JSON_FEED;
  if (has (head, "metadata") &&
      (has (head, "publications") || has (head, "navigation") || has (head, "groups")))
    return SK_DIALECT_OPDS;
  if (has (head, "hits"))
    return dialect_of_hits (head);
  if (first_has (head, "nodes", "properties"))
    return SK_DIALECT_EDU_SHARING;
  if (first_has (head, "data", "attributes"))
    return SK_DIALECT_MOOCHUB;
  if ((has (head, "results") && has (head, "more")) || has (head, "content_id") ||
      has (head, "content_contentnode") || has (head, "content_channelmetadata"))
    return SK_DIALECT_KOLIBRI;
  if (has (head, "contentTypes"))
    return SK_DIALECT_H5P_HUB;

  return SK_DIALECT_OTHER;
}

/**
 * sk_dialect_of_document:
 * @head: a normalised document without its list of records
 *
 * Returns: what it is
 */
SkDialect
sk_dialect_of_document (JsonObject *head)
{
  SkDialect other = dialect_of_others (head);

  if (other != SK_DIALECT_OTHER)
    return other;
  if (sk_json_has_type (head, "DataFeed") && has (head, "distribution") &&
      !has (head, "dataFeedElement"))
    return SK_DIALECT_INDEX;
  if (has (head, "@graph"))
    return SK_DIALECT_GRAPH;
  if (has (head, "dataFeedElement") || (has (head, "itemListElement") && sk_dialect_is_list (head)))
    return SK_DIALECT_FEED;
  if (sk_dialect_may_be_resource (head) && (has (head, "@context") || has (head, "type")))
    return SK_DIALECT_RECORD;

  return SK_DIALECT_OTHER;
}

/**
 * sk_dialect_of_element:
 * @element: a normalised element of a list
 *
 * Returns: %SK_DIALECT_RECORD, unless it is of another dialect
 */
SkDialect
sk_dialect_of_element (JsonObject *element)
{
  const char *model = sk_json_get_string (element, "model");

  if (has (element, "content_id") || (model != NULL && g_str_has_prefix (model, "content.")))
    return SK_DIALECT_KOLIBRI;
  if (has (element, "attributes") && has (element, "type") && !has (element, "@context"))
    return SK_DIALECT_MOOCHUB;
  if (has (element, "metadata") && has (element, "links"))
    return SK_DIALECT_OPDS;

  return SK_DIALECT_RECORD;
}

static const char *
name_dialect (SkDialect dialect)
{
  switch (dialect)
    {
    case SK_DIALECT_JSON_FEED:
      return "JSON Feed";
    case SK_DIALECT_OPDS:
      return "OPDS 2";
    case SK_DIALECT_OERSI:
      return "OERSI";
    case SK_DIALECT_EDU_SHARING:
      return "edu-sharing";
    case SK_DIALECT_ZENODO:
      return "Zenodo";
    case SK_DIALECT_MOOCHUB:
      return "MOOChub";
    case SK_DIALECT_KOLIBRI:
      return "Kolibri";
    case SK_DIALECT_H5P_HUB:
      return "H5P Hub";
    case SK_DIALECT_OTHER:
    case SK_DIALECT_INDEX:
    case SK_DIALECT_GRAPH:
    case SK_DIALECT_FEED:
    case SK_DIALECT_RECORD:
    default:
      return NULL;
    }
}

/**
 * sk_dialect_check:
 *
 * Returns: whether the dialect is read; if not, @error names it
 */
gboolean
sk_dialect_check (SkDialect   dialect,
                  GError    **error)
{
  const char *name = name_dialect (dialect);

  if (name != NULL)
    {
      g_set_error (error, SK_FEED_ERROR, SK_FEED_ERROR_DIALECT,
                   _("This is a catalogue in the format of %s, which Sidekick does not read yet. Ask "
                     "its publisher for a schema.org DataFeed (AMB)."),
                   name);
      return FALSE;
    }

  if (dialect != SK_DIALECT_OTHER)
    return TRUE;

  g_set_error_literal (error, SK_FEED_ERROR, SK_FEED_ERROR_NOT_A_FEED,
                       _("This is JSON, but not a catalogue of tools. Check the address, or ask its "
                         "publisher for a schema.org DataFeed (AMB)."));
  return FALSE;
}

/**
 * sk_dialect_is_list:
 * @head: a normalised document
 *
 * Returns: whether it may list records, as far as its type says: the way to a page is a
 *   list too, but not of records
 */
gboolean
sk_dialect_is_list (JsonObject *head)
{
  if (!has (head, "type"))
    return TRUE;

  return sk_json_has_type (head, "DataFeed") || sk_json_has_type (head, "CompleteDataFeed") ||
         sk_json_has_type (head, "ItemList") || sk_json_has_type (head, "Collection") ||
         sk_json_has_type (head, "OfferCatalog");
}

static gboolean
has_type_among (JsonObject         *record,
                const char * const *wanted)
{
  JsonNode *types = sk_json_get (record, "type");

  for (guint i = 0; i < sk_json_count (types); i++)
    {
      const char *type = sk_json_string (sk_json_nth (types, i));

      if (type != NULL && g_strv_contains (wanted, sk_json_strip_prefix (type)))
        return TRUE;
    }

  return FALSE;
}

/**
 * sk_dialect_is_resource:
 * @record: a normalised object among others of all kinds
 *
 * Returns: whether it is a resource; a page is one where it says what one learns from it
 */
gboolean
sk_dialect_is_resource (JsonObject *record)
{
  return has_type_among (record, resource_types) ||
         (has_type_among (record, page_types) && has (record, "learningResourceType"));
}

/**
 * sk_dialect_may_be_resource:
 * @record: a normalised object that stands where a record is expected
 *
 * Returns: whether it is one, as far as its type says
 */
gboolean
sk_dialect_may_be_resource (JsonObject *record)
{
  return !has (record, "type") || sk_record_mapper_is_amb (record) ||
         sk_dialect_is_resource (record) || has_type_among (record, page_types);
}
