/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-works.h"

#include "search/sk-index-facts.h"

struct _SkComposeWorks
{
  GHashTable *numbers;        /* id → number, of those that are named with others */
  GArray *same;               /* guint: of each number another one of the same work; the first
                 * one's is its own */
};

static guint
find_first (const SkComposeWorks *self,
            guint                 work)
{
  while (g_array_index (self->same, guint, work) != work)
    work = g_array_index (self->same, guint, work);

  return work;
}

static guint
number (SkComposeWorks *self,
        const char     *id)
{
  gpointer known;
  guint work = self->same->len;

  if (g_hash_table_lookup_extended (self->numbers, id, NULL, &known))
    return find_first (self, GPOINTER_TO_UINT (known));

  g_array_append_val (self->same, work);
  g_hash_table_insert (self->numbers, g_strdup (id), GUINT_TO_POINTER (work));
  return work;
}

static void
join (SkComposeWorks *self,
      guint           work,
      const char     *id)
{
  guint other = number (self, id);

  g_array_index (self->same, guint, other) = find_first (self, work);
}

static void
add (SkComposeWorks *self,
     SkResource     *resource)
{
  const char * const *translations = sk_resource_get_translations (resource);
  const char *original = sk_resource_get_translation_of (resource);
  guint work = number (self, sk_resource_get_id (resource));

  if (original != NULL)
    join (self, work, original);
  for (guint i = 0; translations[i] != NULL; i++)
    join (self, work, translations[i]);
}

/**
 * sk_compose_works_new:
 * @index: an index
 * @cancellable: (nullable): looked at now and then
 *
 * Reads the records that name others, which are few.
 *
 * Returns: (transfer full): the works
 */
SkComposeWorks *
sk_compose_works_new (SkIndex      *index,
                      GCancellable *cancellable)
{
  SkComposeWorks *self = g_new (SkComposeWorks, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->same = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint32 i = 0; i < sk_index_get_size (index); i++)
    {
      SkDigest facts;
      g_autoptr (SkResource) resource = NULL;

      if (!sk_index_read_facts (index, i, &facts) || !facts.traits.versions)
        continue;
      if (g_cancellable_is_cancelled (cancellable))
        break;

      resource = sk_index_dup_resource (index, i);
      add (self, resource);
    }

  return self;
}

/**
 * sk_compose_works_free:
 * @self: (transfer full): works
 */
void
sk_compose_works_free (SkComposeWorks *self)
{
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->same, g_array_unref);
  g_free (self);
}

/**
 * sk_compose_works_find:
 * @id: a record's id
 * @record: its number
 *
 * Returns: the number of its work, which all of its languages have and no other record
 */
guint
sk_compose_works_find (const SkComposeWorks *self,
                       const char           *id,
                       guint32               record)
{
  gpointer known;

  if (g_hash_table_lookup_extended (self->numbers, id, NULL, &known))
    return find_first (self, GPOINTER_TO_UINT (known));

  return self->same->len + record;
}
