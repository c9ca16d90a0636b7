/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-facet-choice.h"

G_BEGIN_DECLS

/* The records of every value of a facet: a set of bits where many have it, a list where few
 * do. Immutable. */
typedef struct _SkFacetSets SkFacetSets;

SkFacetSets *sk_facet_sets_new   (const SkFacetColumn *column,
                                  guint                n_records);
void         sk_facet_sets_free  (SkFacetSets         *self);
guint64     *sk_facet_sets_join  (SkFacetSets         *self,
                                  const SkFacetChoice *choice);
void         sk_facet_sets_count (SkFacetSets         *self,
                                  SkFacetChoice       *choice,
                                  const guint64       *bits,
                                  guint                n_bits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkFacetSets, sk_facet_sets_free)

G_END_DECLS
