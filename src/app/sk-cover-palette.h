/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* The colours of one cover: its ground, the shapes on it, the plate and the symbol. */
typedef struct
{
  GdkRGBA ground;
  GdkRGBA shade;
  GdkRGBA light;
  GdkRGBA plate;
  GdkRGBA symbol;
} SkCoverPalette;

void sk_cover_palette_init (SkCoverPalette *self,
                            const char     *family,
                            gboolean        dark);

G_END_DECLS
