/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-related.h"

/* How many of the newest answers are looked at, however large the catalogue. */
#define MAX_LOOKED_AT 400

/* What is asked: an index, what goes with a tool. */
typedef struct
{
  SkResource *resource;
  guint n_tools;
} Question;

/* A tool, and how many themes it shares with the one asked about. */
typedef struct
{
  SkResource *resource;
  guint n_shared;
} Candidate;

static void
question_free (Question *question)
{
  g_clear_object (&question->resource);
  g_free (question);
}

static void
clear_candidate (gpointer data)
{
  g_clear_object (&((Candidate *) data)->resource);
}

static void
add_version (GPtrArray  *versions,
             SkIndex    *index,
             SkResource *resource,
             const char *id)
{
  guint32 record;

  if (id == NULL || g_str_equal (id, sk_resource_get_id (resource)) ||
      !sk_index_find (index, id, &record))
    return;

  for (guint i = 0; i < versions->len; i++)
    if (g_str_equal (id, sk_resource_get_id (g_ptr_array_index (versions, i))))
      return;

  g_ptr_array_add (versions, sk_index_dup_resource (index, record));
}

static void
add_translations (GPtrArray  *versions,
                  SkIndex    *index,
                  SkResource *resource,
                  SkResource *of)
{
  const char * const *translations = sk_resource_get_translations (of);

  for (guint i = 0; translations != NULL && translations[i] != NULL; i++)
    add_version (versions, index, resource, translations[i]);
}

/* The same work in other languages, as far as the catalogue has it: what the tool is a
 * translation of, and what either of them has been translated into. */
static GPtrArray *
find_versions (SkIndex    *index,
               SkResource *resource)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);
  const char *original = sk_resource_get_translation_of (resource);
  guint32 record;

  add_version (versions, index, resource, original);
  add_translations (versions, index, resource, resource);

  if (original != NULL && sk_index_find (index, original, &record))
    {
      g_autoptr (SkResource) first = sk_index_dup_resource (index, record);

      add_translations (versions, index, resource, first);
    }

  return versions;
}

static void
narrow (SkQuery    **query,
        SkFacet      facet,
        const char  *value)
{
  g_autoptr (SkQuery) wider = g_steal_pointer (query);

  *query = sk_query_with_value (wider, facet, value);
}

/* What to ask for tools with the same themes and ages: first those in a language of the tool,
 * then all; nothing where it has no theme. */
static GPtrArray *
make_queries (SkResource *resource)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *themes = sk_resource_get_concepts (resource, SK_FACET_THEME);
  const char * const *languages = sk_resource_get_languages (resource);
  g_autoptr (SkQuery) query = sk_query_new ();
  SkAgeRange ages;

  if (themes == NULL || themes->len == 0)
    return queries;

  for (guint i = 0; i < themes->len; i++)
    narrow (&query, SK_FACET_THEME, sk_concept_get_key (g_ptr_array_index (themes, i)));

  if (sk_resource_get_ages (resource, &ages))
    {
      g_autofree char *value = g_strdup_printf ("%u-%u", ages.min, ages.max);

      narrow (&query, SK_FACET_AGE, value);
    }

  g_ptr_array_add (queries, g_object_ref (query));
  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    narrow (&query, SK_FACET_LANGUAGE, languages[i]);
  g_ptr_array_insert (queries, 0, g_object_ref (query));

  return queries;
}

static guint
count_shared (SkResource *a,
              SkResource *b,
              SkFacet     facet)
{
  GPtrArray *left = sk_resource_get_concepts (a, facet);
  GPtrArray *right = sk_resource_get_concepts (b, facet);
  guint n_shared = 0;

  for (guint i = 0; left != NULL && i < left->len; i++)
    for (guint j = 0; right != NULL && j < right->len; j++)
      n_shared += g_str_equal (sk_concept_get_key (g_ptr_array_index (left, i)),
                               sk_concept_get_key (g_ptr_array_index (right, j)));

  return n_shared;
}

static gboolean
is_among (GPtrArray  *resources,
          SkResource *resource)
{
  for (guint i = 0; i < resources->len; i++)
    if (g_str_equal (sk_resource_get_id (g_ptr_array_index (resources, i)),
                     sk_resource_get_id (resource)))
      return TRUE;

  return FALSE;
}

/* Tools that do something else about the same: none of the tool's formats, some of its themes. */
static GArray *
list_candidates (SkIndex      *index,
                 SkResource   *resource,
                 SkResults    *answer,
                 GCancellable *cancellable)
{
  const guint n = MIN (sk_results_get_count (answer), MAX_LOOKED_AT);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (candidates, clear_candidate);
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (SkResource) other =
        sk_index_dup_resource (index, sk_results_get_record (answer, i));
      const guint n_shared = count_shared (resource, other, SK_FACET_THEME);

      if (n_shared > 0 && count_shared (resource, other, SK_FACET_FORMAT) == 0 &&
          !g_str_equal (sk_resource_get_id (other), sk_resource_get_id (resource)))
        {
          const Candidate candidate = {g_steal_pointer (&other), n_shared};

          g_array_append_val (candidates, candidate);
        }
    }

  return candidates;
}

/* Most in common first; of equals the first, which is the newest. */
static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  return left->n_shared > right->n_shared ? -1 : left->n_shared < right->n_shared;
}

/* Takes what there is room for of the answer to one question. */
static void
add_tools (SkRelated      *related,
           SkIndex        *index,
           const Question *question,
           SkResults      *answer,
           GCancellable   *cancellable)
{
  g_autoptr (GArray) candidates = list_candidates (index, question->resource, answer, cancellable);

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len && related->tools->len < question->n_tools; i++)
    {
      SkResource *other = g_array_index (candidates, Candidate, i).resource;

      if (!is_among (related->versions, other) && !is_among (related->tools, other))
        g_ptr_array_add (related->tools, g_object_ref (other));
    }
}

static void
find_tools (SkRelated      *related,
            SkIndex        *index,
            const Question *question,
            GCancellable   *cancellable)
{
  g_autoptr (GPtrArray) queries = make_queries (question->resource);

  for (guint i = 0; i < queries->len && related->tools->len < question->n_tools; i++)
    {
      g_autoptr (SkResults) answer =
        sk_index_search (index, g_ptr_array_index (queries, i), cancellable);

      if (answer != NULL)
        add_tools (related, index, question, answer, cancellable);
    }
}

static void
find (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  SkIndex *index = source;
  const Question *question = data;
  g_autoptr (SkRelated) related = g_new0 (SkRelated, 1);

  related->versions = find_versions (index, question->resource);
  related->tools = g_ptr_array_new_with_free_func (g_object_unref);
  find_tools (related, index, question, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&related), (GDestroyNotify) sk_related_free);
}

/**
 * sk_related_free:
 * @self: (transfer full): what goes with a tool
 */
void
sk_related_free (SkRelated *self)
{
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->tools, g_ptr_array_unref);
  g_free (self);
}

/**
 * sk_related_find:
 * @index: where to look
 * @resource: a tool
 * @n_tools: how many tools there is room for
 * @cancellable: (nullable): cancelled, no answer comes
 * @callback: called when all is found
 *
 * Looks for the same work in other languages, and for tools that do something else about the
 * same, away from the main thread.
 */
void
sk_related_find (SkIndex             *index,
                 SkResource          *resource,
                 guint                n_tools,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (SK_IS_INDEX (index));
  g_return_if_fail (SK_IS_RESOURCE (resource));

  question = g_new0 (Question, 1);
  question->resource = g_object_ref (resource);
  question->n_tools = n_tools;

  task = g_task_new (index, cancellable, callback, user_data);
  g_task_set_source_tag (task, sk_related_find);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, find);
}

/**
 * sk_related_finish:
 * @result: what the callback was given
 *
 * Takes what [func@related_find] found. The only error is %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): what goes with the tool; %NULL with @error set
 */
SkRelated *
sk_related_finish (GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
