/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-page-text.h"

#include <string.h>

/* Drawn letters are to be those that were measured, whatever they are drawn on. */
#define POINTS_AN_INCH 72.0

/* What letters look like: those of GNOME, or whatever there is. */
#define FAMILIES "Inter,Adwaita Sans,Noto Sans,sans-serif"
#define LARGE_FAMILIES "Inter Display," FAMILIES
#define LARGE_SIZE 18.0

struct _SkPageText
{
  GString *text;
  PangoAttrList *attributes;
};

/**
 * sk_page_context_new:
 * @language: that of the paper
 *
 * Returns: (transfer full): what lays out text in points, with fonts of its own, so that a
 *   sheet may be made in any thread
 */
PangoContext *
sk_page_context_new (const char *language)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), POINTS_AN_INCH);
  context = pango_font_map_create_context (fonts);

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_font_description_set_family (font, FAMILIES);
  pango_context_set_font_description (context, font);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_context_set_round_glyph_positions (context, FALSE);

  return context;
}

/**
 * sk_page_text_new:
 *
 * Returns: (transfer full): an empty text
 */
SkPageText *
sk_page_text_new (void)
{
  SkPageText *self = g_new0 (SkPageText, 1);

  self->text = g_string_new (NULL);
  self->attributes = pango_attr_list_new ();

  return self;
}

/**
 * sk_page_text_free:
 * @self: (transfer full): a text
 */
void
sk_page_text_free (SkPageText *self)
{
  g_string_free (self->text, TRUE);
  pango_attr_list_unref (self->attributes);
  g_free (self);
}

static void
add_attribute (SkPageText     *self,
               PangoAttribute *attribute,
               gsize           from)
{
  attribute->start_index = (guint) from;
  attribute->end_index = (guint) self->text->len;
  pango_attr_list_insert (self->attributes, attribute);
}

/**
 * sk_page_text_add:
 * @size: in points
 *
 * Adds words to a text.
 */
void
sk_page_text_add (SkPageText *self,
                  const char *text,
                  double      size,
                  PangoWeight weight,
                  double      grey)
{
  guint16 light = (guint16) (grey * G_MAXUINT16);
  gsize from = self->text->len;

  g_string_append (self->text, text);
  if (size >= LARGE_SIZE)
    add_attribute (self, pango_attr_family_new (LARGE_FAMILIES), from);
  add_attribute (self, pango_attr_size_new (pango_units_from_double (size)), from);
  add_attribute (self, pango_attr_weight_new (weight), from);
  add_attribute (self, pango_attr_foreground_new (light, light, light), from);
}

/**
 * sk_page_text_lay_out:
 * @width: where lines are broken, or %SK_PAGE_UNBROKEN
 *
 * Returns: (transfer full): the text in lines
 */
PangoLayout *
sk_page_text_lay_out (SkPageText   *self,
                      PangoContext *context,
                      double        width)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_text (layout, self->text->str, (int) self->text->len);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0.0)
    pango_layout_set_width (layout, pango_units_from_double (width));

  return layout;
}

/**
 * sk_page_lay_out:
 * @size: in points
 * @width: where lines are broken, or %SK_PAGE_UNBROKEN
 *
 * Returns: (transfer full): a text in one size and weight, in lines
 */
PangoLayout *
sk_page_lay_out (PangoContext *context,
                 const char   *text,
                 double        size,
                 PangoWeight   weight,
                 double        width)
{
  g_autoptr (SkPageText) words = sk_page_text_new ();

  sk_page_text_add (words, text, size, weight, SK_PAGE_BLACK);

  return sk_page_text_lay_out (words, context, width);
}

/**
 * sk_page_lay_out_figures:
 * @size: in points
 *
 * Returns: (transfer full): a time or a number, whose figures are all as wide
 */
PangoLayout *
sk_page_lay_out_figures (PangoContext *context,
                         const char   *text,
                         double        size,
                         PangoWeight   weight)
{
  g_autoptr (SkPageText) words = sk_page_text_new ();

  sk_page_text_add (words, text, size, weight, SK_PAGE_BLACK);
  add_attribute (words, pango_attr_font_features_new ("tnum"), 0);

  return sk_page_text_lay_out (words, context, SK_PAGE_UNBROKEN);
}

/**
 * sk_page_layout_width:
 *
 * Returns: how wide the longest line is, in points
 */
double
sk_page_layout_width (PangoLayout *layout)
{
  PangoRectangle place;

  pango_layout_get_extents (layout, NULL, &place);
  return pango_units_to_double (place.width);
}

/**
 * sk_page_layout_height:
 *
 * Returns: how high all lines are, in points
 */
double
sk_page_layout_height (PangoLayout *layout)
{
  PangoRectangle place;

  pango_layout_get_extents (layout, NULL, &place);
  return pango_units_to_double (place.height);
}

/**
 * sk_page_layout_baseline:
 *
 * Returns: how far below the upper edge the first line stands, in points
 */
double
sk_page_layout_baseline (PangoLayout *layout)
{
  return pango_units_to_double (pango_layout_get_baseline (layout));
}
