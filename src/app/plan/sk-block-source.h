/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-block-part.h"

G_BEGIN_DECLS

/* Where a block comes from: why it was chosen, the page of its tool, and that one's files. */
#define SK_TYPE_BLOCK_SOURCE (sk_block_source_get_type ())
G_DECLARE_FINAL_TYPE (SkBlockSource, sk_block_source, SK, BLOCK_SOURCE, SkBlockPart)

G_END_DECLS
