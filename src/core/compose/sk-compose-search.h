/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-score.h"

G_BEGIN_DECLS

/* How many plans a search keeps, the best ones. */
#define SK_COMPOSE_N_PLANS 24

/* Tools in their order, with their minutes. */
typedef struct
{
  const SkComposeTool *tools[SK_COMPOSE_MAX_TOOLS];
  guint n_tools;
  SkComposeTiming timing;
  SkComposeScore score;
} SkComposePlan;

typedef struct
{
  SkComposePlan plans[SK_COMPOSE_N_PLANS];
  guint n_plans;
} SkComposePlans;

gboolean sk_compose_plan_init (SkComposePlan       *self,
                               const SkComposeTask *task,
                               SkPurpose            purpose);
void     sk_compose_search    (SkComposePlans      *self,
                               const SkComposeTask *task,
                               SkPurpose            purpose,
                               GPtrArray           *tools);

G_END_DECLS
