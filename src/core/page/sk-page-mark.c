/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-page-mark.h"

#include "sk-page-icon.h"

/* Modules are as wide as they are, less nothing: a hair more, so that no white shows between two.
 */
#define CODE_OVERLAP 0.02

#define DOT_LENGTH 0.01
#define DOT_GAP 2.0

/**
 * sk_page_mark_clear:
 *
 * Lets go of what a mark holds.
 */
void
sk_page_mark_clear (SkPageMark *self)
{
  g_clear_pointer (&self->line, pango_layout_line_unref);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->attributes, g_free);
  g_clear_pointer (&self->modules, g_bytes_unref);
}

/**
 * sk_page_mark_copy:
 * @copy: (out caller-allocates): another mark, which holds the same
 *
 * Copies a mark.
 */
void
sk_page_mark_copy (const SkPageMark *self,
                   SkPageMark       *copy)
{
  *copy = *self;
  if (self->line != NULL)
    pango_layout_line_ref (self->line);
  if (self->layout != NULL)
    g_object_ref (self->layout);
  if (self->modules != NULL)
    g_bytes_ref (self->modules);
  copy->text = g_strdup (self->text);
  copy->attributes = g_strdup (self->attributes);
}

static void
set_grey (cairo_t *cr,
          double   grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

static void
draw_stroke (cairo_t          *cr,
             const SkPageMark *mark)
{
  static const double dots[] = {DOT_LENGTH, DOT_GAP};

  cairo_save (cr);
  set_grey (cr, mark->grey);
  cairo_set_line_width (cr, mark->thickness);
  if (mark->kind == SK_PAGE_MARK_DOTS)
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
draw_box (cairo_t          *cr,
          const SkPageMark *mark)
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
draw_arc (cairo_t          *cr,
          const SkPageMark *mark)
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
draw_code (cairo_t          *cr,
           const SkPageMark *mark)
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
draw_line (cairo_t          *cr,
           const SkPageMark *mark)
{
  set_grey (cr, SK_PAGE_BLACK);
  cairo_move_to (cr, mark->box.x, mark->box.y);
  pango_cairo_show_layout_line (cr, mark->line);
}

/**
 * sk_page_mark_draw:
 * @tagged: whether tags are drawn too
 *
 * Draws a mark.
 */
void
sk_page_mark_draw (const SkPageMark *self,
                   cairo_t          *cr,
                   gboolean          tagged)
{
  switch (self->kind)
    {
    case SK_PAGE_MARK_LINE:
      draw_line (cr, self);
      break;
    case SK_PAGE_MARK_STROKE:
    case SK_PAGE_MARK_DOTS:
      draw_stroke (cr, self);
      break;
    case SK_PAGE_MARK_BOX:
      draw_box (cr, self);
      break;
    case SK_PAGE_MARK_ARC:
      draw_arc (cr, self);
      break;
    case SK_PAGE_MARK_ICON:
      set_grey (cr, self->grey);
      sk_page_icon_draw (cr, self->text, self->box.x, self->box.y, self->box.width);
      break;
    case SK_PAGE_MARK_CODE:
      draw_code (cr, self);
      break;
    case SK_PAGE_MARK_BEGIN_TAG:
      if (tagged)
        cairo_tag_begin (cr, self->text, self->attributes);
      break;
    case SK_PAGE_MARK_END_TAG:
      if (tagged)
        cairo_tag_end (cr, self->text);
      break;
    case SK_PAGE_MARK_BEGIN_PLACE:
      cairo_save (cr);
      cairo_translate (cr, self->box.x, self->box.y);
      cairo_scale (cr, self->scale, self->scale);
      break;
    case SK_PAGE_MARK_END_PLACE:
      cairo_restore (cr);
      break;
    }
}
