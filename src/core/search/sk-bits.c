/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-bits.h"

#include "sk-wide.h"

/**
 * sk_bits_new:
 *
 * Returns: (transfer full): an empty set
 */
guint64 *
sk_bits_new (gsize n_words)
{
  return g_new0 (guint64, n_words);
}

/**
 * sk_bits_fill:
 * @bits: an empty set
 * @n_records: how many records there are
 *
 * Puts all records into the set.
 */
void
sk_bits_fill (guint64 *bits,
              guint    n_records)
{
  for (gsize i = 0; i < n_records / 64; i++)
    bits[i] = G_MAXUINT64;

  if (n_records % 64 > 0)
    bits[n_records / 64] = G_MAXUINT64 >> (64 - n_records % 64);
}

/**
 * sk_bits_add:
 * @records: (array length=n_records): which ones to put into the set
 */
void
sk_bits_add (guint64       *bits,
             const guint32 *records,
             gsize          n_records)
{
  for (gsize i = 0; i < n_records; i++)
    bits[records[i] / 64] |= G_GUINT64_CONSTANT (1) << (records[i] % 64);
}

/**
 * sk_bits_and:
 *
 * Leaves in @bits what is in @others too.
 */
SK_WIDE void
sk_bits_and (guint64       *bits,
             const guint64 *others,
             gsize          n_words)
{
  for (gsize i = 0; i < n_words; i++)
    bits[i] &= others[i];
}

/**
 * sk_bits_and_not:
 *
 * Leaves in @bits what is not in @others.
 */
SK_WIDE void
sk_bits_and_not (guint64       *bits,
                 const guint64 *others,
                 gsize          n_words)
{
  for (gsize i = 0; i < n_words; i++)
    bits[i] &= ~others[i];
}

/**
 * sk_bits_or:
 *
 * Adds to @bits what is in @others.
 */
SK_WIDE void
sk_bits_or (guint64       *bits,
            const guint64 *others,
            gsize          n_words)
{
  for (gsize i = 0; i < n_words; i++)
    bits[i] |= others[i];
}

/* Spelt out, because the compiler makes one instruction of it where there is one, and a call
 * of a builtin's stand-in where there is none. */
static inline guint64
count_ones (guint64 word)
{
  word -= word >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  word = (word & G_GUINT64_CONSTANT (0x3333333333333333)) +
         (word >> 2 & G_GUINT64_CONSTANT (0x3333333333333333));
  word = (word + (word >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);

  return word * G_GUINT64_CONSTANT (0x0101010101010101) >> 56;
}

/**
 * sk_bits_count:
 *
 * Returns: how many records are in the set
 */
SK_WIDE guint
sk_bits_count (const guint64 *bits,
               gsize          n_words)
{
  guint64 count = 0;

  for (gsize i = 0; i < n_words; i++)
    count += count_ones (bits[i]);

  return (guint) count;
}

/**
 * sk_bits_count_below:
 * @record: a record
 *
 * Returns: how many records with a lower number are in the set
 */
guint
sk_bits_count_below (const guint64 *bits,
                     guint32        record)
{
  const guint64 below = (G_GUINT64_CONSTANT (1) << record % 64) - 1;

  return sk_bits_count (bits, record / 64) + (guint) count_ones (bits[record / 64] & below);
}

/**
 * sk_bits_count_both:
 *
 * Returns: how many records are in both sets
 */
SK_WIDE guint
sk_bits_count_both (const guint64 *bits,
                    const guint64 *others,
                    gsize          n_words)
{
  guint64 count = 0;

  for (gsize i = 0; i < n_words; i++)
    count += count_ones (bits[i] & others[i]);

  return (guint) count;
}

/**
 * sk_bits_count_listed:
 * @records: (array length=n_records): records, each once
 *
 * Returns: how many of the records are in the set
 */
guint
sk_bits_count_listed (const guint64 *bits,
                      const guint32 *records,
                      gsize          n_records)
{
  guint count = 0;

  for (gsize i = 0; i < n_records; i++)
    count += (guint) sk_bits_has (bits, records[i]);

  return count;
}

/**
 * sk_bits_list:
 * @records: (out caller-allocates) (array length=n_records): where to put the numbers
 * @n_records: how many to put there at most
 *
 * Lists the records of the set, the lowest first.
 *
 * Returns: how many were put there
 */
guint
sk_bits_list (const guint64 *bits,
              gsize          n_words,
              guint32       *records,
              guint          n_records)
{
  guint n_listed = 0;

  for (gsize i = 0; i < n_words; i++)
    for (guint64 rest = bits[i]; rest != 0; rest &= rest - 1)
      {
        if (n_listed == n_records)
          return n_listed;
        records[n_listed++] = (guint32) (i * 64) + (guint32) __builtin_ctzll (rest);
      }

  return n_listed;
}
