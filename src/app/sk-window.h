/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-folder.h"
#include "sources/sk-updater.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* The window: the catalogue and the sessions, two places, and over them the page of a tool.
 *
 * Actions: win.explore, win.sessions, win.search, win.clear-filters, win.sync, win.stop-sync,
 * win.group, and told a day, “2027-02-09”, win.compose;
 * told the id of a tool: win.open-resource, win.open-in-window, win.copy-link,
 * win.toggle-favourite, win.toggle-dead-link
 */
#define SK_TYPE_WINDOW (sk_window_get_type ())
G_DECLARE_FINAL_TYPE (SkWindow, sk_window, SK, WINDOW, AdwApplicationWindow)

SkWindow *sk_window_new    (GtkApplication  *application,
                            SkCatalogue     *catalogue,
                            SkSessionFolder *folder,
                            SkUserData      *user,
                            SkUpdater       *updater,
                            GSettings       *settings);
void      sk_window_open   (SkWindow        *self,
                            GFile           *file);
void      sk_window_search (SkWindow        *self,
                            const char      *text);

G_END_DECLS
