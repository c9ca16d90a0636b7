/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-index-file.h"

G_BEGIN_DECLS

/* The words of all records, each once, sorted by their bytes, so that those with the same
 * beginning are neighbours. */
typedef struct
{
  guint32 size;
  const guint32 *starts;
  const char *bytes;          /* the words, each with its end */
  gsize n_bytes;
} SkLexicon;

/* The words that a word of a query stands for. */
typedef struct
{
  guint32 first;
  guint32 end;
  gboolean first_is_exact;
} SkWordRange;

void        sk_lexicon_init    (SkLexicon        *self,
                                SkIndexFile      *file);
const char *sk_lexicon_get_nth (const SkLexicon  *self,
                                guint32           nth);
SkWordRange sk_lexicon_look_up (const SkLexicon  *self,
                                const char       *word,
                                gboolean          goes_on);
guint32     sk_lexicon_bisect  (const SkLexicon  *self,
                                const char       *prefix,
                                gsize             length,
                                gboolean          past,
                                guint32           low,
                                guint32           high);

G_END_DECLS
