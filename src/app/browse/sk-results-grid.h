/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* The tools that a search found, as cards in a grid, or compact ones in a list.
 *
 * Properties:
 *   search   SkSearch
 *   user     SkUserData, nullable: what a person keeps about tools
 *   narrow   gboolean: whether there is room for one column
 *   tight    gboolean: whether a list has no room for columns
 *   compact  gboolean: whether it is a list
 *   shelf    gboolean: whether it shows one row only, or a few tools below each other where there
 *            is one column, and does not scroll
 *   sideways gboolean: whether the cards are; read-only
 *   words    char *, nullable: what the tools were searched by
 *
 * Signals:
 *   activated (SkResource *): a tool is to be opened
 */
#define SK_TYPE_RESULTS_GRID (sk_results_grid_get_type ())
G_DECLARE_FINAL_TYPE (SkResultsGrid, sk_results_grid, SK, RESULTS_GRID, AdwBin)

G_END_DECLS
