/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-phrase.h"

#include <string.h>

#define RECORDS_A_BREATH 1024

typedef struct
{
  const SkTextIndex *index;
  const SkWordRange *ranges;
  guint n_ranges;
  GArray *words;              /* guint32: places of the words of the text that is read */
  guint times[SK_TEXT_N_FIELDS];
  guint lengths[SK_TEXT_N_FIELDS];
} Phrase;

static gboolean
stands_at (Phrase *self,
           guint   at)
{
  for (guint i = 0; i < self->n_ranges; i++)
    {
      guint32 place = g_array_index (self->words, guint32, at + i);

      if (place < self->ranges[i].first || place >= self->ranges[i].end)
        return FALSE;
    }

  return TRUE;
}

static void
end_text (Phrase *self,
          guint   field)
{
  for (guint at = 0; at + self->n_ranges <= self->words->len; at++)
    self->times[field] += (guint) stands_at (self, at);

  self->lengths[field] += self->words->len;
  g_array_set_size (self->words, 0);
}

static void
read_record (Phrase   *self,
             SkDigest *digest)
{
  guint field = SK_TEXT_FIELD_TITLE;
  guint32 token;

  memset (self->times, 0, sizeof self->times);
  memset (self->lengths, 0, sizeof self->lengths);
  g_array_set_size (self->words, 0);

  while (sk_digest_next_token (digest, &token))
    {
      if (token < SK_TOKEN_WORDS)
        end_text (self, field);
      else if (token - SK_TOKEN_WORDS < self->index->counts->n_words)
        g_array_append_val (self->words, self->index->word_places[token - SK_TOKEN_WORDS]);

      if (token == SK_TOKEN_NEXT_FIELD && field > 0)
        field--;
    }

  end_text (self, field);
}

static guint8
find_code (Phrase  *self,
           guint32  record)
{
  const SkIndexCounts *counts = self->index->counts;
  SkDigest digest;

  if (!sk_text_index_read_digest (self->index, record, &digest))
    return 0;

  read_record (self, &digest);
  for (guint field = SK_TEXT_N_FIELDS; field > 0; field--)
    if (self->times[field - 1] > 0)
      return (guint8) sk_code_new (field - 1,
                                   sk_text_level (self->times[field - 1], self->lengths[field - 1],
                                                  counts->totals[field - 1], counts->n_records));

  return 0;
}

/**
 * sk_phrase_find:
 * @ranges: (array length=n_ranges): what each word of the phrase stands for
 * @bits: the records that have all of them
 * @codes: (inout) (array): a code of 0 for each record; set to what the phrase is there, by
 *   the best field that it stands in (sk-postings.h)
 * @cancellable: (nullable): looked at now and then
 *
 * Reads the words of records one after the other, and finds those in which a phrase stands
 * within one text.
 */
void
sk_phrase_find (const SkTextIndex *index,
                const SkWordRange *ranges,
                guint              n_ranges,
                const guint64     *bits,
                guint8            *codes,
                GCancellable      *cancellable)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  Phrase phrase = {.index = index, .ranges = ranges, .n_ranges = n_ranges, .words = words};
  guint n_read = 0;

  for (gsize i = 0; i < index->n_set_words; i++)
    for (guint64 rest = bits[i]; rest != 0; rest &= rest - 1)
      {
        guint32 record = (guint32) (i * 64) + (guint32) __builtin_ctzll (rest);

        if (record >= index->counts->n_records ||
            (n_read++ % RECORDS_A_BREATH == 0 && g_cancellable_is_cancelled (cancellable)))
          return;

        codes[record] = find_code (&phrase, record);
      }
}
