/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session-row.h"

G_BEGIN_DECLS

/* What can be done with a session in the list: by a right click, a long press, or a key. */

void sk_session_menu_attach (GtkWidget            *row);
void sk_session_menu_pop_up (GtkWidget            *row,
                             const graphene_point_t *at);

G_END_DECLS
