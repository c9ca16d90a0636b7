/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"
#include "search/sk-scan.h"

G_BEGIN_DECLS

/* The same records, to be searched in both ways. */
typedef struct
{
  SkIndex *index;
  SkScan *scan;
} FixturePair;

SkLangString *fixture_text          (const char       *language,
                                     const char       *text);
GPtrArray    *fixture_concepts      (const char       *uri_or_label,
                                     ...) G_GNUC_NULL_TERMINATED;
void          fixture_add           (GPtrArray        *resources,
                                     const char       *id,
                                     SkResourceFields *fields);
SkIndex      *fixture_index         (GPtrArray        *resources);
char         *fixture_list_ids      (SkIndex          *index,
                                     SkResults        *results);
char         *fixture_list_facet    (SkResults        *results,
                                     SkFacet           facet);
SkResults    *fixture_choose        (SkIndex          *index,
                                     SkFacet           facet,
                                     const char       *value);
void          fixture_check_same    (SkResults        *results,
                                     SkResults        *expected);

void          fixture_pair_init     (FixturePair      *self,
                                     GPtrArray        *resources);
void          fixture_pair_clear    (FixturePair      *self);
SkResults    *fixture_pair_search   (FixturePair      *self,
                                     SkQuery          *query);
void          fixture_pair_check    (FixturePair      *self,
                                     SkQuery          *query);
char         *fixture_pair_find     (FixturePair      *self,
                                     const char       *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FixturePair, fixture_pair_clear)

G_END_DECLS
