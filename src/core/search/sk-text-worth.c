/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-text-worth.h"

/* So that no product below overflows. Nobody reads a field of that many words. */
#define MAX_TIMES ((1u << 16) - 1)
#define MAX_LENGTH ((1u << 24) - 1)
#define MAX_TOTAL ((G_GUINT64_CONSTANT (1) << 40) - 1)

/**
 * sk_text_level:
 * @n_times: how often the word stands in the field of the record, at least once
 * @length: how many words that field of the record has
 * @total: how many it has in all records together
 * @n_records: how many records there are
 *
 * How much of a field a word is: by the saturation of BM25 (k₁ = 1.2, b = 0.75), which more
 * occurrences raise and a field longer than the average lowers,
 *
 *     n_times / (n_times + 1.2 × (0.25 + 0.75 × length × n_records / total))
 *
 * in four levels, at 0.40, 0.55 and 0.70. In whole numbers, so that it is the same on every
 * machine.
 *
 * Returns: the level, 0 to 3
 */
guint
sk_text_level (guint   n_times,
               guint   length,
               guint64 total,
               guint   n_records)
{
  /* The fraction, times ten and times the total above and below. */
  guint64 sum = MIN (total, MAX_TOTAL);
  guint64 times = 10 * sum * MIN (n_times, MAX_TIMES);
  guint64 rest = 3 * sum + 9 * (guint64) MIN (length, MAX_LENGTH) * n_records;

  if (times * 12 < rest * 8)
    return 0;
  if (times * 9 < rest * 11)
    return 1;
  if (times * 6 < rest * 14)
    return 2;

  return 3;
}

/**
 * sk_text_shift:
 * @n_matches: how many records match a term
 * @n_records: how many records there are
 *
 * A term that few records match says more about what is looked for than one that many do.
 *
 * Returns: how often the term's worth is doubled, 0 to 2, where it is one of several
 */
guint
sk_text_shift (guint n_matches,
               guint n_records)
{
  if ((guint64) n_matches * 4096 < n_records)
    return 2;

  return (guint64) n_matches * 64 < n_records ? 1 : 0;
}
