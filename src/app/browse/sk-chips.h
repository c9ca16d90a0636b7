/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* The filters that are on, each a button that takes its own away.
 *
 * Properties:
 *   search   SkSearch, whose filters they are
 *   one-line gboolean: on a single line that scrolls, rather than wrapped
 *   more     GtkWidget, shown after them where there are any; nullable
 */
#define SK_TYPE_CHIPS (sk_chips_get_type ())
G_DECLARE_FINAL_TYPE (SkChips, sk_chips, SK, CHIPS, GtkBox)

G_END_DECLS
