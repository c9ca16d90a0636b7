/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"

G_BEGIN_DECLS

GPtrArray *query_log_new (SkIndex *index,
                          guint32  seed,
                          guint    n_queries);

G_END_DECLS
