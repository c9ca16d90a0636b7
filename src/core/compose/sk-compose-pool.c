/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-pool.h"

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

/* The works of what is to be avoided; of an id that is in no index too, where others name it. */
static GHashTable *
list_avoided (const SkComposeTask  *task,
              const SkComposeWorks *works)
{
  GHashTable *avoided = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, task->avoid);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (avoided, GUINT_TO_POINTER (sk_compose_works_find (works, id, G_MAXINT32)));

  return avoided;
}

/**
 * sk_compose_pool_new:
 * @index: the catalogue's index
 * @task: what is asked for, which lives as long
 * @works: which records are the same work; with a tool that is to be avoided, its other languages
 *   are
 * @cancellable: (nullable): looked at now and then
 *
 * Holds each tool of the index against the task.
 *
 * Returns: (transfer full): the tools; not all of them where it was cancelled
 */
SkComposePool *
sk_compose_pool_new (SkIndex              *index,
                     const SkComposeTask  *task,
                     const SkComposeWorks *works,
                     GCancellable         *cancellable)
{
  SkComposePool *self = g_new0 (SkComposePool, 1);
  guint n_records = sk_index_get_size (index);
  g_auto (SkComposeValues) values = {0};
  g_autoptr (GHashTable) avoided = NULL;

  self->task = task;
  self->tools = g_new (SkComposeTool, n_records);
  self->ranked = g_ptr_array_sized_new (n_records);
  sk_compose_values_init (&values, task, index);
  avoided = list_avoided (task, works);

  for (guint i = 0; i < n_records && !g_cancellable_is_cancelled (cancellable); i++)
    {
      SkComposeTool *tool = &self->tools[i];

      sk_compose_tool_init (tool, task, &values, index, i);
      tool->work = sk_compose_works_find (works, tool->id, i);
      if (g_hash_table_contains (task->avoid, tool->id) ||
          g_hash_table_contains (avoided, GUINT_TO_POINTER (tool->work)))
        tool->failed |= 1u << SK_RELAX_AVOID;
      g_ptr_array_add (self->ranked, tool);
      self->n_tools++;
    }

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
  g_clear_pointer (&self->ranked, g_ptr_array_unref);
  g_clear_pointer (&self->tools, g_free);
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

  return choice->excluded == NULL || !g_hash_table_contains (choice->excluded, tool);
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

/* Takes a tool of each kind; what is over waits for its turn. */
static void
take_turn (const SkComposePool *self,
           GPtrArray           *waiting,
           GPtrArray           *chosen)
{
  gboolean taken[MAX_KINDS] = {FALSE};
  guint n_left = 0;

  for (guint i = 0; i < waiting->len; i++)
    {
      SkComposeTool *tool = g_ptr_array_index (waiting, i);
      guint kind = get_kind (tool, self->task);

      if (taken[kind] || chosen->len == MOST_CHOSEN)
        {
          waiting->pdata[n_left++] = tool;
          continue;
        }

      g_ptr_array_add (chosen, tool);
      taken[kind] = TRUE;
    }

  g_ptr_array_set_size (waiting, (int) n_left);
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
                        const SkComposeChoice *choice)
{
  GPtrArray *chosen = g_ptr_array_new ();
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  guint n_kinds[MAX_KINDS] = {0};

  for (guint i = 0; i < self->ranked->len; i++)
    {
      SkComposeTool *tool = g_ptr_array_index (self->ranked, i);

      if (is_wanted (tool, choice) && n_kinds[get_kind (tool, self->task)]++ < MOST_CHOSEN)
        g_ptr_array_add (waiting, tool);
    }

  while (waiting->len > 0 && chosen->len < MOST_CHOSEN)
    take_turn (self, waiting, chosen);

  return chosen;
}
