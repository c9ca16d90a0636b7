/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-block-part.h"

G_BEGIN_DECLS

/* What a block is: its picture, its title, who made it for whom; and what is no longer so. */
#define SK_TYPE_BLOCK_HEADING (sk_block_heading_get_type ())
G_DECLARE_FINAL_TYPE (SkBlockHeading, sk_block_heading, SK, BLOCK_HEADING, SkBlockPart)

G_END_DECLS
