/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SK_TEXT_QUERY_MAX_TERMS 32

/* One of the things that a text asks for; a record has to match them all. Several words have
 * to stand next to each other. A phrase of a single word is that word, taken at its word: with
 * no tails and no repair. */
typedef struct
{
  GStrv words;                /* folded, at least one */
  guint n_words;
  gboolean is_phrase;         /* between quotation marks */
  gboolean goes_on;           /* the last word may be the beginning of one */
} SkTextTerm;

void       sk_text_term_free     (SkTextTerm       *self);
void       sk_text_term_set_word (SkTextTerm       *self,
                                  const char       *word);
gboolean   sk_text_term_is_loose (const SkTextTerm *self);

GPtrArray *sk_text_query_parse   (const char       *text);
char      *sk_text_query_write   (GPtrArray        *terms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkTextTerm, sk_text_term_free)

G_END_DECLS
