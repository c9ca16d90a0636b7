/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-title-order.h"

#include <unicode/ucol.h>

struct _SkTitleKeys
{
  UCollator *collator;
};

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

/**
 * sk_title_keys_new:
 *
 * Returns: (transfer full): a maker of keys
 */
SkTitleKeys *
sk_title_keys_new (void)
{
  SkTitleKeys *self = g_new0 (SkTitleKeys, 1);
  UErrorCode status = U_ZERO_ERROR;

  self->collator = ucol_open ("", &status);
  if (U_FAILURE (status))
    g_error ("The collation rules of Unicode are missing: %s", u_errorName (status));

  return self;
}

/**
 * sk_title_keys_free:
 * @self: (transfer full): a maker of keys
 */
void
sk_title_keys_free (SkTitleKeys *self)
{
  g_clear_pointer (&self->collator, ucol_close);
  g_free (self);
}

/**
 * sk_title_keys_make:
 * @resource: a record
 *
 * Makes what the record's title is sorted by: of the name in the resource's own language (else
 * English, else the first), from its first letter or digit on, the key of the Unicode
 * Collation Algorithm (UTS 10, CLDR root), which is the same whatever the reader's language.
 *
 * Returns: (transfer full): bytes, to be compared with those of other titles
 */
GBytes *
sk_title_keys_make (SkTitleKeys *self,
                    SkResource  *resource)
{
  const char *title = sk_resource_pick_name (resource, NULL, NULL);
  g_autofree gunichar2 *units = NULL;
  glong n_units = 0;
  gint32 size;
  guint8 *key;

  units = g_utf8_to_utf16 (skip_punctuation (title != NULL ? title : ""), -1, NULL, &n_units, NULL);
  size = ucol_getSortKey (self->collator, (const UChar *) units, (gint32) n_units, NULL, 0);
  key = g_malloc0 ((gsize) size + 1);
  ucol_getSortKey (self->collator, (const UChar *) units, (gint32) n_units, key, size);

  return g_bytes_new_take (key, (gsize) size);
}

/**
 * sk_title_order_new:
 * @resources: (element-type SkResource): the records, in the order of their numbers
 *
 * Ranks the records by title, as [method@TitleKeys.make] says. Of equal titles the lower
 * record comes first.
 *
 * Returns: (transfer full) (array): each record's rank, from 0
 */
guint32 *
sk_title_order_new (GPtrArray *resources)
{
  g_autoptr (GArray) titles = g_array_new (FALSE, FALSE, sizeof (Title));
  g_autoptr (SkTitleKeys) keys = sk_title_keys_new ();
  guint32 *ranks = g_new (guint32, resources->len);

  g_array_set_clear_func (titles, (GDestroyNotify) title_clear);

  for (guint32 i = 0; i < resources->len; i++)
    {
      Title title = {sk_title_keys_make (keys, g_ptr_array_index (resources, i)), i};

      g_array_append_val (titles, title);
    }

  g_array_sort (titles, compare_titles);

  for (guint32 i = 0; i < titles->len; i++)
    ranks[g_array_index (titles, Title, i).record] = i;

  return ranks;
}
