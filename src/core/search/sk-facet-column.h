/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-facet-domain.h"

G_BEGIN_DECLS

/* What every record has of one facet. Filled once, then shared unchanged. */
typedef struct
{
  SkFacetDomain *values;

  /* Where the facet measures. */
  GArray *record_spans;       /* SkSpan of each record */

  /* Where the facet names. */
  GArray *listed;             /* guint32: places in values, of one record after the other */
  GArray *starts;             /* guint32: where each record's begin, and the end */
} SkFacetColumn;

SkFacetColumn *sk_facet_column_new        (SkFacet              facet,
                                           GPtrArray           *resources,
                                           SkVocabularies      *vocabularies);
void           sk_facet_column_free       (SkFacetColumn       *self);
const guint32 *sk_facet_column_get_listed (const SkFacetColumn *self,
                                           guint32              record,
                                           guint               *n_listed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkFacetColumn, sk_facet_column_free)

G_END_DECLS
