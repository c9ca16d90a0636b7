/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-filter.h"
#include "sk-search.h"

G_BEGIN_DECLS

char *sk_filter_words      (SkSearch       *search,
                            const SkFilter *filter);
char *sk_filter_words_like (SkSearch       *search,
                            const SkFilter *filter);

G_END_DECLS
