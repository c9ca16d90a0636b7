/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets of records: a bit each, by number, in words of 64. The bits beyond the last record
 * are clear. */

guint64 *sk_bits_new          (gsize          n_words);
void     sk_bits_fill         (guint64       *bits,
                               guint          n_records);
void     sk_bits_add          (guint64       *bits,
                               const guint32 *records,
                               gsize          n_records);
void     sk_bits_and          (guint64       *bits,
                               const guint64 *others,
                               gsize          n_words);
void     sk_bits_and_not      (guint64       *bits,
                               const guint64 *others,
                               gsize          n_words);
void     sk_bits_or           (guint64       *bits,
                               const guint64 *others,
                               gsize          n_words);
guint    sk_bits_count        (const guint64 *bits,
                               gsize          n_words);
guint    sk_bits_count_below  (const guint64 *bits,
                               guint32        record);
guint    sk_bits_count_both   (const guint64 *bits,
                               const guint64 *others,
                               gsize          n_words);
guint    sk_bits_count_listed (const guint64 *bits,
                               const guint32 *records,
                               gsize          n_records);
guint    sk_bits_list         (const guint64 *bits,
                               gsize          n_words,
                               guint32       *records,
                               guint          n_records);

/* At least one, so that a set of none is something too. */
static inline gsize
sk_bits_n_words (guint n_records)
{
  return (gsize) n_records / 64 + 1;
}

static inline gboolean
sk_bits_has (const guint64 *bits,
             guint32        record)
{
  return bits[record / 64] >> (record % 64) & 1;
}

G_END_DECLS
