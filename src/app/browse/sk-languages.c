/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-languages.h"

#include <string.h>

/* The part of a tag that names the language itself: "nl" of "nl-BE" and of "nl_BE.UTF-8". */
static gsize
primary_length (const char *tag)
{
  return strcspn (tag, "-_.@");
}

static guint
rank (const char *tag)
{
  const char * const *readers = g_get_language_names ();
  const gsize length = primary_length (tag);
  guint i = 0;

  for (; readers[i] != NULL; i++)
    if (length == primary_length (readers[i]) && g_ascii_strncasecmp (tag, readers[i], length) == 0)
      break;

  return i;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const guint left = rank (*(const char * const *) a);
  const guint right = rank (*(const char * const *) b);

  return left < right ? -1 : left > right;
}

/**
 * sk_languages_reads:
 * @tag: a BCP 47 tag
 *
 * Returns: whether it is of a language that the reader chose for programs, which is English
 *   where none was chosen
 */
gboolean
sk_languages_reads (const char *tag)
{
  const char * const *readers = g_get_language_names ();

  g_return_val_if_fail (tag != NULL, FALSE);

  if (readers[rank (tag)] != NULL)
    return TRUE;

  return g_str_equal (readers[0], "C") && primary_length (tag) == 2
         && g_ascii_strncasecmp (tag, "en", 2) == 0;
}

/**
 * sk_languages_sort:
 * @tags: (nullable): BCP 47 tags
 *
 * Puts the languages of the reader first, in the reader's order; the others keep theirs.
 *
 * Returns: (transfer full): the same tags
 */
char **
sk_languages_sort (const char * const *tags)
{
  /* Without room for the end, there would be no list at all where there are no tags. */
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_null_terminated (1, g_free, TRUE);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    g_ptr_array_add (sorted, g_strdup (tags[i]));

  g_ptr_array_sort (sorted, compare);
  return (char **) g_ptr_array_steal (sorted, NULL);
}

/**
 * sk_languages_dup_short:
 * @tag: a BCP 47 tag
 *
 * Returns: (transfer full): the tag as it stands on a small label, "NL" of "nl-BE"
 */
char *
sk_languages_dup_short (const char *tag)
{
  g_return_val_if_fail (tag != NULL, NULL);

  return g_ascii_strup (tag, (gssize) primary_length (tag));
}
