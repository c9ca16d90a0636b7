/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-query.h"

G_BEGIN_DECLS

void     random_add         (GPtrArray *resources,
                             GRand     *rand);
void     random_change      (GPtrArray *resources,
                             GRand     *rand);
SkQuery *random_query       (GRand     *rand);
SkQuery *random_query_among (GRand     *rand,
                             GPtrArray *resources);

G_END_DECLS
