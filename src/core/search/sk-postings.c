/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-postings.h"

#include <string.h>

#include "sk-bits.h"

/**
 * sk_postings_init:
 * @file: an index file; must outlive the postings
 *
 * Finds the postings in a file.
 */
void
sk_postings_init (SkPostings  *self,
                  SkIndexFile *file)
{
  const SkIndexCounts *counts = sk_index_file_get_counts (file);

  self->n_records = counts->n_records;
  self->n_words = counts->n_words;
  self->starts = sk_index_file_get (file, SK_SECTION_POSTING_STARTS, NULL);
  self->frequencies = sk_index_file_get (file, SK_SECTION_FREQUENCIES, NULL);
  self->bytes = sk_index_file_get (file, SK_SECTION_POSTINGS, &self->size);
}

/* Goes through the postings of a word. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  guint64 n_records;
  guint64 record;
  guint8 code;
} Reading;

/* Nothing where the file says nonsense. */
static Reading
begin (const SkPostings *self,
       guint32           word)
{
  Reading reading = {.n_records = self->n_records};

  if (word < self->n_words && self->starts[word] <= self->starts[word + 1] &&
      self->starts[word + 1] <= self->size)
    {
      reading.at = self->bytes + self->starts[word];
      reading.end = self->bytes + self->starts[word + 1];
    }

  return reading;
}

/* Most steps take one byte or two. */
static inline guint64
read_step (const guint8 **at,
           const guint8  *end)
{
  guint64 step = *(*at)++;

  if (step >= 0x80)
    {
      step &= 0x7f;
      for (guint shift = 7; *at < end && shift < 35; shift += 7)
        {
          guint64 byte = *(*at)++;

          step |= (byte & 0x7f) << shift;
          if (byte < 0x80)
            break;
        }
    }

  return step;
}

static inline gboolean
next (Reading *self)
{
  guint64 step;

  if (self->at == self->end)
    return FALSE;

  step = read_step (&self->at, self->end);
  self->record += step >> SK_CODE_BITS;
  self->code = step & SK_CODE_MASK;
  return self->record < self->n_records;
}

/**
 * sk_postings_gather:
 * @word: a word's place
 * @codes: (inout) (array): of each record the best code so far
 *
 * Raises the codes of the records that have a word.
 */
void
sk_postings_gather (const SkPostings *self,
                    guint32           word,
                    guint8           *codes)
{
  Reading reading = begin (self, word);

  while (next (&reading))
    codes[reading.record] = MAX (codes[reading.record], reading.code);
}

/**
 * sk_postings_add:
 * @word: a word's place
 * @bits: (inout): a set, to which the records are added that have the word
 */
void
sk_postings_add (const SkPostings *self,
                 guint32           word,
                 guint64          *bits)
{
  Reading reading = begin (self, word);

  while (next (&reading))
    bits[reading.record / 64] |= G_GUINT64_CONSTANT (1) << (reading.record % 64);
}

/**
 * sk_codes_new:
 *
 * Returns: (transfer full) (array): a code of 0 for each record, for [func@postings_gather]
 */
guint8 *
sk_codes_new (guint n_records)
{
  return g_new0 (guint8, sk_bits_n_words (n_records) * 64);
}

/* Of eight codes the nth bits, the first one's lowest. */
static inline guint64
take_bits (guint64 codes,
           guint   nth)
{
  guint64 bits = codes >> nth & G_GUINT64_CONSTANT (0x0101010101010101);

  return bits * G_GUINT64_CONSTANT (0x0102040810204080) >> 56;
}

/**
 * sk_codes_to_planes:
 * @codes: of each record
 * @planes: (inout): %SK_CODE_BITS empty sets, one after the other: of the codes' lowest bits
 *   first
 *
 * Writes codes as sets of records, which are handled 64 at a time.
 */
void
sk_codes_to_planes (const guint8 *codes,
                    guint         n_records,
                    guint64      *planes)
{
  gsize n_words = sk_bits_n_words (n_records);

  for (gsize i = 0; i < n_words; i++)
    for (guint part = 0; part < 8; part++)
      {
        guint64 eight;

        memcpy (&eight, codes + i * 64 + part * 8, sizeof eight);
        if (eight == 0)
          continue;

        eight = GUINT64_FROM_LE (eight);
        for (guint nth = 0; nth < SK_CODE_BITS; nth++)
          planes[nth * n_words + i] |= take_bits (eight, nth) << (part * 8);
      }
}
