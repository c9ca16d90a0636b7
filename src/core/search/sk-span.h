/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* What a record or a value measures, both ends included: years plus one for ages, minutes
 * for lengths, and 0 for what a publisher does not state. A record has the values that its
 * span overlaps. */
typedef struct
{
  guint32 low;
  guint32 high;
} SkSpan;

gboolean sk_facet_measures    (SkFacet     facet);
gboolean sk_span_overlaps     (SkSpan      a,
                               SkSpan      b);
SkSpan   sk_span_of_value     (SkFacet     facet,
                               const char *value);
SkSpan   sk_span_of_resource  (SkFacet     facet,
                               SkResource *resource);

G_END_DECLS
