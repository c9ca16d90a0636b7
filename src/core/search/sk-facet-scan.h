/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-facet-column.h"

G_BEGIN_DECLS

/* One query's look at a facet: which values it wants and how many records have each. */
typedef struct _SkFacetScan SkFacetScan;

SkFacetScan *sk_facet_scan_new    (const SkFacetColumn *column,
                                   const char * const  *chosen);
void         sk_facet_scan_free   (SkFacetScan         *self);
gboolean     sk_facet_scan_passes (SkFacetScan         *self,
                                   guint32              record);
void         sk_facet_scan_count  (SkFacetScan         *self,
                                   guint32              record);
GArray      *sk_facet_scan_finish (SkFacetScan         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkFacetScan, sk_facet_scan_free)

G_END_DECLS
