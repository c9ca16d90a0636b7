/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-repair.h"

#include <string.h>

/* Of bytes from a file, which is never trusted to be UTF-8. */
static const char *
skip_letter (const char *at)
{
  for (at++; (*at & 0xc0) == 0x80; at++)
    ;

  return at;
}

typedef struct
{
  const SkTextIndex *index;
  gboolean goes_on;

  gboolean found;
  gboolean is_whole;          /* the word itself is one slip away, not just its beginning */
  guint32 frequency;
  guint32 place;
} Repair;

static void
propose (Repair   *self,
         guint32   place,
         gboolean  is_whole)
{
  guint32 frequency = self->index->postings.frequencies[place];
  gboolean better = !self->found || is_whole > self->is_whole;

  if (self->found && is_whole == self->is_whole)
    better = frequency > self->frequency || (frequency == self->frequency && place < self->place);
  if (!better)
    return;

  self->found = TRUE;
  self->is_whole = is_whole;
  self->frequency = frequency;
  self->place = place;
}

/* The words from low to high that begin with a text, or are it. */
static void
propose_beginning (Repair     *self,
                   const char *text,
                   guint32     low,
                   guint32     high)
{
  const SkLexicon *lexicon = &self->index->lexicon;
  gsize length = strlen (text);
  guint32 first = sk_lexicon_bisect (lexicon, text, length, FALSE, low, high);

  if (first < high && strcmp (sk_lexicon_get_nth (lexicon, first), text) == 0)
    propose (self, first, TRUE);
  if (!self->goes_on)
    return;

  for (guint32 place = first;
       place < high && strncmp (sk_lexicon_get_nth (lexicon, place), text, length) == 0; place++)
    propose (self, place, FALSE);
}

/* A letter that words have after the beginning: in place of the next one, and before it. */
static void
try_letter (Repair     *self,
            GString    *text,
            const char *letter,
            const char *rest,
            guint32     low,
            guint32     high)
{
  gsize length = text->len;
  gsize letter_length = (gsize) (skip_letter (letter) - letter);

  g_string_append_len (text, letter, (gssize) letter_length);
  g_string_append (text, rest);
  propose_beginning (self, text->str, low, high);

  if (*rest != '\0' && strncmp (letter, rest, letter_length) != 0)
    {
      g_string_truncate (text, length + letter_length);
      g_string_append (text, g_utf8_next_char (rest));
      propose_beginning (self, text->str, low, high);
    }

  g_string_truncate (text, length);
}

/* All letters that words have after the beginning, which those from low to high have. */
static void
try_letters (Repair     *self,
             GString    *text,
             const char *rest,
             guint32     low,
             guint32     high)
{
  const SkLexicon *lexicon = &self->index->lexicon;

  while (low < high)
    {
      const char *word = sk_lexicon_get_nth (lexicon, low);
      const char *letter = word + MIN (text->len, strlen (word));
      guint32 end = low + 1;

      if (*letter != '\0')
        {
          gsize length = (gsize) (skip_letter (letter) - word);

          end = MAX (sk_lexicon_bisect (lexicon, word, length, TRUE, low, high), low + 1);
          try_letter (self, text, letter, rest, low, end);
        }

      low = end;
    }
}

static void
try_without (Repair     *self,
             GString    *text,
             const char *rest,
             guint32     low,
             guint32     high)
{
  const char *next = g_utf8_next_char (rest);
  gsize length = text->len;

  g_string_append (text, next);
  propose_beginning (self, text->str, low, high);
  g_string_truncate (text, length);

  if (*next != '\0')
    {
      const char *beyond = g_utf8_next_char (next);

      g_string_append_len (text, next, beyond - next);
      g_string_append_len (text, rest, next - rest);
      g_string_append (text, beyond);
      propose_beginning (self, text->str, low, high);
      g_string_truncate (text, length);
    }
}

/* What a damaged file has instead of a word is no text, and must not be taken for one. */
static const char *
find_word (Repair *self)
{
  const char *word = sk_lexicon_get_nth (&self->index->lexicon, self->place);

  return g_utf8_validate (word, -1, NULL) ? word : NULL;
}

/**
 * sk_repair_find:
 * @word: a folded word that nothing matches
 * @goes_on: whether it may be the beginning of one
 *
 * Looks for a word that is one slip of the keyboard away: a letter too many, one missing, one
 * wrong, or two neighbours swapped (the distance of optimal string alignment is 1). Of several
 * it takes one that is so to its end before one of which just a beginning is, then the one that
 * most records have, then the first one.
 *
 * Returns: (transfer none) (nullable): the word; %NULL where there is none
 */
const char *
sk_repair_find (const SkTextIndex *index,
                const char        *word,
                gboolean           goes_on)
{
  Repair repair = {.index = index, .goes_on = goes_on};
  g_autoptr (GString) text = g_string_new (NULL);
  guint32 low = 0;
  guint32 high = index->lexicon.size;
  const char *rest = word;

  /* As far as words begin so, the slip may be next. */
  while (low < high)
    {
      const char *next;

      try_letters (&repair, text, rest, low, high);
      if (*rest == '\0')
        break;

      try_without (&repair, text, rest, low, high);
      next = g_utf8_next_char (rest);
      g_string_append_len (text, rest, next - rest);
      rest = next;
      low = sk_lexicon_bisect (&index->lexicon, text->str, text->len, FALSE, low, high);
      high = sk_lexicon_bisect (&index->lexicon, text->str, text->len, TRUE, low, high);
    }

  return repair.found ? find_word (&repair) : NULL;
}
