/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-session-editor.h"

G_BEGIN_DECLS

/* The best way out of a session's first overrun, with a button that takes it. Where all fits there
 * is nothing to be seen.
 *
 * Properties:
 *   editor  SkSessionEditor, nullable
 */
#define SK_TYPE_REMEDY_BOX (sk_remedy_box_get_type ())
G_DECLARE_FINAL_TYPE (SkRemedyBox, sk_remedy_box, SK, REMEDY_BOX, GtkBox)

G_END_DECLS
