/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-block.h"

G_BEGIN_DECLS

/* What is taken of a tool whose publisher does not say it. */
guint      sk_block_guess_minutes  (SkResource *resource);
SkActivity sk_block_guess_activity (SkResource *resource);

G_END_DECLS
