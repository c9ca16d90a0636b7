/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-block-part.h"

G_BEGIN_DECLS

/* What a block is for, and what its leader must not forget. */
#define SK_TYPE_BLOCK_TEXTS (sk_block_texts_get_type ())
G_DECLARE_FINAL_TYPE (SkBlockTexts, sk_block_texts, SK, BLOCK_TEXTS, SkBlockPart)

G_END_DECLS
