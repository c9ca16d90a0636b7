/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-facet-choice.h"
#include "sk-facet-column.h"

G_BEGIN_DECLS

/* A look at a facet of one record after the other. */
gboolean sk_facet_scan_passes (SkFacetChoice       *choice,
                               const SkFacetColumn *column,
                               guint32              record);
void     sk_facet_scan_count  (SkFacetChoice       *choice,
                               const SkFacetColumn *column,
                               guint32              record);

G_END_DECLS
