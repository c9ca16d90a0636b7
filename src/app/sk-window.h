/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sources/sk-updater.h"

G_BEGIN_DECLS

/* The window: the catalogue, and over it the page of a tool. */
#define SK_TYPE_WINDOW (sk_window_get_type ())
G_DECLARE_FINAL_TYPE (SkWindow, sk_window, SK, WINDOW, AdwApplicationWindow)

SkWindow *sk_window_new (GtkApplication *application,
                         SkCatalogue    *catalogue,
                         SkUpdater      *updater,
                         GSettings      *settings);

G_END_DECLS
