/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-question.h"

typedef struct
{
  GPtrArray *queries;
  guint n_ahead;
} Questions;

static void
questions_free (Questions *questions)
{
  g_clear_pointer (&questions->queries, g_ptr_array_unref);
  g_free (questions);
}

/* The index keeps those that were read last at hand. */
static void
read_ahead (SkIndex      *index,
            SkResults    *results,
            guint         n_ahead,
            GCancellable *cancellable)
{
  const guint n_read = MIN (sk_results_get_count (results), n_ahead);

  for (guint i = n_read; i > 0 && !g_cancellable_is_cancelled (cancellable); i--)
    g_object_unref (sk_index_dup_resource (index, sk_results_get_record (results, i - 1)));
}

static void
answer (GTask        *task,
        gpointer      source,
        gpointer      data,
        GCancellable *cancellable)
{
  SkIndex *index = source;
  const Questions *questions = data;
  GPtrArray *queries = questions->queries;
  g_autoptr (GPtrArray) answers = g_ptr_array_new_full (queries->len, g_object_unref);

  for (guint i = 0; i < queries->len; i++)
    {
      SkResults *results = sk_index_search (index, g_ptr_array_index (queries, i), cancellable);

      if (results == NULL)
        {
          g_task_return_error_if_cancelled (task);
          return;
        }
      g_ptr_array_add (answers, results);
      read_ahead (index, results, questions->n_ahead, cancellable);
    }

  g_task_return_pointer (task, g_steal_pointer (&answers), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * sk_question_ask:
 * @index: what is asked
 * @queries: (element-type SkQuery): the questions, which nobody changes any more
 * @n_ahead: how many of the first resources of each answer are read too, so that whoever looks
 *   at them soon after need not wait for the disk
 * @cancellable: (nullable): cancelled, no answer comes, however far the work is
 * @callback: called when all are answered
 *
 * Asks an index some questions away from the main thread.
 */
void
sk_question_ask (SkIndex             *index,
                 GPtrArray           *queries,
                 guint                n_ahead,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Questions *questions;

  g_return_if_fail (SK_IS_INDEX (index));
  g_return_if_fail (queries != NULL);

  questions = g_new0 (Questions, 1);
  questions->queries = g_ptr_array_ref (queries);
  questions->n_ahead = n_ahead;

  task = g_task_new (index, cancellable, callback, user_data);
  g_task_set_source_tag (task, sk_question_ask);
  g_task_set_task_data (task, questions, (GDestroyNotify) questions_free);
  g_task_run_in_thread (task, answer);
}

/**
 * sk_question_finish:
 * @result: what the callback was given
 *
 * Takes the answers to [func@question_ask]. The only error is %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (element-type SkResults) (nullable): an answer for each question, in
 *   the same order; %NULL with @error set
 */
GPtrArray *
sk_question_finish (GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
