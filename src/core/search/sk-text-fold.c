/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-text-fold.h"

#include <string.h>

/* Canonical combining classes (UAX 44): signs that spell a word otherwise, such as the
 * kana voicing marks (8), viramas (9) and the vowels of Thai (103), stay. */
#define CCC_OVERLAY 1
#define CCC_FIRST_POINT 10
#define CCC_LAST_POINT 36
#define CCC_FIRST_ACCENT 200

#define ARABIC_TATWEEL 0x0640
#define ZERO_WIDTH_SPACE 0x200B
#define KANA_LONG_VOWEL 0x30FC

typedef struct
{
  GString *words;
  gboolean in_word;
  gboolean word_is_full;
} Splitter;

/* Letters that readers take for others, but that Unicode does not decompose. */
static const struct
{
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"},
  {0x0127, "h"},  {0x0131, "i"}, {0x0142, "l"}, {0x0153, "oe"}, {0x0167, "t"},
};

static const char *
find_plain_letters (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == letter)
      return plain_letters[i].plain;

  return NULL;
}

static gboolean
is_accent (gunichar character)
{
  int combining_class = g_unichar_combining_class (character);

  return combining_class == CCC_OVERLAY || combining_class >= CCC_FIRST_ACCENT
         || (combining_class >= CCC_FIRST_POINT && combining_class <= CCC_LAST_POINT);
}

static gboolean
is_invisible (gunichar character)
{
  return character == ARABIC_TATWEEL
         || (g_unichar_type (character) == G_UNICODE_FORMAT && character != ZERO_WIDTH_SPACE);
}

/**
 * sk_text_is_unspaced:
 *
 * Scripts that are written without spaces: a dictionary would have to split them, and two
 * dictionaries would do so differently, so that each character is a word.
 *
 * Returns: whether the character is of such a script
 */
gboolean
sk_text_is_unspaced (gunichar character)
{
  if (character == KANA_LONG_VOWEL)
    return TRUE;

  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
begin_word (Splitter *splitter)
{
  if (splitter->words->len > 0)
    g_string_append_c (splitter->words, ' ');

  splitter->in_word = TRUE;
  splitter->word_is_full = FALSE;
}

static void
add_letter (Splitter *splitter,
            gunichar  letter)
{
  gboolean unspaced = sk_text_is_unspaced (letter);
  const char *plain = find_plain_letters (letter);
  int digit = g_unichar_digit_value (letter);

  if (!splitter->in_word || splitter->word_is_full || unspaced)
    begin_word (splitter);

  splitter->word_is_full = unspaced;

  if (plain != NULL)
    g_string_append (splitter->words, plain);
  else if (digit >= 0)
    g_string_append_c (splitter->words, (char) ('0' + digit));
  else
    g_string_append_unichar (splitter->words, letter);
}

static void
add_character (Splitter *splitter,
               gunichar  character)
{
  if (is_accent (character) || is_invisible (character))
    return;

  if (g_unichar_isalnum (character))
    add_letter (splitter, character);
  else if (!g_unichar_ismark (character))
    splitter->in_word = FALSE;
  else if (splitter->in_word)
    g_string_append_unichar (splitter->words, character);
}

static void
fold_unicode (GString    *words,
              const char *text,
              gsize       length)
{
  g_autofree char *apart = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (apart, -1);
  g_autofree char *again = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  g_autofree char *together = NULL;
  g_autoptr (GString) found = g_string_sized_new (strlen (again));
  Splitter splitter = {.words = found};

  for (const char *at = again; *at != '\0'; at = g_utf8_next_char (at))
    add_character (&splitter, g_utf8_get_char (at));

  if (found->len == 0)
    return;

  together = g_utf8_normalize (found->str, (gssize) found->len, G_NORMALIZE_DEFAULT_COMPOSE);
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, together);
}

static void
fold_ascii (GString    *words,
            const char *text,
            gsize       length)
{
  gboolean in_word = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (text[i]))
        {
          in_word = FALSE;
          continue;
        }

      if (!in_word && words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append_c (words, g_ascii_tolower (text[i]));
      in_word = TRUE;
    }
}

static gboolean
is_ascii (const char *text,
          gsize       length)
{
  guint8 bits = 0;

  for (gsize i = 0; i < length; i++)
    bits |= (guint8) text[i];

  return bits < 0x80;
}

/**
 * sk_text_fold_words:
 * @text: a text of any language; bytes that are not UTF-8 count as separators
 *
 * Splits a text into its words and takes from them what readers do not tell apart: case
 * (full Unicode casefold, so "ß" is "ss"), compatibility forms and ligatures (NFKD, and
 * "æ", "œ", "ø", "ł" and the like), accents and other diacritics, the vowel points of
 * Arabic and Hebrew, and the script of digits.
 *
 * A word is a run of letters, digits and the marks on them. An apostrophe or a hyphen ends
 * it, so that "internet" is found in "l'internet"; a soft hyphen or a joiner does not. In
 * scripts written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) each
 * character is a word.
 *
 * Returns: (transfer full): the words with one space between, "" where there are none
 */
char *
sk_text_fold_words (const char *text)
{
  g_autofree char *valid = NULL;
  GString *words;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  /* A space is a border that nothing is folded across, and most words are ASCII. */
  words = g_string_sized_new (strlen (text));
  while (*text != '\0')
    {
      gsize length = strcspn (text, " ");

      if (is_ascii (text, length))
        fold_ascii (words, text, length);
      else
        fold_unicode (words, text, length);
      text += length + strspn (text + length, " ");
    }

  return g_string_free_and_steal (words);
}
