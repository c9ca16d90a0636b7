/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-search.h"

G_BEGIN_DECLS

char *sk_filter_words      (SkSearch   *search,
                            SkFacet     facet,
                            const char *value);
char *sk_filter_words_list (SkSearch   *search,
                            SkFacet     facet);

G_END_DECLS
