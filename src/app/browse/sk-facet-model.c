/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-model.h"

#include <gio/gio.h>

#include "model/sk-age-range.h"
#include "sk-words.h"

struct _SkFacetModel
{
  GObject parent_instance;

  SkSearch *search;
  SkFacet facet;

  GPtrArray *items;     /* SkFacetItem, as they are shown */
  GPtrArray *by_place;  /* the same, as results list them */
  GHashTable *by_value; /* value → item of those */
};

enum
{
  UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
sk_facet_model_get_item_type (GListModel *model)
{
  return SK_TYPE_FACET_ITEM;
}

static guint
sk_facet_model_get_n_items (GListModel *model)
{
  return SK_FACET_MODEL (model)->items->len;
}

static gpointer
sk_facet_model_get_item (GListModel *model,
                         guint       position)
{
  SkFacetModel *self = SK_FACET_MODEL (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sk_facet_model_get_item_type;
  iface->get_n_items = sk_facet_model_get_n_items;
  iface->get_item = sk_facet_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SkFacetModel,
                               sk_facet_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* A vocabulary has an order of its own. Other values come most used first, by what is counted
 * when the catalogue is read, so that filtering moves none of them. */
static gboolean
has_own_order (SkFacet facet)
{
  return facet != SK_FACET_LANGUAGE && facet != SK_FACET_PUBLISHER && facet != SK_FACET_LICENCE;
}

static int
compare_use (gconstpointer a,
             gconstpointer b)
{
  SkFacetItem *left = *(SkFacetItem * const *) a;
  SkFacetItem *right = *(SkFacetItem * const *) b;
  guint left_count = sk_facet_item_get_count (left);
  guint right_count = sk_facet_item_get_count (right);

  if (sk_facet_item_is_none (left) != sk_facet_item_is_none (right))
    return sk_facet_item_is_none (left) ? 1 : -1;
  if (left_count != right_count)
    return left_count > right_count ? -1 : 1;

  return g_utf8_collate (sk_facet_item_get_label (left), sk_facet_item_get_label (right));
}

static gboolean
is_age_band (const char *value)
{
  SkAgeRange ages;

  if (!sk_age_range_parse (value, &ages))
    return FALSE;

  for (guint i = 0; i < SK_N_AGE_BANDS; i++)
    if (ages.min == sk_age_bands[i].min && ages.max == sk_age_bands[i].max)
      return TRUE;

  return FALSE;
}

/* Results list whatever is asked for. The ages 8–10 are no band, and are shown elsewhere. */
static GArray *
collect_counts (SkFacetModel *self,
                SkResults    *results)
{
  GArray *collected = g_array_new (FALSE, FALSE, sizeof (SkFacetCount));
  guint n_values;
  const SkFacetCount *counts = sk_results_get_facet (results, self->facet, &n_values);

  for (guint i = 0; i < n_values; i++)
    if (self->facet != SK_FACET_AGE || is_age_band (counts[i].value)
        || g_str_equal (counts[i].value, SK_FACET_NONE))
      g_array_append_val (collected, counts[i]);

  return collected;
}

static gboolean
lists_the_same (SkFacetModel *self,
                GArray       *counts)
{
  if (self->by_place->len != counts->len)
    return FALSE;

  for (guint i = 0; i < counts->len; i++)
    if (!g_str_equal (sk_facet_item_get_value (g_ptr_array_index (self->by_place, i)),
                      g_array_index (counts, SkFacetCount, i).value))
      return FALSE;

  return TRUE;
}

static void
list_anew (SkFacetModel *self,
           GArray       *counts)
{
  guint n_before = self->items->len;

  g_hash_table_remove_all (self->by_value);
  g_ptr_array_set_size (self->by_place, 0);
  g_ptr_array_set_size (self->items, 0);

  for (guint i = 0; i < counts->len; i++)
    {
      const SkFacetCount *count = &g_array_index (counts, SkFacetCount, i);
      SkFacetItem *item = sk_facet_item_new (self->facet, count->value, count->concept);

      sk_facet_item_set_count (item, count->count);
      g_ptr_array_add (self->by_place, item);
      g_ptr_array_add (self->items, g_object_ref (item));
      g_hash_table_insert (self->by_value, (gpointer) sk_facet_item_get_value (item), item);
    }

  if (!has_own_order (self->facet))
    g_ptr_array_sort (self->items, compare_use);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);
}

static void
update_counts (SkFacetModel *self)
{
  SkResults *results = sk_search_get_results (self->search);
  g_autoptr (GArray) counts = NULL;

  if (results == NULL)
    return;

  counts = collect_counts (self, results);
  if (!lists_the_same (self, counts))
    list_anew (self, counts);

  for (guint i = 0; i < counts->len; i++)
    sk_facet_item_set_count (g_ptr_array_index (self->by_place, i),
                             g_array_index (counts, SkFacetCount, i).count);
}

static void
update_choice (SkFacetModel *self)
{
  SkQuery *query = sk_search_get_query (self->search);

  for (guint i = 0; i < self->items->len; i++)
    {
      SkFacetItem *item = g_ptr_array_index (self->items, i);

      sk_facet_item_set_chosen (item, sk_query_has_value (query, self->facet,
                                                          sk_facet_item_get_value (item)));
    }
}

static void
update (SkFacetModel *self)
{
  update_counts (self);
  update_choice (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
sk_facet_model_finalize (GObject *object)
{
  SkFacetModel *self = SK_FACET_MODEL (object);

  g_clear_pointer (&self->by_value, g_hash_table_unref);
  g_clear_pointer (&self->by_place, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (sk_facet_model_parent_class)->finalize (object);
}

static void
sk_facet_model_class_init (SkFacetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_facet_model_finalize;

  signals[UPDATED] = g_signal_new ("updated", SK_TYPE_FACET_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
sk_facet_model_init (SkFacetModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_place = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_value = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * sk_facet_model_new:
 * @search: what is asked, and the answers
 * @facet: whose values to list
 *
 * Returns: (transfer full): the values; none before the first answer
 */
SkFacetModel *
sk_facet_model_new (SkSearch *search,
                    SkFacet   facet)
{
  SkFacetModel *self;

  g_return_val_if_fail (SK_IS_SEARCH (search), NULL);

  self = g_object_new (SK_TYPE_FACET_MODEL, NULL);
  self->search = g_object_ref (search);
  self->facet = facet;

  g_signal_connect_object (search, "notify::results", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "notify::query", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * sk_facet_model_get_facet:
 *
 * Returns: the facet whose values these are
 */
SkFacet
sk_facet_model_get_facet (SkFacetModel *self)
{
  g_return_val_if_fail (SK_IS_FACET_MODEL (self), SK_FACET_AGE);

  return self->facet;
}

/**
 * sk_facet_model_get_size:
 *
 * Returns: how many values there are, "not stated" among them
 */
guint
sk_facet_model_get_size (SkFacetModel *self)
{
  g_return_val_if_fail (SK_IS_FACET_MODEL (self), 0);

  return self->items->len;
}

/**
 * sk_facet_model_get_nth:
 * @nth: less than the size
 *
 * Returns: (transfer none): a value
 */
SkFacetItem *
sk_facet_model_get_nth (SkFacetModel *self,
                        guint         nth)
{
  g_return_val_if_fail (SK_IS_FACET_MODEL (self), NULL);
  g_return_val_if_fail (nth < self->items->len, NULL);

  return g_ptr_array_index (self->items, nth);
}

/**
 * sk_facet_model_dup_choice:
 *
 * Returns: (transfer full) (nullable): what is chosen, in words; %NULL where nothing is
 */
char *
sk_facet_model_dup_choice (SkFacetModel *self)
{
  const char * const *values;
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (SK_IS_FACET_MODEL (self), NULL);

  values = sk_query_get_values (sk_search_get_query (self->search), self->facet);
  for (guint i = 0; values[i] != NULL; i++)
    {
      SkFacetItem *item = g_hash_table_lookup (self->by_value, values[i]);

      if (item != NULL)
        g_strv_builder_add (labels, sk_facet_item_get_label (item));
      else
        g_strv_builder_take (labels, sk_words_value (self->facet, values[i], NULL));
    }

  parts = g_strv_builder_end (labels);
  return parts[0] != NULL ? g_strjoinv (", ", parts) : NULL;
}

/**
 * sk_facet_model_toggle:
 * @item: one of the values
 *
 * Asks for a value too, or no longer.
 */
void
sk_facet_model_toggle (SkFacetModel *self,
                       SkFacetItem  *item)
{
  g_return_if_fail (SK_IS_FACET_MODEL (self));
  g_return_if_fail (SK_IS_FACET_ITEM (item));

  sk_search_toggle_value (self->search, self->facet, sk_facet_item_get_value (item));
}

/**
 * sk_facet_model_choose:
 * @value: (nullable): a value of the facet, one that is not listed too; %NULL for none
 *
 * Asks for one value in place of the others. Whether what is not stated is asked for as well
 * stays as it is.
 */
void
sk_facet_model_choose (SkFacetModel *self,
                       const char   *value)
{
  g_autoptr (SkQuery) query = NULL;
  gboolean with_none;

  g_return_if_fail (SK_IS_FACET_MODEL (self));

  with_none = sk_query_has_value (sk_search_get_query (self->search), self->facet, SK_FACET_NONE);
  query = sk_query_without_facet (sk_search_get_query (self->search), self->facet);

  if (value != NULL)
    {
      g_autoptr (SkQuery) wide = g_steal_pointer (&query);

      query = sk_query_with_value (wide, self->facet, value);
    }

  if (with_none)
    {
      g_autoptr (SkQuery) narrow = g_steal_pointer (&query);

      query = sk_query_with_value (narrow, self->facet, SK_FACET_NONE);
    }

  sk_search_set_query (self->search, query);
}
