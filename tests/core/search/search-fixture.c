/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-fixture.h"

#include <string.h>

SkLangString *
fixture_text (const char *language,
              const char *text)
{
  SkLangString *made = sk_lang_string_new ();

  sk_lang_string_add (made, language, text);
  return made;
}

static SkConcept *
make_concept (const char *uri_or_label)
{
  g_autoptr (SkLangString) label = NULL;

  if (strstr (uri_or_label, "://") != NULL)
    return sk_concept_new (uri_or_label, NULL, NULL, NULL);

  label = fixture_text ("en", uri_or_label);
  return sk_concept_new (NULL, NULL, NULL, label);
}

GPtrArray *
fixture_concepts (const char *uri_or_label,
                  ...)
{
  GPtrArray *concepts = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_concept_unref);
  va_list more;

  va_start (more, uri_or_label);
  for (const char *each = uri_or_label; each != NULL; each = va_arg (more, const char *))
    g_ptr_array_add (concepts, make_concept (each));
  va_end (more);

  return concepts;
}

/* Takes what is in the fields; a resource without a name is named by its id. */
void
fixture_add (GPtrArray        *resources,
             const char       *id,
             SkResourceFields *fields)
{
  fields->id = g_strdup (id);
  if (fields->name == NULL)
    fields->name = fixture_text ("en", id);

  g_ptr_array_add (resources, sk_resource_new (fields));
}

SkIndex *
fixture_index (GPtrArray *resources)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (&error);

  g_assert_no_error (error);
  return sk_index_new (resources, vocabularies);
}

char *
fixture_list_ids (SkIndex   *index,
                  SkResults *results)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < sk_results_get_count (results); i++)
    {
      g_autoptr (SkResource) resource = NULL;

      resource = sk_index_dup_resource (index, sk_results_get_record (results, i));
      if (i > 0)
        g_string_append_c (ids, ' ');
      g_string_append (ids, sk_resource_get_id (resource));
    }

  return g_string_free_and_steal (g_steal_pointer (&ids));
}

/* "value=count", with a space between, in the order in which they are listed. */
char *
fixture_list_facet (SkResults *results,
                    SkFacet    facet)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_values;
  const SkFacetCount *counts = sk_results_get_facet (results, facet, &n_values);

  for (guint i = 0; i < n_values; i++)
    g_string_append_printf (list, "%s%s=%u", i > 0 ? " " : "", counts[i].value, counts[i].count);

  return g_string_free_and_steal (g_steal_pointer (&list));
}

SkResults *
fixture_choose (SkIndex    *index,
                SkFacet     facet,
                const char *value)
{
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_value (all, facet, value);

  return sk_index_search (index, query, NULL);
}

static void
check_same_facet (SkResults *results,
                  SkResults *expected,
                  SkFacet    facet)
{
  guint n_values;
  guint n_expected;
  const SkFacetCount *values = sk_results_get_facet (results, facet, &n_values);
  const SkFacetCount *others = sk_results_get_facet (expected, facet, &n_expected);

  g_assert_cmpuint (n_values, ==, n_expected);

  for (guint i = 0; i < n_values; i++)
    {
      g_assert_cmpstr (values[i].value, ==, others[i].value);
      g_assert_cmpuint (values[i].count, ==, others[i].count);
      g_assert_true ((values[i].concept != NULL) == (others[i].concept != NULL));
    }
}

void
fixture_check_same (SkResults *results,
                    SkResults *expected)
{
  g_assert_cmpstr (sk_results_get_repaired (results), ==, sk_results_get_repaired (expected));
  g_assert_cmpuint (sk_results_get_count (results), ==, sk_results_get_count (expected));

  for (guint i = 0; i < sk_results_get_count (results); i++)
    g_assert_cmpuint (sk_results_get_record (results, i), ==, sk_results_get_record (expected, i));

  for (guint i = 0; i < SK_N_FACETS; i++)
    check_same_facet (results, expected, (SkFacet) i);
}

void
fixture_pair_init (FixturePair *self,
                   GPtrArray   *resources)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (&error);

  g_assert_no_error (error);
  self->index = sk_index_new (resources, vocabularies);
  self->scan = sk_scan_new (resources, vocabularies);
}

void
fixture_pair_clear (FixturePair *self)
{
  g_clear_object (&self->index);
  g_clear_object (&self->scan);
}

SkResults *
fixture_pair_search (FixturePair *self,
                     SkQuery     *query)
{
  g_autoptr (SkResults) results = sk_index_search (self->index, query, NULL);
  g_autoptr (SkResults) expected = sk_scan_search (self->scan, query, NULL);

  g_test_message ("%s “%s”", sk_query_get_strict (query) ? "Strictly" : "For",
                  sk_query_get_text (query));
  fixture_check_same (results, expected);
  return g_steal_pointer (&results);
}

void
fixture_pair_check (FixturePair *self,
                    SkQuery     *query)
{
  g_autoptr (SkResults) results = fixture_pair_search (self, query);

  g_assert_nonnull (results);
}

char *
fixture_pair_find (FixturePair *self,
                   const char  *text)
{
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, text);
  g_autoptr (SkResults) results = fixture_pair_search (self, query);

  return fixture_list_ids (self->index, results);
}
