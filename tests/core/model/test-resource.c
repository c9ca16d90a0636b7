/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sk-resource.h"

#include "model/sk-date.h"

static SkLangString *
make_text (const char *language,
           const char *text)
{
  SkLangString *string = sk_lang_string_new ();

  sk_lang_string_add (string, language, text);
  return string;
}

/* The least that a resource is. */
static SkResourceFields
make_fields (void)
{
  return (SkResourceFields) {.id = g_strdup ("urn:a"), .name = make_text ("nl", "Wachtwoordwacht")};
}

static GPtrArray *
make_concepts (const char *id)
{
  GPtrArray *concepts = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_concept_unref);

  g_ptr_array_add (concepts, sk_concept_new (id, NULL, NULL, NULL));
  return concepts;
}

static void
assert_newness (const char *modified,
                const char *published,
                const char *seen,
                const char *expected)
{
  g_auto (SkResourceFields) fields = make_fields ();
  g_autoptr (SkResource) resource = NULL;
  gint64 seconds = G_MININT64;

  fields.modified = g_strdup (modified);
  fields.published = g_strdup (published);
  fields.seen = g_strdup (seen);
  resource = sk_resource_new (&fields);

  if (expected != NULL)
    g_assert_true (sk_date_parse (expected, &seconds));
  g_assert_cmpint (sk_resource_get_newness (resource), ==, seconds);
}

static void
test_least (void)
{
  g_auto (SkResourceFields) fields = make_fields ();
  g_autoptr (SkResource) resource = sk_resource_new (&fields);
  SkAgeRange ages;

  g_assert_cmpstr (sk_resource_get_id (resource), ==, "urn:a");
  g_assert_false (sk_resource_get_ages (resource, &ages));
  g_assert_cmpint (sk_resource_get_free (resource), ==, SK_STATED_NOT);
  g_assert_cmpuint (sk_resource_get_minutes (resource), ==, 0);
  g_assert_null (sk_resource_get_languages (resource)[0]);
  g_assert_null (sk_resource_get_keywords (resource)[0]);
  g_assert_null (sk_resource_get_publishers (resource)[0]);
  g_assert_null (sk_resource_get_needs (resource)[0]);
  g_assert_null (sk_resource_get_translations (resource)[0]);
  g_assert_null (sk_resource_get_description (resource));
  g_assert_null (sk_resource_get_concepts (resource, SK_FACET_THEME));
  g_assert_null (sk_resource_get_attachments (resource));
  g_assert_null (sk_resource_pick_description (resource, NULL, NULL));
}

static void
test_takes_over (void)
{
  g_auto (SkResourceFields) fields = make_fields ();
  g_autoptr (SkResource) resource = NULL;

  fields.themes = make_concepts ("urn:theme");
  fields.formats = make_concepts ("urn:format");
  fields.audiences = make_concepts ("urn:audience");
  fields.settings = make_concepts ("urn:setting");
  resource = sk_resource_new (&fields);

  g_assert_null (fields.id);
  g_assert_null (fields.name);
  g_assert_null (fields.themes);
  g_assert_cmpstr (sk_concept_get_id (
                     sk_resource_get_concepts (resource, SK_FACET_THEME)->pdata[0]),
                   ==, "urn:theme");
  g_assert_cmpstr (sk_concept_get_id (
                     sk_resource_get_concepts (resource, SK_FACET_FORMAT)->pdata[0]),
                   ==, "urn:format");
  g_assert_cmpstr (sk_concept_get_id (
                     sk_resource_get_concepts (resource, SK_FACET_AUDIENCE)->pdata[0]),
                   ==, "urn:audience");
  g_assert_cmpstr (sk_concept_get_id (
                     sk_resource_get_concepts (resource, SK_FACET_SETTING)->pdata[0]),
                   ==, "urn:setting");
}

static void
test_ages (void)
{
  g_auto (SkResourceFields) fields = make_fields ();
  g_autoptr (SkResource) resource = NULL;
  SkAgeRange ages;

  fields.has_ages = TRUE;
  fields.ages = (SkAgeRange) {8, 10};
  fields.ages_estimated = TRUE;
  resource = sk_resource_new (&fields);

  g_assert_true (sk_resource_get_ages (resource, &ages));
  g_assert_cmpuint (ages.min, ==, 8);
  g_assert_cmpuint (ages.max, ==, 10);
  g_assert_true (sk_resource_get_ages (resource, NULL));
  g_assert_true (sk_resource_get_ages_estimated (resource));
}

static void
test_newness (void)
{
  assert_newness ("2026-02-10", "2025-01-01", "2024-01-01", "2026-02-10");
  assert_newness (NULL, "2025-01-01", "2026-01-01", "2025-01-01");
  assert_newness (NULL, NULL, "2026-03-04", "2026-03-04");
  assert_newness (NULL, NULL, NULL, NULL);
}

static void
test_newness_of_wrong_dates (void)
{
  assert_newness ("yesterday", "2025-01-01", NULL, "2025-01-01");
  assert_newness ("2026-02-30", "soon", NULL, NULL);
}

static void
test_newness_of_a_year (void)
{
  assert_newness (NULL, NULL, "2026", "2026-01-01");
  assert_newness (NULL, NULL, "2026-11", "2026-11-01");
  assert_newness (NULL, NULL, "26", NULL);
  assert_newness (NULL, NULL, "", NULL);
}

/* A text in no language of the reader's is shown in the tool's own before English. */
static void
test_own_language (void)
{
  g_auto (SkResourceFields) fields = make_fields ();
  g_autoptr (SkResource) resource = NULL;
  const char * const french[] = {"fr", NULL};
  const char * const english[] = {"en_GB", "en", NULL};
  const char *language;

  sk_lang_string_add (fields.name, "en", "Password watch");
  fields.languages = g_strsplit ("nl", " ", -1);
  resource = sk_resource_new (&fields);

  g_assert_cmpstr (sk_resource_pick_name (resource, french, &language), ==, "Wachtwoordwacht");
  g_assert_cmpstr (language, ==, "nl");
  g_assert_cmpstr (sk_resource_pick_name (resource, english, NULL), ==, "Password watch");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/resource/what-is-not-stated-is-empty", test_least);
  g_test_add_func ("/model/resource/takes-its-fields-over", test_takes_over);
  g_test_add_func ("/model/resource/ages-may-be-estimated", test_ages);
  g_test_add_func ("/model/resource/is-as-new-as-modified-else-published-else-seen", test_newness);
  g_test_add_func ("/model/resource/a-wrong-date-counts-for-none", test_newness_of_wrong_dates);
  g_test_add_func ("/model/resource/a-year-seen-is-its-first-day", test_newness_of_a_year);
  g_test_add_func ("/model/resource/its-own-language-goes-before-english", test_own_language);

  return g_test_run ();
}
