/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-digest.h"
#include "sk-index.h"

G_BEGIN_DECLS

/* What an index knows of its records without reading them. Values of facets, those that measure
 * aside, have numbers of the index's own. */

guint               sk_index_get_n_values (SkIndex   *self);
const SkFacetCount *sk_index_read_value   (SkIndex   *self,
                                           guint      number,
                                           SkFacet   *facet);
gboolean            sk_index_read_facts   (SkIndex   *self,
                                           guint32    record,
                                           SkDigest  *facts);

G_END_DECLS
