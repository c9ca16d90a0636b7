/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus.h"
#include "model/sk-query.h"

G_BEGIN_DECLS

GPtrArray *query_log_new (Corpus *corpus,
                          guint   n_queries);

G_END_DECLS
