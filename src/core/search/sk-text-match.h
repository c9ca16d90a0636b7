/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sk-planes.h"
#include "sk-text-index.h"

G_BEGIN_DECLS

/* What a text is asked of. */
typedef struct
{
  const char *text;
  gboolean strict;            /* no tails, no repair */
  gboolean with_scores;       /* whether the order is by how well records match */
} SkTextQuestion;

/* The records that match all terms of a text, and how well they do. */
typedef struct
{
  guint64 *bits;
  SkPlanes *scores;           /* NULL where they were not asked for, or there are no terms */
  char *repaired;             /* the text that was searched for instead; NULL for the text itself */
} SkTextMatch;

void sk_text_match_init  (SkTextMatch           *self,
                          const SkTextIndex     *index,
                          const SkTextQuestion  *question,
                          GCancellable          *cancellable);
void sk_text_match_clear (SkTextMatch           *self);

G_END_DECLS
