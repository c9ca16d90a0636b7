/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-plan-page.h"

G_BEGIN_DECLS

/* What can be done with the sessions: the actions plan.* of [class@PlanPage]. */

void        sk_plan_actions_install             (GtkWidgetClass *widget_class);
void        sk_plan_actions_compose             (SkPlanPage     *self,
                                                 SkSession      *session);
GMenuModel *sk_plan_actions_make_templates_menu (void);

G_END_DECLS
