/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* Makes what titles are sorted by. */
typedef struct _SkTitleKeys SkTitleKeys;

SkTitleKeys *sk_title_keys_new  (void);
void         sk_title_keys_free (SkTitleKeys *self);
GBytes      *sk_title_keys_make (SkTitleKeys *self,
                                 SkResource  *resource);

guint32 *sk_title_order_new (GPtrArray *resources);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkTitleKeys, sk_title_keys_free)

G_END_DECLS
