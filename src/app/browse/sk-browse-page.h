/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sync/sk-catalogue.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* Where one finds a tool: filters beside the tools they leave, or in a sheet below them.
 *
 * Properties:
 *   catalogue SkCatalogue, set once
 *   search    SkSearch, what is asked here; read-only
 *   user      SkUserData, set once
 *   switcher  GtkWidget, nullable: what leads to the window's other places, in the header
 *   foot      GtkWidget, nullable: what stands below the filters
 *   notices   GtkWidget, nullable: what stands above the tools
 *   narrow    gboolean: whether the filters are in the sheet
 *   view      SkViewControls, how the tools are shown; read-only
 *
 * Signals:
 *   activated (SkResource *): a tool is to be opened
 *
 * Actions:
 *   browse.clear-filters
 *   browse.focus-results: goes to the first tool, or to what is there in place of tools
 */
#define SK_TYPE_BROWSE_PAGE (sk_browse_page_get_type ())
G_DECLARE_FINAL_TYPE (SkBrowsePage, sk_browse_page, SK, BROWSE_PAGE, AdwBin)

SkBrowsePage *sk_browse_page_new           (SkCatalogue  *catalogue,
                                            SkUserData   *user);
void          sk_browse_page_start_search  (SkBrowsePage *self);
void          sk_browse_page_clear_filters (SkBrowsePage *self);
void          sk_browse_page_show_query    (SkBrowsePage *self,
                                            SkQuery      *query);

G_END_DECLS
