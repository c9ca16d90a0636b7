/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-block.h"

G_BEGIN_DECLS

const char *sk_block_icon_get_name (SkBlockKind kind);

G_END_DECLS
