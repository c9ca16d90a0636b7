/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-search.h"

G_BEGIN_DECLS

SkBlock   *sk_compose_blocks_make_tool (SkComposer           *composer,
                                        const SkComposeTask  *task,
                                        const SkComposePlan  *plan,
                                        guint                 nth);
GPtrArray *sk_compose_blocks_new       (SkComposer           *composer,
                                        const SkComposeTask  *task,
                                        const SkComposePlan  *plan);

G_END_DECLS
