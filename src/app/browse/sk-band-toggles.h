/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-facet-model.h"

G_BEGIN_DECLS

/* The bands of a facet that measures, ages or length, of which one is chosen at a time.
 * They stand on as many lines as they need to be read whole. */
#define SK_TYPE_BAND_TOGGLES (sk_band_toggles_get_type ())
G_DECLARE_FINAL_TYPE (SkBandToggles, sk_band_toggles, SK, BAND_TOGGLES, GtkWidget)

void sk_band_toggles_set_model (SkBandToggles *self,
                                SkFacetModel  *model);

G_END_DECLS
