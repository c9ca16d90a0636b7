/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-tables.h"

#include "sk-title-order.h"

typedef struct
{
  guint32 minutes;
  guint32 record;
} Length;

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const Length *left = a;
  const Length *right = b;

  if (left->minutes != right->minutes)
    return left->minutes < right->minutes ? -1 : 1;

  return left->record < right->record ? -1 : 1;
}

static guint32 *
order_by_minutes (GPtrArray *resources)
{
  g_autofree Length *lengths = g_new (Length, resources->len);
  guint32 *ordered = g_new (guint32, resources->len);

  for (guint32 i = 0; i < resources->len; i++)
    {
      guint minutes = sk_resource_get_minutes (g_ptr_array_index (resources, i));

      lengths[i] = (Length) {minutes > 0 ? minutes : G_MAXUINT32, i};
    }

  if (resources->len > 0)
    qsort (lengths, resources->len, sizeof (Length), compare_lengths);

  for (guint32 i = 0; i < resources->len; i++)
    ordered[i] = lengths[i].record;

  return ordered;
}

static guint32 *
order_by_title (GPtrArray *resources)
{
  g_autofree guint32 *ranks = sk_title_order_new (resources);
  guint32 *ordered = g_new (guint32, resources->len);

  for (guint32 i = 0; i < resources->len; i++)
    ordered[ranks[i]] = i;

  return ordered;
}

/**
 * sk_tables_init:
 * @resources: (element-type SkResource): the records, in the order of their numbers
 * @vocabularies: the concepts that are always listed
 *
 * Makes the tables; it takes as long as folding all text does.
 */
void
sk_tables_init (SkTables       *self,
                GPtrArray      *resources,
                SkVocabularies *vocabularies)
{
  g_autoptr (SkTextColumn) text = sk_text_column_new (resources);

  self->n_records = resources->len;
  self->postings = sk_postings_new (text, resources->len);
  self->prefixes = sk_prefixes_new (self->postings);
  self->by_minutes = order_by_minutes (resources);
  self->by_title = order_by_title (resources);

  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      self->columns[i] = sk_facet_column_new ((SkFacet) i, resources, vocabularies);
      self->sets[i] = sk_facet_sets_new (self->columns[i], resources->len);
    }
}

/**
 * sk_tables_clear:
 * @self: tables
 */
void
sk_tables_clear (SkTables *self)
{
  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      g_clear_pointer (&self->sets[i], sk_facet_sets_free);
      g_clear_pointer (&self->columns[i], sk_facet_column_free);
    }

  g_clear_pointer (&self->by_title, g_free);
  g_clear_pointer (&self->by_minutes, g_free);
  g_clear_pointer (&self->prefixes, sk_prefixes_free);
  g_clear_pointer (&self->postings, sk_postings_free);
}
