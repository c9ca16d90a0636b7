/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-pool.h"
#include "sk-composition-private.h"

G_BEGIN_DECLS

void sk_compose_proposals_add (SkComposition       *composition,
                               SkComposer          *composer,
                               const SkComposePool *pool,
                               const SkComposeTask *task);

G_END_DECLS
