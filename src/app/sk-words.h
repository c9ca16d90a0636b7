/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-age-range.h"
#include "model/sk-concept.h"
#include "model/sk-facet.h"

G_BEGIN_DECLS

/* What the model knows, in words for people and in their language. */

char *sk_words_ages          (SkAgeRange          ages);
char *sk_words_ages_aloud    (SkAgeRange          ages);
char *sk_words_minutes       (guint               minutes);
char *sk_words_minutes_aloud (guint               minutes);
char *sk_words_group         (guint               min,
                              guint               max);
char *sk_words_language      (const char         *tag);
char *sk_words_need          (const char         *need);
char *sk_words_licence       (const char         *uri);
char *sk_words_licence_terms (const char         *uri);
char *sk_words_media_type    (const char         *media_type);
char *sk_words_facet         (SkFacet             facet);
char *sk_words_value         (SkFacet             facet,
                              const char         *value,
                              SkConcept          *concept);
char *sk_words_icon          (SkFacet             facet,
                              SkConcept          *concept);
char *sk_words_time          (gint64              seconds);
char *sk_words_date          (const char         *iso);
char *sk_words_join          (const char * const *words);

const char *sk_words_get_locale (void);

G_END_DECLS
