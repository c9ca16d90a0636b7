/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-text-query.h"

#include <string.h>

#include "sk-text-fold.h"
#include "sk-text-worth.h"

/* Languages differ in which of these opens and which closes. */
static const gunichar quotation_marks[] = {'"', 0x00AB, 0x00BB, 0x201C, 0x201D, 0x201E, 0x201F};

static gboolean
is_quotation_mark (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotation_marks); i++)
    if (quotation_marks[i] == character)
      return TRUE;

  return FALSE;
}

static gboolean
ends_with_space (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + length)));
}

static void
add_term (GPtrArray *terms,
          GStrv      words,
          gboolean   is_phrase)
{
  SkTextTerm *term = g_new0 (SkTextTerm, 1);

  term->words = words;
  term->n_words = g_strv_length (words);
  term->is_phrase = is_phrase;
  g_ptr_array_add (terms, term);
}

/* What stands before, between or after quotation marks. */
static void
add_piece (GPtrArray  *terms,
           const char *piece,
           gboolean    is_phrase)
{
  g_autofree char *folded = sk_text_fold_words (piece);
  g_auto (GStrv) words = NULL;

  if (*folded == '\0')
    return;

  words = g_strsplit (folded, " ", -1);
  if (is_phrase)
    {
      add_term (terms, g_steal_pointer (&words), TRUE);
      return;
    }

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word[] = {words[i], NULL};

      add_term (terms, g_strdupv ((GStrv) word), FALSE);
    }
}

/* What comes last may still be in the middle of being typed. */
static void
add_last_piece (GPtrArray  *terms,
                const char *piece,
                gboolean    is_phrase)
{
  guint n_before = terms->len;

  add_piece (terms, piece, is_phrase);

  if (terms->len > n_before && !ends_with_space (piece))
    {
      SkTextTerm *last = g_ptr_array_index (terms, terms->len - 1);

      last->goes_on = TRUE;
    }
}

/**
 * sk_text_term_free:
 * @self: (transfer full): a term
 */
void
sk_text_term_free (SkTextTerm *self)
{
  g_strfreev (self->words);
  g_free (self);
}

/**
 * sk_text_term_set_word:
 * @self: a term of a single word
 * @word: a folded word
 *
 * Replaces the word; whether it goes on stays.
 */
void
sk_text_term_set_word (SkTextTerm *self,
                       const char *word)
{
  g_return_if_fail (self->n_words == 1);

  g_set_str (&self->words[0], word);
}

/**
 * sk_text_term_is_loose:
 *
 * Returns: whether the term may match otherwise than as it is written: as the tail of a longer
 *   word, or, where nothing matches, as a word that differs by a slip
 */
gboolean
sk_text_term_is_loose (const SkTextTerm *self)
{
  return !self->is_phrase && g_utf8_strlen (self->words[0], -1) >= SK_TEXT_LOOSE_MIN;
}

/**
 * sk_text_query_parse:
 * @text: what was typed; bytes that are not UTF-8 count as separators
 *
 * Takes a text apart into what it asks for. What stands between two quotation marks, or after
 * the last one, is one phrase; all other words are for themselves, as
 * [func@text_fold_words] splits them. The last word goes on, unless a space or a quotation
 * mark is behind it. What is beyond %SK_TEXT_QUERY_MAX_TERMS is left out.
 *
 * Returns: (transfer full) (element-type SkTextTerm): the terms, none where the text asks for
 *   nothing
 */
GPtrArray *
sk_text_query_parse (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_text_term_free);
  gboolean in_phrase = FALSE;
  const char *start = valid;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    if (is_quotation_mark (g_utf8_get_char (at)))
      {
        g_autofree char *piece = g_strndup (start, (gsize) (at - start));

        add_piece (terms, piece, in_phrase);
        in_phrase = !in_phrase;
        start = g_utf8_next_char (at);
      }

  add_last_piece (terms, start, in_phrase);

  if (terms->len > SK_TEXT_QUERY_MAX_TERMS)
    g_ptr_array_set_size (terms, SK_TEXT_QUERY_MAX_TERMS);

  return terms;
}

/**
 * sk_text_query_write:
 * @terms: (element-type SkTextTerm): what is asked for
 *
 * Returns: (transfer full): a text that asks for it, of folded words
 */
char *
sk_text_query_write (GPtrArray *terms)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const SkTextTerm *term = g_ptr_array_index (terms, i);
      const char *mark = term->is_phrase ? "\"" : "";
      g_autofree char *words = g_strjoinv (" ", term->words);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", mark, words, mark);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
