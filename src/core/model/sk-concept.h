/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-lang-string.h"

G_BEGIN_DECLS

/* A SKOS concept as a record or a vocabulary names it: a URI, labels, or both. Immutable. */
typedef struct _SkConcept SkConcept;

#define SK_TYPE_CONCEPT (sk_concept_get_type ())

GType         sk_concept_get_type   (void);
SkConcept    *sk_concept_new        (const char   *id,
                                     const char   *notation,
                                     const char   *family,
                                     SkLangString *label);
SkConcept    *sk_concept_ref        (SkConcept *self);
void          sk_concept_unref      (SkConcept *self);
const char   *sk_concept_get_id     (const SkConcept *self);
const char   *sk_concept_get_key    (const SkConcept *self);
const char   *sk_concept_get_notation (const SkConcept *self);
const char   *sk_concept_get_family (const SkConcept *self);
SkLangString *sk_concept_get_label  (const SkConcept *self);
const char   *sk_concept_pick_label (const SkConcept    *self,
                                     const char * const *preferred);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkConcept, sk_concept_unref)

G_END_DECLS
