/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word of a text as it is shown, and what the search takes it for. */
typedef struct
{
  const char *start;          /* in the text */
  const char *end;
  char *folded;
} SkTextWord;

GArray *sk_text_words_new (const char *text);

G_END_DECLS
