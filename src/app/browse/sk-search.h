/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-query.h"
#include "search/sk-index.h"
#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* What is asked of the catalogue now, and the answer. It never waits for the answer: that
 * comes from a worker, and only the answer to the newest question is heard.
 *
 * Properties:
 *   catalogue SkCatalogue, set once
 *   query     SkQuery, never NULL
 *   results   SkResults, NULL until the first answer; then the newest there is
 */
#define SK_TYPE_SEARCH (sk_search_get_type ())
G_DECLARE_FINAL_TYPE (SkSearch, sk_search, SK, SEARCH, GObject)

SkSearch    *sk_search_new           (SkCatalogue *catalogue);
SkCatalogue *sk_search_get_catalogue (SkSearch    *self);
SkQuery     *sk_search_get_query     (SkSearch    *self);
void         sk_search_set_query     (SkSearch    *self,
                                      SkQuery     *query);
void         sk_search_set_text      (SkSearch    *self,
                                      const char  *text);
void         sk_search_toggle_value  (SkSearch    *self,
                                      SkFacet      facet,
                                      const char  *value);
void         sk_search_choose_value  (SkSearch    *self,
                                      SkFacet      facet,
                                      const char  *value);
void         sk_search_clear_filters (SkSearch    *self);
gboolean     sk_search_drop_filter   (SkSearch    *self);
guint        sk_search_get_n_ahead   (SkSearch    *self);
void         sk_search_set_n_ahead   (SkSearch    *self,
                                      guint        n_ahead);
SkResults   *sk_search_get_results   (SkSearch    *self);
SkIndex     *sk_search_get_index     (SkSearch    *self);
SkQuery     *sk_search_get_answered  (SkSearch    *self);
char        *sk_search_dup_words     (SkSearch    *self);
SkConcept   *sk_search_find_concept  (SkSearch    *self,
                                      SkFacet      facet,
                                      const char  *value);

G_END_DECLS
