/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-bisect.h"
#include "sk-index-file.h"

G_BEGIN_DECLS

/* The beginnings that very many records have, of words or of their tails: each a range of the
 * sorted list, with the sets of its records put together beforehand, so that a letter costs
 * what a word does. */
typedef struct
{
  guint32 n_ranges;
  const guint32 *pairs;       /* of each the first and the one after the last; sorted */
  const guint64 *sets;
  gsize n_set_words;          /* of all sets of a range */
} SkRanges;

void           sk_ranges_init_prefixes (SkRanges        *self,
                                        SkIndexFile     *file);
void           sk_ranges_init_tails    (SkRanges        *self,
                                        SkIndexFile     *file);
const guint64 *sk_ranges_find          (const SkRanges  *self,
                                        guint32          first,
                                        guint32          end);

/* What a list is made of, to choose its ranges. */
typedef struct
{
  SkBisectFunc get_text;
  gconstpointer list;
  guint32 size;
  const guint64 *sums;        /* of each what it costs to read those before; the end */
  glong shortest;             /* in characters, what is ever looked for */
} SkRangeList;

GArray *sk_ranges_choose (const SkRangeList *list,
                          guint64            least,
                          gsize              most);

G_END_DECLS
