/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-cover-paint.h"

/**
 * sk_cover_paint_pattern:
 * @snapshot: what to paint on
 * @pattern: shapes made for this size
 * @palette: the colours
 * @width: of the cover, in pixels
 * @height: of the cover, in pixels
 *
 * Paints the shapes of a cover.
 */
void
sk_cover_paint_pattern (GtkSnapshot          *snapshot,
                        const SkCoverPattern *pattern,
                        const SkCoverPalette *palette,
                        int                   width,
                        int                   height)
{
  GdkRGBA shade = palette->shade;

  shade.alpha = pattern->opacity;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (pattern->flip_x ? width : 0,
                                                          pattern->flip_y ? height : 0));
  gtk_snapshot_scale (snapshot, pattern->flip_x ? -1 : 1, pattern->flip_y ? -1 : 1);

  for (guint i = 0; i < pattern->n_shades; i++)
    gtk_snapshot_append_fill (snapshot, pattern->shades[i], pattern->fill_rule, &shade);
  if (!gsk_path_is_empty (pattern->lights))
    gtk_snapshot_append_fill (snapshot, pattern->lights, pattern->fill_rule, &palette->light);

  gtk_snapshot_restore (snapshot);
}

/**
 * sk_cover_paint_plate:
 * @snapshot: what to paint on
 * @symbol: what is on the plate
 * @palette: the colours
 * @x: the middle of the plate
 * @y: the middle of the plate
 * @diameter: how wide the plate is
 *
 * Paints a round plate with a symbol.
 */
void
sk_cover_paint_plate (GtkSnapshot          *snapshot,
                      GtkIconPaintable     *symbol,
                      const SkCoverPalette *palette,
                      float                 x,
                      float                 y,
                      float                 diameter)
{
  const float side = diameter / SK_COVER_PLATE_TO_SYMBOL;
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (x - diameter / 2, y - diameter / 2, diameter, diameter);
  GskRoundedRect plate;

  gsk_rounded_rect_init_from_rect (&plate, &bounds, diameter / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &plate);
  gtk_snapshot_append_color (snapshot, &palette->plate, &bounds);
  gtk_snapshot_pop (snapshot);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - side / 2, y - side / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (symbol), snapshot, side, side,
                                            &palette->symbol, 1);
  gtk_snapshot_restore (snapshot);
}

/**
 * sk_cover_paint_look_up:
 * @widget: where it is painted
 * @icon_name: a symbol
 * @size: in pixels
 *
 * Returns: (transfer full): the symbol, or that of no theme where there is none of that name
 */
GtkIconPaintable *
sk_cover_paint_look_up (GtkWidget  *widget,
                        const char *icon_name,
                        int         size)
{
  const char *fallbacks[] = {SK_COVER_ICON_WITHOUT_THEME, NULL};

  return gtk_icon_theme_lookup_icon (
    gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), icon_name, fallbacks, size,
    gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget),
    GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
}
