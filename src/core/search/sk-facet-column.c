/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-column.h"

#include <string.h>

#include "sk-text-fold.h"

static void
add_value (SkFacetColumn *self,
           const char    *value,
           SkConcept     *concept)
{
  SkFacetCount count = {value, concept, 0};

  g_array_append_val (self->values, count);

  if (sk_facet_measures (self->facet))
    {
      SkSpan span = sk_span_of_value (self->facet, value);

      g_array_append_val (self->value_spans, span);
    }
}

static void
add_fixed_values (SkFacetColumn  *self,
                  SkVocabularies *vocabularies)
{
  SkVocabulary *vocabulary = sk_vocabularies_get (vocabularies, self->facet);
  guint n_concepts = vocabulary != NULL ? sk_vocabulary_get_size (vocabulary) : 0;

  for (guint i = 0; self->facet == SK_FACET_AGE && i < SK_N_AGE_BANDS; i++)
    {
      g_autofree char *band = NULL;

      band = g_strdup_printf ("%u-%u", sk_age_bands[i].min, sk_age_bands[i].max);
      add_value (self, g_string_chunk_insert (self->names, band), NULL);
    }

  for (guint i = 0; self->facet == SK_FACET_LENGTH && i < SK_N_LENGTH_LIMITS; i++)
    {
      g_autofree char *limit = g_strdup_printf ("%u", sk_length_limits[i]);

      add_value (self, g_string_chunk_insert (self->names, limit), NULL);
    }

  for (guint i = 0; i < n_concepts; i++)
    {
      SkConcept *concept = sk_vocabulary_get_nth (vocabulary, i);

      g_ptr_array_add (self->concepts, sk_concept_ref (concept));
      add_value (self, sk_concept_get_key (concept), concept);
    }

  if (self->facet == SK_FACET_LENGTH)
    add_value (self, SK_LENGTH_LONGER, NULL);

  if (self->facet == SK_FACET_FREE)
    {
      add_value (self, SK_FREE_YES, NULL);
      add_value (self, SK_FREE_NO, NULL);
    }
}

/* A value of a record, with the concept where it is one. */
typedef void (*ValueFunc) (const char *value,
                           SkConcept  *concept,
                           gpointer    user_data);

static void
foreach_concept (SkResource *resource,
                 SkFacet     facet,
                 ValueFunc   func,
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
                ValueFunc           func,
                gpointer            user_data)
{
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    func (strings[i], NULL, user_data);
}

static void
foreach_language (SkResource *resource,
                  ValueFunc   func,
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

static void
foreach_value (SkResource *resource,
               SkFacet     facet,
               ValueFunc   func,
               gpointer    user_data)
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

typedef struct
{
  SkFacetColumn *column;
  GHashTable *places;         /* value → its place in column->values, plus one */
  GHashTable *unknown;        /* value → Unknown, met in the records only */
} Lister;

typedef struct
{
  const char *value;
  SkConcept *concept;
  char *sort_key;
} Unknown;

static void
unknown_free (Unknown *unknown)
{
  g_free (unknown->sort_key);
  g_free (unknown);
}

static int
compare_unknown (gconstpointer a,
                 gconstpointer b)
{
  const Unknown *left = *(const Unknown * const *) a;
  const Unknown *right = *(const Unknown * const *) b;
  int order = strcmp (left->sort_key, right->sort_key);

  return order != 0 ? order : strcmp (left->value, right->value);
}

static void
note_unknown (const char *value,
              SkConcept  *concept,
              gpointer    user_data)
{
  Lister *lister = user_data;
  Unknown *unknown;

  if (g_hash_table_contains (lister->places, value)
      || g_hash_table_contains (lister->unknown, value))
    return;

  unknown = g_new0 (Unknown, 1);
  unknown->value = g_string_chunk_insert (lister->column->names, value);
  unknown->concept = concept;
  unknown->sort_key
      = sk_text_fold_words (concept != NULL ? sk_concept_pick_label (concept, NULL) : value);

  if (concept != NULL)
    g_ptr_array_add (lister->column->concepts, sk_concept_ref (concept));

  g_hash_table_insert (lister->unknown, (gpointer) unknown->value, unknown);
}

static void
place_value (Lister     *lister,
             const char *value,
             SkConcept  *concept)
{
  add_value (lister->column, value, concept);
  g_hash_table_insert (lister->places, (gpointer) value,
                       GUINT_TO_POINTER (lister->column->values->len));
}

static void
add_unknown_values (Lister    *lister,
                    GPtrArray *resources)
{
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < resources->len; i++)
    foreach_value (g_ptr_array_index (resources, i), lister->column->facet, note_unknown, lister);

  found = g_hash_table_get_values_as_ptr_array (lister->unknown);
  g_ptr_array_sort (found, compare_unknown);

  for (guint i = 0; i < found->len; i++)
    {
      const Unknown *unknown = g_ptr_array_index (found, i);

      place_value (lister, unknown->value, unknown->concept);
    }
}

static void
list_place (SkFacetColumn *self,
            guint32        place)
{
  guint32 start = g_array_index (self->starts, guint32, self->starts->len - 1);

  for (guint i = start; i < self->listed->len; i++)
    if (g_array_index (self->listed, guint32, i) == place)
      return;

  g_array_append_val (self->listed, place);
}

static void
list_value (const char *value,
            SkConcept  *concept,
            gpointer    user_data)
{
  Lister *lister = user_data;
  gpointer place = g_hash_table_lookup (lister->places, value);

  list_place (lister->column, GPOINTER_TO_UINT (place) - 1);
}

static void
list_resource (Lister     *lister,
               SkResource *resource)
{
  SkFacetColumn *column = lister->column;
  guint32 start = column->listed->len;

  g_array_append_val (column->starts, start);
  foreach_value (resource, column->facet, list_value, lister);

  if (column->listed->len == start)
    list_value (SK_FACET_NONE, NULL, lister);
}

static void
fill_listed (SkFacetColumn *self,
             GPtrArray     *resources)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) unknown = NULL;
  Lister lister = {self, places, NULL};

  unknown = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) unknown_free);
  lister.unknown = unknown;

  for (guint i = 0; i < self->values->len; i++)
    g_hash_table_insert (places, (gpointer) g_array_index (self->values, SkFacetCount, i).value,
                         GUINT_TO_POINTER (i + 1));

  add_unknown_values (&lister, resources);
  if (!g_hash_table_contains (places, SK_FACET_NONE))
    place_value (&lister, SK_FACET_NONE, NULL);

  for (guint i = 0; i < resources->len; i++)
    list_resource (&lister, g_ptr_array_index (resources, i));

  g_array_append_val (self->starts, self->listed->len);
}

static void
fill_spans (SkFacetColumn *self,
            GPtrArray     *resources)
{
  add_value (self, SK_FACET_NONE, NULL);

  for (guint i = 0; i < resources->len; i++)
    {
      SkSpan span = sk_span_of_resource (self->facet, g_ptr_array_index (resources, i));

      g_array_append_val (self->record_spans, span);
    }
}

/**
 * sk_facet_column_new:
 * @facet: which facet
 * @resources: (element-type SkResource): the records, in the order of their numbers
 * @vocabularies: the concepts that are listed even where no record has them
 *
 * Gathers the facet's values: first those that are always listed (bands of age, lengths,
 * concepts of the vocabulary, free or not), then those that occur in the records, sorted
 * by their label, last [const@FACET_NONE].
 *
 * Returns: (transfer full): what every record has of the facet
 */
SkFacetColumn *
sk_facet_column_new (SkFacet         facet,
                     GPtrArray      *resources,
                     SkVocabularies *vocabularies)
{
  SkFacetColumn *self = g_new0 (SkFacetColumn, 1);

  self->facet = facet;
  self->values = g_array_new (FALSE, FALSE, sizeof (SkFacetCount));
  self->names = g_string_chunk_new (1024);
  self->concepts = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_concept_unref);
  self->record_spans = g_array_new (FALSE, FALSE, sizeof (SkSpan));
  self->value_spans = g_array_new (FALSE, FALSE, sizeof (SkSpan));
  self->listed = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));

  add_fixed_values (self, vocabularies);

  if (sk_facet_measures (facet))
    fill_spans (self, resources);
  else
    fill_listed (self, resources);

  return self;
}

/**
 * sk_facet_column_free:
 * @self: (transfer full): what every record has of the facet
 */
void
sk_facet_column_free (SkFacetColumn *self)
{
  g_array_unref (self->starts);
  g_array_unref (self->listed);
  g_array_unref (self->value_spans);
  g_array_unref (self->record_spans);
  g_ptr_array_unref (self->concepts);
  g_string_chunk_free (self->names);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * sk_facet_column_get_listed:
 * @self: of a facet that names
 * @record: a record's number
 * @n_listed: (out): how many values it has
 *
 * Returns: (transfer none) (array length=n_listed): their places among all values
 */
const guint32 *
sk_facet_column_get_listed (const SkFacetColumn *self,
                            guint32              record,
                            guint               *n_listed)
{
  const guint32 *starts = (const guint32 *) (void *) self->starts->data;

  *n_listed = starts[record + 1] - starts[record];
  return (const guint32 *) (void *) self->listed->data + starts[record];
}
