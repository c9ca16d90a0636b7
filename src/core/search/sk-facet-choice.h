/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-facet-domain.h"

G_BEGIN_DECLS

/* What one query wants of a facet, and the counts that it is told: the facet's values, then
 * those that were chosen though they are not listed. */
typedef struct
{
  const SkFacetDomain *values;
  GArray *counts;             /* SkFacetCount */
  GArray *spans;              /* SkSpan of each value, where the facet measures */
  gboolean *chosen;           /* of each value; NULL where none is */
} SkFacetChoice;

void    sk_facet_choice_init   (SkFacetChoice       *self,
                                const SkFacetDomain *values,
                                const char * const  *chosen);
void    sk_facet_choice_clear  (SkFacetChoice       *self);
GArray *sk_facet_choice_finish (SkFacetChoice       *self);

G_END_DECLS
