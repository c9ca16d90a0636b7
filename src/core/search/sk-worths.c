/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-worths.h"

#include "sk-wide.h"

/**
 * sk_worths_find:
 * @worths: (out caller-allocates): %SK_N_WORTH_BITS sets
 * @best: the codes (sk-postings.h) of the best word that the term stands for, in four sets
 * @exact: those of the word that is the same to its end; it is one of these words
 * @tails: what has the term as a tail
 * @n_words: of a set
 *
 * A record's best word is in the field of the code's upper two bits, at the level of the lower
 * two; where the exact word is in that same field, it is worth more than the others there.
 * So (4 + level) << shift sets the bits shift + 2, and shift + 1 and shift where the level
 * does.
 */
SK_WIDE void
sk_worths_find (guint64 * restrict       worths,
                const guint64 * restrict best,
                const guint64 * restrict exact,
                const guint64 * restrict tails,
                gsize                    n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      guint64 high = best[3 * n_words + i];
      guint64 low = best[2 * n_words + i];
      guint64 exact_high = exact[3 * n_words + i];
      guint64 exact_low = exact[2 * n_words + i];
      guint64 is_exact = (exact_high | exact_low) & ~((exact_high ^ high) | (exact_low ^ low));
      guint64 upper = (best[n_words + i] & ~is_exact) | (exact[n_words + i] & is_exact);
      guint64 lower = (best[i] & ~is_exact) | (exact[i] & is_exact);
      guint64 description = low & ~high & ~is_exact;
      guint64 description_exact = low & ~high & is_exact;
      guint64 keywords = high & ~low & ~is_exact;
      guint64 keywords_exact = high & ~low & is_exact;
      guint64 title = high & low & ~is_exact;
      guint64 title_exact = high & low & is_exact;

      worths[i] = (description & lower) | (tails[i] & ~(high | low));
      worths[n_words + i] = (description & upper) | (description_exact & lower);
      worths[2 * n_words + i] = description | (description_exact & upper) | (keywords & lower);
      worths[3 * n_words + i] =
        description_exact | (keywords & upper) | (keywords_exact & lower);
      worths[4 * n_words + i] = keywords | (keywords_exact & upper) | (title & lower);
      worths[5 * n_words + i] = keywords_exact | (title & upper) | (title_exact & lower);
      worths[6 * n_words + i] = title | (title_exact & upper);
      worths[7 * n_words + i] = title_exact;
    }
}

/**
 * sk_worths_listed:
 * @bits: (out caller-allocates): what matches the term at all
 * @best: the codes of the best word, in four sets
 * @tails: what has the term as a tail
 * @n_words: of a set
 *
 * Finds the records that are worth anything.
 */
SK_WIDE void
sk_worths_listed (guint64 * restrict       bits,
                  const guint64 * restrict best,
                  const guint64 * restrict tails,
                  gsize                    n_words)
{
  for (gsize i = 0; i < n_words; i++)
    bits[i] = best[3 * n_words + i] | best[2 * n_words + i] | tails[i];
}
