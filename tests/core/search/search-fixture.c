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

SkScan *
fixture_scan (GPtrArray *resources)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (&error);

  g_assert_no_error (error);
  return sk_scan_new (resources, vocabularies);
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

char *
fixture_find (SkIndex    *index,
              const char *text)
{
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, text);
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);

  return fixture_list_ids (index, results);
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
