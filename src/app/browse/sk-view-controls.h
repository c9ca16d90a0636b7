/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* How tools are shown: in which order, as cards or as a list.
 *
 * Properties:
 *   search  SkSearch
 *   order   char *: best, newest, shortest or title
 *   compact gboolean: whether the tools are a list rather than cards
 *   narrow  gboolean: whether there is room for one button, in whose menu all is
 *
 * Actions:
 *   view.order: a radio of the values of order
 *   view.compact: turns the cards into a list, and back
 */
#define SK_TYPE_VIEW_CONTROLS (sk_view_controls_get_type ())
G_DECLARE_FINAL_TYPE (SkViewControls, sk_view_controls, SK, VIEW_CONTROLS, GtkBox)

G_END_DECLS
