/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-session-template.h"

G_BEGIN_DECLS

/* A session to begin with, in its true proportions; pressed, it makes a new one by plan.new-from. */
#define SK_TYPE_TEMPLATE_CARD (sk_template_card_get_type ())
G_DECLARE_FINAL_TYPE (SkTemplateCard, sk_template_card, SK, TEMPLATE_CARD, GtkButton)

GtkWidget *sk_template_card_new (SkSessionTemplate *session_template);

G_END_DECLS
