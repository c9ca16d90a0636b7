/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-results-model.h"

struct _SkResultsModel
{
  GObject parent_instance;

  SkIndex *index;
  SkResults *results;
  guint n_rows;               /* fewer than there are results while a change is told */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SkResultsModel,
                               sk_results_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
sk_results_model_get_item_type (GListModel *model)
{
  return SK_TYPE_RESOURCE;
}

static guint
sk_results_model_get_n_items (GListModel *model)
{
  return SK_RESULTS_MODEL (model)->n_rows;
}

static gpointer
sk_results_model_get_item (GListModel *model,
                           guint       position)
{
  SkResultsModel *self = SK_RESULTS_MODEL (model);

  if (position >= self->n_rows)
    return NULL;

  return sk_index_dup_resource (self->index, sk_results_get_record (self->results, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = sk_results_model_get_item_type;
  iface->get_n_items = sk_results_model_get_n_items;
  iface->get_item = sk_results_model_get_item;
}

static void
sk_results_model_finalize (GObject *object)
{
  SkResultsModel *self = SK_RESULTS_MODEL (object);

  g_clear_object (&self->results);
  g_clear_object (&self->index);

  G_OBJECT_CLASS (sk_results_model_parent_class)->finalize (object);
}

static void
sk_results_model_class_init (SkResultsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_results_model_finalize;
}

static void
sk_results_model_init (SkResultsModel *self)
{
}

/**
 * sk_results_model_new:
 *
 * Returns: (transfer full): a model without rows
 */
SkResultsModel *
sk_results_model_new (void)
{
  return g_object_new (SK_TYPE_RESULTS_MODEL, NULL);
}

/* All rows from one on become others. A view that has one of them in its focus looks at every
 * row that comes in its place, for it may be the same: those are few. */
static void
change_rows (SkResultsModel *self,
             guint           start,
             guint           n_after,
             guint           n_in_place)
{
  const guint n_before = self->n_rows;
  const guint n_first = n_before > start ? MIN (n_after, MAX (start, n_in_place)) : n_after;

  self->n_rows = n_first;
  if (n_before > start || n_first > start)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_before - start, n_first - start);

  self->n_rows = n_after;
  if (n_after > n_first)
    g_list_model_items_changed (G_LIST_MODEL (self), n_first, 0, n_after - n_first);
}

/* Among those that are in order already. */
static guint
count_same_start (SkResults *before,
                  SkResults *after)
{
  const guint most = MIN (sk_results_get_n_ordered (before), sk_results_get_n_ordered (after));
  guint same = 0;

  while (same < most && sk_results_get_record (before, same) == sk_results_get_record (after, same))
    same++;

  return same;
}

/**
 * sk_results_model_set_results:
 * @index: the index that @results are of
 * @results: the answer to list
 * @n_in_place: how many of the first rows come in the place of those before: as many as a view
 *   keeps, for it looks at each of them; the rest come after
 *
 * Lists another answer. The first rows that are the same in the answer before, of the same
 * index, stay what they are as far as both answers are in order: focus and selection on them
 * live on. In another index the same number may be another record, so that all rows change.
 */
void
sk_results_model_set_results (SkResultsModel *self,
                              SkIndex        *index,
                              SkResults      *results,
                              guint           n_in_place)
{
  g_autoptr (SkResults) before = NULL;
  guint start = 0;

  g_return_if_fail (SK_IS_RESULTS_MODEL (self));
  g_return_if_fail (SK_IS_INDEX (index));
  g_return_if_fail (SK_IS_RESULTS (results));

  before = g_steal_pointer (&self->results);
  self->results = g_object_ref (results);

  if (index == self->index)
    start = count_same_start (before, results);
  g_set_object (&self->index, index);

  change_rows (self, start, sk_results_get_count (results), n_in_place);
}

/**
 * sk_results_model_find:
 * @id: a resource's id
 *
 * Finds a row, however far from the first, without putting those before it in order.
 *
 * Returns: the row of a resource, %SK_RESULTS_MODEL_NOWHERE where it is not listed
 */
guint
sk_results_model_find (SkResultsModel *self,
                       const char     *id)
{
  guint32 record;
  guint row;

  g_return_val_if_fail (SK_IS_RESULTS_MODEL (self), SK_RESULTS_MODEL_NOWHERE);
  g_return_val_if_fail (id != NULL, SK_RESULTS_MODEL_NOWHERE);

  if (self->results == NULL || !sk_index_find (self->index, id, &record) ||
      !sk_results_find (self->results, record, &row))
    return SK_RESULTS_MODEL_NOWHERE;

  return row;
}
