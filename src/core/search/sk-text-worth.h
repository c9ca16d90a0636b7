/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In how many characters a term is long enough to be the tail of a longer word, or a slip of
 * the keyboard; how long such a word is, and what it needs to have before the tail. */
#define SK_TEXT_LOOSE_MIN 4
#define SK_TEXT_HEAD_MIN 3
#define SK_TEXT_TAILED_MIN 7
#define SK_TEXT_TAILED_MAX 32

/* What a record is worth that has a term as a tail only: less than any other. */
#define SK_TEXT_TAIL_WORTH 1

/* A field that is worth more is greater. Publishers' names are keywords too. */
typedef enum
{
  SK_TEXT_FIELD_DESCRIPTION,
  SK_TEXT_FIELD_KEYWORDS,
  SK_TEXT_FIELD_TITLE,
  SK_TEXT_N_FIELDS,
} SkTextField;

guint sk_text_level (guint   n_times,
                     guint   length,
                     guint64 total,
                     guint   n_records);
guint sk_text_shift (guint   n_matches,
                     guint   n_records);

/**
 * sk_text_worth:
 * @field: the best field that the word stands in
 * @level: how much of that field it is, from [func@text_level]
 * @is_exact: whether it is the term's word to its end
 *
 * Returns: what a word is worth; any field, and in it any exact word, is worth more than the
 *   next, whatever the levels
 */
static inline guint
sk_text_worth (SkTextField field,
               guint       level,
               gboolean    is_exact)
{
  return (4 + level) << (2 * (guint) field + (is_exact ? 1 : 0));
}

G_END_DECLS
