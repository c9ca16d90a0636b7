/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-title-order.h"

#include <unicode/ucol.h>

typedef struct
{
  GBytes *key;
  guint32 record;
} Title;

static void
title_clear (Title *title)
{
  g_clear_pointer (&title->key, g_bytes_unref);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const Title *left = a;
  const Title *right = b;
  int order = g_bytes_compare (left->key, right->key);

  if (order != 0)
    return order;

  return left->record < right->record ? -1 : 1;
}

/* A quotation mark or a bracket in front of a title is not where a reader looks for it. */
static const char *
skip_punctuation (const char *title)
{
  const char *at = title;

  while (*at != '\0' && !g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return *at != '\0' ? at : title;
}

static GBytes *
make_key (UCollator  *collator,
          const char *title)
{
  g_autofree gunichar2 *units = NULL;
  glong n_units = 0;
  gint32 size;
  guint8 *key;

  units = g_utf8_to_utf16 (skip_punctuation (title), -1, NULL, &n_units, NULL);
  size = ucol_getSortKey (collator, (const UChar *) units, (gint32) n_units, NULL, 0);
  key = g_malloc0 ((gsize) size + 1);
  ucol_getSortKey (collator, (const UChar *) units, (gint32) n_units, key, size);

  return g_bytes_new_take (key, (gsize) size);
}

/**
 * sk_title_order_new:
 * @resources: (element-type SkResource): the records, in the order of their numbers
 *
 * Ranks the records by title: by the name in the resource's own language (else English,
 * else the first), from its first letter or digit on, in the order of the Unicode
 * Collation Algorithm (UTS 10, CLDR root), which is the same whatever the reader's
 * language. Of equal titles the lower record comes first.
 *
 * Returns: (transfer full) (array): each record's rank, from 0
 */
guint32 *
sk_title_order_new (GPtrArray *resources)
{
  g_autoptr (GArray) titles = g_array_new (FALSE, FALSE, sizeof (Title));
  guint32 *ranks = g_new (guint32, resources->len);
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("", &status);

  if (U_FAILURE (status))
    g_error ("The collation rules of Unicode are missing: %s", u_errorName (status));

  g_array_set_clear_func (titles, (GDestroyNotify) title_clear);

  for (guint32 i = 0; i < resources->len; i++)
    {
      const char *name = sk_resource_pick_name (g_ptr_array_index (resources, i), NULL, NULL);
      Title title = {make_key (collator, name != NULL ? name : ""), i};

      g_array_append_val (titles, title);
    }

  ucol_close (collator);
  g_array_sort (titles, compare_titles);

  for (guint32 i = 0; i < titles->len; i++)
    ranks[g_array_index (titles, Title, i).record] = i;

  return ranks;
}
