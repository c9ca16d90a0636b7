/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-domain.h"

#include <string.h>

#include "sk-text-fold.h"

/**
 * sk_facet_domain_add:
 * @value: a value
 * @concept: (nullable): what it stands for, where the facet is of concepts
 *
 * Adds a value at the end.
 */
void
sk_facet_domain_add (SkFacetDomain *self,
                     const char    *value,
                     SkConcept     *concept)
{
  SkFacetCount count = {g_string_chunk_insert (self->names, value), concept, 0};

  g_array_append_val (self->counts, count);
  if (concept != NULL)
    g_ptr_array_add (self->concepts, sk_concept_ref (concept));

  if (sk_facet_measures (self->facet))
    {
      SkSpan span = sk_span_of_value (self->facet, value);

      g_array_append_val (self->spans, span);
    }
}

static void
add_fixed_values (SkFacetDomain  *self,
                  SkVocabularies *vocabularies)
{
  SkVocabulary *vocabulary = sk_vocabularies_get (vocabularies, self->facet);
  guint n_concepts = vocabulary != NULL ? sk_vocabulary_get_size (vocabulary) : 0;

  for (guint i = 0; self->facet == SK_FACET_AGE && i < SK_N_AGE_BANDS; i++)
    {
      g_autofree char *band =
        g_strdup_printf ("%u-%u", sk_age_bands[i].min, sk_age_bands[i].max);

      sk_facet_domain_add (self, band, NULL);
    }

  for (guint i = 0; self->facet == SK_FACET_LENGTH && i < SK_N_LENGTH_LIMITS; i++)
    {
      g_autofree char *limit = g_strdup_printf ("%u", sk_length_limits[i]);

      sk_facet_domain_add (self, limit, NULL);
    }

  for (guint i = 0; i < n_concepts; i++)
    {
      SkConcept *concept = sk_vocabulary_get_nth (vocabulary, i);

      sk_facet_domain_add (self, sk_concept_get_key (concept), concept);
    }

  if (self->facet == SK_FACET_LENGTH)
    sk_facet_domain_add (self, SK_LENGTH_LONGER, NULL);

  if (self->facet == SK_FACET_FREE)
    {
      sk_facet_domain_add (self, SK_FREE_YES, NULL);
      sk_facet_domain_add (self, SK_FREE_NO, NULL);
    }
}

/**
 * sk_facet_domain_new:
 * @vocabularies: the concepts that are listed even where no record has them
 *
 * Lists the values of a facet that are always there, in display order: bands of age, lengths,
 * concepts of the vocabulary, free or not.
 *
 * Returns: (transfer full): these values
 */
SkFacetDomain *
sk_facet_domain_new (SkFacet         facet,
                     SkVocabularies *vocabularies)
{
  SkFacetDomain *self = g_new0 (SkFacetDomain, 1);

  self->facet = facet;
  self->counts = g_array_new (FALSE, FALSE, sizeof (SkFacetCount));
  self->spans = g_array_new (FALSE, FALSE, sizeof (SkSpan));
  self->names = g_string_chunk_new (1024);
  self->concepts = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_concept_unref);
  add_fixed_values (self, vocabularies);

  return self;
}

/**
 * sk_facet_domain_free:
 * @self: (transfer full): values
 */
void
sk_facet_domain_free (SkFacetDomain *self)
{
  g_clear_pointer (&self->concepts, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_string_chunk_free);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_free (self);
}

/**
 * sk_facet_domain_sort_key:
 * @value: a value that is not always there
 * @concept: (nullable): what it stands for
 *
 * Returns: (transfer full): what such values are sorted by, before the values themselves
 */
char *
sk_facet_domain_sort_key (const char *value,
                          SkConcept  *concept)
{
  return sk_text_fold_words (concept != NULL ? sk_concept_pick_label (concept, NULL) : value);
}

static void
foreach_concept (SkResource *resource,
                 SkFacet     facet,
                 SkFacetDomainFunc   func,
                 gpointer    user_data)
{
  GPtrArray *concepts = sk_resource_get_concepts (resource, facet);

  for (guint i = 0; concepts != NULL && i < concepts->len; i++)
    {
      SkConcept *concept = g_ptr_array_index (concepts, i);

      func (sk_concept_get_key (concept), concept, user_data);
    }
}

static void
foreach_string (const char * const *strings,
                SkFacetDomainFunc           func,
                gpointer            user_data)
{
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    func (strings[i], NULL, user_data);
}

static void
foreach_language (SkResource *resource,
                  SkFacetDomainFunc   func,
                  gpointer    user_data)
{
  const char * const *languages = sk_resource_get_languages (resource);

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      gsize length = strcspn (languages[i], "-_");
      g_autofree char *primary = g_ascii_strdown (languages[i], (gssize) length);

      if (*primary != '\0')
        func (primary, NULL, user_data);
    }
}

/**
 * sk_facet_domain_foreach:
 * @resource: a record
 * @facet: a facet that names
 * @func: called with each value that the record has, once or more often
 *
 * Goes through what a record has of a facet; nothing where it does not state any.
 */
void
sk_facet_domain_foreach (SkResource       *resource,
                         SkFacet           facet,
                         SkFacetDomainFunc  func,
                         gpointer          user_data)
{
  switch (facet)
    {
    case SK_FACET_THEME:
    case SK_FACET_FORMAT:
    case SK_FACET_AUDIENCE:
    case SK_FACET_SETTING:
      foreach_concept (resource, facet, func, user_data);
      break;
    case SK_FACET_LANGUAGE:
      foreach_language (resource, func, user_data);
      break;
    case SK_FACET_PUBLISHER:
      foreach_string (sk_resource_get_publishers (resource), func, user_data);
      break;
    case SK_FACET_LICENCE:
      if (sk_resource_get_license (resource) != NULL)
        func (sk_resource_get_license (resource), NULL, user_data);
      break;
    case SK_FACET_FREE:
      if (sk_resource_get_free (resource) != SK_STATED_NOT)
        func (sk_resource_get_free (resource) == SK_STATED_YES ? SK_FREE_YES : SK_FREE_NO, NULL,
              user_data);
      break;
    case SK_FACET_AGE:
    case SK_FACET_LENGTH:
      g_assert_not_reached ();
    }
}
