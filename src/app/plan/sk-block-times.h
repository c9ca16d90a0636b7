/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-block-part.h"

G_BEGIN_DECLS

/* How long a block lasts, how short it may be, when it begins, and what the group does in it. */
#define SK_TYPE_BLOCK_TIMES (sk_block_times_get_type ())
G_DECLARE_FINAL_TYPE (SkBlockTimes, sk_block_times, SK, BLOCK_TIMES, SkBlockPart)

G_END_DECLS
