/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* Whether to show only what costs nothing.
 *
 * Properties:
 *   search SkSearch, set once
 */
#define SK_TYPE_FREE_SWITCH (sk_free_switch_get_type ())
G_DECLARE_FINAL_TYPE (SkFreeSwitch, sk_free_switch, SK, FREE_SWITCH, GtkBox)

G_END_DECLS
