/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-lexicon.h"

G_BEGIN_DECLS

/* The tails of long words, sorted, so that "pesten" finds "cyberpesten": each the place of its
 * word and where in it the tail begins. */
typedef struct
{
  const SkLexicon *lexicon;
  guint32 n_tails;
  const guint32 *words;
  const guint8 *offsets;
} SkTails;

void        sk_tails_init     (SkTails          *self,
                               SkIndexFile      *file,
                               const SkLexicon  *lexicon);
const char *sk_tails_get_nth  (const SkTails    *self,
                               guint32           nth);
void        sk_tails_look_up  (const SkTails    *self,
                               const char       *word,
                               gboolean          goes_on,
                               guint32          *first,
                               guint32          *end);

/* Words that more records have are not told apart when there is no room for all tails. */
#define SK_TAILS_N_FREQUENCIES 256

/* Which words have tails, and where these begin. */
guint       sk_tails_list     (const char       *word,
                               guint8            offsets[]);
guint32     sk_tails_least    (const guint64     n_tails[SK_TAILS_N_FREQUENCIES],
                               guint32           n_records);

/* Whether the tails are kept of a word that so many records have. */
static inline gboolean
sk_tails_are_kept (guint32 frequency,
                   guint32 least)
{
  return MIN (frequency, SK_TAILS_N_FREQUENCIES - 1) >= least;
}

G_END_DECLS
