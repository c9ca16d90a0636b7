/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-value-list.h"

#include <string.h>

#include "sk-span.h"

/* Of each facet the values: each with, where it is a concept, its id, notation, family, and
 * its label by language. */
#define VALUES_TYPE "a(sm(msmsmsa(ss)))"
#define CONCEPT_TYPE "(msmsmsa(ss))"

typedef struct
{
  SkFacet facet;
  char *value;
  SkConcept *concept;
  char *sort_key;
  guint32 number;
} Met;

struct _SkValueList
{
  SkFacetDomain *facets[SK_N_FACETS]; /* what is always there; once sorted, all */
  GHashTable *known[SK_N_FACETS];     /* value → Met */
  GPtrArray *met;                     /* Met, by number; first what is always there */
  guint n_fixed;                      /* of them */
  guint n_fixed_values[SK_N_FACETS];
  guint32 *places;                    /* by number, once sorted */
};

static void
met_free (Met *met)
{
  g_clear_pointer (&met->value, g_free);
  g_clear_pointer (&met->concept, sk_concept_unref);
  g_clear_pointer (&met->sort_key, g_free);
  g_free (met);
}

/**
 * sk_value_list_new:
 * @vocabularies: the concepts that are listed even where no record has them
 *
 * Returns: (transfer full): the values that are always there
 */
SkValueList *
sk_value_list_new (SkVocabularies *vocabularies)
{
  SkValueList *self = g_new0 (SkValueList, 1);

  self->met = g_ptr_array_new_with_free_func ((GDestroyNotify) met_free);

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    {
      SkFacetDomain *values = sk_facet_domain_new ((SkFacet) facet, vocabularies);

      self->facets[facet] = values;
      self->known[facet] = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < values->counts->len; i++)
        sk_value_list_number (self, (SkFacet) facet,
                              g_array_index (values->counts, SkFacetCount, i).value, NULL);
      self->n_fixed_values[facet] = values->counts->len;
    }

  self->n_fixed = self->met->len;
  return self;
}

/**
 * sk_value_list_free:
 * @self: (transfer full): a list
 */
void
sk_value_list_free (SkValueList *self)
{
  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    {
      g_clear_pointer (&self->known[facet], g_hash_table_unref);
      g_clear_pointer (&self->facets[facet], sk_facet_domain_free);
    }

  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->met, g_ptr_array_unref);
  g_free (self);
}

/**
 * sk_value_list_number:
 * @value: a value of the facet
 * @concept: (nullable): what it stands for; of the first one that has the value the label is
 *   kept
 *
 * Returns: its number, a new one where it was not met before
 */
guint32
sk_value_list_number (SkValueList *self,
                      SkFacet      facet,
                      const char  *value,
                      SkConcept   *concept)
{
  Met *met = g_hash_table_lookup (self->known[facet], value);

  if (met == NULL)
    {
      met = g_new0 (Met, 1);
      met->facet = facet;
      met->value = g_strdup (value);
      met->concept = concept != NULL ? sk_concept_ref (concept) : NULL;
      met->number = self->met->len;
      g_ptr_array_add (self->met, met);
      g_hash_table_insert (self->known[facet], met->value, met);
    }

  return met->number;
}

static int
compare_met (gconstpointer a,
             gconstpointer b)
{
  const Met *left = *(const Met * const *) a;
  const Met *right = *(const Met * const *) b;
  int order = strcmp (left->sort_key, right->sort_key);

  return order != 0 ? order : strcmp (left->value, right->value);
}

/* Those that are not always there, in display order. */
static GPtrArray *
list_unknown (SkValueList *self,
              SkFacet      facet)
{
  GPtrArray *unknown = g_ptr_array_new ();

  for (guint i = self->n_fixed; i < self->met->len; i++)
    {
      Met *met = g_ptr_array_index (self->met, i);

      if (met->facet != facet || strcmp (met->value, SK_FACET_NONE) == 0)
        continue;

      met->sort_key = sk_facet_domain_sort_key (met->value, met->concept);
      g_ptr_array_add (unknown, met);
    }

  g_ptr_array_sort (unknown, compare_met);
  return unknown;
}

static guint32
place_facet (SkValueList *self,
             SkFacet      facet,
             guint32      first)
{
  SkFacetDomain *values = self->facets[facet];
  g_autoptr (GPtrArray) unknown = list_unknown (self, facet);

  for (guint i = 0; i < unknown->len; i++)
    {
      const Met *met = g_ptr_array_index (unknown, i);

      sk_facet_domain_add (values, met->value, met->concept);
    }

  sk_facet_domain_add (values, SK_FACET_NONE, NULL);

  for (guint i = 0; i < values->counts->len; i++)
    {
      const char *value = g_array_index (values->counts, SkFacetCount, i).value;
      const Met *met = g_hash_table_lookup (self->known[facet], value);

      if (met != NULL)
        self->places[met->number] = first + i;
    }

  return first + values->counts->len;
}

/**
 * sk_value_list_sort:
 *
 * Puts the values of all facets in display order; no more can be added.
 */
void
sk_value_list_sort (SkValueList *self)
{
  guint32 first = 0;

  self->places = g_new0 (guint32, self->met->len + 1);

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    first = place_facet (self, (SkFacet) facet, first);
}

/**
 * sk_value_list_get_sorted:
 *
 * Returns: (transfer none): the values of a facet, in display order, once they are sorted
 */
SkFacetDomain *
sk_value_list_get_sorted (SkValueList *self,
                          SkFacet      facet)
{
  return self->facets[facet];
}

/**
 * sk_value_list_get_places:
 * @n_places: (out): how many numbers there are
 *
 * Returns: (transfer none) (array length=n_places): the place of each value, by number, those
 *   of all facets one after the other, once they are sorted
 */
const guint32 *
sk_value_list_get_places (SkValueList *self,
                          guint       *n_places)
{
  *n_places = self->met->len;
  return self->places;
}

static GVariant *
pack_concept (SkConcept *concept)
{
  SkLangString *label = sk_concept_get_label (concept);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; label != NULL && i < sk_lang_string_get_size (label); i++)
    {
      const char *language = NULL;
      const char *text = sk_lang_string_get_nth (label, i, &language);

      g_variant_builder_add (&builder, "(ss)", language != NULL ? language : "", text);
    }

  return g_variant_new (CONCEPT_TYPE, sk_concept_get_id (concept),
                        sk_concept_get_notation (concept), sk_concept_get_family (concept),
                        &builder);
}

/**
 * sk_value_list_dup_unknown:
 *
 * Returns: (transfer full): the values that are not always there, once they are sorted, for
 *   [func@value_list_read_unknown]
 */
GVariant *
sk_value_list_dup_unknown (SkValueList *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, SK_VALUE_LIST_TYPE);

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    {
      GArray *counts = self->facets[facet]->counts;

      g_variant_builder_open (&builder, G_VARIANT_TYPE (VALUES_TYPE));
      for (guint i = self->n_fixed_values[facet]; i + 1 < counts->len; i++)
        {
          const SkFacetCount *value = &g_array_index (counts, SkFacetCount, i);
          GVariant *concept = value->concept != NULL ? pack_concept (value->concept) : NULL;

          g_variant_builder_add (&builder, "(s@m" CONCEPT_TYPE ")", value->value,
                                 g_variant_new_maybe (G_VARIANT_TYPE (CONCEPT_TYPE), concept));
        }
      g_variant_builder_close (&builder);
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static SkConcept *
unpack_concept (GVariant *packed)
{
  g_autoptr (SkLangString) label = sk_lang_string_new ();
  g_autoptr (GVariantIter) iter = NULL;
  const char *id;
  const char *notation;
  const char *family;
  const char *language;
  const char *text;

  g_variant_get (packed, "(m&sm&sm&sa(ss))", &id, &notation, &family, &iter);
  while (g_variant_iter_next (iter, "(&s&s)", &language, &text))
    sk_lang_string_add (label, language, text);

  if (id == NULL && sk_lang_string_get_size (label) == 0)
    return NULL;

  return sk_concept_new (id, notation, family, label);
}

/**
 * sk_value_list_read_unknown:
 * @values: of one facet what is always there; the rest is added
 * @unknown: from [method@ValueList.dup_unknown], or anything of that type
 *
 * Returns: whether all could be read
 */
gboolean
sk_value_list_read_unknown (SkFacetDomain *values,
                            GVariant      *unknown)
{
  g_autoptr (GVariant) list = NULL;
  gsize n_values;

  if (g_variant_n_children (unknown) != SK_N_FACETS)
    return FALSE;

  list = g_variant_get_child_value (unknown, values->facet);
  n_values = g_variant_n_children (list);

  for (gsize i = 0; i < n_values; i++)
    {
      g_autoptr (GVariant) packed = NULL;
      g_autoptr (SkConcept) concept = NULL;
      const char *value;

      g_variant_get_child (list, i, "(&s@m" CONCEPT_TYPE ")", &value, &packed);
      if (g_variant_n_children (packed) > 0)
        {
          g_autoptr (GVariant) child = g_variant_get_child_value (packed, 0);

          concept = unpack_concept (child);
          if (concept == NULL)
            return FALSE;
        }
      sk_facet_domain_add (values, value, concept);
    }

  sk_facet_domain_add (values, SK_FACET_NONE, NULL);
  return TRUE;
}
