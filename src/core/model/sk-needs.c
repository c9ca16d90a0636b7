/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-needs.h"

/**
 * sk_needs_to_bits:
 * @needs: (nullable) (array zero-terminated=1): some of [var@needs]; others do not count
 *
 * Returns: a bit for each of them, the lowest for the first one
 */
guint
sk_needs_to_bits (const char * const *needs)
{
  guint bits = 0;

  for (guint i = 0; needs != NULL && i < SK_N_NEEDS; i++)
    if (g_strv_contains (needs, sk_needs[i]))
      bits |= 1u << i;

  return bits;
}
