/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-text-words.h"

#include "sk-text-fold.h"

#define ZERO_WIDTH_SPACE 0x200B

/* What is put on letters, and what is between them unseen. */
static gboolean
is_put_on_letter (gunichar character)
{
  return g_unichar_ismark (character) ||
         (g_unichar_type (character) == G_UNICODE_FORMAT && character != ZERO_WIDTH_SPACE);
}

static const char *
find_word (const char *at)
{
  while (*at != '\0' && !g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

static const char *
find_word_end (const char *at)
{
  const gboolean is_one_character = sk_text_is_unspaced (g_utf8_get_char (at));

  for (at = g_utf8_next_char (at); *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (is_put_on_letter (character))
        continue;
      if (is_one_character || !g_unichar_isalnum (character) || sk_text_is_unspaced (character))
        break;
    }

  return at;
}

static void
clear_word (gpointer data)
{
  g_free (((SkTextWord *) data)->folded);
}

/**
 * sk_text_words_new:
 * @text: what is shown, valid UTF-8; must outlive the words
 *
 * Returns: (transfer full) (element-type SkTextWord): its words, in their order
 */
GArray *
sk_text_words_new (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SkTextWord));

  g_return_val_if_fail (text != NULL, NULL);

  g_array_set_clear_func (words, clear_word);
  for (const char *at = find_word (text), *end; *at != '\0'; at = find_word (end))
    {
      g_autofree char *written = NULL;
      SkTextWord word = {.start = at};

      word.end = end = find_word_end (at);
      written = g_strndup (at, (gsize) (end - at));
      word.folded = sk_text_fold_words (written);
      g_array_append_val (words, word);
    }

  return words;
}
