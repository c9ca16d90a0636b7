/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"
#include "model/sk-vocabularies.h"
#include "sk-results.h"
#include "sk-span.h"

G_BEGIN_DECLS

/* The values of one facet, in display order. Filled once, then shared unchanged. */
typedef struct
{
  SkFacet facet;
  GArray *counts;             /* SkFacetCount, with a count of 0 */
  GArray *spans;              /* SkSpan of each, where the facet measures */
  GStringChunk *names;        /* owns the values */
  GPtrArray *concepts;        /* SkConcept, those of the values */
} SkFacetDomain;

/* A value of a record, with the concept where it is one. */
typedef void (*SkFacetDomainFunc) (const char *value,
                                  SkConcept  *concept,
                                  gpointer    user_data);

SkFacetDomain *sk_facet_domain_new      (SkFacet           facet,
                                         SkVocabularies   *vocabularies);
void           sk_facet_domain_free     (SkFacetDomain    *self);
void           sk_facet_domain_add      (SkFacetDomain    *self,
                                         const char       *value,
                                         SkConcept        *concept);
char          *sk_facet_domain_sort_key (const char       *value,
                                         SkConcept        *concept);
void           sk_facet_domain_foreach  (SkResource       *resource,
                                         SkFacet           facet,
                                         SkFacetDomainFunc  func,
                                         gpointer          user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkFacetDomain, sk_facet_domain_free)

G_END_DECLS
