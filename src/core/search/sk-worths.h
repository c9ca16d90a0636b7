/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a term is worth in every record (sk-text-worth.h), 64 records at a time: one set for
 * each bit of the worth, the lowest first, one after the other. */
#define SK_N_WORTH_BITS 8

void sk_worths_find   (guint64       *worths,
                       const guint64 *best,
                       const guint64 *exact,
                       const guint64 *tails,
                       gsize          n_words);
void sk_worths_listed (guint64       *bits,
                       const guint64 *best,
                       const guint64 *tails,
                       gsize          n_words);

G_END_DECLS
