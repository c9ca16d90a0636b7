/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-fixture.h"

#include <string.h>

#define THEME(name) "https://w3id.org/sidekick/theme/" name
#define SETTING(name) "https://w3id.org/sidekick/setting/" name
#define FORMAT(name) "https://w3id.org/kim/hcrt/" name
#define AUDIENCE(name) "http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/" name
#define CC_BY "https://creativecommons.org/licenses/by/4.0/"

/* A lesson that states everything, a film that states some, a leaflet that states nothing. */
static SkIndex *
make_three (void)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (SkResourceFields) lesson = {0};
  g_auto (SkResourceFields) film = {0};
  g_auto (SkResourceFields) leaflet = {0};

  lesson.has_ages = TRUE;
  lesson.ages = (SkAgeRange){8, 10};
  lesson.themes = fixture_concepts (THEME ("bullying"), THEME ("privacy"), NULL);
  lesson.formats = fixture_concepts (FORMAT ("lesson_plan"), NULL);
  lesson.languages = g_strsplit ("nl-BE nl-NL fr", " ", -1);
  lesson.audiences = fixture_concepts (AUDIENCE ("teacher"), NULL);
  lesson.settings = fixture_concepts (SETTING ("school"), NULL);
  lesson.needs = g_strsplit ("printer tables", " ", -1);
  lesson.minutes = 50;
  lesson.publishers = g_strsplit ("Mediawijs|Child Focus", "|", -1);
  lesson.license = g_strdup (CC_BY);
  lesson.free = SK_STATED_YES;
  fixture_add (resources, "lesson", &lesson);

  film.has_ages = TRUE;
  film.ages = (SkAgeRange){16, SK_AGE_MAX};
  film.themes = fixture_concepts (THEME ("bullying"), "Deepfakes", "https://example.org/t/trolls",
                                  NULL);
  film.formats = fixture_concepts (FORMAT ("video"), NULL);
  film.languages = g_strsplit ("FR", " ", -1);
  film.needs = g_strsplit ("screen sound", " ", -1);
  film.minutes = 120;
  film.publishers = g_strsplit ("Action Médias", "|", -1);
  film.free = SK_STATED_NO;
  fixture_add (resources, "film", &film);

  fixture_add (resources, "leaflet", &leaflet);

  return fixture_index (resources);
}

typedef struct
{
  const char *name;
  SkFacet facet;
  const char *value;
  const char *ids;
} Case;

static const Case choices[] = {
  {"a-band-of-ages-that-overlaps", SK_FACET_AGE, "9-11", "lesson"},
  {"the-adults", SK_FACET_AGE, "19-99", "film"},
  {"a-range-that-touches-at-its-end", SK_FACET_AGE, "10-16", "film lesson"},
  {"a-range-between", SK_FACET_AGE, "11-15", ""},
  {"one-year", SK_FACET_AGE, "8-8", "lesson"},
  {"ages-not-stated", SK_FACET_AGE, "none", "leaflet"},
  {"nothing-for-ages-that-are-none", SK_FACET_AGE, "young", ""},
  {"a-theme", SK_FACET_THEME, THEME ("privacy"), "lesson"},
  {"a-theme-of-another-scheme", SK_FACET_THEME, "https://example.org/t/trolls", "film"},
  {"a-theme-known-by-its-label", SK_FACET_THEME, "Deepfakes", "film"},
  {"no-theme", SK_FACET_THEME, "none", "leaflet"},
  {"a-format", SK_FACET_FORMAT, FORMAT ("video"), "film"},
  {"no-format", SK_FACET_FORMAT, "none", "leaflet"},
  {"a-language-by-its-primary-tag", SK_FACET_LANGUAGE, "nl", "lesson"},
  {"a-language-whatever-its-case", SK_FACET_LANGUAGE, "fr", "film lesson"},
  {"no-language", SK_FACET_LANGUAGE, "none", "leaflet"},
  {"an-audience", SK_FACET_AUDIENCE, AUDIENCE ("teacher"), "lesson"},
  {"no-audience", SK_FACET_AUDIENCE, "none", "film leaflet"},
  {"a-setting", SK_FACET_SETTING, SETTING ("school"), "lesson"},
  {"no-setting", SK_FACET_SETTING, "none", "film leaflet"},
  {"a-length-at-its-limit", SK_FACET_LENGTH, "50", "lesson"},
  {"a-length-below", SK_FACET_LENGTH, "49", ""},
  {"a-longer-limit-with-the-shorter-in-it", SK_FACET_LENGTH, "120", "film lesson"},
  {"what-is-longer", SK_FACET_LENGTH, "longer", "film"},
  {"no-length", SK_FACET_LENGTH, "none", "leaflet"},
  {"nothing-for-a-length-that-is-none", SK_FACET_LENGTH, "-5", ""},
  {"one-of-two-publishers", SK_FACET_PUBLISHER, "Child Focus", "lesson"},
  {"no-publisher", SK_FACET_PUBLISHER, "none", "leaflet"},
  {"a-licence", SK_FACET_LICENCE, CC_BY, "lesson"},
  {"no-licence", SK_FACET_LICENCE, "none", "film leaflet"},
  {"what-is-free", SK_FACET_FREE, "true", "lesson"},
  {"what-is-not-free", SK_FACET_FREE, "false", "film"},
  {"what-may-be-free", SK_FACET_FREE, "none", "leaflet"},
  {"nothing-for-a-value-that-is-nowhere", SK_FACET_PUBLISHER, "Nobody", ""},
};

static void
check_choice (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (SkIndex) index = make_three ();
  g_autoptr (SkResults) results = fixture_choose (index, expected->facet, expected->value);
  g_autofree char *ids = fixture_list_ids (index, results);

  g_assert_cmpstr (ids, ==, expected->ids);
  g_assert_cmpuint (sk_results_get_value_count (results, expected->facet, expected->value), ==,
                    sk_results_get_count (results));
}

static char *
list_all (SkFacet facet)
{
  g_autoptr (SkIndex) index = make_three ();
  g_autoptr (SkQuery) query = sk_query_new ();
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);

  return fixture_list_facet (results, facet);
}

static void
test_lists_bands_of_ages (void)
{
  g_autofree char *ages = list_all (SK_FACET_AGE);

  g_assert_cmpstr (ages, ==, "3-5=0 6-8=1 9-11=1 12-14=0 15-18=1 19-99=1 none=1");
}

static void
test_lists_lengths_that_hold_the_shorter (void)
{
  g_autofree char *lengths = list_all (SK_FACET_LENGTH);

  g_assert_cmpstr (lengths, ==, "15=0 30=0 50=1 100=1 longer=1 none=1");
}

static void
test_lists_what_occurs_by_name (void)
{
  g_autofree char *languages = list_all (SK_FACET_LANGUAGE);
  g_autofree char *publishers = list_all (SK_FACET_PUBLISHER);
  g_autofree char *licences = list_all (SK_FACET_LICENCE);
  g_autofree char *free = list_all (SK_FACET_FREE);

  g_assert_cmpstr (languages, ==, "fr=2 nl=1 none=1");
  g_assert_cmpstr (publishers, ==, "Action Médias=1 Child Focus=1 Mediawijs=1 none=1");
  g_assert_cmpstr (licences, ==, CC_BY "=1 none=2");
  g_assert_cmpstr (free, ==, "true=1 false=1 none=1");
}

/* Every concept of the vocabulary with its count, then the strangers by their label. */
static void
test_lists_the_vocabulary_first (void)
{
  g_autoptr (SkIndex) index = make_three ();
  g_autoptr (SkQuery) query = sk_query_new ();
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  SkVocabulary *themes = sk_vocabularies_get (vocabularies, SK_FACET_THEME);
  guint n_themes = sk_vocabulary_get_size (themes);
  guint n_values;
  const SkFacetCount *counts = sk_results_get_facet (results, SK_FACET_THEME, &n_values);

  g_assert_cmpuint (n_values, ==, n_themes + 3);

  for (guint i = 0; i < n_themes; i++)
    {
      const char *key = sk_concept_get_key (sk_vocabulary_get_nth (themes, i));
      guint expected = 0;

      if (strcmp (key, THEME ("bullying")) == 0)
        expected = 2;
      else if (strcmp (key, THEME ("privacy")) == 0)
        expected = 1;

      g_assert_cmpstr (counts[i].value, ==, key);
      g_assert_cmpuint (counts[i].count, ==, expected);
      g_assert_nonnull (counts[i].concept);
    }

  g_assert_cmpstr (counts[n_themes].value, ==, "Deepfakes");
  g_assert_nonnull (counts[n_themes].concept);
  g_assert_cmpstr (counts[n_themes + 1].value, ==, "https://example.org/t/trolls");
  g_assert_cmpstr (counts[n_themes + 2].value, ==, "none");
  g_assert_null (counts[n_themes + 2].concept);
}

static void
test_lists_a_chosen_range_before_none (void)
{
  g_autoptr (SkIndex) index = make_three ();
  g_autoptr (SkResults) results = fixture_choose (index, SK_FACET_AGE, "8-10");
  g_autofree char *ages = fixture_list_facet (results, SK_FACET_AGE);

  g_assert_cmpstr (ages, ==, "3-5=0 6-8=1 9-11=1 12-14=0 15-18=1 19-99=1 8-10=1 none=1");
}

static void
test_lists_a_chosen_value_that_is_nowhere (void)
{
  g_autoptr (SkIndex) index = make_three ();
  g_autoptr (SkResults) results = fixture_choose (index, SK_FACET_LANGUAGE, "pl");
  g_autofree char *languages = fixture_list_facet (results, SK_FACET_LANGUAGE);
  g_autofree char *free = fixture_list_facet (results, SK_FACET_FREE);

  g_assert_cmpstr (languages, ==, "fr=2 nl=1 pl=0 none=1");
  g_assert_cmpstr (free, ==, "true=0 false=0 none=0");
}

static void
test_joins_values_of_a_facet_by_or (void)
{
  g_autoptr (SkIndex) index = make_three ();
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) nl = sk_query_with_value (all, SK_FACET_LANGUAGE, "nl");
  g_autoptr (SkQuery) query = sk_query_with_value (nl, SK_FACET_LANGUAGE, "none");
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);
  g_autofree char *ids = fixture_list_ids (index, results);

  g_assert_cmpstr (ids, ==, "leaflet lesson");
}

static void
test_joins_facets_by_and (void)
{
  g_autoptr (SkIndex) index = make_three ();
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) fr = sk_query_with_value (all, SK_FACET_LANGUAGE, "fr");
  g_autoptr (SkQuery) query = sk_query_with_value (fr, SK_FACET_FREE, "true");
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);
  g_autofree char *ids = fixture_list_ids (index, results);
  g_autofree char *languages = fixture_list_facet (results, SK_FACET_LANGUAGE);
  g_autofree char *free = fixture_list_facet (results, SK_FACET_FREE);

  g_assert_cmpstr (ids, ==, "lesson");
  g_assert_cmpstr (languages, ==, "fr=1 nl=1 none=0");
  g_assert_cmpstr (free, ==, "true=1 false=1 none=0");
}

static char *
list_lacking (const char *need)
{
  g_autoptr (SkIndex) index = make_three ();
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_lacking (all, need);
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);

  return fixture_list_ids (index, results);
}

static void
test_leaves_out_what_needs_a_thing_or_may (void)
{
  g_autofree char *no_screen = list_lacking ("screen");
  g_autofree char *no_printer = list_lacking ("printer");
  g_autofree char *no_devices = list_lacking ("devices");
  g_autofree char *any = list_lacking (NULL);

  g_assert_cmpstr (no_screen, ==, "lesson");
  g_assert_cmpstr (no_printer, ==, "film");
  g_assert_cmpstr (no_devices, ==, "film lesson");
  g_assert_cmpstr (any, ==, "film leaflet lesson");
}

static void
test_asks_some_records_alone (void)
{
  const char * const ids[] = {"lesson", "nowhere", "leaflet", NULL};
  const char * const nothing[] = {NULL};
  g_autoptr (SkIndex) index = make_three ();
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_among (all, "Favourites", ids);
  g_autoptr (SkQuery) french = sk_query_with_value (query, SK_FACET_LANGUAGE, "fr");
  g_autoptr (SkQuery) none = sk_query_with_among (all, "Favourites", nothing);
  g_autoptr (SkResults) results = sk_index_search (index, french, NULL);
  g_autoptr (SkResults) empty = sk_index_search (index, none, NULL);
  g_autofree char *found = fixture_list_ids (index, results);
  g_autofree char *languages = fixture_list_facet (results, SK_FACET_LANGUAGE);
  g_autofree char *free = fixture_list_facet (results, SK_FACET_FREE);

  g_assert_cmpstr (found, ==, "lesson");
  g_assert_cmpstr (languages, ==, "fr=1 nl=1 none=1");
  g_assert_cmpstr (free, ==, "true=1 false=0 none=0");
  g_assert_cmpuint (sk_results_get_count (empty), ==, 0);
}

static void
test_outlives_its_index_and_query (void)
{
  g_autoptr (SkResults) results = NULL;
  g_autofree char *ages = NULL;

  {
    g_autoptr (SkIndex) index = make_three ();

    results = fixture_choose (index, SK_FACET_AGE, "8-10");
  }

  ages = fixture_list_facet (results, SK_FACET_AGE);
  g_assert_cmpstr (ages, ==, "3-5=0 6-8=1 9-11=1 12-14=0 15-18=1 19-99=1 8-10=1 none=1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = g_strconcat ("/search/facets/choose-", choices[i].name, NULL);

      g_test_add_data_func (path, &choices[i], check_choice);
    }

  g_test_add_func ("/search/facets/lists-bands-of-ages", test_lists_bands_of_ages);
  g_test_add_func ("/search/facets/lists-lengths-that-hold-the-shorter",
                   test_lists_lengths_that_hold_the_shorter);
  g_test_add_func ("/search/facets/lists-what-occurs-by-name", test_lists_what_occurs_by_name);
  g_test_add_func ("/search/facets/lists-the-vocabulary-first", test_lists_the_vocabulary_first);
  g_test_add_func ("/search/facets/lists-a-chosen-range-before-none",
                   test_lists_a_chosen_range_before_none);
  g_test_add_func ("/search/facets/lists-a-chosen-value-that-is-nowhere",
                   test_lists_a_chosen_value_that_is_nowhere);
  g_test_add_func ("/search/facets/joins-values-of-a-facet-by-or",
                   test_joins_values_of_a_facet_by_or);
  g_test_add_func ("/search/facets/joins-facets-by-and", test_joins_facets_by_and);
  g_test_add_func ("/search/facets/leaves-out-what-needs-a-thing-or-may",
                   test_leaves_out_what_needs_a_thing_or_may);
  g_test_add_func ("/search/facets/asks-some-records-alone", test_asks_some_records_alone);
  g_test_add_func ("/search/facets/outlives-its-index-and-query",
                   test_outlives_its_index_and_query);

  return g_test_run ();
}
