/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/sk-concept.h"
#include "model/sk-facet.h"

G_BEGIN_DECLS

/* How many records have a value, the facet's own choice left out. */
typedef struct
{
  const char *value;          /* what SkQuery takes */
  SkConcept *concept;         /* NULL for facets that are not concepts */
  guint count;
} SkFacetCount;

/* The answer to one query: all that is on screen. Immutable. */
#define SK_TYPE_RESULTS (sk_results_get_type ())
G_DECLARE_FINAL_TYPE (SkResults, sk_results, SK, RESULTS, GObject)

guint               sk_results_get_count       (SkResults  *self);
guint               sk_results_get_n_ordered   (SkResults  *self);
guint32             sk_results_get_record      (SkResults  *self,
                                                guint       nth);
const char         *sk_results_get_repaired    (SkResults  *self);
gboolean            sk_results_find            (SkResults  *self,
                                                guint32     record,
                                                guint      *nth);
const SkFacetCount *sk_results_get_facet       (SkResults  *self,
                                                SkFacet     facet,
                                                guint      *n_values);
guint               sk_results_get_value_count (SkResults  *self,
                                                SkFacet     facet,
                                                const char *value);

G_END_DECLS
