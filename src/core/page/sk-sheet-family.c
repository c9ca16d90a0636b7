/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sheet-family-private.h"

/* A5 on its side, in points, and the white around what is printed. */
#define SIDE_WIDTH SK_PAPER_WIDTH
#define SIDE_HEIGHT (SK_PAPER_HEIGHT / 2.0)
#define MARGIN 28.0
#define COLUMN_GAP 36.0

/* From A5 to A4. */
#define ENLARGED G_SQRT2

#define TITLE_SIZE 1.9
#define RULE_THICKNESS 1.2

static const SkSheetSize sizes[] = {{10.0, 1.0}, {10.0, 0.8}, {10.0, 0.6}, {10.0, 0.4},
                                    {9.5, 0.6},  {9.5, 0.4},  {9.0, 0.6},  {9.0, 0.4}};
#define N_LARGE_SIZES 4

/* What is on the first side whatever is to be told: in points, how high its parts are. */
typedef struct
{
  SkFamilyGrid grid;
  GPtrArray *questions;
  GPtrArray *sides;       /* SkPageDrawing */
  double left[2];         /* where the column of each language begins */
  double help_width;
  double items_y;
  double help_y;
} Family;

static gboolean
is_in_two (const Family *family)
{
  return family->grid.plan->words->len > 1;
}

static double
draw_heading (Family        *family,
              SkPageDrawing *side,
              guint          language,
              double         x,
              double         y,
              const char    *key)
{
  SkFamilyGrid *grid = &family->grid;
  const char *words = sk_paper_words_get (sk_sheet_plan_get_words (grid->plan, language), key);
  g_autoptr (PangoLayout) layout =
    sk_page_lay_out (grid->plan->context, words, grid->text * 1.05, PANGO_WEIGHT_BOLD, grid->width);
  double bottom = y + sk_page_layout_height (layout) + 3.0;

  sk_page_drawing_begin_tag (side, "H2", NULL);
  sk_page_drawing_add_text (side, layout, x, y);
  sk_page_drawing_end_tag (side, "H2");
  sk_page_drawing_add_rule (side, x, bottom, grid->width, RULE_THICKNESS, SK_PAGE_BLACK);

  return bottom + 6.0 * MAX (grid->tight, 0.6);
}

/* What day it was and with whom; says where it ends. */
static double
draw_title (Family        *family,
            SkPageDrawing *side,
            guint          language)
{
  SkFamilyGrid *grid = &family->grid;
  const SkSheetPlan *plan = grid->plan;
  SkPaperWords *words = sk_sheet_plan_get_words (plan, language);
  g_autofree char *today = sk_sheet_plan_dup_today (plan, language);
  g_autofree char *date = sk_paper_words_date (words, sk_session_get_start (plan->session));
  g_autofree char *line =
    sk_paper_words_format (words, "comma", "a", sk_session_get_title (plan->session), "b", date,
                           NULL);
  double width = is_in_two (family) ? grid->width : SIDE_WIDTH - 2.0 * MARGIN;
  g_autoptr (PangoLayout) title =
    sk_page_lay_out (plan->context, today, grid->text * TITLE_SIZE, PANGO_WEIGHT_BOLD, width);
  g_autoptr (PangoLayout) below =
    sk_page_lay_out (plan->context, line, grid->text * 0.95, PANGO_WEIGHT_NORMAL, width);
  double x = family->left[language];

  sk_page_drawing_begin_tag (side, "H1", NULL);
  sk_page_drawing_add_text (side, title, x, MARGIN);
  sk_page_drawing_end_tag (side, "H1");
  sk_page_drawing_begin_tag (side, "P", NULL);
  sk_page_drawing_add_text (side, below, x, MARGIN + sk_page_layout_height (title));
  sk_page_drawing_end_tag (side, "P");

  return MARGIN + sk_page_layout_height (title) + sk_page_layout_height (below) +
         10.0 * MAX (grid->tight, 0.5);
}

/* A new side; in two languages with a line between them. */
static SkPageDrawing *
add_side (Family *family)
{
  SkPageDrawing *side = sk_page_drawing_new ();

  if (is_in_two (family))
    sk_page_drawing_add_upright (side, SIDE_WIDTH / 2.0, MARGIN, SIDE_HEIGHT - 2.0 * MARGIN, 0.8,
                                 SK_PAGE_RULE);
  g_ptr_array_add (family->sides, side);

  return side;
}

/* The questions of each language beside or below what was done; says how low the latter may come.
 */
static double
draw_questions (Family        *family,
                SkPageDrawing *side,
                double         top)
{
  guint n = family->grid.plan->words->len;
  double height = 0.0;
  double y = top;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SkPageStack) stack =
        sk_family_make_questions (&family->grid, i, family->questions);

      height = MAX (height, sk_page_stack_get_height (stack, 0, G_MAXUINT));
    }
  if (n > 1)
    y = family->help_y - 8.0 * family->grid.tight - height - family->grid.text * 2.3;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SkPageStack) stack =
        sk_family_make_questions (&family->grid, i, family->questions);
      double x = n > 1 ? family->left[i] : MARGIN + family->grid.width + COLUMN_GAP;
      double below = draw_heading (family, side, i, x, y, "to-talk-about");

      sk_page_stack_draw (stack, 0, G_MAXUINT, side, x, below - 3.5 * family->grid.tight);
    }

  return n > 1 ? y - 6.0 * family->grid.tight : family->help_y - 8.0 * family->grid.tight;
}

/* The help lines of each language, in frames that are as high, at the foot of a side. */
static void
draw_help (Family        *family,
           SkPageDrawing *side)
{
  guint n = family->grid.plan->words->len;
  double height = 0.0;

  for (guint i = 0; i < n; i++)
    height = MAX (height, sk_family_measure_help (&family->grid, i, family->help_width));

  family->help_y = SIDE_HEIGHT - MARGIN - height;
  for (guint i = 0; i < n; i++)
    sk_family_draw_help (&family->grid, i, side,
                         (SkPageBox) {family->left[i], family->help_y, family->help_width, height});
}

static double
draw_headings (Family        *family,
               SkPageDrawing *side,
               double         y)
{
  double below = y;

  for (guint i = 0; i < family->grid.plan->words->len; i++)
    {
      double end = draw_heading (family, side, i, family->left[i], y, "what-we-did");

      below = MAX (below, end);
    }

  return below;
}

/* What was done in a block, in each language of the paper. */
static GPtrArray *
make_item (Family  *family,
           SkBlock *block,
           double  *height)
{
  GPtrArray *stacks = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_page_stack_free);

  *height = 0.0;
  for (guint i = 0; i < family->grid.plan->words->len; i++)
    {
      SkPageStack *stack = sk_family_make_item (&family->grid, i, block);

      *height = MAX (*height, sk_page_stack_get_height (stack, 0, G_MAXUINT));
      g_ptr_array_add (stacks, stack);
    }

  return stacks;
}

/* What was done, in all languages at the same height; on as many further sides as it takes. */
static void
draw_items (Family        *family,
            SkPageDrawing *side,
            double         y,
            double         bottom)
{
  SkSession *session = family->grid.plan->session;

  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    {
      SkBlock *block = sk_session_get_block (session, i);
      g_autoptr (GPtrArray) stacks = NULL;
      double height;

      if (!sk_family_is_told (block))
        continue;

      stacks = make_item (family, block, &height);
      if (y + height > bottom)
        {
          side = add_side (family);
          y = draw_headings (family, side, MARGIN);
          bottom = SIDE_HEIGHT - MARGIN;
        }
      for (guint j = 0; j < stacks->len; j++)
        sk_page_stack_draw (g_ptr_array_index (stacks, j), 0, G_MAXUINT, side, family->left[j], y);
      y += height;
    }
}

static void
lay_out_sides (Family *family)
{
  SkPageDrawing *side = add_side (family);
  double y = 0.0;
  double bottom;

  for (guint i = 0; i < family->grid.plan->words->len; i++)
    {
      double end = draw_title (family, side, i);

      y = MAX (y, end);
    }
  draw_help (family, side);
  bottom = draw_questions (family, side, y);
  y = draw_headings (family, side, y);
  draw_items (family, side, y, bottom);
}

static void
family_init (Family            *family,
             const SkSheetPlan *plan,
             SkSheetSize        size)
{
  double inner = SIDE_WIDTH - 2.0 * MARGIN;

  family->grid = (SkFamilyGrid) {plan, size.text, size.tight, (inner - COLUMN_GAP) / 2.0};
  family->questions = sk_family_choose_questions (plan);
  family->sides = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_page_drawing_free);
  family->left[0] = MARGIN;
  family->left[1] = MARGIN + family->grid.width + COLUMN_GAP;
  family->help_width = plan->words->len > 1 ? family->grid.width : inner;
}

static void
family_clear (Family *family)
{
  g_clear_pointer (&family->questions, g_ptr_array_unref);
  g_clear_pointer (&family->sides, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Family, family_clear)

/* The sides in the first size in which they are fewest. */
static GPtrArray *
make_sides (const SkSheetPlan *plan)
{
  guint n = plan->large_print ? N_LARGE_SIZES : G_N_ELEMENTS (sizes);
  g_autoptr (GPtrArray) best = NULL;

  for (guint i = 0; i < n && (best == NULL || best->len > 1); i++)
    {
      g_auto (Family) family = {0};

      family_init (&family, plan, sizes[i]);
      lay_out_sides (&family);
      if (best == NULL || family.sides->len < best->len)
        {
          g_clear_pointer (&best, g_ptr_array_unref);
          best = g_ptr_array_ref (family.sides);
        }
    }

  return g_steal_pointer (&best);
}

/* Two sides on a paper: the same one twice where there is one alone, since two families share it.
 */
static SkPageDrawing *
put_two_on_page (GPtrArray *sides,
                 guint      first)
{
  SkPageDrawing *page = sk_page_drawing_new ();
  guint second = sides->len == 1 ? 0 : first + 1;

  sk_page_drawing_append (page, g_ptr_array_index (sides, first), 0.0, 0.0, 1.0);
  if (second < sides->len)
    sk_page_drawing_append (page, g_ptr_array_index (sides, second), 0.0, SIDE_HEIGHT, 1.0);
  sk_page_drawing_add_dots (page, MARGIN, SIDE_HEIGHT, SIDE_WIDTH - 2.0 * MARGIN);

  return page;
}

/**
 * sk_sheet_lay_out_family:
 * @plan: what there is to say
 *
 * Lays out the sheet to take home, as large as A5: two on a page of A4, or enlarged to one.
 *
 * Returns: (transfer full) (element-type SkPageDrawing): its pages
 */
GPtrArray *
sk_sheet_lay_out_family (SkSheetPlan *plan)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_page_drawing_free);
  g_autoptr (GPtrArray) sides = make_sides (plan);

  for (guint i = 0; i < sides->len; i += plan->large_print ? 1 : 2)
    {
      SkPageDrawing *page;

      if (plan->large_print)
        {
          page = sk_page_drawing_new ();
          sk_page_drawing_append (page, g_ptr_array_index (sides, i), 0.0, 0.0, ENLARGED);
        }
      else
        {
          page = put_two_on_page (sides, i);
        }
      g_ptr_array_add (pages, page);
    }

  return pages;
}
