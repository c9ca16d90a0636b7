/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-tool.h"

G_BEGIN_DECLS

void sk_compose_works_number (SkComposeTool *tools,
                              guint          n_tools);

G_END_DECLS
