/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-column.h"

#include <string.h>

typedef struct
{
  SkFacetColumn *column;
  GHashTable *places;         /* value → its place in column->values, plus one */
  GHashTable *unknown;        /* value → Unknown, met in the records only */
} Lister;

typedef struct
{
  char *value;
  SkConcept *concept;
  char *sort_key;
} Unknown;

static void
unknown_free (Unknown *unknown)
{
  g_free (unknown->value);
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
  unknown->value = g_strdup (value);
  unknown->concept = concept;
  unknown->sort_key = sk_facet_domain_sort_key (value, concept);

  g_hash_table_insert (lister->unknown, unknown->value, unknown);
}

static void
place_value (Lister     *lister,
             const char *value,
             SkConcept  *concept)
{
  GArray *counts = lister->column->values->counts;

  sk_facet_domain_add (lister->column->values, value, concept);
  g_hash_table_insert (lister->places,
                       (gpointer) g_array_index (counts, SkFacetCount, counts->len - 1).value,
                       GUINT_TO_POINTER (counts->len));
}

static void
add_unknown_values (Lister    *lister,
                    GPtrArray *resources)
{
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < resources->len; i++)
    sk_facet_domain_foreach (g_ptr_array_index (resources, i), lister->column->values->facet,
                             note_unknown, lister);

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
  sk_facet_domain_foreach (resource, column->values->facet, list_value, lister);

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

  for (guint i = 0; i < self->values->counts->len; i++)
    g_hash_table_insert (places, (gpointer) g_array_index (self->values->counts, SkFacetCount, i).value,
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
  sk_facet_domain_add (self->values, SK_FACET_NONE, NULL);

  for (guint i = 0; i < resources->len; i++)
    {
      SkSpan span = sk_span_of_resource (self->values->facet, g_ptr_array_index (resources, i));

      g_array_append_val (self->record_spans, span);
    }
}

/**
 * sk_facet_column_new:
 * @facet: which facet
 * @resources: (element-type SkResource): the records, in the order of their numbers
 * @vocabularies: the concepts that are listed even where no record has them
 *
 * Gathers the facet's values: first those that are always listed, then those that occur in
 * the records, sorted by their label, last [const@FACET_NONE].
 *
 * Returns: (transfer full): what every record has of the facet
 */
SkFacetColumn *
sk_facet_column_new (SkFacet         facet,
                     GPtrArray      *resources,
                     SkVocabularies *vocabularies)
{
  SkFacetColumn *self = g_new0 (SkFacetColumn, 1);

  self->values = sk_facet_domain_new (facet, vocabularies);
  self->record_spans = g_array_new (FALSE, FALSE, sizeof (SkSpan));
  self->listed = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));

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
  g_array_unref (self->record_spans);
  sk_facet_domain_free (self->values);
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
