/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* The tools that a search found, as cards.
 *
 * Properties:
 *   search   SkSearch
 *   sideways gboolean: whether the cards are
 *
 * Signals:
 *   activated (SkResource *): a tool is to be opened
 */
#define SK_TYPE_RESULTS_GRID (sk_results_grid_get_type ())
G_DECLARE_FINAL_TYPE (SkResultsGrid, sk_results_grid, SK, RESULTS_GRID, GtkWidget)

G_END_DECLS
