/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-facet-choice.h"
#include "sk-index-file.h"
#include "sk-planes.h"

G_BEGIN_DECLS

/* Low and high of ages, then of lengths. */
#define SK_N_SPAN_PLANES 4

/* A value that fewer than one in so many records have is listed: counting through a list then
 * is quicker than through a set. */
#define SK_FACET_SETS_FEW 128

/* The records of every value of all facets, in an index file: a set of bits where many have
 * it, a list where few do; and of every record its values. A value's place is its number among
 * those of all facets, one facet after the other. */
typedef struct
{
  guint32 n_records;
  gsize n_set_words;
  guint32 n_places;
  guint32 n_values[SK_N_FACETS];
  guint32 firsts[SK_N_FACETS]; /* the place of each facet's first value */

  const guint32 *totals;      /* of each place */
  const guint64 *starts;      /* of each place: where its set or its list begins */
  const guint64 *sets;
  const guint32 *lists;
  const guint32 *listed;      /* places, of one record after the other */
  const guint32 *listed_starts;
  gsize n_listed;
  SkPlanes *spans[SK_N_SPAN_PLANES];
} SkFacetSets;

gboolean sk_facet_sets_init  (SkFacetSets    *self,
                              SkIndexFile    *file);
void     sk_facet_sets_clear (SkFacetSets    *self);
guint64 *sk_facet_sets_join  (const SkFacetSets   *self,
                              const SkFacetChoice *choice);
void     sk_facet_sets_count (const SkFacetSets   *self,
                              SkFacetChoice       *choices,
                              const gboolean      *wanted,
                              const guint64       *bits,
                              guint                n_bits);

static inline gboolean
sk_facet_sets_is_few (guint32 total,
                      guint32 n_records)
{
  return total < n_records / SK_FACET_SETS_FEW;
}

G_END_DECLS
