/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-postings.h"

G_BEGIN_DECLS

/* The beginnings of words that very many records have, and the words that very many have,
 * each with its records as one set a field, so that a letter costs what a word does.
 * Immutable. */
typedef struct _SkPrefixes SkPrefixes;

SkPrefixes    *sk_prefixes_new  (SkPostings      *postings);
void           sk_prefixes_free (SkPrefixes      *self);
const guint64 *sk_prefixes_find (SkPrefixes      *self,
                                 guint32          first,
                                 guint32          end,
                                 SkPostingsField  field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkPrefixes, sk_prefixes_free)

G_END_DECLS
