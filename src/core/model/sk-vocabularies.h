/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-facet.h"
#include "sk-vocabulary.h"

G_BEGIN_DECLS

/* The four schemes that Sidekick ships: themes, formats, audiences, settings. */
#define SK_TYPE_VOCABULARIES (sk_vocabularies_get_type ())
G_DECLARE_FINAL_TYPE (SkVocabularies, sk_vocabularies, SK, VOCABULARIES, GObject)

SkVocabularies *sk_vocabularies_new        (GError         **error);
SkVocabulary   *sk_vocabularies_get        (SkVocabularies  *self,
                                            SkFacet          facet);
const char     *sk_vocabularies_get_sha256 (SkVocabularies  *self);

G_END_DECLS
