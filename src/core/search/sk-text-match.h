/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sk-planes.h"
#include "sk-postings.h"
#include "sk-prefixes.h"

G_BEGIN_DECLS

/* The records that have all words of a query, and how well they match. */
typedef struct
{
  guint64 *bits;
  SkPlanes *scores;           /* NULL where they were not asked for */
} SkTextMatch;

void sk_text_match_init  (SkTextMatch  *self,
                          SkPostings   *postings,
                          SkPrefixes   *prefixes,
                          GArray       *ranges,
                          gboolean      with_scores,
                          GCancellable *cancellable);
void sk_text_match_clear (SkTextMatch  *self);

G_END_DECLS
