/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-related.h"

/* How many of the newest answers are looked at, however large the catalogue. */
#define MAX_LOOKED_AT 400

static void
add_version (GPtrArray  *versions,
             SkIndex    *index,
             SkResource *resource,
             const char *id)
{
  guint32 record;

  if (id == NULL || g_str_equal (id, sk_resource_get_id (resource))
      || !sk_index_find (index, id, &record))
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

/**
 * sk_related_find_versions:
 *
 * Looks for the same work in other languages: what the tool is a translation of, and what
 * either of them has been translated into.
 *
 * Returns: (transfer full) (element-type SkResource): those that the catalogue has
 */
GPtrArray *
sk_related_find_versions (SkIndex    *index,
                          SkResource *resource)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);
  const char *original = sk_resource_get_translation_of (resource);
  guint32 record;

  g_return_val_if_fail (SK_IS_INDEX (index), NULL);
  g_return_val_if_fail (SK_IS_RESOURCE (resource), NULL);

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

/**
 * sk_related_make_queries:
 *
 * Returns: (transfer full) (element-type SkQuery): what to ask an index for tools with the same
 *   themes and ages: first those in a language of the tool, then all; none where it has no
 *   theme
 */
GPtrArray *
sk_related_make_queries (SkResource *resource)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *themes = sk_resource_get_concepts (resource, SK_FACET_THEME);
  const char * const *languages = sk_resource_get_languages (resource);
  g_autoptr (SkQuery) query = sk_query_new ();
  SkAgeRange ages;

  g_return_val_if_fail (SK_IS_RESOURCE (resource), NULL);

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

/* The one with most themes in common; of equals the first, which is the newest. */
static SkResource *
find_best (SkIndex    *index,
           SkResource *resource,
           SkResults  *answer,
           GPtrArray  *taken)
{
  const guint n = MIN (sk_results_get_count (answer), MAX_LOOKED_AT);
  g_autoptr (SkResource) best = NULL;
  guint most = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SkResource) other =
          sk_index_dup_resource (index, sk_results_get_record (answer, i));
      const guint n_shared = count_shared (resource, other, SK_FACET_THEME);

      if (n_shared > most && count_shared (resource, other, SK_FACET_FORMAT) == 0
          && !is_among (taken, other))
        {
          most = n_shared;
          g_set_object (&best, other);
        }
    }

  return g_steal_pointer (&best);
}

/**
 * sk_related_pick:
 * @answers: (element-type SkResults): what @index answered to [func@related_make_queries]
 * @n_wanted: how many there is room for
 *
 * Chooses tools that do something else about the same: none of the tool's formats, most of its
 * themes.
 *
 * Returns: (transfer full) (element-type SkResource): @n_wanted at most, the nearest first
 */
GPtrArray *
sk_related_pick (SkIndex    *index,
                 SkResource *resource,
                 GPtrArray  *answers,
                 guint       n_wanted)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) taken = sk_related_find_versions (index, resource);

  g_ptr_array_add (taken, g_object_ref (resource));

  for (guint i = 0; i < answers->len; i++)
    while (picked->len < n_wanted)
      {
        SkResource *best = find_best (index, resource, g_ptr_array_index (answers, i), taken);

        if (best == NULL)
          break;
        g_ptr_array_add (picked, best);
        g_ptr_array_add (taken, g_object_ref (best));
      }

  return picked;
}
