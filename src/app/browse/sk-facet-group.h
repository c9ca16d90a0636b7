/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* The values of a facet under a heading that folds, and that says the choice when it is folded.
 *
 * Properties:
 *   facet    char *, the facet's name, set once
 *   search   SkSearch, set once
 *   n-first  guint, how many values are there before one asks for all
 *   expanded gboolean
 *   wrap     gboolean, pills beside each other in place of rows, large enough for a finger
 */
#define SK_TYPE_FACET_GROUP (sk_facet_group_get_type ())
G_DECLARE_FINAL_TYPE (SkFacetGroup, sk_facet_group, SK, FACET_GROUP, GtkBox)

G_END_DECLS
