/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-default-order.h"

#include <string.h>

/**
 * sk_default_order_compare:
 * @left_newness: seconds since the epoch; %G_MININT64: undated
 * @right_newness: likewise
 *
 * Compares two records: the newest first, undated last, then by id.
 *
 * Returns: less than 0 where the left one comes first, more where the right one does
 */
int
sk_default_order_compare (gint64      left_newness,
                          const char *left_id,
                          gint64      right_newness,
                          const char *right_id)
{
  if (left_newness != right_newness)
    return left_newness > right_newness ? -1 : 1;

  return strcmp (left_id, right_id);
}

static int
compare_default (gconstpointer a,
                 gconstpointer b)
{
  SkResource *left = *(SkResource * const *) a;
  SkResource *right = *(SkResource * const *) b;

  return sk_default_order_compare (sk_resource_get_newness (left), sk_resource_get_id (left),
                                   sk_resource_get_newness (right), sk_resource_get_id (right));
}

/**
 * sk_default_order_new:
 * @resources: (element-type SkResource): the records, in any order, each id once
 *
 * Numbers the records in the order of [func@default_order_compare].
 *
 * Returns: (transfer full) (element-type SkResource): the same, each at its number
 */
GPtrArray *
sk_default_order_new (GPtrArray *resources)
{
  GPtrArray *ordered = g_ptr_array_new_full (resources->len, g_object_unref);

  for (guint i = 0; i < resources->len; i++)
    g_ptr_array_add (ordered, g_object_ref (g_ptr_array_index (resources, i)));

  g_ptr_array_sort (ordered, compare_default);
  return ordered;
}
