/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compose/sk-composer.h"

G_BEGIN_DECLS

/* How much of each family of themes, as six sliders. As long as all say the same, any theme is
 * welcome. Signal "changed". */
#define SK_TYPE_COMPOSE_MIX (sk_compose_mix_get_type ())
G_DECLARE_FINAL_TYPE (SkComposeMix, sk_compose_mix, SK, COMPOSE_MIX, GtkWidget)

void sk_compose_mix_set_vocabulary (SkComposeMix     *self,
                                    SkVocabulary     *themes);
void sk_compose_mix_fill_request   (SkComposeMix     *self,
                                    SkComposeRequest *request);
void sk_compose_mix_reset          (SkComposeMix     *self);

G_END_DECLS
