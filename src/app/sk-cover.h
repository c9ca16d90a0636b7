/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* The cover of a tool: coloured by its theme, drawn from its id; over it its picture, where it has
 * one and that is wanted here.
 *
 * Properties:
 *   pictured    gboolean, whether the picture is shown
 *   symbol-size int, the side of the symbol in pixels
 */
#define SK_TYPE_COVER (sk_cover_get_type ())
G_DECLARE_FINAL_TYPE (SkCover, sk_cover, SK, COVER, GtkWidget)

void sk_cover_set_resource    (SkCover    *self,
                               SkResource *resource);
void sk_cover_set_symbol_size (SkCover    *self,
                               int         size);

G_END_DECLS
