/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sk-sheet-leader-private.h"

#define HEADER_RULE 2.0
#define ROW_RULE 0.7
#define END_RULE 2.0

static double
pad (const SkLeaderGrid *grid)
{
  return 5.5 * grid->unit * grid->tight;
}

static PangoLayout *
set_figures (const SkLeaderGrid *grid,
             const char         *figures,
             double              size,
             PangoWeight         weight)
{
  return sk_page_lay_out_figures (grid->plan->context, figures, size, weight);
}

/* A text that ends at the right edge of a column, in a stack of its own. */
static void
add_right (SkPageStack *stack,
           PangoLayout *layout,
           double       right)
{
  sk_page_stack_add_text (stack, layout, right - sk_page_layout_width (layout), 1.0, NULL);
}

static void
add_lock (const SkLeaderGrid *grid,
          SkPageStack        *stack)
{
  g_autofree char *words = sk_sheet_plan_join (grid->plan, "locked", "\n");
  double indent = 11.0 * grid->unit;

  sk_page_stack_add_marked (
    stack, sk_leader_set (grid, words, grid->caption, PANGO_WEIGHT_SEMIBOLD, SK_PAGE_UNBROKEN),
    indent, SK_LEADER_LEADING, "P", sk_leader_draw_icon ("lock", 7.5 * grid->unit, indent));
}

/* The three columns before what is done: when, how long, and how long it was. */
static void
add_times (const SkLeaderGrid *grid,
           SkPageRow          *row,
           int                 start,
           gboolean            locked,
           guint               minutes,
           PangoWeight         weight)
{
  SkPageStack *time = sk_page_row_add_cell (row, 0.0, SK_PAGE_NO_UPRIGHT, "TH");
  SkPageStack *length = sk_page_row_add_cell (row, 0.0, SK_PAGE_NO_UPRIGHT, "TD");
  g_autofree char *clock = sk_sheet_plan_clock (grid->plan, 0, start);
  g_autofree char *number = g_strdup_printf ("%u", minutes);

  sk_page_stack_add_text (time, set_figures (grid, clock, grid->heading * 1.1, weight), 0.0, 1.0,
                          NULL);
  if (locked)
    add_lock (grid, time);
  if (minutes > 0)
    add_right (length, set_figures (grid, number, grid->heading, PANGO_WEIGHT_NORMAL),
               grid->minutes_right);
}

static void
add_actual (const SkLeaderGrid *grid,
            SkPageRow          *row)
{
  SkPageStack *stack = sk_page_row_add_cell (row, 0.0, SK_PAGE_NO_UPRIGHT, "TD");
  SkPageDrawing *drawing = sk_page_drawing_new ();
  double height = grid->heading * 1.21;

  sk_page_drawing_add_dots (drawing, grid->actual_x, height, grid->actual_width);
  sk_page_stack_add (stack, drawing, height, NULL);
}

static double
what_width (const SkLeaderGrid *grid)
{
  return grid->materials_x - 2.0 * SK_LEADER_GUTTER - grid->what_x;
}

/* The title of a block, in as many columns as there are languages that call it otherwise; whether
 * there is one column alone, and in it room for what else there is to say. */
static gboolean
add_what (const SkLeaderGrid *grid,
          SkPageRow          *row,
          SkBlock            *block,
          const SkSlot       *slot,
          double              width)
{
  guint n = sk_leader_count_titles (grid, block);
  double column = (width - (n - 1) * SK_LEADER_GUTTER) / n;
  guint last = grid->plan->words->len - 1;

  for (guint i = 0; i < n; i++)
    {
      SkPageStack *stack =
        sk_page_row_add_cell (row, grid->what_x + i * (column + SK_LEADER_GUTTER),
                              SK_PAGE_NO_UPRIGHT, "TD");

      sk_leader_add_title (grid, stack, i, n == 1 ? last : i, block, slot, NULL, column);
      if (n == 1)
        sk_leader_add_texts (grid, stack, block, width);
    }

  return n == 1;
}

static gboolean
has_texts (SkBlock *block)
{
  const char *goal = sk_block_get_goal (block);
  const char *note = sk_block_get_note (block);

  return (goal != NULL && *goal != '\0') || (note != NULL && *note != '\0');
}

/* Below titles that differ, what is written in one language: from edge to edge. */
static void
add_shared_texts (const SkLeaderGrid *grid,
                  SkPageRow          *row,
                  SkBlock            *block,
                  double              width)
{
  SkPageStack *stack;

  sk_page_row_add_band (row, SK_PAGE_NO_UPRIGHT);
  sk_page_row_join_band (row);
  stack = sk_page_row_add_cell (row, grid->what_x, SK_PAGE_NO_UPRIGHT, "TD");
  sk_leader_add_texts (grid, stack, block, width);
}

static void
add_lane (const SkLeaderGrid *grid,
          SkPageStack        *stack,
          SkBlock            *lane,
          guint               number,
          double              width)
{
  g_autofree char *letter = g_strdup_printf ("%c · ", 'A' + (int) number);
  double free = 2.5 * grid->unit * grid->tight;
  guint n = sk_leader_count_titles (grid, lane);
  guint last = grid->plan->words->len - 1;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        sk_page_stack_add_space (stack, free);
      sk_leader_add_title (grid, stack, i, n == 1 ? last : i, lane, NULL, letter, width);
    }
  sk_leader_add_texts (grid, stack, lane, width);
  sk_page_stack_add_space (stack, free);
  sk_leader_add_ticks (grid, stack, lane, grid->indent, width - grid->indent);
}

/* The lanes of groups, side by side over the whole width that is left. */
static void
add_lanes (const SkLeaderGrid *grid,
           SkPageRow          *row,
           GPtrArray          *lanes)
{
  double column =
    (grid->width - grid->what_x - (lanes->len - 1) * 2.0 * SK_LEADER_GUTTER) / lanes->len;

  sk_page_row_add_band (row, grid->what_x - SK_LEADER_GUTTER);
  for (guint i = 0; i < lanes->len; i++)
    {
      double x = grid->what_x + i * (column + 2.0 * SK_LEADER_GUTTER);
      SkPageStack *stack =
        sk_page_row_add_cell (row, x, i > 0 ? x - SK_LEADER_GUTTER : SK_PAGE_NO_UPRIGHT, "TD");

      add_lane (grid, stack, g_ptr_array_index (lanes, i), i, column);
    }
}

/**
 * sk_leader_row_new:
 * @position: a block of the session
 *
 * Returns: (transfer full): the row of the block: when, how long, what and how, and what to
 *   put ready; the lanes of groups in columns
 */
SkPageRow *
sk_leader_row_new (const SkLeaderGrid *self,
                   guint               position)
{
  SkBlock *block = sk_session_get_block (self->plan->session, position);
  const SkSlot *slot = sk_timetable_get_slot (self->plan->timetable, position);
  GPtrArray *lanes = sk_block_get_lanes (block);
  gboolean in_groups =
    sk_block_get_kind (block) == SK_BLOCK_GROUPS && lanes != NULL && lanes->len > 0;
  double width = in_groups ? self->width - self->what_x : what_width (self);
  SkPageRow *row = sk_page_row_new (pad (self), pad (self));
  gboolean whole;

  sk_page_row_set_rule (row, ROW_RULE, SK_PAGE_RULE);
  sk_page_row_add_band (row, SK_PAGE_NO_UPRIGHT);
  add_times (self, row, slot->start, slot->locked, slot->minutes, PANGO_WEIGHT_BOLD);
  add_actual (self, row);
  whole = add_what (self, row, block, slot, width);
  if (!in_groups)
    {
      SkPageStack *stack =
        sk_page_row_add_cell (row, self->materials_x, self->materials_x - SK_LEADER_GUTTER, "TD");
      sk_leader_add_ticks (self, stack, block, 0.0, self->width - self->materials_x);
    }
  if (!whole && has_texts (block))
    add_shared_texts (self, row, block, width);
  if (in_groups)
    add_lanes (self, row, lanes);

  return row;
}

/**
 * sk_leader_row_new_header:
 *
 * Returns: (transfer full): the row that names the columns
 */
SkPageRow *
sk_leader_row_new_header (const SkLeaderGrid *self)
{
  SkPageRow *row = sk_page_row_new (0.0, 5.0 * self->unit * self->tight);
  double xs[] = {0.0, 0.0, self->actual_x, self->what_x, self->materials_x};
  static const char * const keys[] = {"column-time", "column-minutes", "column-actual",
                                      "column-what", "column-materials"};

  sk_page_row_set_rule (row, HEADER_RULE, SK_PAGE_BLACK);
  sk_page_row_add_band (row, SK_PAGE_NO_UPRIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      SkPageStack *stack = sk_page_row_add_cell (row, xs[i], SK_PAGE_NO_UPRIGHT, "TH");
      const char *between = i < 3 ? "\n" : " / ";
      g_autofree char *words = sk_sheet_plan_join (self->plan, keys[i], between);
      PangoLayout *layout =
        sk_leader_set (self, words, self->caption, PANGO_WEIGHT_BOLD, SK_PAGE_UNBROKEN);

      if (i == 1)
        add_right (stack, layout, self->minutes_right);
      else
        sk_page_stack_add_text (stack, layout, 0.0, 1.0, NULL);
    }

  return row;
}

/**
 * sk_leader_row_new_free:
 * @start: when it begins, in minutes from the start of the session
 * @minutes: how long it is
 *
 * Returns: (transfer full): the row of minutes that nothing is planned for
 */
SkPageRow *
sk_leader_row_new_free (const SkLeaderGrid *self,
                        int                 start,
                        guint               minutes)
{
  SkPageRow *row = sk_page_row_new (pad (self), pad (self));
  g_autoptr (GString) text = g_string_new (NULL);
  SkPageStack *stack;

  for (guint i = 0; i < self->plan->words->len; i++)
    {
      SkPaperWords *words = sk_sheet_plan_get_words (self->plan, i);
      g_autofree char *length = sk_paper_words_minutes (words, minutes);
      g_autofree char *free = sk_paper_words_format (words, "free", "minutes", length, NULL);

      g_string_append_printf (text, "%s%s", i > 0 ? " / " : "", free);
    }

  sk_page_row_set_rule (row, ROW_RULE, SK_PAGE_RULE);
  sk_page_row_add_band (row, SK_PAGE_NO_UPRIGHT);
  add_times (self, row, start, FALSE, minutes, PANGO_WEIGHT_NORMAL);
  add_actual (self, row);
  stack = sk_page_row_add_cell (row, self->what_x + self->indent, SK_PAGE_NO_UPRIGHT, "TD");
  sk_page_stack_add_text (stack,
                          sk_leader_set (self, text->str, self->text, PANGO_WEIGHT_NORMAL,
                                         what_width (self)),
                          0.0, 1.0, NULL);

  return row;
}

/**
 * sk_leader_row_new_end:
 *
 * Returns: (transfer full): the row of the bell, or of when the blocks end where there is none
 */
SkPageRow *
sk_leader_row_new_end (const SkLeaderGrid *self)
{
  SkTimetable *timetable = self->plan->timetable;
  SkPageRow *row = sk_page_row_new (pad (self), pad (self));
  gboolean bell = sk_timetable_has_bell (timetable);
  int end = bell ? sk_timetable_get_bell (timetable) : sk_timetable_get_end (timetable);
  g_autofree char *words =
    sk_sheet_plan_join (self->plan,
                        bell && sk_sheet_plan_is_school (self->plan) ? "bell" : "finish", " / ");
  SkPageStack *stack;

  sk_page_row_set_rule (row, END_RULE, SK_PAGE_BLACK);
  sk_page_row_add_band (row, SK_PAGE_NO_UPRIGHT);
  add_times (self, row, end, bell, 0, PANGO_WEIGHT_BOLD);
  stack = sk_page_row_add_cell (row, self->what_x, SK_PAGE_NO_UPRIGHT, "TD");
  sk_page_stack_add_text (stack,
                          sk_leader_set (self, words, self->heading, PANGO_WEIGHT_BOLD,
                                         what_width (self)),
                          0.0, 1.0, NULL);

  return row;
}
