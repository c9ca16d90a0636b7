/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-facet-item.h"

G_BEGIN_DECLS

/* A value of a facet that is switched on and off: a check box to a screen reader. What a click
 * asks for is up to who made the row.
 *
 * Properties:
 *   item SkFacetItem, nullable
 */
#define SK_TYPE_FACET_ROW (sk_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (SkFacetRow, sk_facet_row, SK, FACET_ROW, GtkToggleButton)

GtkWidget   *sk_facet_row_new      (void);
SkFacetItem *sk_facet_row_get_item (SkFacetRow  *self);
void         sk_facet_row_set_item (SkFacetRow  *self,
                                    SkFacetItem *item);

G_END_DECLS
