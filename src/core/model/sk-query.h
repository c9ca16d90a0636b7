/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "sk-facet.h"

G_BEGIN_DECLS

typedef enum
{
  SK_ORDER_DEFAULT,
  SK_ORDER_NEWEST,
  SK_ORDER_SHORTEST,
  SK_ORDER_TITLE,
} SkOrder;

#define SK_TYPE_QUERY (sk_query_get_type ())
G_DECLARE_FINAL_TYPE (SkQuery, sk_query, SK, QUERY, GObject)

SkQuery            *sk_query_new             (void);
SkQuery            *sk_query_with_text       (SkQuery            *self,
                                              const char         *text);
SkQuery            *sk_query_with_value      (SkQuery            *self,
                                              SkFacet             facet,
                                              const char         *value);
SkQuery            *sk_query_without_value   (SkQuery            *self,
                                              SkFacet             facet,
                                              const char         *value);
SkQuery            *sk_query_without_facet   (SkQuery            *self,
                                              SkFacet             facet);
SkQuery            *sk_query_without_filters (SkQuery            *self);
SkQuery            *sk_query_with_lacking    (SkQuery            *self,
                                              const char         *need);
SkQuery            *sk_query_with_among      (SkQuery            *self,
                                              const char         *name,
                                              const char * const *ids);
SkQuery            *sk_query_with_order      (SkQuery            *self,
                                              SkOrder             order);
SkQuery            *sk_query_with_strict     (SkQuery            *self,
                                              gboolean            strict);
const char         *sk_query_get_text        (SkQuery            *self);
SkOrder             sk_query_get_order       (SkQuery            *self);
gboolean            sk_query_get_strict      (SkQuery            *self);
const char * const *sk_query_get_values      (SkQuery            *self,
                                              SkFacet             facet);
gboolean            sk_query_has_values      (SkQuery            *self,
                                              SkFacet             facet);
gboolean            sk_query_has_value       (SkQuery            *self,
                                              SkFacet             facet,
                                              const char         *value);
const char         *sk_query_get_lacking     (SkQuery            *self);
const char         *sk_query_get_among_name  (SkQuery            *self);
const char * const *sk_query_get_among_ids   (SkQuery            *self);
guint               sk_query_count_values    (SkQuery            *self);
gboolean            sk_query_equal           (SkQuery            *a,
                                              SkQuery            *b);

G_END_DECLS
