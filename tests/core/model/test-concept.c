/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sk-concept.h"

static SkConcept *
make_concept (const char *id,
              const char *label)
{
  g_autoptr (SkLangString) labels = sk_lang_string_new ();

  if (label != NULL)
    sk_lang_string_add (labels, "nl", label);

  return sk_concept_new (id, NULL, NULL, labels);
}

static void
assert_label (const char *id,
              const char *label,
              const char *expected)
{
  g_autoptr (SkConcept) concept = make_concept (id, label);

  g_assert_cmpstr (sk_concept_pick_label (concept, NULL), ==, expected);
}

static void
test_key (void)
{
  g_autoptr (SkConcept) known = make_concept ("https://example.org/t/privacy", "Privacy");
  g_autoptr (SkConcept) nameless = make_concept ("https://example.org/t/privacy", NULL);
  g_autoptr (SkConcept) label = make_concept (NULL, "Sociale media");

  g_assert_cmpstr (sk_concept_get_key (known), ==, "https://example.org/t/privacy");
  g_assert_cmpstr (sk_concept_get_key (nameless), ==, "https://example.org/t/privacy");
  g_assert_cmpstr (sk_concept_get_key (label), ==, "Sociale media");
  g_assert_null (sk_concept_get_id (label));
}

static void
test_label (void)
{
  assert_label ("https://example.org/t/privacy", "Privacy online", "Privacy online");
  assert_label ("https://example.org/t/privacy", NULL, "privacy");
  assert_label ("https://example.org/t#privacy", NULL, "privacy");
  assert_label ("https://example.org/t/privacy/", NULL, "https://example.org/t/privacy/");
  assert_label ("urn:privacy", NULL, "urn:privacy");
}

static void
test_own (void)
{
  g_autoptr (SkLangString) labels = sk_lang_string_new ();
  g_autoptr (SkConcept) concept = NULL;
  g_autoptr (SkConcept) same = NULL;

  sk_lang_string_add (labels, "en", "Bullying");
  concept =
    sk_concept_new ("https://w3id.org/sidekick/theme/bullying", "bullying", "relations", labels);
  same = sk_concept_ref (concept);

  g_assert_true (same == concept);
  g_assert_cmpstr (sk_concept_get_notation (concept), ==, "bullying");
  g_assert_cmpstr (sk_concept_get_family (concept), ==, "relations");
  g_assert_true (sk_lang_string_equal (sk_concept_get_label (concept), labels));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/concept/is-named-by-its-uri-else-by-its-label", test_key);
  g_test_add_func ("/model/concept/shows-its-label-else-the-tail-of-its-uri", test_label);
  g_test_add_func ("/model/concept/of-our-own-has-a-short-name-and-a-family", test_own);

  return g_test_run ();
}
