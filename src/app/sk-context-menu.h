/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with a thing, at the place where one asked for it. */

void sk_context_menu_pop_up (GtkWidget              *around,
                             GMenuModel             *menu,
                             GtkWidget              *thing,
                             const graphene_point_t *at);

G_END_DECLS
