/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-session.h"

G_BEGIN_DECLS

/* A session in miniature: its blocks in their true proportions and the colours of their families,
 * one after the other from the start, or from above. A decoration.
 *
 * Properties:
 *   session SkSession, nullable
 *   upright gboolean: from above, with groups side by side
 *   rail    gboolean: a line with a dot beside it, as a clock's that goes along
 *   by-kind gboolean: blocks without a theme have colours too, of what one does; for templates
 */
#define SK_TYPE_SESSION_SKETCH (sk_session_sketch_get_type ())
G_DECLARE_FINAL_TYPE (SkSessionSketch, sk_session_sketch, SK, SESSION_SKETCH, GtkWidget)

void sk_session_sketch_set_session (SkSessionSketch *self,
                                    SkSession       *session);

G_END_DECLS
