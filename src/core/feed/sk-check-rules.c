/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-check.h"

/* What data/schemas/feed.schema.json says, rule by rule. */

#define END {NULL}

/* AMB's types of records. */
const char * const sk_check_record_types[] = {
  "3DModel", "AmpStory", "Article", "Atlas", "Audiobook", "AudioObject", "Blog", "Book",
  "BookSeries", "Chapter", "Clip", "Collection", "ComicStory", "Comment", "Conversation",
  "Course", "CreativeWorkSeason", "CreativeWorkSeries", "DataDownload", "Diet",
  "DigitalDocument", "Drawing", "Episode", "ExercisePlan", "FAQPage", "Game", "Guide", "HowTo",
  "ImageGallery", "ImageObject", "LearningResource", "LegislationObject", "Manuscript", "Map",
  "MathSolver", "MediaGallery", "MediaObject", "Message", "MobileApplication", "Movie",
  "MovieClip", "MovieSeries", "MusicAlbum", "MusicComposition", "MusicPlaylist",
  "MusicRecording", "MusicRelease", "MusicVideoObject", "NewsArticle", "Painting", "Periodical",
  "Photograph", "Play", "PodcastEpisode", "PodcastSeason", "PodcastSeries", "Poster",
  "PresentationDigitalDocument", "PublicationIssue", "PublicationVolume", "Quotation", "Quiz",
  "RadioClip", "RadioEpisode", "RadioSeason", "RadioSeries", "Recipe", "Review", "Report",
  "ScholarlyArticle", "Sculpture", "SheetMusic", "ShortStory", "SoftwareApplication",
  "SoftwareSourceCode", "SpreadsheetDigitalDocument", "TVClip", "TVEpisode", "TVSeason",
  "TVSeries", "Thesis", "TextDigitalDocument", "VideoGallery", "VideoGame", "VideoGameClip",
  "VideoGameSeries", "VideoObject", "VisualArtwork", "WebApplication", "WebContent", "WebPage", NULL,
};

static const char * const concept_types[] = {"Concept", NULL};
static const char * const party_types[] = {"Organization", "Person", NULL};
static const char * const organization_types[] = {"Organization", NULL};
static const char * const funder_types[] = {"Person", "FundingScheme", "Organization", NULL};
static const char * const media_types[] = {"MediaObject", "VideoObject", "AudioObject", NULL};
static const char * const caption_types[] = {"MediaObject", NULL};
static const char * const page_types[] = {"WebContent", NULL};
static const char * const item_types[] = {"DataFeedItem", NULL};
static const char * const download_types[] = {"DataDownload", NULL};
static const char * const levels[] = {"https://w3id.org/kim/educationalLevel/", NULL};
static const char * const access_conditions[] = {"http://w3id.org/kim/conditionsOfAccess/login",
                                      "http://w3id.org/kim/conditionsOfAccess/no_login", NULL};
static const char * const interactivity[] = {
  "http://purl.org/dcx/lrmi-vocabs/interactivityType/active",
  "http://purl.org/dcx/lrmi-vocabs/interactivityType/expositive",
  "http://purl.org/dcx/lrmi-vocabs/interactivityType/mixed", NULL};

static const SkCheckRule concept[] = {
  {"id", SK_CHECK_LABELLED, sk_check_uri},
  {"type", 0, sk_check_constant, NULL, concept_types},
  {"prefLabel", 0, sk_check_labels},
  END,
};

static const SkCheckRule level[] = {
  {"id", SK_CHECK_LABELLED, sk_check_foreign, NULL, levels},
  {"type", 0, sk_check_constant, NULL, concept_types},
  {"prefLabel", 0, sk_check_labels},
  END,
};

static const SkCheckRule condition_of_access[] = {
  {"id", SK_CHECK_NEEDED, sk_check_foreign, NULL, access_conditions},
  {"type", 0, sk_check_constant, NULL, concept_types},
  {"prefLabel", 0, sk_check_labels},
  END,
};

static const SkCheckRule interactivity_type[] = {
  {"id", SK_CHECK_LABELLED, sk_check_foreign, NULL, interactivity},
  {"type", 0, sk_check_constant, NULL, concept_types},
  {"prefLabel", 0, sk_check_labels},
  END,
};

static const SkCheckRule affiliation[] = {
  {"id", 0, sk_check_uri},
  {"type", SK_CHECK_WANTED, sk_check_constant, NULL, organization_types},
  {"name", SK_CHECK_NEEDED, sk_check_name},
  END,
};

static const SkCheckRule party[] = {
  {"id", 0, sk_check_uri},
  {"type", SK_CHECK_WANTED, sk_check_constant, NULL, party_types},
  {"name", SK_CHECK_NEEDED, sk_check_name},
  {"affiliation", 0, sk_check_object, affiliation},
  {"honorificPrefix", 0, sk_check_string},
  END,
};

static const SkCheckRule funder[] = {
  {"id", 0, sk_check_uri},
  {"type", SK_CHECK_WANTED, sk_check_constant, NULL, funder_types},
  {"name", SK_CHECK_NEEDED, sk_check_name},
  END,
};

static const SkCheckRule licence[] = {
  {"id", SK_CHECK_NEEDED, sk_check_licence},
  END,
};

static const SkCheckRule part[] = {
  {"id", SK_CHECK_LABELLED, sk_check_uri},
  {"name", 0, sk_check_name},
  END,
};

static const SkCheckRule basis[] = {
  {"id", 0, sk_check_uri},
  {"name", SK_CHECK_WANTED, sk_check_name},
  END,
};

static const SkCheckRule provider[] = {
  {"id", SK_CHECK_WANTED, sk_check_uri},
  END,
};

static const SkCheckRule page[] = {
  {"id", SK_CHECK_WANTED, sk_check_uri},
  {"type", 0, sk_check_constant, NULL, page_types},
  {"provider", 0, sk_check_object, provider},
  {"dateCreated", 0, sk_check_date},
  {"dateModified", 0, sk_check_date},
  END,
};

static const SkCheckRule media[] = {
  {"type", SK_CHECK_WANTED, sk_check_constant, NULL, media_types},
  {"name", 0, sk_check_text},
  {"contentUrl", 0, sk_check_file_link},
  {"embedUrl", 0, sk_check_web_link},
  {"encodingFormat", 0, sk_check_media_type},
  {"contentSize", 0, sk_check_size},
  {"sha256", 0, sk_check_sha256},
  {"bitrate", 0, sk_check_size},
  END,
};

static const SkCheckRule caption[] = {
  {"id", SK_CHECK_WANTED, sk_check_uri},
  {"type", SK_CHECK_WANTED, sk_check_constant, NULL, caption_types},
  {"encodingFormat", 0, sk_check_string},
  {"inLanguage", 0, sk_check_language},
  END,
};

static const SkCheckRule download[] = {
  {"type", SK_CHECK_WANTED, sk_check_constant, NULL, download_types},
  {"contentUrl", SK_CHECK_NEEDED, sk_check_file_link},
  {"encodingFormat", 0, sk_check_media_type},
  {"contentSize", SK_CHECK_NEEDED, sk_check_size},
  {"sha256", SK_CHECK_NEEDED, sk_check_sha256},
  END,
};

/* Its id, name, context and type have rules of their own. */
const SkCheckRule sk_check_rules_record[] = {
  {"description", 0, sk_check_text},
  {"about", SK_CHECK_LIST, sk_check_object, concept},
  {"keywords", SK_CHECK_LIST, sk_check_string},
  {"inLanguage", SK_CHECK_LIST, sk_check_language},
  {"image", 0, sk_check_file_link},
  {"thumbnailUrl", 0, sk_check_file_link},
  {"trailer", 0, sk_check_media, media},
  {"creator", SK_CHECK_LIST, sk_check_object, party},
  {"contributor", SK_CHECK_LIST, sk_check_object, party},
  {"publisher", SK_CHECK_LIST, sk_check_object, party},
  {"dateCreated", 0, sk_check_date},
  {"datePublished", 0, sk_check_date},
  {"dateModified", 0, sk_check_date},
  {"sdDatePublished", 0, sk_check_date},
  {"funder", SK_CHECK_LIST, sk_check_object, funder},
  {"isAccessibleForFree", 0, sk_check_boolean},
  {"license", 0, sk_check_object, licence},
  {"copyrightNotice", 0, sk_check_text},
  {"conditionsOfAccess", 0, sk_check_object, condition_of_access},
  {"learningResourceType", SK_CHECK_LIST, sk_check_object, concept},
  {"audience", SK_CHECK_LIST, sk_check_object, concept},
  {"teaches", SK_CHECK_LIST, sk_check_object, concept},
  {"assesses", SK_CHECK_LIST, sk_check_object, concept},
  {"competencyRequired", SK_CHECK_LIST, sk_check_object, concept},
  {"educationalLevel", SK_CHECK_LIST, sk_check_object, level},
  {"interactivityType", 0, sk_check_object, interactivity_type},
  {"typicalAgeRange", 0, sk_check_ages},
  {"timeRequired", 0, sk_check_duration},
  {"duration", 0, sk_check_duration},
  {"url", 0, sk_check_web_link},
  {"translationOfWork", 0, sk_check_object, part},
  {"workTranslation", SK_CHECK_LIST, sk_check_object, part},
  {"isBasedOn", SK_CHECK_LIST, sk_check_object, basis},
  {"isPartOf", SK_CHECK_LIST, sk_check_object, part},
  {"hasPart", SK_CHECK_LIST, sk_check_object, part},
  {"mainEntityOfPage", SK_CHECK_LIST, sk_check_object, page},
  {"encoding", SK_CHECK_LIST, sk_check_media, media},
  {"caption", SK_CHECK_LIST, sk_check_object, caption},
  END,
};

const SkCheckRule sk_check_rules_collection[] = {
  {"name", 0, sk_check_text},
  {"description", 0, sk_check_text},
  END,
};

const SkCheckRule sk_check_rules_event[] = {
  {"name", 0, sk_check_text},
  {"startDate", SK_CHECK_NEEDED, sk_check_date},
  {"url", 0, sk_check_web_link},
  END,
};

const SkCheckRule sk_check_rules_wrapper[] = {
  {"type", SK_CHECK_WANTED, sk_check_constant, NULL, item_types},
  {"dateCreated", 0, sk_check_date},
  {"dateModified", 0, sk_check_date},
  {"dateDeleted", 0, sk_check_date},
  END,
};

#define FEED_RULES                                                                                 \
  {"id", 0, sk_check_uri}, {"name", 0, sk_check_text}, {"description", 0, sk_check_text},          \
      {"publisher", SK_CHECK_LIST, sk_check_object, party}, {"license", 0, sk_check_uri},          \
      {"inLanguage", SK_CHECK_LIST, sk_check_language}, {"dateModified", 0, sk_check_date},        \
      {"expires", 0, sk_check_date}

const SkCheckRule sk_check_rules_feed[] = {
  FEED_RULES,
  {"isPartOf", 0, sk_check_uri},
  {"version", 0, sk_check_version},
  END,
};

const SkCheckRule sk_check_rules_index[] = {
  FEED_RULES,
  {"version", SK_CHECK_NEEDED, sk_check_version},
  {"distribution", SK_CHECK_LIST, sk_check_object, download},
  END,
};
