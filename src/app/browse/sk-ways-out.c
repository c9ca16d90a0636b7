/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ways-out.h"

#include "search/sk-text-spelling.h"
#include "sk-question.h"

static void
way_out_free (gpointer data)
{
  SkWayOut *way = data;

  g_clear_pointer (&way->filter, sk_filter_free);
  g_clear_object (&way->query);
  g_clear_pointer (&way->repaired, g_free);
  g_free (way);
}

/* Takes the query. */
static void
add_way (GPtrArray      *ways,
         SkWithout       without,
         const SkFilter *filter,
         SkQuery        *query)
{
  SkWayOut *way = g_new0 (SkWayOut, 1);

  way->without = without;
  way->filter = filter != NULL ? sk_filter_copy (filter) : NULL;
  way->query = query;
  g_ptr_array_add (ways, way);
}

/* The values of a facet are joined by OR, so that only taking all of them away can help. */
static guint
add_ways_without_one (GPtrArray *ways,
                      SkQuery   *query)
{
  g_autoptr (GPtrArray) filters = sk_filter_list (query);

  for (guint i = 0; i < filters->len; i++)
    {
      const SkFilter *filter = g_ptr_array_index (filters, i);

      if (i == 0 || !sk_filter_is_like (filter, g_ptr_array_index (filters, i - 1)))
        add_way (ways, SK_WITHOUT_ONE, filter, sk_filter_leave_like (filter, query));
    }

  return ways->len;
}

static GPtrArray *
list_ways (SkQuery *query)
{
  const gboolean has_text = *sk_query_get_text (query) != '\0';
  GPtrArray *ways = g_ptr_array_new_with_free_func (way_out_free);
  g_autoptr (SkQuery) bare = sk_query_without_filters (query);
  const guint n_ways = add_ways_without_one (ways, query);

  if (n_ways > 1 || (n_ways == 1 && has_text))
    add_way (ways, SK_WITHOUT_FILTERS, NULL, g_object_ref (bare));
  if (has_text && n_ways > 0)
    add_way (ways, SK_WITHOUT_TEXT, NULL, sk_query_with_text (query, ""));
  if (has_text)
    add_way (ways, SK_WITHOUT_ALL, NULL, sk_query_with_text (bare, ""));

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

/* As the first tool that it finds writes it. */
static char *
write_repaired (SkIndex   *index,
                SkResults *results)
{
  const char *repaired = sk_results_get_repaired (results);
  g_autoptr (SkResource) first = NULL;

  if (repaired == NULL || sk_results_get_count (results) == 0)
    return NULL;

  first = sk_index_dup_resource (index, sk_results_get_record (results, 0));
  return sk_text_spelling_restore (repaired, first);
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

      SkResults *results = g_ptr_array_index (answers, i - 1);

      way->count = sk_results_get_count (results);
      way->repaired = write_repaired (SK_INDEX (source), results);
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
