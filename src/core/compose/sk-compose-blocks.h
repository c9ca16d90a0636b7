/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-search.h"

G_BEGIN_DECLS

SkBlock   *sk_compose_blocks_make_tool (const SkComposeTask  *task,
                                        SkVocabularies       *vocabularies,
                                        const SkComposePlan  *plan,
                                        guint                 nth);
GPtrArray *sk_compose_blocks_new       (const SkComposeTask  *task,
                                        SkVocabularies       *vocabularies,
                                        const SkComposePlan  *plan);

G_END_DECLS
