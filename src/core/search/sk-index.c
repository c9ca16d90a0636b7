/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-index.h"

#include "sk-default-order.h"
#include "sk-results-private.h"
#include "sk-tables.h"

struct _SkIndex
{
  GObject parent_instance;

  GPtrArray *resources;       /* in default order: the place is the record's number */
  GHashTable *numbers;        /* id → number, plus one */
  SkTables tables;
};

G_DEFINE_FINAL_TYPE (SkIndex, sk_index, G_TYPE_OBJECT)

static void
sk_index_finalize (GObject *object)
{
  SkIndex *self = SK_INDEX (object);

  sk_tables_clear (&self->tables);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->resources, g_ptr_array_unref);

  G_OBJECT_CLASS (sk_index_parent_class)->finalize (object);
}

static void
sk_index_class_init (SkIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_index_finalize;
}

static void
sk_index_init (SkIndex *self)
{
}

/**
 * sk_index_new:
 * @resources: (element-type SkResource): the records, in any order, each id once
 * @vocabularies: the concepts that are always listed
 *
 * Makes an index. It takes as long as folding all the text of the records does, so call it
 * away from the main thread.
 *
 * Records are numbered by the default order: newest first, undated last, then by id.
 *
 * Returns: (transfer full): a new index
 */
SkIndex *
sk_index_new (GPtrArray      *resources,
              SkVocabularies *vocabularies)
{
  SkIndex *self;

  g_return_val_if_fail (resources != NULL, NULL);
  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);

  self = g_object_new (SK_TYPE_INDEX, NULL);
  self->resources = sk_default_order_new (resources);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->resources->len; i++)
    {
      const char *id = sk_resource_get_id (g_ptr_array_index (self->resources, i));

      g_hash_table_insert (self->numbers, (gpointer) id, GUINT_TO_POINTER (i + 1));
    }

  sk_tables_init (&self->tables, self->resources, vocabularies);

  return self;
}

/**
 * sk_index_get_size:
 *
 * Returns: how many records there are
 */
guint
sk_index_get_size (SkIndex *self)
{
  g_return_val_if_fail (SK_IS_INDEX (self), 0);

  return self->resources->len;
}

/**
 * sk_index_dup_resource:
 * @record: a record's number, less than the size
 *
 * Returns: (transfer full): the record
 */
SkResource *
sk_index_dup_resource (SkIndex *self,
                       guint32  record)
{
  g_return_val_if_fail (SK_IS_INDEX (self), NULL);
  g_return_val_if_fail (record < self->resources->len, NULL);

  return g_object_ref (g_ptr_array_index (self->resources, record));
}

/**
 * sk_index_find:
 * @id: a resource's id
 * @record: (out) (optional): its record's number
 *
 * Returns: whether the resource is there
 */
gboolean
sk_index_find (SkIndex    *self,
               const char *id,
               guint32    *record)
{
  gpointer number;

  g_return_val_if_fail (SK_IS_INDEX (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  number = g_hash_table_lookup (self->numbers, id);
  if (number != NULL && record != NULL)
    *record = GPOINTER_TO_UINT (number) - 1;

  return number != NULL;
}

/**
 * sk_index_search:
 * @query: what is asked
 * @cancellable: (nullable): looked at now and then; cancelled, the answer is %NULL
 *
 * Answers all of a query at once: which records match, in which order, and how many have
 * each value of each facet. It works on the calling thread; any number of threads may ask
 * the same index.
 *
 * All words of the text must be in a record, the last one as the beginning of a word
 * unless the text ends with a space; a text without a letter or digit asks for nothing.
 * Words are compared as [func@text_fold_words] leaves them. Each word scores by its best
 * match in the record: title 16, keywords and publisher 4, description 1, doubled where
 * the record's word is the same to its end. The default order is by the sum of these, the
 * best first, then by number; without text it is by number.
 *
 * [enum@Order] newest is by number, shortest by the minutes stated, unstated last, title as
 * [func@title_order_new] says; ties are by number.
 *
 * Returns: (transfer full) (nullable): the answer, %NULL when cancelled
 */
SkResults *
sk_index_search (SkIndex      *self,
                 SkQuery      *query,
                 GCancellable *cancellable)
{
  GArray *facets[SK_N_FACETS];
  SkHits *hits;

  g_return_val_if_fail (SK_IS_INDEX (self), NULL);
  g_return_val_if_fail (SK_IS_QUERY (query), NULL);

  hits = sk_tables_search (&self->tables, query, cancellable, facets);

  return hits != NULL ? sk_results_new (G_OBJECT (self), query, hits, NULL, facets) : NULL;
}
