/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* What a tool's page says of it, each fact in words; NULL for what is not stated. */

char *sk_fact_words_ages      (SkResource *resource);
char *sk_fact_words_length    (SkResource *resource);
char *sk_fact_words_languages (SkResource *resource);
char *sk_fact_words_concepts  (SkResource *resource,
                               SkFacet     facet);
char *sk_fact_words_needs     (SkResource *resource);
char *sk_fact_words_cost      (SkResource *resource);
char *sk_fact_words_seen      (SkResource *resource);

G_END_DECLS
