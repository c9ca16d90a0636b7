/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sheet-family-private.h"

#define FRAME_THICKNESS 1.5
#define FRAME_RADIUS 7.0

/* A QR code of an address, which is short: its modules are large. */
#define CODE_SIZE (18.0 * SK_POINTS_A_MM)
#define CODE_QUIET 4.0

static void
add (const SkFamilyGrid *grid,
     SkPageStack        *stack,
     const char         *text,
     double              size,
     PangoWeight         weight,
     double              width)
{
  sk_page_stack_add_text (stack, sk_page_lay_out (grid->plan->context, text, size, weight, width),
                          0.0, 1.0, "P");
}

/* The first line large, the others in a line each. */
static SkPageStack *
make_lines (const SkFamilyGrid *grid,
            SkPaperWords       *words,
            GPtrArray          *lines,
            double              width)
{
  SkPageStack *stack = sk_page_stack_new ();

  add (grid, stack, sk_paper_words_get (words, "help-home"), grid->text, PANGO_WEIGHT_BOLD, width);
  for (guint i = 0; i < lines->len; i++)
    {
      const SkHelpline *line = g_ptr_array_index (lines, i);
      g_autofree char *described = sk_helpline_describe (line, words, TRUE);
      g_autofree char *told =
        sk_paper_words_format (words, "comma", "a", line->name, "b", described, NULL);

      if (i == 0)
        {
          add (grid, stack, line->phone, grid->text * 1.9, PANGO_WEIGHT_BOLD, width);
          add (grid, stack, told, grid->text * 0.92, PANGO_WEIGHT_NORMAL, width);
        }
      else
        {
          g_autoptr (SkPageText) text = sk_page_text_new ();

          sk_page_text_add (text, line->phone, grid->text * 0.92, PANGO_WEIGHT_BOLD, SK_PAGE_BLACK);
          sk_page_text_add (text, "  ", grid->text * 0.92, PANGO_WEIGHT_NORMAL, SK_PAGE_BLACK);
          sk_page_text_add (text, told, grid->text * 0.92, PANGO_WEIGHT_NORMAL, SK_PAGE_BLACK);
          sk_page_stack_add_text (stack, sk_page_text_lay_out (text, grid->plan->context, width),
                                  0.0, 1.15, "P");
        }
    }

  return stack;
}

/* The site of the first line, as a code and in words. */
static void
draw_site (const SkFamilyGrid *grid,
           SkPageDrawing      *drawing,
           const SkHelpline   *line,
           double              x,
           double              y)
{
  g_autoptr (SkQr) code = sk_qr_new (line->url, NULL);
  g_autofree char *site = sk_helpline_dup_site (line);
  g_autoptr (PangoLayout) layout = sk_page_lay_out (grid->plan->context, site, grid->text * 0.8,
                                                    PANGO_WEIGHT_NORMAL, SK_PAGE_UNBROKEN);

  if (code != NULL)
    sk_page_drawing_add_code (drawing, code, x, y, CODE_SIZE);
  sk_page_drawing_begin_tag (drawing, "P", NULL);
  sk_page_drawing_add_text (drawing, layout, x + (CODE_SIZE - sk_page_layout_width (layout)) / 2.0,
                            y + CODE_SIZE + 3.0);
  sk_page_drawing_end_tag (drawing, "P");
}

/**
 * sk_family_draw_help:
 * @language: the first one of the paper, or the second
 * @width: of the frame
 * @height: (out): how high it is
 *
 * Returns: (transfer full): the help lines for somebody who reads that language, in a frame,
 *   with the site of the first one as a QR code
 */
SkPageDrawing *
sk_family_draw_help (const SkFamilyGrid *self,
                     guint               language,
                     double              width,
                     double             *height)
{
  SkPageDrawing *drawing = sk_page_drawing_new ();
  SkPaperWords *words = sk_sheet_plan_get_words (self->plan, language);
  const char * const languages[] = {self->plan->languages[language], NULL};
  g_autoptr (GPtrArray) lines = sk_helplines_for (self->plan->session, languages);
  double pad = self->text;
  double code_x = width - CODE_SIZE - 2.0 * pad;
  double caption = self->text + 3.0;
  g_autoptr (SkPageStack) stack = make_lines (self, words, lines, code_x - 2.2 * pad);
  double text_height = sk_page_stack_get_height (stack, 0, G_MAXUINT);

  *height = MAX (text_height + 1.6 * pad, CODE_SIZE + caption + 1.6 * pad);
  sk_page_drawing_add_box (drawing, (SkPageBox) {0.0, 0.0, width, *height}, FRAME_RADIUS,
                           FRAME_THICKNESS, SK_PAGE_WHITE);
  sk_page_stack_draw (stack, 0, G_MAXUINT, drawing, 1.1 * pad, (*height - text_height) / 2.0);
  draw_site (self, drawing, g_ptr_array_index (lines, 0), code_x,
             (*height - CODE_SIZE - caption) / 2.0 + 1.0);

  return drawing;
}
