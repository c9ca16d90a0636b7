/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sheet-family-private.h"

#define FRAME_THICKNESS 1.5
#define FRAME_RADIUS 7.0

/* A QR code of an address, which is short: its modules are large. */
#define CODE_SIZE (18.0 * SK_POINTS_A_MM)

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

static GPtrArray *
choose_lines (const SkFamilyGrid *grid,
              guint               language)
{
  const char * const languages[] = {grid->plan->languages[language], NULL};

  return sk_helplines_for (grid->plan->session, languages);
}

static double
get_code_x (const SkFamilyGrid *grid,
            double              width)
{
  return width - CODE_SIZE - 2.0 * grid->text;
}

/* What is above and below the words in a frame. */
static double
get_free (const SkFamilyGrid *grid)
{
  return 1.6 * grid->text;
}

static double
get_code_height (const SkFamilyGrid *grid)
{
  return CODE_SIZE + grid->text + 3.0;
}

/**
 * sk_family_measure_help:
 * @language: the first one of the paper, or the second
 * @width: of the frame
 *
 * Returns: how high the frame of the help lines must be
 */
double
sk_family_measure_help (const SkFamilyGrid *self,
                        guint               language,
                        double              width)
{
  g_autoptr (GPtrArray) lines = choose_lines (self, language);
  g_autoptr (SkPageStack) stack = make_lines (self, sk_sheet_plan_get_words (self->plan, language),
                                              lines, get_code_x (self, width) - 2.2 * self->text);

  return MAX (sk_page_stack_get_height (stack, 0, G_MAXUINT), get_code_height (self)) +
         get_free (self);
}

/**
 * sk_family_draw_help:
 * @language: the first one of the paper, or the second
 * @side: what is drawn on
 * @box: where
 *
 * Draws the help lines for somebody who reads that language, in a frame, with the site of the
 * first one as a QR code.
 */
void
sk_family_draw_help (const SkFamilyGrid *self,
                     guint               language,
                     SkPageDrawing      *side,
                     SkPageBox           box)
{
  g_autoptr (GPtrArray) lines = choose_lines (self, language);
  double code_x = get_code_x (self, box.width);
  g_autoptr (SkPageStack) stack = make_lines (self, sk_sheet_plan_get_words (self->plan, language),
                                              lines, code_x - 2.2 * self->text);
  double height = sk_page_stack_get_height (stack, 0, G_MAXUINT);

  sk_page_drawing_add_box (side, box, FRAME_RADIUS, FRAME_THICKNESS, SK_PAGE_WHITE);
  sk_page_stack_draw (stack, 0, G_MAXUINT, side, box.x + 1.1 * self->text,
                      box.y + (box.height - height) / 2.0);
  draw_site (self, side, g_ptr_array_index (lines, 0), box.x + code_x,
             box.y + (box.height - get_code_height (self)) / 2.0 + 1.0);
}
