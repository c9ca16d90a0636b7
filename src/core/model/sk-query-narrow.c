/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sk-query-private.h"

/**
 * sk_query_with_lacking:
 * @need: (nullable): one of [var@needs], such as "screen"; %NULL for no such wish
 *
 * Wants only tools that say what they need, when this is not among it: one that says nothing
 * may need it.
 *
 * Returns: (transfer full): the same question of what does without
 */
SkQuery *
sk_query_with_lacking (SkQuery    *self,
                       const char *need)
{
  SkQuery *other;

  g_return_val_if_fail (SK_IS_QUERY (self), NULL);

  other = sk_query_copy (self);
  g_set_str (&other->lacking, need);
  return other;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Sorted, so that two questions can be compared, and an id be found. */
static GPtrArray *
list_ids (const char * const *ids)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GPtrArray *once = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (sorted, (gpointer) ids[i]);
  g_ptr_array_sort (sorted, compare_ids);

  once = g_ptr_array_new_null_terminated (sorted->len + 1, g_free, TRUE);
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || strcmp (sorted->pdata[i], sorted->pdata[i - 1]) != 0)
      g_ptr_array_add (once, g_strdup (sorted->pdata[i]));

  return once;
}

/**
 * sk_query_with_among:
 * @name: (nullable): what these records are, in words of the reader's language ("Favourites");
 *   there where @ids are
 * @ids: (nullable) (array zero-terminated=1): the ids of the records that may answer, in any
 *   order; those that are not in the catalogue find nothing. %NULL for the whole catalogue
 *
 * Asks some records alone, as if there were no others: the counts of all values are theirs.
 *
 * Returns: (transfer full): the same question, asked among these
 */
SkQuery *
sk_query_with_among (SkQuery            *self,
                     const char         *name,
                     const char * const *ids)
{
  SkQuery *other;

  g_return_val_if_fail (SK_IS_QUERY (self), NULL);
  g_return_val_if_fail ((name != NULL) == (ids != NULL), NULL);

  other = sk_query_copy (self);
  g_set_str (&other->among_name, name);
  g_clear_pointer (&other->among_ids, g_ptr_array_unref);
  if (ids != NULL)
    other->among_ids = list_ids (ids);

  return other;
}

/**
 * sk_query_get_lacking:
 *
 * Returns: (nullable): what the tools must do without
 */
const char *
sk_query_get_lacking (SkQuery *self)
{
  g_return_val_if_fail (SK_IS_QUERY (self), NULL);

  return self->lacking;
}

/**
 * sk_query_get_among_name:
 *
 * Returns: (nullable): what the records are called that are asked alone
 */
const char *
sk_query_get_among_name (SkQuery *self)
{
  g_return_val_if_fail (SK_IS_QUERY (self), NULL);

  return self->among_name;
}

/**
 * sk_query_get_among_ids:
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the ids of the records that are
 *   asked alone, sorted by their bytes, each once; %NULL where all are asked
 */
const char * const *
sk_query_get_among_ids (SkQuery *self)
{
  g_return_val_if_fail (SK_IS_QUERY (self), NULL);

  return self->among_ids != NULL ? (const char * const *) self->among_ids->pdata : NULL;
}

/*
 * sk_query_narrows_equally:
 *
 * Returns: whether both want the same lacking, and are asked among the same records
 */
gboolean
sk_query_narrows_equally (SkQuery *a,
                          SkQuery *b)
{
  if (g_strcmp0 (a->lacking, b->lacking) != 0 || g_strcmp0 (a->among_name, b->among_name) != 0)
    return FALSE;

  return a->among_ids == b->among_ids ||
         (a->among_ids != NULL && b->among_ids != NULL &&
          g_strv_equal (sk_query_get_among_ids (a), sk_query_get_among_ids (b)));
}
