/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sk-vocabularies.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define THEMES                                                                                     \
  "{\"id\": \"urn:themes\", \"type\": \"ConceptScheme\", \"collections\": [{\"id\": "              \
  "\"urn:family\","                                                                                \
  " \"notation\": \"relations\", \"member\": [\"urn:bullying\"]}], \"hasTopConcept\": ["           \
  "{\"id\": \"urn:bullying\", \"notation\": \"bullying\", \"prefLabel\": {\"nl\": \"Pesten\","     \
  " \"fr\": \"Harcèlement\"}, \"altLabel\": {\"nl\": [\"cyberpesten\"], \"en\": [\"Privacy\"]},"   \
  " \"exactMatch\": [\"https://example.org/pesten\"]},"                                            \
  "{\"id\": \"urn:privacy\", \"notation\": \"privacy\", \"prefLabel\": {\"en\": \"Privacy\"}}]}"

static SkVocabulary *
read_scheme (const char  *json,
             GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));

  return sk_vocabulary_new_from_bytes (bytes, error);
}

static SkVocabulary *
make_themes (void)
{
  g_autoptr (GError) error = NULL;
  SkVocabulary *themes = read_scheme (THEMES, &error);

  g_assert_no_error (error);
  return themes;
}

static void
test_order (void)
{
  g_autoptr (SkVocabulary) themes = make_themes ();

  g_assert_cmpstr (sk_vocabulary_get_id (themes), ==, "urn:themes");
  g_assert_cmpuint (sk_vocabulary_get_size (themes), ==, 2);
  g_assert_cmpstr (sk_concept_get_id (sk_vocabulary_get_nth (themes, 0)), ==, "urn:bullying");
  g_assert_cmpstr (sk_concept_get_family (sk_vocabulary_get_nth (themes, 0)), ==, "relations");
  g_assert_null (sk_concept_get_family (sk_vocabulary_get_nth (themes, 1)));
}

static void
test_find (void)
{
  g_autoptr (SkVocabulary) themes = make_themes ();
  SkConcept *bullying = sk_vocabulary_get_nth (themes, 0);

  g_assert_true (sk_vocabulary_find (themes, "urn:bullying") == bullying);
  g_assert_true (sk_vocabulary_find (themes, "bullying") == bullying);
  g_assert_true (sk_vocabulary_find (themes, "https://example.org/pesten") == bullying);
  g_assert_null (sk_vocabulary_find (themes, "urn:themes"));
  g_assert_null (sk_vocabulary_find (themes, "Pesten"));
  g_assert_null (sk_vocabulary_find (themes, ""));
}

static void
test_find_label (void)
{
  g_autoptr (SkVocabulary) themes = make_themes ();
  SkConcept *bullying = sk_vocabulary_get_nth (themes, 0);

  g_assert_true (sk_vocabulary_find_label (themes, "Pesten") == bullying);
  g_assert_true (sk_vocabulary_find_label (themes, " CYBERPESTEN ") == bullying);
  g_assert_true (sk_vocabulary_find_label (themes, "harcèlement") == bullying);
  g_assert_true (sk_vocabulary_find_label (themes, "harce\u0300lement") == bullying);
  g_assert_null (sk_vocabulary_find_label (themes, "pest"));
  g_assert_null (sk_vocabulary_find_label (themes, ""));
}

/* The other name of one is the name of another. */
static void
test_own_label_first (void)
{
  g_autoptr (SkVocabulary) themes = make_themes ();
  SkConcept *found = sk_vocabulary_find_label (themes, "privacy");

  g_assert_cmpstr (sk_concept_get_id (found), ==, "urn:privacy");
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "[]",
    "{}",
    "{\"id\": \"urn:a\"}",
    "{\"id\": \"urn:a\", \"hasTopConcept\": []}",
    "{\"id\": \"urn:a\", \"hasTopConcept\": [\"urn:b\"]}",
    "{\"id\": \"urn:a\", \"hasTopConcept\": [{\"notation\": \"b\"}]}",
    "{\"hasTopConcept\": [{\"id\": \"urn:b\"}]}",
  };
  g_autoptr (GError) syntax = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_scheme (texts[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }

  g_assert_null (read_scheme ("{", &syntax));
  g_assert_true (syntax->domain == JSON_PARSER_ERROR);
}

static void
test_shipped (void)
{
  static const struct
  {
    SkFacet facet;
    guint size;
    const char *notation;
  } schemes[] = {
    {SK_FACET_THEME, 19, "bullying"},
    {SK_FACET_FORMAT, 26, "lesson_plan"},
    {SK_FACET_AUDIENCE, 8, "teacher"},
    {SK_FACET_SETTING, 6, "youth-work"},
  };
  static const char * const languages[] = {"nl", "fr", "de", "en"};
  g_autoptr (GError) error = NULL;
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      SkVocabulary *scheme = sk_vocabularies_get (vocabularies, schemes[i].facet);

      g_assert_cmpuint (sk_vocabulary_get_size (scheme), ==, schemes[i].size);
      g_assert_nonnull (sk_vocabulary_find (scheme, schemes[i].notation));
      for (guint n = 0; n < schemes[i].size; n++)
        for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
          g_assert_nonnull (
            sk_lang_string_find (sk_concept_get_label (sk_vocabulary_get_nth (scheme, n)),
                                 languages[l]));
    }

  g_assert_null (sk_vocabularies_get (vocabularies, SK_FACET_AGE));
  g_assert_null (sk_vocabularies_get (vocabularies, SK_FACET_LANGUAGE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/vocabulary/keeps-its-order-and-families", test_order);
  g_test_add_func ("/model/vocabulary/finds-by-uri-short-name-and-exact-match", test_find);
  g_test_add_func ("/model/vocabulary/finds-by-label-in-any-case-and-language", test_find_label);
  g_test_add_func ("/model/vocabulary/an-own-label-goes-before-anothers-other-name",
                   test_own_label_first);
  g_test_add_func ("/model/vocabulary/what-is-no-scheme-is-refused", test_refused);
  g_test_add_func ("/model/vocabulary/those-that-are-shipped-are-whole", test_shipped);

  return g_test_run ();
}
