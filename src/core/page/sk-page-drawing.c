/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-page-drawing.h"

#include "sk-page-icon.h"

/* Modules are as wide as they are, less nothing: a hair more, so that no white shows between two. */
#define CODE_OVERLAP 0.02

#define DOT_LENGTH 0.01
#define DOT_GAP 2.0
#define DOT_THICKNESS 0.9

typedef enum
{
  MARK_LINE,
  MARK_STROKE,
  MARK_DOTS,
  MARK_BOX,
  MARK_ARC,
  MARK_ICON,
  MARK_CODE,
  MARK_BEGIN_TAG,
  MARK_END_TAG,
  MARK_BEGIN_PLACE,
  MARK_END_PLACE,
} MarkKind;

typedef struct
{
  MarkKind kind;
  SkPageBox box;         /* where: of a stroke from its corner to the opposite one */
  double radius;
  double thickness;
  double grey;           /* of a box its fill */
  double scale;
  SkPageBox clip;
  PangoLayout *layout;   /* which the line belongs to */
  PangoLayoutLine *line;
  char *text;            /* the name of an icon or a tag */
  char *attributes;
  GBytes *modules;       /* the dark ones of a code: SkPageBox, in modules */
} Mark;

struct _SkPageDrawing
{
  GArray *marks;
};

static void
mark_clear (Mark *mark)
{
  g_clear_pointer (&mark->line, pango_layout_line_unref);
  g_clear_object (&mark->layout);
  g_clear_pointer (&mark->text, g_free);
  g_clear_pointer (&mark->attributes, g_free);
  g_clear_pointer (&mark->modules, g_bytes_unref);
}

static void
mark_copy (const Mark *mark,
           Mark       *copy)
{
  *copy = *mark;
  if (mark->line != NULL)
    pango_layout_line_ref (mark->line);
  if (mark->layout != NULL)
    g_object_ref (mark->layout);
  if (mark->modules != NULL)
    g_bytes_ref (mark->modules);
  copy->text = g_strdup (mark->text);
  copy->attributes = g_strdup (mark->attributes);
}

/* Takes what the mark holds. */
static void
add_mark (SkPageDrawing *self,
          Mark           mark)
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

  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, (GDestroyNotify) mark_clear);

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
  add_mark (self, (Mark) {.kind = MARK_LINE,
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
  add_mark (self, (Mark){.kind = MARK_STROKE,
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
  add_mark (self, (Mark){.kind = MARK_STROKE,
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
  add_mark (self, (Mark){.kind = MARK_DOTS,
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
  add_mark (self, (Mark){.kind = MARK_BOX,
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
  add_mark (self, (Mark){.kind = MARK_ARC,
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
  add_mark (self, (Mark){.kind = MARK_ICON,
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
  add_mark (self, (Mark) {.kind = MARK_CODE,
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
  add_mark (self, (Mark){.kind = MARK_BEGIN_TAG,
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
  add_mark (self, (Mark){.kind = MARK_END_TAG, .text = g_strdup (tag)});
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
  add_mark (self, (Mark){.kind = MARK_BEGIN_PLACE, .box = {.x = x, .y = y}, .scale = scale});
  for (guint i = 0; i < other->marks->len; i++)
    {
      Mark copy;

      mark_copy (&g_array_index (other->marks, Mark, i), &copy);
      add_mark (self, copy);
    }
  add_mark (self, (Mark){.kind = MARK_END_PLACE});
}

static void
set_grey (cairo_t *cr,
          double   grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

static void
draw_stroke (cairo_t    *cr,
             const Mark *mark)
{
  static const double dots[] = {DOT_LENGTH, DOT_GAP};

  cairo_save (cr);
  set_grey (cr, mark->grey);
  cairo_set_line_width (cr, mark->thickness);
  if (mark->kind == MARK_DOTS)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0.0);
    }
  cairo_move_to (cr, mark->box.x, mark->box.y);
  cairo_rel_line_to (cr, mark->box.width, mark->box.height);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
add_rounded_path (cairo_t   *cr,
                  SkPageBox  box,
                  double     radius)
{
  double right = box.x + box.width - radius;
  double bottom = box.y + box.height - radius;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right, box.y + radius, radius, -G_PI_2, 0.0);
  cairo_arc (cr, right, bottom, radius, 0.0, G_PI_2);
  cairo_arc (cr, box.x + radius, bottom, radius, G_PI_2, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 3.0 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_box (cairo_t    *cr,
          const Mark *mark)
{
  double half = mark->thickness / 2.0;
  SkPageBox middle = {mark->box.x + half, mark->box.y + half, mark->box.width - mark->thickness,
                      mark->box.height - mark->thickness};
  double radius = MIN (MAX (mark->radius - half, 0.0), MIN (middle.width, middle.height) / 2.0);

  add_rounded_path (cr, middle, radius);
  if (mark->grey >= SK_PAGE_BLACK)
    {
      set_grey (cr, mark->grey);
      cairo_fill_preserve (cr);
    }
  if (mark->thickness > 0.0)
    {
      set_grey (cr, SK_PAGE_BLACK);
      cairo_set_line_width (cr, mark->thickness);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
draw_arc (cairo_t    *cr,
          const Mark *mark)
{
  cairo_save (cr);
  cairo_rectangle (cr, mark->clip.x, mark->clip.y, mark->clip.width, mark->clip.height);
  cairo_clip (cr);
  set_grey (cr, mark->grey);
  cairo_set_line_width (cr, mark->thickness);
  cairo_arc (cr, mark->box.x, mark->box.y, mark->radius, 0.0, 2.0 * G_PI);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_code (cairo_t    *cr,
           const Mark *mark)
{
  gsize size;
  const SkPageBox *modules = g_bytes_get_data (mark->modules, &size);

  cairo_save (cr);
  cairo_translate (cr, mark->box.x, mark->box.y);
  cairo_scale (cr, mark->scale, mark->scale);
  for (gsize i = 0; i < size / sizeof (SkPageBox); i++)
    cairo_rectangle (cr, modules[i].x, modules[i].y, modules[i].width + CODE_OVERLAP,
                     modules[i].height + CODE_OVERLAP);
  set_grey (cr, SK_PAGE_BLACK);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_line (cairo_t    *cr,
           const Mark *mark)
{
  set_grey (cr, SK_PAGE_BLACK);
  cairo_move_to (cr, mark->box.x, mark->box.y);
  pango_cairo_show_layout_line (cr, mark->line);
}

static void
draw_mark (cairo_t    *cr,
           const Mark *mark,
           gboolean    tagged)
{
  switch (mark->kind)
    {
    case MARK_LINE:
      draw_line (cr, mark);
      break;
    case MARK_STROKE:
    case MARK_DOTS:
      draw_stroke (cr, mark);
      break;
    case MARK_BOX:
      draw_box (cr, mark);
      break;
    case MARK_ARC:
      draw_arc (cr, mark);
      break;
    case MARK_ICON:
      set_grey (cr, mark->grey);
      sk_page_icon_draw (cr, mark->text, mark->box.x, mark->box.y, mark->box.width);
      break;
    case MARK_CODE:
      draw_code (cr, mark);
      break;
    case MARK_BEGIN_TAG:
      if (tagged)
        cairo_tag_begin (cr, mark->text, mark->attributes);
      break;
    case MARK_END_TAG:
      if (tagged)
        cairo_tag_end (cr, mark->text);
      break;
    case MARK_BEGIN_PLACE:
      cairo_save (cr);
      cairo_translate (cr, mark->box.x, mark->box.y);
      cairo_scale (cr, mark->scale, mark->scale);
      break;
    case MARK_END_PLACE:
      cairo_restore (cr);
      break;
    }
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
    draw_mark (cr, &g_array_index (self->marks, Mark, i), tagged);
}
