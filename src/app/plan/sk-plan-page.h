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
 *   folder    SkSessionFolder, set once; opened here
 *   switcher  GtkWidget, nullable: what leads to the window's other places, in the list's header
 *   foot      GtkWidget, nullable: what stands below the list
 *   last      char *: the id of the session that was shown last
 *   narrow    gboolean: one column, and a sheet for the pane
 *   compact   gboolean: the pane lies over the timeline
 *
 * Actions:
 *   plan.new, plan.compose, plan.open-file, plan.paste-link
 *   plan.new-from (s): from the template of that id
 *   plan.open, plan.duplicate, plan.print, plan.share, plan.archive, plan.delete (s): the session of
 *     that id
 *   plan.search: looks among the sessions, or for a tool where one is worked on
 */
#define SK_TYPE_PLAN_PAGE (sk_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (SkPlanPage, sk_plan_page, SK, PLAN_PAGE, AdwBin)

SkPlanPage      *sk_plan_page_new           (SkCatalogue       *catalogue,
                                             SkSessionFolder   *folder);
SkCatalogue     *sk_plan_page_get_catalogue (SkPlanPage        *self);
SkSessionFolder *sk_plan_page_get_folder    (SkPlanPage        *self);
GtkWidget       *sk_plan_page_get_page      (SkPlanPage        *self);
void             sk_plan_page_open          (SkPlanPage        *self,
                                             GFile             *file);
void             sk_plan_page_compose       (SkPlanPage        *self,
                                             SkSession         *session);
void             sk_plan_page_show          (SkPlanPage        *self,
                                             SkSessionDocument *document);
void             sk_plan_page_search        (SkPlanPage        *self);

G_END_DECLS
