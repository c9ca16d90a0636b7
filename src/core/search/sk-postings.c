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

/* What of the bytes a word's postings are; nothing where the file says nonsense. */
static gboolean
find_bytes (const SkPostings  *self,
            guint32            word,
            const guint8     **at,
            const guint8     **end)
{
  guint64 start;
  guint64 stop;

  if (word >= self->n_words)
    return FALSE;

  start = self->starts[word];
  stop = self->starts[word + 1];
  if (start > stop || stop > self->size)
    return FALSE;

  *at = self->bytes + start;
  *end = self->bytes + stop;
  return TRUE;
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
  const guint8 *at;
  const guint8 *end;
  guint64 record = 0;

  if (!find_bytes (self, word, &at, &end))
    return;

  while (at < end)
    {
      guint64 step = read_step (&at, end);
      guint8 code = step & SK_CODE_MASK;

      record += step >> SK_CODE_BITS;
      if (record >= self->n_records)
        return;

      codes[record] = MAX (codes[record], code);
    }
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
  const guint8 *at;
  const guint8 *end;
  guint64 record = 0;

  if (!find_bytes (self, word, &at, &end))
    return;

  while (at < end)
    {
      record += read_step (&at, end) >> SK_CODE_BITS;
      if (record >= self->n_records)
        return;

      bits[record / 64] |= G_GUINT64_CONSTANT (1) << (record % 64);
    }
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
