/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* All facets below each other, as they drive a search and follow its counts.
 *
 * Properties:
 *   search SkSearch, set once
 *   wrap   gboolean, pills large enough for a finger in place of rows
 */
#define SK_TYPE_FACET_PANEL (sk_facet_panel_get_type ())
G_DECLARE_FINAL_TYPE (SkFacetPanel, sk_facet_panel, SK, FACET_PANEL, GtkBox)

G_END_DECLS
