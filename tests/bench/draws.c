/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draws.h"

#include <math.h>

guint64
draws_next (Draws *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

guint
draws_below (Draws *self,
             guint  n)
{
  return (guint) (draws_next (self) % n);
}

gboolean
draws_chance (Draws *self,
              guint  percent)
{
  return draws_below (self, 100) < percent;
}

/**
 * draws_rank:
 *
 * The nth commonest of n comes up about as often as 1 / nth (Zipf's law).
 *
 * Returns: a place among n, from 0
 */
guint
draws_rank (Draws *self,
            guint  n)
{
  double even = (double) (draws_next (self) >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53);

  return MIN ((guint) pow (n + 1, even) - 1, n - 1);
}
