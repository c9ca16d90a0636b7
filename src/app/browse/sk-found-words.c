/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-found-words.h"

#include <string.h>

#include "search/sk-text-fold.h"

/* Adwaita's yellow, as a marker pen leaves it on light and dark grounds. */
#define MARK_RED 0xf5f5
#define MARK_GREEN 0xc2c2
#define MARK_BLUE 0x1111
#define MARK_ALPHA (G_MAXUINT16 * 35 / 100)

static gboolean
is_part_of_word (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

static const char *
find_word (const char *at)
{
  while (*at != '\0' && !is_part_of_word (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

static const char *
find_word_end (const char *at)
{
  while (*at != '\0' && is_part_of_word (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

/* As the search compares: whole words, but of the last one the beginning. */
static gboolean
is_wanted (const char *start,
           const char *end,
           GStrv       wanted,
           gboolean    last_is_whole)
{
  g_autofree char *word = g_strndup (start, (gsize) (end - start));
  g_autofree char *folded = sk_text_fold_words (word);

  for (guint i = 0; wanted[i] != NULL; i++)
    if (g_str_equal (folded, wanted[i]) ||
        (wanted[i + 1] == NULL && !last_is_whole && g_str_has_prefix (folded, wanted[i])))
      return TRUE;

  return FALSE;
}

static void
mark (PangoAttrList *marks,
      guint          start,
      guint          end)
{
  PangoAttribute *ground = pango_attr_background_new (MARK_RED, MARK_GREEN, MARK_BLUE);
  PangoAttribute *strength = pango_attr_background_alpha_new (MARK_ALPHA);

  ground->start_index = strength->start_index = start;
  ground->end_index = strength->end_index = end;
  pango_attr_list_insert (marks, ground);
  pango_attr_list_insert (marks, strength);
}

/**
 * sk_found_words_mark:
 * @text: what is shown, valid UTF-8
 * @words: what was searched for
 *
 * Marks the words of a text by which a search found it.
 *
 * Returns: (transfer full) (nullable): a ground under each of them, %NULL where there is none
 */
PangoAttrList *
sk_found_words_mark (const char *text,
                     const char *words)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) wanted = NULL;
  g_autoptr (PangoAttrList) marks = NULL;
  gboolean last_is_whole;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  folded = sk_text_fold_words (words);
  if (*folded == '\0')
    return NULL;

  wanted = g_strsplit (folded, " ", -1);
  last_is_whole = g_str_has_suffix (words, " ");
  marks = pango_attr_list_new ();

  for (const char *at = find_word (text), *end; *at != '\0'; at = find_word (end))
    {
      end = find_word_end (at);
      if (is_wanted (at, end, wanted, last_is_whole))
        mark (marks, (guint) (at - text), (guint) (end - text));
    }

  return g_steal_pointer (&marks);
}
