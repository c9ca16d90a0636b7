/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-query.h"
#include "sk-hits.h"
#include "sk-results.h"

G_BEGIN_DECLS

SkResults *sk_results_new (GObject *index,
                           SkQuery *query,
                           SkHits  *hits,
                           char    *repaired,
                           GArray  *facets[SK_N_FACETS]);

G_END_DECLS
