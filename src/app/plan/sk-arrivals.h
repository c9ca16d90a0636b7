/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-session-folder.h"
#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* Sessions that come from elsewhere: as a file, or as a link. Each is imported as a copy and shown by
 * plan.open; what became of it is said in the window that @widget is in. */

void sk_arrivals_take_file (GtkWidget       *widget,
                             SkSessionFolder *folder,
                             GFile           *file);
void sk_arrivals_take_link (GtkWidget       *widget,
                             SkSessionFolder *folder,
                             SkIndex         *index,
                             const char      *link);
void sk_arrivals_ask_for_file  (GtkWidget       *widget,
                             SkSessionFolder *folder);

G_END_DECLS
