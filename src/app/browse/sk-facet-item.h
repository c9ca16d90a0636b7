/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/sk-concept.h"
#include "model/sk-facet.h"

G_BEGIN_DECLS

/* A value of a facet as one chooses it.
 *
 * Properties:
 *   count  guint, how many tools it would show
 *   chosen gboolean
 */
#define SK_TYPE_FACET_ITEM (sk_facet_item_get_type ())
G_DECLARE_FINAL_TYPE (SkFacetItem, sk_facet_item, SK, FACET_ITEM, GObject)

SkFacetItem *sk_facet_item_new           (SkFacet      facet,
                                          const char  *value,
                                          SkConcept   *concept);
SkFacet      sk_facet_item_get_facet     (SkFacetItem *self);
const char  *sk_facet_item_get_value     (SkFacetItem *self);
const char  *sk_facet_item_get_label     (SkFacetItem *self);
const char  *sk_facet_item_get_icon_name (SkFacetItem *self);
const char  *sk_facet_item_get_family    (SkFacetItem *self);
gboolean     sk_facet_item_is_none       (SkFacetItem *self);
gboolean     sk_facet_item_matches       (SkFacetItem *self,
                                          const char  *words);
guint        sk_facet_item_get_count     (SkFacetItem *self);
void         sk_facet_item_set_count     (SkFacetItem *self,
                                          guint        count);
gboolean     sk_facet_item_get_chosen    (SkFacetItem *self);
void         sk_facet_item_set_chosen    (SkFacetItem *self,
                                          gboolean     chosen);

G_END_DECLS
