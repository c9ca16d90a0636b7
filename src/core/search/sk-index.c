/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-index.h"

#include <string.h>

#include "sk-facet-scan.h"
#include "sk-results-private.h"
#include "sk-text-column.h"
#include "sk-title-order.h"

/* How many records go by between two looks at the cancellable. */
#define RECORDS_A_BREATH 1024

struct _SkIndex
{
  GObject parent_instance;

  GPtrArray *resources;       /* in default order: the place is the record's number */
  GHashTable *numbers;        /* id → number, plus one */
  SkTextColumn *text;
  SkFacetColumn *facets[SK_N_FACETS];
  guint32 *title_ranks;
};

typedef struct
{
  guint32 record;
  guint32 rank;               /* less is better; of equal ranks the lower record is */
} Hit;

typedef struct
{
  SkIndex *index;
  SkOrder order;
  GArray *words;              /* SkWordRange; NULL where the query has no words */
  SkFacetScan *facets[SK_N_FACETS];
  GArray *hits;               /* Hit */
} Scan;

G_DEFINE_FINAL_TYPE (SkIndex, sk_index, G_TYPE_OBJECT)

static void
sk_index_finalize (GObject *object)
{
  SkIndex *self = SK_INDEX (object);

  for (guint i = 0; i < SK_N_FACETS; i++)
    g_clear_pointer (&self->facets[i], sk_facet_column_free);

  g_clear_pointer (&self->text, sk_text_column_free);
  g_clear_pointer (&self->title_ranks, g_free);
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

static int
compare_default (gconstpointer a,
                 gconstpointer b)
{
  SkResource *left = *(SkResource * const *) a;
  SkResource *right = *(SkResource * const *) b;
  gint64 left_newness = sk_resource_get_newness (left);
  gint64 right_newness = sk_resource_get_newness (right);

  if (left_newness != right_newness)
    return left_newness > right_newness ? -1 : 1;

  return strcmp (sk_resource_get_id (left), sk_resource_get_id (right));
}

/**
 * sk_index_new:
 * @resources: (element-type SkResource): the records, in any order, each id once
 * @vocabularies: the concepts that are always listed
 *
 * Makes an index that answers by looking at every record: the plain form of what a search
 * is, which faster ones are compared with. It takes as long as folding all their text
 * does, so call it away from the main thread.
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
  self->resources = g_ptr_array_new_full (resources->len, g_object_unref);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < resources->len; i++)
    g_ptr_array_add (self->resources, g_object_ref (g_ptr_array_index (resources, i)));

  g_ptr_array_sort (self->resources, compare_default);

  for (guint i = 0; i < self->resources->len; i++)
    {
      const char *id = sk_resource_get_id (g_ptr_array_index (self->resources, i));

      g_hash_table_insert (self->numbers, (gpointer) id, GUINT_TO_POINTER (i + 1));
    }

  self->text = sk_text_column_new (self->resources);
  self->title_ranks = sk_title_order_new (self->resources);

  for (guint i = 0; i < SK_N_FACETS; i++)
    self->facets[i] = sk_facet_column_new ((SkFacet) i, self->resources, vocabularies);

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

static guint32
rank_record (Scan    *scan,
             guint32  record,
             guint    score)
{
  guint minutes;

  switch (scan->order)
    {
    case SK_ORDER_DEFAULT:
      return G_MAXUINT32 - score;
    case SK_ORDER_SHORTEST:
      minutes = sk_resource_get_minutes (g_ptr_array_index (scan->index->resources, record));
      return minutes > 0 ? minutes : G_MAXUINT32;
    case SK_ORDER_TITLE:
      return scan->index->title_ranks[record];
    case SK_ORDER_NEWEST:
    default:
      return 0;
    }
}

/* A facet's own choice does not narrow its own counts: a record that fails one facet only
 * is what choosing another value there would show. */
static void
scan_record (Scan    *scan,
             guint32  record)
{
  guint score = 0;
  guint n_failed = 0;
  guint failed = SK_N_FACETS;

  if (scan->words != NULL)
    {
      score = sk_text_column_score (scan->index->text, record, scan->words);
      if (score == 0)
        return;
    }

  for (guint i = 0; i < SK_N_FACETS && n_failed < 2; i++)
    if (!sk_facet_scan_passes (scan->facets[i], record))
      {
        n_failed++;
        failed = i;
      }

  if (n_failed == 0)
    {
      Hit hit = {record, rank_record (scan, record, score)};

      g_array_append_val (scan->hits, hit);
      for (guint i = 0; i < SK_N_FACETS; i++)
        sk_facet_scan_count (scan->facets[i], record);
    }
  else if (n_failed == 1)
    {
      sk_facet_scan_count (scan->facets[failed], record);
    }
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *left = a;
  const Hit *right = b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;

  return left->record < right->record ? -1 : 1;
}

static SkResults *
scan_finish (Scan    *scan,
             SkQuery *query)
{
  GArray *records = g_array_sized_new (FALSE, FALSE, sizeof (guint32), scan->hits->len);
  GArray *facets[SK_N_FACETS];

  g_array_sort (scan->hits, compare_hits);

  for (guint i = 0; i < scan->hits->len; i++)
    g_array_append_val (records, g_array_index (scan->hits, Hit, i).record);

  for (guint i = 0; i < SK_N_FACETS; i++)
    facets[i] = sk_facet_scan_finish (scan->facets[i]);

  return sk_results_new (G_OBJECT (scan->index), query, records, facets);
}

static void
scan_init (Scan    *scan,
           SkIndex *index,
           SkQuery *query)
{
  const char *text = sk_query_get_text (query);

  scan->index = index;
  scan->order = sk_query_get_order (query);
  scan->words = sk_text_column_look_up (index->text, text != NULL ? text : "");
  scan->hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  if (scan->words->len == 0)
    g_clear_pointer (&scan->words, g_array_unref);

  for (guint i = 0; i < SK_N_FACETS; i++)
    scan->facets[i]
        = sk_facet_scan_new (index->facets[i], sk_query_get_values (query, (SkFacet) i));
}

static void
scan_clear (Scan *scan)
{
  for (guint i = 0; i < SK_N_FACETS; i++)
    g_clear_pointer (&scan->facets[i], sk_facet_scan_free);

  g_clear_pointer (&scan->words, g_array_unref);
  g_clear_pointer (&scan->hits, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, scan_clear)

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
  g_auto (Scan) scan = {0};

  g_return_val_if_fail (SK_IS_INDEX (self), NULL);
  g_return_val_if_fail (SK_IS_QUERY (query), NULL);

  scan_init (&scan, self, query);

  for (guint32 record = 0; record < self->resources->len; record++)
    {
      if (record % RECORDS_A_BREATH == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;

      scan_record (&scan, record);
    }

  return g_cancellable_is_cancelled (cancellable) ? NULL : scan_finish (&scan, query);
}
