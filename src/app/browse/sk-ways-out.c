/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ways-out.h"

#include "sk-question.h"

static void
way_out_free (gpointer data)
{
  SkWayOut *way = data;

  g_clear_object (&way->query);
  g_free (way);
}

/* Takes the query. */
static void
add_way (GPtrArray *ways,
         SkWithout  without,
         SkFacet    facet,
         SkQuery   *query)
{
  SkWayOut *way = g_new0 (SkWayOut, 1);

  way->without = without;
  way->facet = facet;
  way->query = query;
  g_ptr_array_add (ways, way);
}

/* The values of a facet are joined by OR, so that only taking all of them away can help. */
static GPtrArray *
list_ways (SkQuery *query)
{
  const gboolean has_text = *sk_query_get_text (query) != '\0';
  GPtrArray *ways = g_ptr_array_new_with_free_func (way_out_free);
  g_autoptr (SkQuery) bare = g_object_ref (query);
  guint n_facets = 0;

  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      g_autoptr (SkQuery) narrower = NULL;

      if (!sk_query_has_values (query, (SkFacet) i))
        continue;

      add_way (ways, SK_WITHOUT_FACET, (SkFacet) i, sk_query_without_facet (query, (SkFacet) i));
      narrower = g_steal_pointer (&bare);
      bare = sk_query_without_facet (narrower, (SkFacet) i);
      n_facets++;
    }

  if (n_facets > 1 || (n_facets == 1 && has_text))
    add_way (ways, SK_WITHOUT_FILTERS, 0, g_object_ref (bare));
  if (has_text && n_facets > 0)
    add_way (ways, SK_WITHOUT_TEXT, 0, sk_query_with_text (query, ""));
  if (has_text)
    add_way (ways, SK_WITHOUT_ALL, 0, sk_query_with_text (bare, ""));

  return ways;
}

/* Best first: what takes away one thing, by how much it gives; then what takes away more. */
static int
compare_ways (gconstpointer a,
              gconstpointer b)
{
  const SkWayOut *left = *(const SkWayOut * const *) a;
  const SkWayOut *right = *(const SkWayOut * const *) b;

  if (left->without != right->without)
    return left->without < right->without ? -1 : 1;

  return left->count > right->count ? -1 : left->count < right->count;
}

/* Taking everything away is for when nothing less helps. */
static void
drop_last_resorts (GPtrArray *ways)
{
  while (ways->len > 1)
    {
      const SkWayOut *last = g_ptr_array_index (ways, ways->len - 1);
      const gboolean is_all =
        last->without == SK_WITHOUT_ALL ||
        (last->without == SK_WITHOUT_FILTERS && *sk_query_get_text (last->query) == '\0');

      if (!is_all)
        break;
      g_ptr_array_set_size (ways, (int) ways->len - 1);
    }
}

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = sk_question_finish (result, &error);
  GPtrArray *ways = g_task_get_task_data (task);

  if (answers == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = ways->len; i > 0; i--)
    {
      SkWayOut *way = g_ptr_array_index (ways, i - 1);

      way->count = sk_results_get_count (g_ptr_array_index (answers, i - 1));
      if (way->count == 0)
        g_ptr_array_remove_index (ways, i - 1);
    }

  g_ptr_array_sort (ways, compare_ways);
  drop_last_resorts (ways);
  g_task_return_pointer (task, g_ptr_array_ref (ways), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * sk_ways_out_find:
 * @index: what was asked
 * @query: a question that finds nothing in it
 * @cancellable: (nullable): cancelled, no answer comes
 * @callback: called when they are found
 *
 * Finds what to leave out of a query so that it finds something, away from the main thread.
 */
void
sk_ways_out_find (SkIndex             *index,
                  SkQuery             *query,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_autoptr (GPtrArray) ways = NULL;
  g_autoptr (GPtrArray) queries = NULL;
  GTask *task;

  g_return_if_fail (SK_IS_INDEX (index));
  g_return_if_fail (SK_IS_QUERY (query));

  ways = list_ways (query);
  queries = g_ptr_array_new_full (ways->len, g_object_unref);
  for (guint i = 0; i < ways->len; i++)
    {
      const SkWayOut *way = g_ptr_array_index (ways, i);

      g_ptr_array_add (queries, g_object_ref (way->query));
    }

  task = g_task_new (index, cancellable, callback, user_data);
  g_task_set_source_tag (task, sk_ways_out_find);
  g_task_set_task_data (task, g_steal_pointer (&ways), (GDestroyNotify) g_ptr_array_unref);
  sk_question_ask (index, queries, 0, cancellable, on_answered, task);
}

/**
 * sk_ways_out_finish:
 * @result: what the callback was given
 *
 * Takes what [func@ways_out_find] found. The only error is %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (element-type SkWayOut) (nullable): queries that find something, the
 *   one that leaves out least and gives most first; %NULL with @error set
 */
GPtrArray *
sk_ways_out_finish (GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
