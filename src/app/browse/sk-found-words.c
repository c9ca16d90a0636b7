/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-found-words.h"

#include <string.h>

#include "search/sk-text-fold.h"
#include "search/sk-text-query.h"
#include "search/sk-text-words.h"
#include "search/sk-text-worth.h"

/* Adwaita's yellow, as a marker pen leaves it on light and dark grounds. */
#define MARK_RED 0xf5f5
#define MARK_GREEN 0xc2c2
#define MARK_BLUE 0x1111
#define MARK_ALPHA (G_MAXUINT16 * 35 / 100)

typedef struct
{
  const char *text;
  GArray *words;              /* SkTextWord */
  PangoAttrList *attributes;
} Marks;

static void
mark (Marks      *marks,
      const char *start,
      const char *end)
{
  PangoAttribute *ground = pango_attr_background_new (MARK_RED, MARK_GREEN, MARK_BLUE);
  PangoAttribute *strength = pango_attr_background_alpha_new (MARK_ALPHA);

  ground->start_index = strength->start_index = (guint) (start - marks->text);
  ground->end_index = strength->end_index = (guint) (end - marks->text);
  pango_attr_list_change (marks->attributes, ground);
  pango_attr_list_change (marks->attributes, strength);
}

static gboolean
fits (const char *folded,
      const char *wanted,
      gboolean    goes_on)
{
  return goes_on ? g_str_has_prefix (folded, wanted) : g_str_equal (folded, wanted);
}

static gboolean
fits_term (Marks            *marks,
           guint             first,
           const SkTextTerm *term)
{
  if (term->n_words > marks->words->len - first)
    return FALSE;

  for (guint i = 0; i < term->n_words; i++)
    {
      const SkTextWord *word = &g_array_index (marks->words, SkTextWord, first + i);

      if (!fits (word->folded, term->words[i], term->goes_on && i == term->n_words - 1))
        return FALSE;
    }

  return TRUE;
}

/* Where in a long word its tail begins that a term is; NULL where it is none. */
static const char *
find_tail (const SkTextWord *word,
           const SkTextTerm *term)
{
  const glong length = g_utf8_strlen (word->folded, -1);

  if (!sk_text_term_is_loose (term) || length < SK_TEXT_TAILED_MIN || length > SK_TEXT_TAILED_MAX ||
      strstr (word->folded, term->words[0]) == NULL)
    return NULL;

  for (const char *at = word->start; at < word->end; at = g_utf8_next_char (at))
    {
      g_autofree char *rest = g_strndup (at, (gsize) (word->end - at));
      g_autofree char *tail = sk_text_fold_words (rest);

      if (length - g_utf8_strlen (tail, -1) >= SK_TEXT_HEAD_MIN &&
          fits (tail, term->words[0], term->goes_on))
        return at;
    }

  return NULL;
}

/* As the search compares: whole words next to each other, but of the last one the beginning;
 * and one word alone as the tail of a longer one. */
static void
mark_term (Marks            *marks,
           const SkTextTerm *term)
{
  for (guint i = 0; i < marks->words->len; i++)
    {
      const SkTextWord *word = &g_array_index (marks->words, SkTextWord, i);
      const char *tail;

      if (fits_term (marks, i, term))
        mark (marks, word->start,
              g_array_index (marks->words, SkTextWord, i + term->n_words - 1).end);
      else if ((tail = find_tail (word, term)) != NULL)
        mark (marks, tail, word->end);
    }
}

/**
 * sk_found_words_mark:
 * @text: what is shown, valid UTF-8
 * @words: what was searched for
 *
 * Marks the words of a text by which a search found it.
 *
 * Returns: (transfer full) (nullable): a ground under each of them, %NULL where nothing was
 *   searched for
 */
PangoAttrList *
sk_found_words_mark (const char *text,
                     const char *words)
{
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (GArray) shown = NULL;
  Marks marks;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  terms = sk_text_query_parse (words);
  if (terms->len == 0)
    return NULL;

  shown = sk_text_words_new (text);
  marks = (Marks) {.text = text, .words = shown, .attributes = pango_attr_list_new ()};
  for (guint i = 0; i < terms->len; i++)
    mark_term (&marks, g_ptr_array_index (terms, i));

  return marks.attributes;
}
