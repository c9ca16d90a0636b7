/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-session-editor.h"

G_BEGIN_DECLS

/* How a session's minutes are spread: over the families of themes, over talking, doing and playing,
 * and before a screen or not. Beside each other in a bar of a window, below each other with every
 * part named in a sheet.
 *
 * Properties:
 *   editor  SkSessionEditor, nullable
 *   narrow  gboolean: for a sheet
 */
#define SK_TYPE_BALANCE_STRIP (sk_balance_strip_get_type ())
G_DECLARE_FINAL_TYPE (SkBalanceStrip, sk_balance_strip, SK, BALANCE_STRIP, GtkBox)

G_END_DECLS
