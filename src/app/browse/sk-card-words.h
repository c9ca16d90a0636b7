/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* What a card says of its tool; NULL for what is not stated. */

char      *sk_card_words_publisher (SkResource *resource);
char      *sk_card_words_ages      (SkResource *resource);
char      *sk_card_words_minutes   (SkResource *resource);
SkConcept *sk_card_words_format    (SkResource *resource);
char      *sk_card_words_describe  (SkResource *resource,
                                    gboolean    favourite,
                                    gboolean    dead_link);

G_END_DECLS
