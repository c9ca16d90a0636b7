/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-scan.h"

#include "model/sk-needs.h"
#include "sk-default-order.h"
#include "sk-facet-scan.h"
#include "sk-results-private.h"
#include "sk-text-scan.h"
#include "sk-title-order.h"

struct _SkScan
{
  GObject parent_instance;

  GPtrArray *resources;       /* in default order: the place is the record's number */
  SkTextScan *text;
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
  SkScan *scan;
  SkQuery *query;
  SkOrder order;
  guint *scores;              /* by record, 0 where the text does not match */
  char *repaired;             /* NULL where the query's own text was searched for */
  SkFacetChoice facets[SK_N_FACETS];
  GArray *hits;               /* Hit */
} Question;

G_DEFINE_FINAL_TYPE (SkScan, sk_scan, G_TYPE_OBJECT)

static void
sk_scan_finalize (GObject *object)
{
  SkScan *self = SK_SCAN (object);

  for (guint i = 0; i < SK_N_FACETS; i++)
    g_clear_pointer (&self->facets[i], sk_facet_column_free);

  g_clear_pointer (&self->text, sk_text_scan_free);
  g_clear_pointer (&self->title_ranks, g_free);
  g_clear_pointer (&self->resources, g_ptr_array_unref);

  G_OBJECT_CLASS (sk_scan_parent_class)->finalize (object);
}

static void
sk_scan_class_init (SkScanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_scan_finalize;
}

static void
sk_scan_init (SkScan *self)
{
}

/**
 * sk_scan_new:
 * @resources: (element-type SkResource): the records, in any order, each id once
 * @vocabularies: the concepts that are always listed
 *
 * Lists the words of all records, and what values each has.
 *
 * Returns: (transfer full): a new scan
 */
SkScan *
sk_scan_new (GPtrArray      *resources,
             SkVocabularies *vocabularies)
{
  SkScan *self;

  g_return_val_if_fail (resources != NULL, NULL);
  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);

  self = g_object_new (SK_TYPE_SCAN, NULL);
  self->resources = sk_default_order_new (resources);
  self->text = sk_text_scan_new (self->resources);
  self->title_ranks = sk_title_order_new (self->resources);

  for (guint i = 0; i < SK_N_FACETS; i++)
    self->facets[i] = sk_facet_column_new ((SkFacet) i, self->resources, vocabularies);

  return self;
}

static guint32
rank_record (Question *question,
             guint32   record)
{
  guint minutes;

  switch (question->order)
    {
    case SK_ORDER_DEFAULT:
      return G_MAXUINT32 - question->scores[record];
    case SK_ORDER_SHORTEST:
      minutes = sk_resource_get_minutes (g_ptr_array_index (question->scan->resources, record));
      return minutes > 0 ? minutes : G_MAXUINT32;
    case SK_ORDER_TITLE:
      return question->scan->title_ranks[record];
    case SK_ORDER_NEWEST:
    default:
      return 0;
    }
}

static gboolean
is_asked (SkQuery    *query,
          SkResource *resource)
{
  const char * const *ids = sk_query_get_among_ids (query);
  const char * const lacking[] = {sk_query_get_lacking (query), NULL};
  const guint needs = sk_needs_to_bits (sk_resource_get_needs (resource));

  if (ids != NULL && !g_strv_contains (ids, sk_resource_get_id (resource)))
    return FALSE;

  return lacking[0] == NULL || (needs != 0 && (needs & sk_needs_to_bits (lacking)) == 0);
}

/* A facet's own choice does not narrow its own counts: a record that fails one facet only
 * is what choosing another value there would show. */
static void
look_at_record (Question *question,
                guint32   record)
{
  guint n_failed = 0;
  guint failed = SK_N_FACETS;

  if (question->scores[record] == 0 ||
      !is_asked (question->query, g_ptr_array_index (question->scan->resources, record)))
    return;

  for (guint i = 0; i < SK_N_FACETS && n_failed < 2; i++)
    if (!sk_facet_scan_passes (&question->facets[i], question->scan->facets[i], record))
      {
        n_failed++;
        failed = i;
      }

  if (n_failed == 0)
    {
      Hit hit = {record, rank_record (question, record)};

      g_array_append_val (question->hits, hit);
      for (guint i = 0; i < SK_N_FACETS; i++)
        sk_facet_scan_count (&question->facets[i], question->scan->facets[i], record);
    }
  else if (n_failed == 1)
    {
      sk_facet_scan_count (&question->facets[failed], question->scan->facets[failed], record);
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
answer (Question *question)
{
  guint32 *records = g_new (guint32, question->hits->len);
  GArray *facets[SK_N_FACETS];

  g_array_sort (question->hits, compare_hits);

  for (guint i = 0; i < question->hits->len; i++)
    records[i] = g_array_index (question->hits, Hit, i).record;

  for (guint i = 0; i < SK_N_FACETS; i++)
    facets[i] = sk_facet_choice_finish (&question->facets[i]);

  return sk_results_new (G_OBJECT (question->scan), question->query,
                         sk_hits_new_listed (records, question->hits->len),
                         g_steal_pointer (&question->repaired), facets);
}

static void
question_init (Question     *question,
               SkScan       *scan,
               SkQuery      *query,
               GCancellable *cancellable)
{
  question->scan = scan;
  question->query = query;
  question->order = sk_query_get_order (query);
  question->scores = sk_text_scan_score (scan->text, query, cancellable, &question->repaired);
  question->hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < SK_N_FACETS; i++)
    sk_facet_choice_init (&question->facets[i], scan->facets[i]->values,
                          sk_query_get_values (query, (SkFacet) i));
}

static void
question_clear (Question *question)
{
  for (guint i = 0; i < SK_N_FACETS; i++)
    sk_facet_choice_clear (&question->facets[i]);

  g_clear_pointer (&question->repaired, g_free);
  g_clear_pointer (&question->scores, g_free);
  g_clear_pointer (&question->hits, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

/**
 * sk_scan_search:
 * @query: what is asked
 * @cancellable: (nullable): looked at now and then; cancelled, the answer is %NULL
 *
 * Answers as [method@Index.search] says, in a time that grows with the catalogue.
 *
 * Returns: (transfer full) (nullable): the answer, %NULL when cancelled
 */
SkResults *
sk_scan_search (SkScan       *self,
                SkQuery      *query,
                GCancellable *cancellable)
{
  g_auto (Question) question = {0};

  g_return_val_if_fail (SK_IS_SCAN (self), NULL);
  g_return_val_if_fail (SK_IS_QUERY (query), NULL);

  question_init (&question, self, query, cancellable);

  for (guint32 record = 0; record < self->resources->len; record++)
    {
      if (record % SK_SCAN_BREATH == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;

      look_at_record (&question, record);
    }

  return g_cancellable_is_cancelled (cancellable) ? NULL : answer (&question);
}
