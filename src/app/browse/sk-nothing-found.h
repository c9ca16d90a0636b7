/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* What is shown where a search finds nothing: the one step that helps most, with how much it
 * gives, and the others.
 *
 * Properties:
 *   search SkSearch
 */
#define SK_TYPE_NOTHING_FOUND (sk_nothing_found_get_type ())
G_DECLARE_FINAL_TYPE (SkNothingFound, sk_nothing_found, SK, NOTHING_FOUND, AdwBin)

G_END_DECLS
