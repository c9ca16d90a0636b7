/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-card.h"

G_BEGIN_DECLS

/* What can be done with a card, wherever it is: by its menu, by keys where it has the focus, by
 * dragging it, and in a window of its own. */

void    sk_card_actions_add          (GtkWidget *around);
SkCard *sk_card_actions_find         (GtkWidget *around,
                                      double     x,
                                      double     y);
SkCard *sk_card_actions_find_focused (GtkWidget *around);

G_END_DECLS
