/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"
#include "search/sk-scan.h"

G_BEGIN_DECLS

SkLangString *fixture_text          (const char       *language,
                                     const char       *text);
GPtrArray    *fixture_concepts      (const char       *uri_or_label,
                                     ...) G_GNUC_NULL_TERMINATED;
void          fixture_add           (GPtrArray        *resources,
                                     const char       *id,
                                     SkResourceFields *fields);
SkIndex      *fixture_index         (GPtrArray        *resources);
SkScan       *fixture_scan          (GPtrArray        *resources);
char         *fixture_list_ids      (SkIndex          *index,
                                     SkResults        *results);
char         *fixture_find          (SkIndex          *index,
                                     const char       *text);
char         *fixture_list_facet    (SkResults        *results,
                                     SkFacet           facet);
SkResults    *fixture_choose        (SkIndex          *index,
                                     SkFacet           facet,
                                     const char       *value);

G_END_DECLS
