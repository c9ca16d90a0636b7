/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-facet-model.h"

G_BEGIN_DECLS

/* The values of a facet, each a check box with its count: the first few and those chosen, or
 * all of them with a box to find one in. */
#define SK_TYPE_FACET_VALUES (sk_facet_values_get_type ())
G_DECLARE_FINAL_TYPE (SkFacetValues, sk_facet_values, SK, FACET_VALUES, GtkBox)

GtkWidget *sk_facet_values_new      (SkFacetModel  *model,
                                     guint          n_first);
void       sk_facet_values_set_wrap (SkFacetValues *self,
                                     gboolean       wrap);

G_END_DECLS
