/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-facet-domain.h"

G_BEGIN_DECLS

/* The values of facets that a draft has met, numbered in the order in which it met them, all
 * facets together. */
typedef struct _SkValueList SkValueList;

SkValueList   *sk_value_list_new         (SkVocabularies *vocabularies);
void           sk_value_list_free        (SkValueList    *self);
guint32        sk_value_list_number      (SkValueList    *self,
                                          SkFacet         facet,
                                          const char     *value,
                                          SkConcept      *concept);
void           sk_value_list_sort        (SkValueList    *self);
SkFacetDomain *sk_value_list_get_sorted  (SkValueList    *self,
                                          SkFacet         facet);
GVariant      *sk_value_list_dup_unknown (SkValueList    *self);
const guint32 *sk_value_list_get_places  (SkValueList    *self,
                                          guint          *n_places);

/* What an index file has of them. */
#define SK_VALUE_LIST_TYPE (G_VARIANT_TYPE ("aa(sm(msmsmsa(ss)))"))

gboolean sk_value_list_read_unknown (SkFacetDomain *values,
                                     GVariant      *unknown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkValueList, sk_value_list_free)

G_END_DECLS
