/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-facet-item.h"
#include "sk-search.h"

G_BEGIN_DECLS

/* The values of a facet in a fixed order, "not stated" the last: a list of SkFacetItem that
 * follows a search. It changes only when the catalogue has other values.
 *
 * Signals:
 *   updated  after the counts or the choice have changed
 */
#define SK_TYPE_FACET_MODEL (sk_facet_model_get_type ())
G_DECLARE_FINAL_TYPE (SkFacetModel, sk_facet_model, SK, FACET_MODEL, GObject)

SkFacetModel *sk_facet_model_new        (SkSearch     *search,
                                         SkFacet       facet);
SkFacet       sk_facet_model_get_facet  (SkFacetModel *self);
guint         sk_facet_model_get_size   (SkFacetModel *self);
SkFacetItem  *sk_facet_model_get_nth    (SkFacetModel *self,
                                         guint         nth);
char         *sk_facet_model_dup_choice (SkFacetModel *self);
void          sk_facet_model_toggle     (SkFacetModel *self,
                                         SkFacetItem  *item);
void          sk_facet_model_choose     (SkFacetModel *self,
                                         const char   *value);

G_END_DECLS
