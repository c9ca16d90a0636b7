/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compose/sk-composer.h"

G_BEGIN_DECLS

/* One of the proposals, to be chosen among others: its blocks, as tall as they last, with the
 * reasons for them, and what it takes. */
#define SK_TYPE_COMPOSE_CARD (sk_compose_card_get_type ())
G_DECLARE_FINAL_TYPE (SkComposeCard, sk_compose_card, SK, COMPOSE_CARD, GtkBox)

GtkWidget      *sk_compose_card_new       (const SkProposal *proposal,
                                           guint             nth,
                                           guint             n_proposals,
                                               double            height);
GtkCheckButton *sk_compose_card_get_radio (SkComposeCard    *self);

G_END_DECLS
