/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-works.h"

/* Works that are known to be the same are joined: each points to another one, the last to itself.
 */
typedef struct
{
  GHashTable *numbers;        /* id → number */
  GArray *same;               /* guint */
} Works;

static guint
find_first (Works *self,
            guint  work)
{
  while (g_array_index (self->same, guint, work) != work)
    work = g_array_index (self->same, guint, work);

  return work;
}

static guint
add_work (Works      *self,
          const char *id)
{
  gpointer number;
  guint work = self->same->len;

  if (id != NULL && g_hash_table_lookup_extended (self->numbers, id, NULL, &number))
    return find_first (self, GPOINTER_TO_UINT (number));

  g_array_append_val (self->same, work);
  if (id != NULL)
    g_hash_table_insert (self->numbers, (char *) id, GUINT_TO_POINTER (work));
  return work;
}

static void
join (Works      *self,
      guint       work,
      const char *id)
{
  guint other = add_work (self, id);

  g_array_index (self->same, guint, other) = find_first (self, work);
}

static void
add_versions (Works      *self,
              SkResource *resource)
{
  const char * const *translations = sk_resource_get_translations (resource);
  const char *original = sk_resource_get_translation_of (resource);
  guint work;

  if (original == NULL && translations[0] == NULL)
    return;

  work = add_work (self, sk_resource_get_id (resource));
  if (original != NULL)
    join (self, work, original);
  for (guint i = 0; translations[i] != NULL; i++)
    join (self, work, translations[i]);
}

/**
 * sk_compose_works_number:
 * @tools: (array length=n_tools): tools
 *
 * Gives tools that are the same work in other languages the same number.
 */
void
sk_compose_works_number (SkComposeTool *tools,
                         guint          n_tools)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) same = g_array_new (FALSE, FALSE, sizeof (guint));
  Works works = {numbers, same};

  for (guint i = 0; i < n_tools; i++)
    add_versions (&works, tools[i].resource);
  for (guint i = 0; i < n_tools; i++)
    tools[i].work = add_work (&works, sk_resource_get_id (tools[i].resource));
}
