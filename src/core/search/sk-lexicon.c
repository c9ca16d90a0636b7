/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-lexicon.h"

#include <string.h>

#include "sk-bisect.h"

/**
 * sk_lexicon_init:
 * @file: an index file; must outlive the lexicon
 *
 * Finds the words in a file. One whose words do not end has none.
 */
void
sk_lexicon_init (SkLexicon   *self,
                 SkIndexFile *file)
{
  self->size = sk_index_file_get_counts (file)->n_words;
  self->starts = sk_index_file_get (file, SK_SECTION_WORD_STARTS, NULL);
  self->bytes = sk_index_file_get (file, SK_SECTION_WORDS, &self->n_bytes);

  if (self->n_bytes == 0 || self->bytes[self->n_bytes - 1] != '\0')
    self->size = 0;
}

/**
 * sk_lexicon_get_nth:
 * @nth: a place, less than the size
 *
 * Returns: (transfer none): the word there, "" where the file says nonsense
 */
const char *
sk_lexicon_get_nth (const SkLexicon *self,
                    guint32          nth)
{
  guint32 start = self->starts[nth];

  return start < self->n_bytes ? self->bytes + start : "";
}

static const char *
get_nth (gconstpointer list,
         guint32       nth)
{
  return sk_lexicon_get_nth (list, nth);
}

/**
 * sk_lexicon_bisect:
 * @prefix: what words begin with
 * @length: its length in bytes
 * @past: whether the first one beyond those is wanted
 * @low: where to look
 * @high: and up to where
 *
 * Returns: the place of a word, as [func@bisect] finds it
 */
guint32
sk_lexicon_bisect (const SkLexicon *self,
                   const char      *prefix,
                   gsize            length,
                   gboolean         past,
                   guint32          low,
                   guint32          high)
{
  return sk_bisect (get_nth, self, prefix, length, past, low, high);
}

/**
 * sk_lexicon_look_up:
 * @word: a folded word
 * @goes_on: whether it stands for all words that begin so
 *
 * Returns: the words that it stands for
 */
SkWordRange
sk_lexicon_look_up (const SkLexicon *self,
                    const char      *word,
                    gboolean         goes_on)
{
  gsize length = strlen (word);
  SkWordRange range = {0};

  range.first = sk_lexicon_bisect (self, word, length, FALSE, 0, self->size);
  range.first_is_exact =
    range.first < self->size && strcmp (sk_lexicon_get_nth (self, range.first), word) == 0;
  range.end = goes_on ? sk_lexicon_bisect (self, word, length, TRUE, range.first, self->size)
                      : range.first + range.first_is_exact;

  return range;
}
