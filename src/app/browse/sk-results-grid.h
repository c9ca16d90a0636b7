/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* The tools that a search found, as cards.
 *
 * Properties:
 *   search   SkSearch
 *   sideways gboolean: whether the cards are
 *   words    char *, nullable: what the tools were searched by
 *
 * Signals:
 *   activated (SkResource *): a tool is to be opened
 */
#define SK_TYPE_RESULTS_GRID (sk_results_grid_get_type ())
G_DECLARE_FINAL_TYPE (SkResultsGrid, sk_results_grid, SK, RESULTS_GRID, AdwBin)

G_END_DECLS
