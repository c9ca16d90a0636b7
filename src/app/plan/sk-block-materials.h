/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-block-part.h"

G_BEGIN_DECLS

/* What has to be put ready for a block: a list to write in. What is a file of the tool says what
 * kind and how large. */
#define SK_TYPE_BLOCK_MATERIALS (sk_block_materials_get_type ())
G_DECLARE_FINAL_TYPE (SkBlockMaterials, sk_block_materials, SK, BLOCK_MATERIALS, SkBlockPart)

G_END_DECLS
