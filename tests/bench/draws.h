/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is left to chance (SplitMix64, so that a seed means the same everywhere). */
typedef struct
{
  guint64 state;
} Draws;

guint64  draws_next   (Draws *self);
guint    draws_below  (Draws *self,
                       guint  n);
gboolean draws_chance (Draws *self,
                       guint  percent);
guint    draws_rank   (Draws *self,
                       guint  n);

G_END_DECLS
