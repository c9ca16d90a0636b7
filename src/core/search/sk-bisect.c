/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-bisect.h"

#include <string.h>

/**
 * sk_bisect:
 * @get_nth: gives a text of the list
 * @list: texts, sorted by their bytes
 * @prefix: what texts begin with
 * @length: its length in bytes; with its end it stands for those that are the same to theirs
 * @past: whether the first one beyond those is wanted
 * @low: where to look
 * @high: and up to where
 *
 * Returns: the place of the first text that is not before the prefix, or, when past, that is
 *   beyond it
 */
guint32
sk_bisect (SkBisectFunc   get_nth,
           gconstpointer  list,
           const char    *prefix,
           gsize          length,
           gboolean       past,
           guint32        low,
           guint32        high)
{
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = strncmp (get_nth (list, middle), prefix, length);

      if (order < 0 || (past && order == 0))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
