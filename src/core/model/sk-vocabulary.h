/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sk-concept.h"

G_BEGIN_DECLS

/* One SKOS concept scheme, in its display order. Immutable, safe to share between threads. */
#define SK_TYPE_VOCABULARY (sk_vocabulary_get_type ())
G_DECLARE_FINAL_TYPE (SkVocabulary, sk_vocabulary, SK, VOCABULARY, GObject)

SkVocabulary *sk_vocabulary_new_from_bytes (GBytes       *bytes,
                                            GError      **error);
const char   *sk_vocabulary_get_id         (SkVocabulary *self);
guint         sk_vocabulary_get_size       (SkVocabulary *self);
SkConcept    *sk_vocabulary_get_nth        (SkVocabulary *self,
                                            guint         nth);
SkConcept    *sk_vocabulary_find           (SkVocabulary *self,
                                            const char   *uri_or_notation);
SkConcept    *sk_vocabulary_find_label     (SkVocabulary *self,
                                            const char   *label);

G_END_DECLS
