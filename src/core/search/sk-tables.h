/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/sk-query.h"
#include "sk-facet-sets.h"
#include "sk-hits.h"
#include "sk-postings.h"
#include "sk-prefixes.h"

G_BEGIN_DECLS

/* What an index knows of its records, the other way round: which records have a word, which
 * have a value, which one is next. Filled once, then shared unchanged. */
typedef struct
{
  guint n_records;
  SkPostings *postings;
  SkPrefixes *prefixes;
  SkFacetColumn *columns[SK_N_FACETS];
  SkFacetSets *sets[SK_N_FACETS];
  guint32 *by_minutes;        /* all records, the shortest first, the unstated last */
  guint32 *by_title;          /* all records, in the order of their titles */
} SkTables;

void    sk_tables_init   (SkTables       *self,
                          GPtrArray      *resources,
                          SkVocabularies *vocabularies);
void    sk_tables_clear  (SkTables       *self);
SkHits *sk_tables_search (const SkTables *self,
                          SkQuery        *query,
                          GCancellable   *cancellable,
                          GArray         *facets[SK_N_FACETS]);

G_END_DECLS
