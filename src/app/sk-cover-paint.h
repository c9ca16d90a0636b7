/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-cover-palette.h"
#include "sk-cover-pattern.h"

G_BEGIN_DECLS

/* What covers are painted with. */

#define SK_COVER_PLATE_TO_SYMBOL 1.75f
#define SK_COVER_ICON_WITHOUT_THEME "sk-theme-other-symbolic"

void              sk_cover_paint_pattern (GtkSnapshot          *snapshot,
                                          const SkCoverPattern *pattern,
                                          const SkCoverPalette *palette,
                                          int                   width,
                                          int                   height);
void              sk_cover_paint_plate   (GtkSnapshot          *snapshot,
                                          GtkIconPaintable     *symbol,
                                          const SkCoverPalette *palette,
                                          float                 x,
                                          float                 y,
                                          float                 diameter);
GtkIconPaintable *sk_cover_paint_look_up (GtkWidget            *widget,
                                          const char           *icon_name,
                                          int                   size);

G_END_DECLS
