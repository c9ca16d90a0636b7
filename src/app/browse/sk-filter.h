/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-query.h"

G_BEGIN_DECLS

typedef enum
{
  SK_FILTER_AMONG,
  SK_FILTER_VALUE,
  SK_FILTER_LACKING,
} SkFilterKind;

/* One thing that narrows the catalogue, as it is shown and taken away. */
typedef struct
{
  SkFilterKind kind;
  SkFacet facet;              /* of a value */
  char *value;                /* the value, the need that is lacking, or what it is asked among */
} SkFilter;

GPtrArray *sk_filter_list       (SkQuery        *query);
SkFilter  *sk_filter_copy       (const SkFilter *self);
void       sk_filter_free       (SkFilter       *self);
gboolean   sk_filter_is_like    (const SkFilter *self,
                                 const SkFilter *other);
SkQuery   *sk_filter_leave      (const SkFilter *self,
                                 SkQuery        *query);
SkQuery   *sk_filter_leave_like (const SkFilter *self,
                                 SkQuery        *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkFilter, sk_filter_free)

G_END_DECLS
