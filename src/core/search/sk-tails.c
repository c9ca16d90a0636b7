/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-tails.h"

#include <string.h>

#include "sk-bisect.h"
#include "sk-text-worth.h"

/* So many tails a record are kept, or so many in all where that is more. */
#define TAILS_A_RECORD 4
#define MIN_TAILS 65536

/**
 * sk_tails_init:
 * @file: an index file; must outlive the tails
 * @lexicon: its words; likewise
 *
 * Finds the tails in a file.
 */
void
sk_tails_init (SkTails         *self,
               SkIndexFile     *file,
               const SkLexicon *lexicon)
{
  self->lexicon = lexicon;
  self->n_tails = sk_index_file_get_counts (file)->n_tails;
  self->words = sk_index_file_get (file, SK_SECTION_TAIL_WORDS, NULL);
  self->offsets = sk_index_file_get (file, SK_SECTION_TAIL_OFFSETS, NULL);
}

/**
 * sk_tails_get_nth:
 * @nth: a place, less than how many there are
 *
 * Returns: (transfer none): the tail there, "" where the file says nonsense
 */
const char *
sk_tails_get_nth (const SkTails *self,
                  guint32        nth)
{
  guint32 place = self->words[nth];
  guint8 offset = self->offsets[nth];
  const char *word;

  if (place >= self->lexicon->size)
    return "";

  word = sk_lexicon_get_nth (self->lexicon, place);
  return strnlen (word, offset) == offset ? word + offset : "";
}

static const char *
get_nth (gconstpointer list,
         guint32       nth)
{
  return sk_tails_get_nth (list, nth);
}

/**
 * sk_tails_look_up:
 * @word: a folded word
 * @goes_on: whether it stands for all tails that begin so
 * @first: (out): the place of the first tail that it stands for
 * @end: (out): the place after the last
 *
 * Looks up a word among the tails.
 */
void
sk_tails_look_up (const SkTails *self,
                  const char    *word,
                  gboolean       goes_on,
                  guint32       *first,
                  guint32       *end)
{
  gsize length = strlen (word);

  *first = sk_bisect (get_nth, self, word, length, FALSE, 0, self->n_tails);
  *end = sk_bisect (get_nth, self, word, goes_on ? length : length + 1, TRUE, *first,
                    self->n_tails);
}

/**
 * sk_tails_list:
 * @word: a folded word
 * @offsets: (out caller-allocates): where the tails begin, in bytes; %SK_TEXT_TAILED_MAX at most
 *
 * Lists the tails of a word of 7 to 32 characters: of four or more, after three or more.
 *
 * Returns: how many there are
 */
guint
sk_tails_list (const char *word,
               guint8      offsets[])
{
  glong length = g_utf8_strlen (word, -1);
  const char *at = word;
  guint n_tails = 0;

  if (length < SK_TEXT_TAILED_MIN || length > SK_TEXT_TAILED_MAX)
    return 0;

  for (glong i = 0; i <= length - SK_TEXT_LOOSE_MIN; i++, at = g_utf8_next_char (at))
    if (i >= SK_TEXT_HEAD_MIN)
      offsets[n_tails++] = (guint8) (at - word);

  return n_tails;
}

/**
 * sk_tails_least:
 * @n_tails: (array fixed-size=256): how many tails the words have together that so many records
 *   have: of one record at 1, and so on, the last with all beyond; what is at 0 does not count
 * @n_records: how many records there are
 *
 * How much room there is for tails grows with the records; where there is not enough, the
 * rarest words go without.
 *
 * Returns: how many records must have a word for its tails to be kept, for
 *   [func@tails_are_kept]
 */
guint32
sk_tails_least (const guint64 n_tails[SK_TAILS_N_FREQUENCIES],
                guint32       n_records)
{
  guint64 room = MAX ((guint64) n_records * TAILS_A_RECORD, MIN_TAILS);
  guint32 least = SK_TAILS_N_FREQUENCIES;

  while (least > 1 && n_tails[least - 1] <= room)
    room -= n_tails[--least];

  return least;
}
