/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-cover-palette.h"

/* The plate is the ground with white in it, or when dark the shade with black in it. */
#define PLATE_LIGHT 0.60f
#define PLATE_DARK 0.70f

#define WHITE_LIGHT 0.35f
#define WHITE_DARK 0.10f

typedef struct
{
  guint32 ground;
  guint32 shade;
  guint32 symbol;
} Colours;

typedef struct
{
  const char *name;
  Colours light;
  Colours dark;
} Family;

static const Family families[] = {
  { "information", { 0x99c1f1, 0x62a0ea, 0x0b3566 }, { 0x2a6fc4, 0x1a4f94, 0xd3e6ff } },
  { "relations", { 0xf9b4c4, 0xee8299, 0x6b0f2a }, { 0xb8405f, 0x8a2443, 0xffdbe4 } },
  { "self", { 0xdcb3e8, 0xc77fd1, 0x3d1145 }, { 0x8d4a9e, 0x613583, 0xf4dcfa } },
  { "protect", { 0x8ff0c8, 0x43c59e, 0x0a4436 }, { 0x218a6c, 0x12614c, 0xc9f7e6 } },
  { "make", { 0xffcb94, 0xffa348, 0x5c2a00 }, { 0xc4661a, 0x94450c, 0xffe6cf } },
  { "play", { 0xf9f06b, 0xf6d32d, 0x574100 }, { 0xa8820b, 0x7d5e00, 0xfff6bd } },
};

static const Family neutral
    = { NULL, { 0xdeddda, 0xc0bfbc, 0x3d3846 }, { 0x5e5c64, 0x3d3846, 0xf6f5f4 } };

static GdkRGBA
rgb (guint32 hex)
{
  return (GdkRGBA) { (hex >> 16 & 0xff) / 255.0f, (hex >> 8 & 0xff) / 255.0f,
                     (hex & 0xff) / 255.0f, 1.0f };
}

/* @share of @colour, and for the rest as much of each channel as @other says. */
static GdkRGBA
mix (GdkRGBA colour,
     float   share,
     float   other)
{
  float rest = (1.0f - share) * other;

  return (GdkRGBA) { colour.red * share + rest, colour.green * share + rest,
                     colour.blue * share + rest, 1.0f };
}

static const Family *
find_family (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    if (g_strcmp0 (families[i].name, name) == 0)
      return &families[i];

  return &neutral;
}

/**
 * sk_cover_palette_init:
 * @self: (out caller-allocates): the palette to fill
 * @family: (nullable): a family of themes by its notation, such as "protect"
 * @dark: whether the window is dark
 *
 * Fills @self with the colours of @family, and with greys for %NULL or an unknown one.
 *
 * A symbol stands out from its plate by at least 8.5:1 (WCAG 2.2, contrast ratio).
 */
void
sk_cover_palette_init (SkCoverPalette *self,
                       const char     *family,
                       gboolean        dark)
{
  const Family *found = find_family (family);
  const Colours *colours = dark ? &found->dark : &found->light;

  self->ground = rgb (colours->ground);
  self->shade = rgb (colours->shade);
  self->symbol = rgb (colours->symbol);
  self->light = (GdkRGBA) { 1.0f, 1.0f, 1.0f, dark ? WHITE_DARK : WHITE_LIGHT };
  self->plate = dark ? mix (self->shade, PLATE_DARK, 0.0f) : mix (self->ground, PLATE_LIGHT, 1.0f);
}
