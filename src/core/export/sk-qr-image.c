/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-qr-image.h"

#include <cairo.h>

/* In modules, as ISO/IEC 18004 asks. */
#define QUIET_ZONE 4

#define PIXELS_A_MODULE 4

static cairo_status_t
append_png (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_modules (cairo_t    *cr,
              const SkQr *code)
{
  const guint size = sk_qr_get_size (code);

  for (guint y = 0; y < size; y++)
    for (guint x = 0; x < size; x++)
      if (sk_qr_is_dark (code, x, y))
        cairo_rectangle (cr, x + QUIET_ZONE, y + QUIET_ZONE, 1, 1);
}

/**
 * sk_qr_image_to_png:
 *
 * Returns: (transfer full): a PNG of some pixels a module
 */
GBytes *
sk_qr_image_to_png (const SkQr *code)
{
  const int size = (int) (sk_qr_get_size (code) + 2 * QUIET_ZONE) * PIXELS_A_MODULE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_scale (cr, PIXELS_A_MODULE, PIXELS_A_MODULE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_modules (cr, code);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_png, png);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (png);
}

/**
 * sk_qr_image_to_svg:
 * @title: what a reader who does not see it is told, already escaped
 *
 * Returns: (transfer full): an `svg` element that can stand in HTML
 */
char *
sk_qr_image_to_svg (const SkQr *code,
                    const char *title)
{
  const guint size = sk_qr_get_size (code);
  const guint outer = size + 2 * QUIET_ZONE;
  GString *svg = g_string_new (NULL);

  g_string_append_printf (svg,
                          "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %u %u\" "
                          "shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%uv%uH0z\"/>"
                          "<path d=\"",
                          title, outer, outer, outer, outer);
  for (guint y = 0; y < size; y++)
    for (guint x = 0; x < size; x++)
      if (sk_qr_is_dark (code, x, y))
        g_string_append_printf (svg, "M%u %uh1v1h-1z", x + QUIET_ZONE, y + QUIET_ZONE);
  g_string_append (svg, "\"/></svg>");

  return g_string_free_and_steal (svg);
}
