/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-block.h"

G_BEGIN_DECLS

void     sk_block_fields_copy      (const SkBlockFields *from,
                                    SkBlockFields       *to);
void     sk_block_fields_normalise (SkBlockFields       *fields);
gboolean sk_block_fields_equal     (const SkBlockFields *a,
                                    const SkBlockFields *b);

G_END_DECLS
