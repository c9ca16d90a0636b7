/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-folder.h"
#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* Where one plans: the sessions, and beside them the one that is worked on. In a narrow window one
 * of the two.
 *
 * Properties:
 *   catalogue SkCatalogue, set once
 *   folder    SkSessionFolder, set once
 *   switcher  GtkWidget, nullable: what leads to the window's other places, in the list's header
 *   foot      GtkWidget, nullable: what stands below the list
 *   narrow    gboolean: one column, and a sheet for the pane
 *   compact   gboolean: the pane lies over the timeline
 *
 * Actions:
 *   plan.new, plan.compose, plan.open-file, plan.paste-link
 *   plan.new-from (s): from the template of that id
 *   plan.open (s): shows the session of that id
 *   plan.search: looks among the sessions
 */
#define SK_TYPE_PLAN_PAGE (sk_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (SkPlanPage, sk_plan_page, SK, PLAN_PAGE, AdwBin)

SkPlanPage *sk_plan_page_new (SkCatalogue     *catalogue,
                              SkSessionFolder *folder);

G_END_DECLS
