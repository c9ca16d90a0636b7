/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-scale.h"

#include <math.h>

#include "session/sk-block.h"

/* In pixels a minute, at the usual size of text. */
#define LEAST 8.0
#define MOST 16.0
/* Of the height, for what is around the minutes. */
#define AROUND 50
#define USUAL_TEXT (11.0 * 96.0 / 72.0)

/**
 * sk_timeline_scale_get_text:
 * @widget: where text is shown
 *
 * Returns: how much larger its text is than the usual 11 points at 96 a inch; never below 1
 */
double
sk_timeline_scale_get_text (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    {
      int resolution = 96 * 1024;

      g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &resolution, NULL);
      size *= (resolution > 0 ? resolution / 1024.0 : 96.0) / 72.0;
    }
  return MAX (1.0, size / USUAL_TEXT);
}

/**
 * sk_timeline_scale_fit:
 * @height: of what can be seen at once
 * @minutes: that there are to show
 * @text: how much larger text is than usual
 * @zoom: what a person wants of it, 1 for what fits
 *
 * Returns: how many pixels a minute is high, so that all minutes are seen where that can be
 */
double
sk_timeline_scale_fit (int    height,
                       guint  minutes,
                       double text,
                       double zoom)
{
  const double fit = minutes > 0 ? (double) (height - AROUND) / minutes : MOST;

  return CLAMP (fit, LEAST * text, MOST * text) * zoom;
}

/**
 * sk_timeline_scale_snap:
 * @minutes: a length, as a pointer says it
 * @step: 1 or 5
 *
 * Returns: the nearest length that is a multiple of @step, and that a block can have
 */
guint
sk_timeline_scale_snap (double minutes,
                        guint  step)
{
  const double steps = round (minutes / step);

  return (guint) CLAMP (steps * step, step, SK_BLOCK_MAX_MINUTES);
}
