/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SK_WORDS_KEPT,
  SK_WORDS_REMOVED,
  SK_WORDS_ADDED,
} SkWordChange;

/* A stretch of text that two versions have both, or only one of them. */
typedef struct
{
  SkWordChange change;
  char *text;
} SkWordSpan;

void       sk_word_span_free (SkWordSpan *self);
GPtrArray *sk_word_diff      (const char *before,
                              const char *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkWordSpan, sk_word_span_free)

G_END_DECLS
