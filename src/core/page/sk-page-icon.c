/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-page-icon.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "sidekick-config.h"
#include "sk-core-resources.h"

/* The icons are drawn on a square of so many units. */
#define UNITS 16.0

/* What is left of a path's text, and where the pen is. */
typedef struct
{
  cairo_t *cr;
  const char *at;
  double x;
  double y;
  double start_x;
  double start_y;
  double control_x;      /* of the curve before, which a smooth one goes on from */
  double control_y;
} Pen;

static double
read_number (Pen *pen)
{
  char *end = NULL;
  double number;

  while (*pen->at != '\0' && strchr (" ,\t\n", *pen->at) != NULL)
    pen->at++;

  number = g_ascii_strtod (pen->at, &end);
  pen->at = end;
  return number;
}

/* The flags of an arc may stand against each other and the number that follows. */
static gboolean
read_flag (Pen *pen)
{
  while (*pen->at != '\0' && strchr (" ,\t\n", *pen->at) != NULL)
    pen->at++;

  return *pen->at != '\0' && *pen->at++ == '1';
}

static gboolean
is_number_next (Pen *pen)
{
  while (*pen->at != '\0' && strchr (" ,\t\n", *pen->at) != NULL)
    pen->at++;

  return *pen->at != '\0' && strchr ("+-.0123456789", *pen->at) != NULL;
}

static void
move_pen (Pen    *pen,
          double  x,
          double  y)
{
  pen->x = pen->control_x = x;
  pen->y = pen->control_y = y;
}

static void
draw_curve (Pen      *pen,
            double    from_x,
            double    from_y,
            gboolean  smooth)
{
  double x1 = smooth ? 2.0 * pen->x - pen->control_x : from_x + read_number (pen);
  double y1 = smooth ? 2.0 * pen->y - pen->control_y : from_y + read_number (pen);
  double x2 = from_x + read_number (pen);
  double y2 = from_y + read_number (pen);
  double x = from_x + read_number (pen);
  double y = from_y + read_number (pen);

  cairo_curve_to (pen->cr, x1, y1, x2, y2, x, y);
  move_pen (pen, x, y);
  pen->control_x = x2;
  pen->control_y = y2;
}

/* An arc from here to there, by its radii, as appendix B.2.4 of SVG 2 finds its centre; none of the
 * icons has a slanted one. */
static void
draw_arc (Pen    *pen,
          double  from_x,
          double  from_y)
{
  double rx = fabs (read_number (pen));
  double ry = fabs (read_number (pen));
  double slant = read_number (pen);
  gboolean large = read_flag (pen);
  gboolean sweep = read_flag (pen);
  double x = from_x + read_number (pen);
  double y = from_y + read_number (pen);
  double half_x = (pen->x - x) / 2.0 / rx;
  double half_y = (pen->y - y) / 2.0 / ry;
  double square = half_x * half_x + half_y * half_y;
  double grow = square > 1.0 ? sqrt (square) : 1.0;
  double factor = square > 1.0 ? 0.0 : sqrt ((1.0 - square) / square);
  double middle_x = (large == sweep ? -factor : factor) * half_y;
  double middle_y = (large == sweep ? factor : -factor) * half_x;
  double from = atan2 (half_y / grow - middle_y, half_x / grow - middle_x);
  double to = atan2 (-half_y / grow - middle_y, -half_x / grow - middle_x);

  g_return_if_fail (fabs (slant) < G_MINFLOAT);

  cairo_save (pen->cr);
  cairo_translate (pen->cr, (pen->x + x) / 2.0, (pen->y + y) / 2.0);
  cairo_scale (pen->cr, rx * grow, ry * grow);
  if (sweep)
    cairo_arc (pen->cr, middle_x, middle_y, 1.0, from, to);
  else
    cairo_arc_negative (pen->cr, middle_x, middle_y, 1.0, from, to);
  cairo_restore (pen->cr);
  move_pen (pen, x, y);
}

static void
draw_straight (Pen    *pen,
               double  x,
               double  y)
{
  cairo_line_to (pen->cr, x, y);
  move_pen (pen, x, y);
}

static void
draw_command (Pen  *pen,
              char  command)
{
  double from_x = g_ascii_islower (command) ? pen->x : 0.0;
  double from_y = g_ascii_islower (command) ? pen->y : 0.0;
  double x;

  switch (g_ascii_toupper (command))
    {
    case 'H':
      draw_straight (pen, from_x + read_number (pen), pen->y);
      break;
    case 'V':
      draw_straight (pen, pen->x, from_y + read_number (pen));
      break;
    case 'C':
      draw_curve (pen, from_x, from_y, FALSE);
      break;
    case 'S':
      draw_curve (pen, from_x, from_y, TRUE);
      break;
    case 'A':
      draw_arc (pen, from_x, from_y);
      break;
    default:
      x = from_x + read_number (pen);
      draw_straight (pen, x, from_y + read_number (pen));
      break;
    }
}

static void
begin_part (Pen  *pen,
            char  command)
{
  double from_x = command == 'm' ? pen->x : 0.0;
  double from_y = command == 'm' ? pen->y : 0.0;
  double x = from_x + read_number (pen);

  move_pen (pen, x, from_y + read_number (pen));
  cairo_move_to (pen->cr, pen->x, pen->y);
  pen->start_x = pen->x;
  pen->start_y = pen->y;
}

static void
draw_path (cairo_t    *cr,
           const char *path)
{
  Pen pen = {.cr = cr, .at = path};
  char command = '\0';

  while (*pen.at != '\0')
    {
      if (is_number_next (&pen))
        {
          draw_command (&pen, command);
          continue;
        }

      command = *pen.at == '\0' ? '\0' : *pen.at++;
      if (g_ascii_toupper (command) == 'M')
        {
          begin_part (&pen, command);
        }
      else if (g_ascii_toupper (command) == 'Z')
        {
          cairo_close_path (cr);
          move_pen (&pen, pen.start_x, pen.start_y);
        }
    }
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *wanted)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], wanted))
        return values[i];
    }

  return NULL;
}

static void
draw_element (GMarkupParseContext  *context,
              const char           *element,
              const char          **names,
              const char          **values,
              gpointer              user_data,
              GError              **error)
{
  cairo_t *cr = user_data;
  const char *path = find_attribute (names, values, "d");
  const char *radius = find_attribute (names, values, "r");

  if (path != NULL)
    {
      const char *rule = find_attribute (names, values, "fill-rule");

      cairo_set_fill_rule (cr, g_strcmp0 (rule, "evenodd") == 0 ? CAIRO_FILL_RULE_EVEN_ODD
                                                                : CAIRO_FILL_RULE_WINDING);
      draw_path (cr, path);
      cairo_fill (cr);
    }
  else if (radius != NULL)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, g_ascii_strtod (find_attribute (names, values, "cx"), NULL),
                 g_ascii_strtod (find_attribute (names, values, "cy"), NULL),
                 g_ascii_strtod (radius, NULL), 0.0, 2.0 * G_PI);
      cairo_fill (cr);
    }
}

/**
 * sk_page_icon_draw:
 * @cr: a context, with the colour that the icon gets
 * @name: what the icon is called: "theme-privacy"; one that is not there draws nothing
 * @x: its left edge
 * @y: its upper edge
 * @size: how wide and high it is
 *
 * Draws one of our own icons as shapes: of SVG it understands what those consist of, paths
 * and circles that are filled.
 */
void
sk_page_icon_draw (cairo_t    *cr,
                   const char *name,
                   double      x,
                   double      y,
                   double      size)
{
  static const GMarkupParser parser = {.start_element = draw_element};
  g_autofree char *path = g_strdup_printf (SK_RESOURCE_BASE "/paper/%s.svg", name);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize length;

  bytes = g_resource_lookup_data (sk_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / UNITS, size / UNITS);
  cairo_new_path (cr);
  text = g_bytes_get_data (bytes, &length);
  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, cr, NULL);
  g_markup_parse_context_parse (context, text, (gssize) length, NULL);
  cairo_restore (cr);
}
