/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sk-sheet-leader-private.h"

#define HEADER_RULE 2.0
#define ROW_RULE 0.7
#define END_RULE 2.0

#define TICK_SIZE 8.0
#define TICK_THICKNESS 1.0

static double
pad (const SkLeaderGrid *grid)
{
  return 5.5 * grid->unit * grid->tight;
}

/* A text in one size, in the width of a cell. */
static PangoLayout *
set (const SkLeaderGrid *grid,
     const char         *text,
     double              size,
     PangoWeight         weight,
     double              width)
{
  return sk_page_lay_out (grid->plan->context, text, size, weight, width);
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
  sk_page_stack_add_text (stack, layout, right - sk_page_layout_width (layout), SK_LEADER_LEADING,
                          NULL);
}

static SkPageDrawing *
draw_tick (const SkLeaderGrid *grid,
           double              indent)
{
  SkPageDrawing *drawing = sk_page_drawing_new ();
  double size = TICK_SIZE * grid->unit;

  sk_page_drawing_add_box (drawing, (SkPageBox) {-indent, -size * 0.92, size, size},
                           1.6 * grid->unit, TICK_THICKNESS, SK_PAGE_WHITE);

  return drawing;
}

static SkPageDrawing *
draw_icon (const char *name,
           double      size,
           double      indent)
{
  SkPageDrawing *drawing = sk_page_drawing_new ();

  sk_page_drawing_add_icon (drawing, name, -indent, -size * 0.86, size, SK_PAGE_BLACK);

  return drawing;
}

static void
add_tick (const SkLeaderGrid *grid,
          SkPageStack        *stack,
          const char         *thing,
          double              x,
          double              width)
{
  double indent = 13.0 * grid->unit;

  sk_page_stack_add_marked (stack,
                            set (grid, thing, grid->text, PANGO_WEIGHT_NORMAL, width - indent),
                            x + indent, SK_LEADER_LEADING, "LI", draw_tick (grid, indent));
}

static gboolean
is_among (const char         *word,
          const char * const *materials)
{
  g_autofree char *wanted = g_utf8_casefold (word, -1);

  for (guint i = 0; materials != NULL && materials[i] != NULL; i++)
    {
      g_autofree char *material = g_utf8_casefold (materials[i], -1);

      if (strstr (material, wanted) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* What to put ready: what was written down, and what the tool says that it needs. */
static void
add_ticks (const SkLeaderGrid *grid,
           SkPageStack        *stack,
           SkBlock            *block,
           double              x,
           double              width)
{
  const char * const *materials = sk_block_get_materials (block);
  SkResource *resource = sk_block_get_resource (block);
  const char * const *needs = resource != NULL ? sk_resource_get_needs (resource) : NULL;

  for (guint i = 0; materials != NULL && materials[i] != NULL; i++)
    add_tick (grid, stack, materials[i], x, width);

  for (guint i = 0; needs != NULL && needs[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat ("need-", needs[i], NULL);
      g_autofree char *words = NULL;

      if (!sk_paper_words_has (sk_sheet_plan_get_words (grid->plan, 0), key))
        continue;
      words = sk_sheet_plan_join (grid->plan, key, " / ");
      if (!is_among (words, materials))
        add_tick (grid, stack, words, x, width);
    }
}

static void
add_caption (GString    *captions,
             const char *caption)
{
  if (caption == NULL || *caption == '\0')
    return;
  if (captions->len > 0)
    g_string_append (captions, " · ");
  g_string_append (captions, caption);
}

/* What stands small after a title: who made it, who does it, what they do, what to know of its
 * length. */
static char *
describe (const SkLeaderGrid *grid,
          guint               language,
          SkBlock            *block)
{
  SkPaperWords *words = sk_sheet_plan_get_words (grid->plan, language);
  SkResource *resource = sk_block_get_resource (block);
  const char * const *publishers = resource != NULL ? sk_resource_get_publishers (resource) : NULL;
  GString *captions = g_string_new (NULL);

  if (publishers != NULL)
    add_caption (captions, publishers[0]);
  if (sk_block_get_size (block) > 0)
    {
      g_autofree char *people =
        sk_paper_words_people (words, grid->plan->session, sk_block_get_size (block));

      add_caption (captions, people);
    }
  add_caption (captions, sk_paper_words_activity (words, sk_block_get_activity (block)));
  if (sk_block_get_minutes_guessed (block))
    add_caption (captions, sk_paper_words_get (words, "guessed"));
  if (sk_block_get_skippable (block))
    add_caption (captions, sk_paper_words_get (words, "skippable"));
  if (sk_block_get_kind (block) == SK_BLOCK_DEBRIEF || sk_block_get_kind (block) == SK_BLOCK_HELP)
    add_caption (captions, sk_paper_words_get (words, "not-shorter"));

  return g_string_free_and_steal (captions);
}

/* What goes wrong with a block, in words that stand out. */
static char *
warn (const SkLeaderGrid *grid,
      guint               language,
      SkBlock            *block,
      const SkSlot       *slot)
{
  SkPaperWords *words = sk_sheet_plan_get_words (grid->plan, language);
  GString *warnings = g_string_new (NULL);

  if (sk_block_get_withdrawn (block))
    add_caption (warnings, sk_paper_words_get (words, "withdrawn"));
  if (slot != NULL && slot->overrun > 0)
    {
      g_autofree char *minutes = sk_paper_words_minutes (words, slot->overrun);
      g_autofree char *clock =
        sk_sheet_plan_clock (grid->plan, language,
                             slot->start + (int) slot->minutes - (int) slot->overrun);
      g_autofree char *past =
        sk_paper_words_format (words, "past-time", "minutes", minutes, "clock", clock, NULL);

      add_caption (warnings, past);
    }

  return g_string_free_and_steal (warnings);
}

/* The title of a block with what stands small after it, and the warnings below. */
static void
add_title (const SkLeaderGrid *grid,
           SkPageStack        *stack,
           guint               language,
           SkBlock            *block,
           const SkSlot       *slot,
           const char         *letter,
           double              width)
{
  SkPaperWords *words = sk_sheet_plan_get_words (grid->plan, language);
  g_autofree char *title = sk_paper_words_title (words, block);
  g_autofree char *captions = describe (grid, language, block);
  g_autofree char *warnings = warn (grid, language, block, slot);
  g_autofree char *icon = sk_sheet_dup_icon (block);
  g_autoptr (SkPageText) text = sk_page_text_new ();

  if (letter != NULL)
    sk_page_text_add (text, letter, grid->heading, PANGO_WEIGHT_BOLD, SK_PAGE_BLACK);
  sk_page_text_add (text, title, grid->heading, PANGO_WEIGHT_BOLD, SK_PAGE_BLACK);
  sk_page_text_add (text, "  ", grid->caption, PANGO_WEIGHT_NORMAL, SK_PAGE_DARK);
  sk_page_text_add (text, captions, grid->caption, PANGO_WEIGHT_NORMAL, SK_PAGE_DARK);
  sk_page_stack_add_marked (stack,
                            sk_page_text_lay_out (text, grid->plan->context, width - grid->indent),
                            grid->indent, 1.0, "H2",
                            draw_icon (icon, 12.0 * grid->unit, grid->indent));
  if (*warnings != '\0')
    sk_page_stack_add_marked (stack,
                              set (grid, warnings, grid->text, PANGO_WEIGHT_BOLD,
                                   width - 2.0 * grid->indent),
                              2.0 * grid->indent, SK_LEADER_LEADING, "P",
                              draw_icon ("warning", 10.0 * grid->unit, grid->indent));
}

/* What and why, and the private note, both in the words of whoever wrote them. */
static void
add_texts (const SkLeaderGrid *grid,
           SkPageStack        *stack,
           SkBlock            *block,
           double              width)
{
  const char *goal = sk_block_get_goal (block);
  const char *note = sk_block_get_note (block);
  double free = 2.5 * grid->unit * grid->tight;
  SkPageBox ground = {grid->indent, 3.0 * grid->unit, width - grid->indent, 3.0 * grid->unit};

  if (goal != NULL && *goal != '\0')
    {
      sk_page_stack_add_space (stack, free);
      sk_page_stack_add_text (stack,
                              set (grid, goal, grid->text, PANGO_WEIGHT_NORMAL,
                                   width - grid->indent),
                              grid->indent, SK_LEADER_LEADING, "P");
    }
  if (note != NULL && *note != '\0')
    {
      sk_page_stack_add_space (stack, free * 1.6);
      sk_page_stack_add_note (stack,
                              set (grid, note, grid->text, PANGO_WEIGHT_NORMAL,
                                   ground.width - 16.0 * grid->unit),
                              ground, SK_LEADER_LEADING);
    }
}

static void
add_lock (const SkLeaderGrid *grid,
          SkPageStack        *stack)
{
  g_autofree char *words = sk_sheet_plan_join (grid->plan, "locked", "\n");
  double indent = 11.0 * grid->unit;

  sk_page_stack_add_marked (
    stack, set (grid, words, grid->caption, PANGO_WEIGHT_SEMIBOLD, SK_PAGE_UNBROKEN), indent,
    SK_LEADER_LEADING, "P", draw_icon ("lock", 7.5 * grid->unit, indent));
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

/* The titles of a block, in as many columns as there are languages; the last one is given back. */
static SkPageStack *
add_what (const SkLeaderGrid *grid,
          SkPageRow          *row,
          SkBlock            *block,
          const SkSlot       *slot,
          double              width)
{
  guint n = grid->plan->words->len;
  double column = (width - (n - 1) * SK_LEADER_GUTTER) / n;
  SkPageStack *stack = NULL;

  for (guint i = 0; i < n; i++)
    {
      stack = sk_page_row_add_cell (row, grid->what_x + i * (column + SK_LEADER_GUTTER),
                                    SK_PAGE_NO_UPRIGHT, "TD");
      add_title (grid, stack, i, block, slot, NULL, column);
    }

  return stack;
}

static gboolean
has_texts (SkBlock *block)
{
  const char *goal = sk_block_get_goal (block);
  const char *note = sk_block_get_note (block);

  return (goal != NULL && *goal != '\0') || (note != NULL && *note != '\0');
}

/* Below the titles in two languages, what is written in one: from edge to edge. */
static void
add_shared_texts (const SkLeaderGrid *grid,
                  SkPageRow          *row,
                  SkBlock            *block,
                  double              width)
{
  SkPageStack *stack;

  sk_page_row_add_band (row, SK_PAGE_NO_UPRIGHT);
  stack = sk_page_row_add_cell (row, grid->what_x, SK_PAGE_NO_UPRIGHT, "TD");
  add_texts (grid, stack, block, width);
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

  for (guint i = 0; i < grid->plan->words->len; i++)
    {
      if (i > 0)
        sk_page_stack_add_space (stack, free);
      add_title (grid, stack, i, lane, NULL, letter, width);
    }
  add_texts (grid, stack, lane, width);
  sk_page_stack_add_space (stack, free);
  add_ticks (grid, stack, lane, grid->indent, width - grid->indent);
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
  SkPageStack *stack;

  sk_page_row_set_rule (row, ROW_RULE, SK_PAGE_RULE);
  sk_page_row_add_band (row, SK_PAGE_NO_UPRIGHT);
  add_times (self, row, slot->start, slot->locked, slot->minutes, PANGO_WEIGHT_BOLD);
  add_actual (self, row);
  stack = add_what (self, row, block, slot, width);
  if (self->plan->words->len == 1)
    add_texts (self, stack, block, width);

  if (!in_groups)
    {
      stack =
        sk_page_row_add_cell (row, self->materials_x, self->materials_x - SK_LEADER_GUTTER, "TD");
      add_ticks (self, stack, block, 0.0, self->width - self->materials_x);
    }
  if (self->plan->words->len > 1 && has_texts (block))
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
      PangoLayout *layout = set (self, words, self->caption, PANGO_WEIGHT_BOLD, SK_PAGE_UNBROKEN);

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
  SkPaperWords *words = sk_sheet_plan_get_words (self->plan, 0);
  g_autofree char *length = sk_paper_words_minutes (words, minutes);
  g_autofree char *text = sk_paper_words_format (words, "free", "minutes", length, NULL);
  SkPageStack *stack;

  sk_page_row_set_rule (row, ROW_RULE, SK_PAGE_RULE);
  sk_page_row_add_band (row, SK_PAGE_NO_UPRIGHT);
  add_times (self, row, start, FALSE, minutes, PANGO_WEIGHT_NORMAL);
  add_actual (self, row);
  stack = sk_page_row_add_cell (row, self->what_x + self->indent, SK_PAGE_NO_UPRIGHT, "TD");
  sk_page_stack_add_text (stack,
                          set (self, text, self->text, PANGO_WEIGHT_NORMAL, what_width (self)), 0.0,
                          1.0, NULL);

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
                          set (self, words, self->heading, PANGO_WEIGHT_BOLD, what_width (self)),
                          0.0, 1.0, NULL);

  return row;
}
