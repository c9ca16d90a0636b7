/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-block.h"

G_BEGIN_DECLS

/* The blocks of one's own, as pills to press or to drag.
 *
 * Signals:
 *   chosen  (SkBlock *): a new block, when a pill is pressed
 */
#define SK_TYPE_OWN_BLOCKS (sk_own_blocks_get_type ())
G_DECLARE_FINAL_TYPE (SkOwnBlocks, sk_own_blocks, SK, OWN_BLOCKS, AdwBin)

G_END_DECLS
