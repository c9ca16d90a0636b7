/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-pool.h"

#include "session/sk-balance.h"
#include "sk-compose-works.h"

/* So many tools are tried with each other, in turn the best ones of each theme. */
#define MOST_CHOSEN 96

/* Themes that are named, or families and none. */
#define MAX_KINDS (SK_COMPOSE_MAX_THEMES + 1)

static int
compare_tools (gconstpointer a,
               gconstpointer b)
{
  const SkComposeTool *left = *(const SkComposeTool * const *) a;
  const SkComposeTool *right = *(const SkComposeTool * const *) b;

  if (left->n_asked != right->n_asked)
    return left->n_asked < right->n_asked ? -1 : 1;
  if (left->value < right->value || left->value > right->value)
    return left->value > right->value ? -1 : 1;

  return (left->record > right->record) - (left->record < right->record);
}

/**
 * sk_compose_pool_new:
 * @index: the catalogue's index
 * @task: what is asked for
 * @cancellable: (nullable): looked at now and then
 *
 * Holds each tool of the index against the task.
 *
 * Returns: (transfer full): the tools; not all of them where it was cancelled
 */
SkComposePool *
sk_compose_pool_new (SkIndex             *index,
                     const SkComposeTask *task,
                     GCancellable        *cancellable)
{
  SkComposePool *self = g_new0 (SkComposePool, 1);
  guint n_records = sk_index_get_size (index);

  self->tools = g_new (SkComposeTool, n_records);
  self->ranked = g_ptr_array_sized_new (n_records);

  for (guint i = 0; i < n_records && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (SkResource) resource = sk_index_dup_resource (index, i);

      sk_compose_tool_init (&self->tools[i], task, resource, i);
      g_ptr_array_add (self->ranked, &self->tools[i]);
      self->n_tools++;
    }

  sk_compose_works_number (self->tools, self->n_tools);
  g_ptr_array_sort (self->ranked, compare_tools);
  return self;
}

/**
 * sk_compose_pool_free:
 *
 * Frees the tools.
 */
void
sk_compose_pool_free (SkComposePool *self)
{
  for (guint i = 0; i < self->n_tools; i++)
    sk_compose_tool_clear (&self->tools[i]);

  g_clear_pointer (&self->tools, g_free);
  g_clear_pointer (&self->ranked, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_wanted (const SkComposeTool   *tool,
           const SkComposeChoice *choice)
{
  if (!sk_compose_tool_fits (tool, choice->relaxed) || tool->n_asked > choice->tier)
    return FALSE;
  if (choice->purpose == SK_PURPOSE_NO_SCREEN && tool->screen)
    return FALSE;

  return choice->excluded == NULL ||
         !g_hash_table_contains (choice->excluded, sk_resource_get_id (tool->resource));
}

/* Of several named themes the first one counts. */
static guint
get_kind (const SkComposeTool *tool,
          const SkComposeTask *task)
{
  if (task->n_themes > 0)
    return tool->themes != 0 ? (guint) __builtin_ctzll (tool->themes) : SK_COMPOSE_MAX_THEMES;

  return (guint) (tool->family + 1);
}

/**
 * sk_compose_pool_choose:
 * @choice: which tools are wanted
 *
 * Chooses the tools that plans are made of: where there are many, in turn the best one of each
 * theme that is named, or else of each family.
 *
 * Returns: (transfer container) (element-type SkComposeTool): the tools, at most some hundred
 */
GPtrArray *
sk_compose_pool_choose (const SkComposePool   *self,
                        const SkComposeTask   *task,
                        const SkComposeChoice *choice)
{
  GPtrArray *chosen = g_ptr_array_new ();
  g_autofree guint *turns = g_new0 (guint, MAX_KINDS);
  g_autoptr (GPtrArray) later = g_ptr_array_new ();

  /* A kind has a tool in each turn; those of later turns wait. */
  for (guint i = 0; i < self->ranked->len; i++)
    {
      SkComposeTool *tool = g_ptr_array_index (self->ranked, i);

      if (is_wanted (tool, choice) && turns[get_kind (tool, task)]++ < MOST_CHOSEN)
        g_ptr_array_add (later, tool);
    }

  for (guint turn = 0; later->len > 0 && chosen->len < MOST_CHOSEN; turn++)
    {
      g_autofree gboolean *taken = g_new0 (gboolean, MAX_KINDS);
      guint n_left = 0;

      for (guint i = 0; i < later->len; i++)
        {
          SkComposeTool *tool = g_ptr_array_index (later, i);
          guint kind = get_kind (tool, task);

          if (taken[kind] || chosen->len == MOST_CHOSEN)
            later->pdata[n_left++] = tool;
          else
            g_ptr_array_add (chosen, tool);
          taken[kind] = TRUE;
        }

      g_ptr_array_set_size (later, (int) n_left);
    }

  return chosen;
}
