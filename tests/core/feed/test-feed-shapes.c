/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "feed-fixture.h"

static void
assert_text (SkLangString *text,
             const char   *language,
             const char   *expected)
{
  g_assert_cmpstr (sk_lang_string_find (text, language), ==, expected);
}

static const char *
concept_key (SkResource *resource,
             SkFacet     facet,
             guint       nth)
{
  GPtrArray *concepts = sk_resource_get_concepts (resource, facet);

  g_assert_nonnull (concepts);
  g_assert_cmpuint (nth, <, concepts->len);
  return sk_concept_get_key (g_ptr_array_index (concepts, nth));
}

static guint
count_concepts (SkResource *resource,
                SkFacet     facet)
{
  GPtrArray *concepts = sk_resource_get_concepts (resource, facet);

  return concepts != NULL ? concepts->len : 0;
}

static void
test_amb_record (void)
{
  g_auto (FeedResult) result = {0};
  SkResource *resource;
  SkAgeRange ages;

  feed_read_shape ("amb-record.json", &result);
  resource = feed_get_resource (&result, 0);
  g_assert_cmpstr (result.info.dialect, ==, "record");
  assert_text (sk_resource_get_name (resource), "nl", "Wachtwoorduur");
  g_assert_cmpstr (sk_resource_get_url (resource), ==, "https://example.org/r/1");
  g_assert_cmpuint (count_concepts (resource, SK_FACET_THEME), ==, 1);
  g_assert_cmpstr (concept_key (resource, SK_FACET_THEME, 0), ==,
                   "https://w3id.org/sidekick/theme/security");
  g_assert_cmpstr (sk_resource_get_keywords (resource)[0], ==, "wachtwoord");
  g_assert_cmpstr (sk_resource_get_keywords (resource)[1], ==, "Protecting devices");
  g_assert_cmpuint (sk_resource_get_minutes (resource), ==, 50);
  g_assert_true (sk_resource_get_ages (resource, &ages));
  g_assert_cmpuint (ages.min, ==, 10);
  g_assert_cmpuint (ages.max, ==, 12);
  g_assert_false (sk_resource_get_ages_estimated (resource));
}

static void
test_plain_schema_org (void)
{
  g_auto (FeedResult) result = {0};
  SkResource *resource;
  SkAgeRange ages;

  feed_read_shape ("schema-org-record.json", &result);
  resource = feed_get_resource (&result, 0);
  assert_text (sk_resource_get_name (resource), "", "Staying safe");
  assert_text (sk_resource_get_description (resource), "",
               "What to do when éverything & more goes wrong.\n\n• Stop\n• Tell");
  g_assert_cmpstr (sk_resource_get_languages (resource)[0], ==, "en");
  g_assert_cmpstr (sk_resource_get_keywords (resource)[2], ==, "passwords");
  g_assert_null (sk_resource_get_keywords (resource)[3]);
  g_assert_cmpstr (concept_key (resource, SK_FACET_THEME, 0), ==,
                   "https://w3id.org/sidekick/theme/bullying");
  g_assert_cmpstr (concept_key (resource, SK_FACET_FORMAT, 0), ==, "https://w3id.org/kim/hcrt/video");
  g_assert_cmpstr (concept_key (resource, SK_FACET_FORMAT, 1), ==, "Board game");
  g_assert_cmpuint (count_concepts (resource, SK_FACET_AUDIENCE), ==, 2);
  g_assert_cmpstr (concept_key (resource, SK_FACET_AUDIENCE, 0), ==,
                   "http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/teacher");
  g_assert_cmpstr (sk_resource_get_publishers (resource)[0], ==, "A. Writer");
  g_assert_cmpstr (sk_resource_get_license (resource), ==,
                   "https://creativecommons.org/licenses/by-sa/3.0/");
  g_assert_cmpstr (sk_resource_get_image (resource), ==, "https://example.org/i.png");
  g_assert_cmpint (sk_resource_get_free (resource), ==, SK_STATED_YES);
  g_assert_cmpuint (sk_resource_get_minutes (resource), ==, 0);
  g_assert_false (sk_resource_get_ages (resource, &ages));
  g_assert_cmpstr (sk_resource_get_modified (resource), ==, "2026-01-02T03:04:05+0200");
}

static void
test_prefixed_keys (void)
{
  g_auto (FeedResult) result = {0};
  SkResource *resource;

  feed_read_shape ("prefixed-keys.json", &result);
  resource = feed_get_resource (&result, 0);
  g_assert_cmpstr (sk_resource_get_id (resource), ==, "https://example.org/prefixed");
  assert_text (sk_resource_get_name (resource), "nl", "Mediawijs");
  assert_text (sk_resource_get_description (resource), "fr", "Une leçon.");
  g_assert_cmpstr (sk_resource_get_keywords (resource)[0], ==, "media");
}

static void
test_language_map (void)
{
  g_auto (FeedResult) result = {0};
  SkResource *resource;

  feed_read_shape ("language-map.json", &result);
  resource = feed_get_resource (&result, 0);
  g_assert_cmpuint (sk_lang_string_get_size (sk_resource_get_name (resource)), ==, 2);
  assert_text (sk_resource_get_name (resource), "fr", "Infox");
  assert_text (sk_resource_get_description (resource), "nl", "Een activiteit.");
}

static void
test_graph (void)
{
  g_auto (FeedResult) result = {0};
  SkResource *resource;

  feed_read_shape ("graph.json", &result);
  resource = feed_get_resource (&result, 0);
  g_assert_cmpstr (result.info.dialect, ==, "graph");
  g_assert_cmpuint (result.info.n_records, ==, 1);
  g_assert_cmpstr (sk_resource_get_publishers (resource)[0], ==, "Example house");
  g_assert_cmpstr (concept_key (resource, SK_FACET_THEME, 0), ==,
                   "https://w3id.org/sidekick/theme/privacy");
}

static void
test_data_feed (void)
{
  g_auto (FeedResult) result = {0};

  feed_read_shape ("data-feed.json", &result);
  g_assert_cmpstr (result.info.dialect, ==, "data-feed");
  g_assert_cmpstr (result.info.id, ==, "https://example.org/feed.json");
  assert_text (result.info.name, "en", "Example");
  g_assert_cmpuint (result.info.n_records, ==, 3);
  g_assert_cmpstr (sk_resource_get_modified (feed_get_resource (&result, 0)), ==, "2026-05-06");
  assert_text (sk_resource_get_name (feed_get_resource (&result, 1)), "nl", "Zonder omslag");
  g_assert_cmpuint (result.withdrawn->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (result.withdrawn, 0), ==, "https://example.org/r/2");
}

static void
test_head_after_the_list (void)
{
  g_auto (FeedResult) result = {0};

  feed_read_shape ("head-after-the-list.json", &result);
  g_assert_cmpuint (result.resources->len, ==, 1);
  assert_text (result.info.name, "nl", "Achteraf");
  g_assert_cmpstr (result.info.next, ==, "page2.json");
}

static void
test_item_list (void)
{
  g_auto (FeedResult) result = {0};

  feed_read_shape ("item-list.json", &result);
  g_assert_cmpstr (result.info.dialect, ==, "item-list");
  g_assert_cmpstr (sk_resource_get_id (feed_get_resource (&result, 0)), ==,
                   "https://example.org/c/1");
  g_assert_cmpstr (sk_resource_get_id (feed_get_resource (&result, 1)), ==, "urn:uuid:7");
  g_assert_null (sk_resource_get_url (feed_get_resource (&result, 1)));
  g_assert_cmpstr (sk_resource_get_id (feed_get_resource (&result, 2)), ==,
                   "https://example.org/c/3");
}

static void
assert_count (const char *shape,
              const char *dialect,
              guint       n_resources)
{
  g_auto (FeedResult) result = {0};

  feed_read_shape (shape, &result);
  g_assert_no_error (result.error);
  g_assert_cmpstr (result.info.dialect, ==, dialect);
  g_assert_cmpuint (result.resources->len, ==, n_resources);
  g_assert_cmpuint (result.problems->len, ==, 0);
}

static void
test_array (void)
{
  assert_count ("array.json", "array", 2);
}

static void
test_lines (void)
{
  assert_count ("lines.jsonl", "json-lines", 3);
}

static void
test_page (void)
{
  assert_count ("page.html", "html", 1);
}

static void
test_list_of_one (void)
{
  assert_count ("list-of-one.json", "data-feed", 1);
}

static void
test_wrong_records (void)
{
  g_auto (FeedResult) result = {0};
  SkResource *resource;
  SkAgeRange ages;

  feed_read_shape ("records-that-are-wrong.json", &result);
  g_assert_cmpuint (result.info.n_records, ==, 9);
  g_assert_cmpuint (result.resources->len, ==, 2);
  g_assert_cmpuint (result.problems->len, ==, 7);
  feed_assert_problem (&result, 0, 0, "missing-id", "id");
  feed_assert_problem (&result, 1, 2, "bad-type", NULL);
  feed_assert_problem (&result, 2, 3, "duplicate-id", "id");
  feed_assert_problem (&result, 3, 4, "missing-name", "name");
  feed_assert_problem (&result, 4, 5, "bad-id", "id");
  feed_assert_problem (&result, 5, 6, "missing-name", "name");
  feed_assert_problem (&result, 6, 7, "bad-type", "type");

  resource = feed_get_resource (&result, 1);
  g_assert_cmpstr (sk_resource_get_id (resource), ==, "https://example.org/r/8");
  g_assert_false (sk_resource_get_ages (resource, &ages));
  g_assert_cmpuint (sk_resource_get_minutes (resource), ==, 0);
  g_assert_cmpint (sk_resource_get_free (resource), ==, SK_STATED_NOT);
  g_assert_cmpuint (count_concepts (resource, SK_FACET_THEME), ==, 0);
  g_assert_null (sk_resource_get_license (resource));
}

static void
test_unsafe_links (void)
{
  g_auto (FeedResult) result = {0};
  SkResource *resource;

  feed_read_shape ("unsafe-links.json", &result);
  resource = feed_get_resource (&result, 0);
  g_assert_cmpstr (sk_resource_get_url (resource), ==, "https://example.org/r/1");
  g_assert_null (sk_resource_get_image (resource));
  g_assert_null (sk_resource_get_publisher_url (resource));
  g_assert_null (sk_resource_get_source_page (resource));
  g_assert_cmpuint (sk_resource_get_attachments (resource)->len, ==, 1);
}

static void
test_relative_links (void)
{
  static const char json[] =
      "{\"@context\": \"https://schema.org\", \"@type\": \"Course\", \"@id\": \"r/1\","
      " \"name\": \"Relative\", \"image\": \"../i.png\"}";
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (json, -1, NULL);
  g_auto (FeedResult) result = {0};

  feed_read_stream (stream, "https://example.org/feeds/all.json", NULL, &result);
  g_assert_cmpstr (sk_resource_get_id (feed_get_resource (&result, 0)), ==,
                   "https://example.org/feeds/r/1");
  g_assert_cmpstr (sk_resource_get_image (feed_get_resource (&result, 0)), ==,
                   "https://example.org/i.png");
}

/* The ages of a record that has @member alone. */
static char *
read_ages (const char *member)
{
  g_autofree char *json = g_strdup_printf (
      "{\"@context\": \"https://schema.org\", \"@type\": \"Course\","
      " \"@id\": \"https://example.org/1\", \"name\": \"x\", %s}", member);
  g_auto (FeedResult) result = {0};
  SkAgeRange ages;

  feed_read_bytes (json, -1, &result);
  if (!sk_resource_get_ages (feed_get_resource (&result, 0), &ages))
    return g_strdup ("none");

  return g_strdup_printf ("%u-%u%s", ages.min, ages.max,
                          sk_resource_get_ages_estimated (result.resources->pdata[0]) ? "~" : "");
}

static void
test_ages (void)
{
  static const char * const cases[][2] = {
    {"\"typicalAgeRange\": \"18+\"", "18-99"},
    {"\"typicalAgeRange\": [\"2-5\", \"5-8\"]", "2-8"},
    {"\"typicalAgeRange\": \"-\"", "none"},
    {"\"audience\": {\"suggestedMinAge\": 8, \"suggestedMaxAge\": \"10\"}", "8-10"},
    {"\"audience\": [{\"suggestedMinAge\": 12}]", "12-99"},
    {"\"educationalLevel\": \"https://w3id.org/kim/educationalLevel/level_2\"", "12-14~"},
    {"\"educationalLevel\": [{\"id\": \"https://w3id.org/kim/educationalLevel/level_0\"},"
     " {\"id\": \"https://w3id.org/kim/educationalLevel/level_1\"}]", "3-11~"},
    {"\"educationalLevel\": {\"id\": \"https://w3id.org/kim/educationalLevel/level_06\"}", "18-99~"},
    {"\"educationalLevel\": \"https://w3id.org/onderwijs-vlaanderen/id/structuur/lager-onderwijs\"",
     "6-11~"},
    {"\"typicalAgeRange\": \"6-8\","
     " \"educationalLevel\": \"https://w3id.org/kim/educationalLevel/level_3\"", "6-8"},
    {"\"educationalLevel\": \"Beginner\"", "none"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ages = read_ages (cases[i][0]);

      g_assert_cmpstr (ages, ==, cases[i][1]);
    }
}

static void
test_licences (void)
{
  static const char * const cases[][2] = {
    {"\"http://creativecommons.org/licenses/by/4.0\"", "https://creativecommons.org/licenses/by/4.0/"},
    {"\"CC-BY-NC-SA-4.0\"", "https://creativecommons.org/licenses/by-nc-sa/4.0/"},
    {"\"CC BY-SA 4.0\"", "https://creativecommons.org/licenses/by-sa/4.0/"},
    {"\"CC-BY-NC-ND-3.0-DE\"", "https://creativecommons.org/licenses/by-nc-nd/3.0/de/"},
    {"\"https://spdx.org/licenses/CC0-1.0.html\"", "https://creativecommons.org/publicdomain/zero/1.0/"},
    {"[{\"@type\": \"CreativeWork\", \"url\": \"https://example.org/terms\"}]", "https://example.org/terms"},
    {"\"MIT\"", "https://opensource.org/licenses/MIT"},
    {"\"All rights reserved\"", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{\"@context\": \"https://schema.org\", \"@type\": \"Course\","
          " \"@id\": \"https://example.org/1\", \"name\": \"x\", \"license\": %s}", cases[i][0]);
      g_auto (FeedResult) result = {0};

      feed_read_bytes (json, -1, &result);
      g_assert_cmpstr (sk_resource_get_license (feed_get_resource (&result, 0)), ==, cases[i][1]);
    }
}

/* The record that has @member alone. */
static SkResource *
read_member (const char *member)
{
  g_autofree char *json =
    g_strdup_printf ("{\"@context\": \"https://schema.org\", \"@type\": \"Course\","
                     " \"@id\": \"https://example.org/1\", \"name\": \"x\", %s}",
                     member);
  g_auto (FeedResult) result = {0};

  feed_read_bytes (json, -1, &result);
  return g_object_ref (feed_get_resource (&result, 0));
}

static void
test_durations (void)
{
  static const struct
  {
    const char *text;
    guint minutes;
  } cases[] = {
    {"PT1H30M", 90}, {"PT0.5H", 30}, {"PT1,5H", 90}, {"P0.5D", 720}, {"PT90.5S", 2},
    {"P1W", 10080},  {"PT0.H", 0},   {"PT.5H", 0},   {"1 hour", 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *member = g_strdup_printf ("\"timeRequired\": \"%s\"", cases[i].text);
      g_autoptr (SkResource) resource = read_member (member);

      g_assert_cmpuint (sk_resource_get_minutes (resource), ==, cases[i].minutes);
    }
}

static void
test_free (void)
{
  static const struct
  {
    const char *value;
    SkStated free;
  } cases[] = {
    {"true", SK_STATED_YES},
    {"\"False\"", SK_STATED_NO},
    {"[true]", SK_STATED_YES},
    {"\"https://schema.org/True\"", SK_STATED_YES},
    {"\"http://schema.org/False\"", SK_STATED_NO},
    {"\"perhaps\"", SK_STATED_NOT},
    {"1", SK_STATED_NOT},
    {"[]", SK_STATED_NOT},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *member = g_strdup_printf ("\"isAccessibleForFree\": %s", cases[i].value);
      g_autoptr (SkResource) resource = read_member (member);

      g_assert_cmpint (sk_resource_get_free (resource), ==, cases[i].free);
    }
}

#define PROPERTY(name, value)                                                                      \
  "{\"@type\": \"PropertyValue\", \"propertyID\": \"https://w3id.org/sidekick/property/" name      \
  "\", \"value\": " value "}"

static void
test_properties (void)
{
  g_autoptr (SkResource) resource = read_member (
    "\"additionalProperty\": [" PROPERTY ("minutes-min", "\"20\"") ", " PROPERTY ("group-min", "\"5"
                                                                                               "\"") ", " PROPERTY (
      "group-max",
      "30.0") ", " PROPERTY ("skippable",
                             "\"true\"") ", " PROPERTY ("seen",
                                                        "2025") ", " PROPERTY ("setting",
                                                                               "{\"@id\": "
                                                                               "\"https://w3id.org/"
                                                                               "sidekick/setting/"
                                                                               "library\"}") "]");

  g_assert_cmpuint (sk_resource_get_minutes_min (resource), ==, 20);
  g_assert_cmpuint (sk_resource_get_group_min (resource), ==, 5);
  g_assert_cmpuint (sk_resource_get_group_max (resource), ==, 30);
  g_assert_true (sk_resource_get_skippable (resource));
  g_assert_cmpstr (sk_resource_get_seen (resource), ==, "2025");
  g_assert_cmpstr (concept_key (resource, SK_FACET_SETTING, 0), ==,
                   "https://w3id.org/sidekick/setting/library");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/shapes/an-amb-record", test_amb_record);
  g_test_add_func ("/feed/shapes/plain-schema-org", test_plain_schema_org);
  g_test_add_func ("/feed/shapes/prefixed-keys-and-value-objects", test_prefixed_keys);
  g_test_add_func ("/feed/shapes/a-language-map", test_language_map);
  g_test_add_func ("/feed/shapes/a-graph-with-references", test_graph);
  g_test_add_func ("/feed/shapes/a-data-feed-with-a-withdrawal", test_data_feed);
  g_test_add_func ("/feed/shapes/a-head-after-its-list", test_head_after_the_list);
  g_test_add_func ("/feed/shapes/an-item-list", test_item_list);
  g_test_add_func ("/feed/shapes/a-bare-array", test_array);
  g_test_add_func ("/feed/shapes/json-lines", test_lines);
  g_test_add_func ("/feed/shapes/a-web-page-with-json-ld", test_page);
  g_test_add_func ("/feed/shapes/a-list-of-one-without-brackets", test_list_of_one);
  g_test_add_func ("/feed/shapes/wrong-records-are-named-and-skipped", test_wrong_records);
  g_test_add_func ("/feed/shapes/unsafe-links-are-left-out", test_unsafe_links);
  g_test_add_func ("/feed/shapes/relative-links-follow-the-address", test_relative_links);
  g_test_add_func ("/feed/shapes/ages-in-every-form", test_ages);
  g_test_add_func ("/feed/shapes/licences-in-every-form", test_licences);
  g_test_add_func ("/feed/shapes/durations-in-every-form", test_durations);
  g_test_add_func ("/feed/shapes/free-in-every-form", test_free);
  g_test_add_func ("/feed/shapes/own-properties-in-every-form", test_properties);

  return g_test_run ();
}
