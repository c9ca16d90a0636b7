/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-page-drawing.h"

#include "sk-page-mark.h"

#define DOT_THICKNESS 0.9

struct _SkPageDrawing
{
  GArray *marks;
};

/* Takes what the mark holds. */
static void
add_mark (SkPageDrawing *self,
          SkPageMark     mark)
{
  g_array_append_val (self->marks, mark);
}

/**
 * sk_page_drawing_new:
 *
 * Returns: (transfer full): nothing drawn yet
 */
SkPageDrawing *
sk_page_drawing_new (void)
{
  SkPageDrawing *self = g_new0 (SkPageDrawing, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (SkPageMark));
  g_array_set_clear_func (self->marks, (GDestroyNotify) sk_page_mark_clear);

  return self;
}

/**
 * sk_page_drawing_free:
 * @self: (transfer full): a drawing
 */
void
sk_page_drawing_free (SkPageDrawing *self)
{
  g_array_unref (self->marks);
  g_free (self);
}

/**
 * sk_page_drawing_add_line:
 * @line: a line of a layout, which is kept and not to be changed any more
 * @x: where the left edge of its layout is
 * @baseline: where its letters stand
 *
 * Draws one line of a text.
 */
void
sk_page_drawing_add_line (SkPageDrawing   *self,
                          PangoLayoutLine *line,
                          double           x,
                          double           baseline)
{
  add_mark (self, (SkPageMark) {.kind = SK_PAGE_MARK_LINE,
                                .box = {.x = x, .y = baseline},
                                .layout = g_object_ref (line->layout),
                                .line = pango_layout_line_ref (line)});
}

/**
 * sk_page_drawing_add_text:
 * @layout: a text, which is kept and not to be changed any more
 * @x: where its left edge is
 * @y: where its upper edge is
 *
 * Draws a text.
 */
void
sk_page_drawing_add_text (SkPageDrawing *self,
                          PangoLayout   *layout,
                          double         x,
                          double         y)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle place;

      pango_layout_iter_get_line_extents (iter, NULL, &place);
      sk_page_drawing_add_line (self, pango_layout_iter_get_line_readonly (iter),
                                x + pango_units_to_double (place.x),
                                y + pango_units_to_double (pango_layout_iter_get_baseline (iter)));
    }
  while (pango_layout_iter_next_line (iter));
}

/**
 * sk_page_drawing_add_rule:
 * @y: the middle of its thickness
 *
 * Draws a line from left to right.
 */
void
sk_page_drawing_add_rule (SkPageDrawing *self,
                          double         x,
                          double         y,
                          double         width,
                          double         thickness,
                          double         grey)
{
  add_mark (self, (SkPageMark) {.kind = SK_PAGE_MARK_STROKE,
                                .box = {x, y, width, 0.0},
                                .thickness = thickness,
                                .grey = grey});
}

/**
 * sk_page_drawing_add_upright:
 * @x: the middle of its thickness
 *
 * Draws a line downwards.
 */
void
sk_page_drawing_add_upright (SkPageDrawing *self,
                             double         x,
                             double         y,
                             double         height,
                             double         thickness,
                             double         grey)
{
  add_mark (self, (SkPageMark) {.kind = SK_PAGE_MARK_STROKE,
                                .box = {x, y, 0.0, height},
                                .thickness = thickness,
                                .grey = grey});
}

/**
 * sk_page_drawing_add_dots:
 * @y: where a pen writes
 *
 * Draws a dotted line to write on.
 */
void
sk_page_drawing_add_dots (SkPageDrawing *self,
                          double         x,
                          double         y,
                          double         width)
{
  add_mark (self, (SkPageMark) {.kind = SK_PAGE_MARK_DOTS,
                                .box = {x, y, width, 0.0},
                                .thickness = DOT_THICKNESS,
                                .grey = SK_PAGE_DARK});
}

/**
 * sk_page_drawing_add_box:
 * @box: its outline; the thickness is within
 * @radius: of its corners
 * @thickness: of its black outline, 0 for none
 * @fill: the grey within, or %SK_PAGE_NO_FILL
 *
 * Draws a box.
 */
void
sk_page_drawing_add_box (SkPageDrawing *self,
                         SkPageBox      box,
                         double         radius,
                         double         thickness,
                         double         fill)
{
  add_mark (self, (SkPageMark) {.kind = SK_PAGE_MARK_BOX,
                                .box = box,
                                .radius = radius,
                                .thickness = thickness,
                                .grey = fill});
}

/**
 * sk_page_drawing_add_disc:
 * @x: its centre
 * @y: its centre
 * @thickness: of its black outline, 0 for none
 * @fill: the grey within, or %SK_PAGE_NO_FILL
 *
 * Draws a disc.
 */
void
sk_page_drawing_add_disc (SkPageDrawing *self,
                          double         x,
                          double         y,
                          double         radius,
                          double         thickness,
                          double         fill)
{
  SkPageBox box = {x - radius, y - radius, 2.0 * radius, 2.0 * radius};

  sk_page_drawing_add_box (self, box, radius, thickness, fill);
}

/**
 * sk_page_drawing_add_ring:
 * @clip: what of it is seen
 * @x: its centre
 * @y: its centre
 * @radius: to the middle of its thickness
 *
 * Draws a ring, or the part of it that is within @clip.
 */
void
sk_page_drawing_add_ring (SkPageDrawing *self,
                          SkPageBox      clip,
                          double         x,
                          double         y,
                          double         radius,
                          double         thickness,
                          double         grey)
{
  add_mark (self, (SkPageMark) {.kind = SK_PAGE_MARK_ARC,
                                .box = {.x = x, .y = y},
                                .clip = clip,
                                .radius = radius,
                                .thickness = thickness,
                                .grey = grey});
}

/**
 * sk_page_drawing_add_icon:
 * @name: what [func@page_icon_draw] knows
 *
 * Draws an icon.
 */
void
sk_page_drawing_add_icon (SkPageDrawing *self,
                          const char    *name,
                          double         x,
                          double         y,
                          double         size,
                          double         grey)
{
  add_mark (self, (SkPageMark) {.kind = SK_PAGE_MARK_ICON,
                                .box = {x, y, size, size},
                                .grey = grey,
                                .text = g_strdup (name)});
}

/**
 * sk_page_drawing_add_code:
 * @size: how wide and high it is, without the white around it
 *
 * Draws a QR code.
 */
void
sk_page_drawing_add_code (SkPageDrawing *self,
                          const SkQr    *code,
                          double         x,
                          double         y,
                          double         size)
{
  g_autoptr (GArray) modules = g_array_new (FALSE, FALSE, sizeof (SkPageBox));
  guint n = sk_qr_get_size (code);
  gpointer data;
  gsize length;

  for (guint row = 0; row < n; row++)
    {
      for (guint column = 0; column < n; column++)
        {
          SkPageBox module = {column, row, 1.0, 1.0};

          if (sk_qr_is_dark (code, column, row))
            g_array_append_val (modules, module);
        }
    }

  data = g_array_steal (modules, &length);
  add_mark (self, (SkPageMark) {.kind = SK_PAGE_MARK_CODE,
                                .box = {x, y, size, size},
                                .scale = size / n,
                                .modules = g_bytes_new_take (data, length * sizeof (SkPageBox))});
}

/**
 * sk_page_drawing_begin_tag:
 * @tag: a structure element of PDF, "P", or one of cairo's own tags
 * @attributes: (nullable): as cairo_tag_begin() has them
 *
 * Says what the marks are that follow, until the tag is ended.
 */
void
sk_page_drawing_begin_tag (SkPageDrawing *self,
                           const char    *tag,
                           const char    *attributes)
{
  add_mark (self, (SkPageMark) {.kind = SK_PAGE_MARK_BEGIN_TAG,
                                .text = g_strdup (tag),
                                .attributes = g_strdup (attributes)});
}

/**
 * sk_page_drawing_end_tag:
 */
void
sk_page_drawing_end_tag (SkPageDrawing *self,
                         const char    *tag)
{
  add_mark (self, (SkPageMark) {.kind = SK_PAGE_MARK_END_TAG, .text = g_strdup (tag)});
}

/**
 * sk_page_drawing_append:
 * @other: a drawing
 * @x: where its corner comes
 * @y: where its corner comes
 * @scale: how much larger it becomes
 *
 * Draws all of another drawing.
 */
void
sk_page_drawing_append (SkPageDrawing       *self,
                        const SkPageDrawing *other,
                        double               x,
                        double               y,
                        double               scale)
{
  add_mark (self, (SkPageMark) {.kind = SK_PAGE_MARK_BEGIN_PLACE,
                                .box = {.x = x, .y = y},
                                .scale = scale});
  for (guint i = 0; i < other->marks->len; i++)
    {
      SkPageMark copy;

      sk_page_mark_copy (&g_array_index (other->marks, SkPageMark, i), &copy);
      add_mark (self, copy);
    }
  add_mark (self, (SkPageMark) {.kind = SK_PAGE_MARK_END_PLACE});
}

/**
 * sk_page_drawing_draw:
 * @tagged: whether the structure is drawn too, which only a whole document can have
 *
 * Draws all that was added, in that order.
 */
void
sk_page_drawing_draw (const SkPageDrawing *self,
                      cairo_t             *cr,
                      gboolean             tagged)
{
  for (guint i = 0; i < self->marks->len; i++)
    sk_page_mark_draw (&g_array_index (self->marks, SkPageMark, i), cr, tagged);
}
