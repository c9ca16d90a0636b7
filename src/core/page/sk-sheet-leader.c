/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sk-sheet-leader-private.h"

/* The sizes that are tried, in order, until the sheet fits on one page: first the white gives way,
 * then the letters, which are never smaller than can be read at a glance. */
static const SkSheetSize sizes[] = {{10.0, 1.0}, {10.0, 0.8}, {10.0, 0.6}, {10.0, 0.4},
                                    {9.5, 0.6},  {9.5, 0.4},  {9.0, 0.6},  {9.0, 0.4}};
static const SkSheetSize large_sizes[] = {{14.0, 1.0}, {14.0, 0.7}, {14.0, 0.4}};

#define DESIGN_TEXT 10.0

/* Between the parts below the table. */
#define PART_GAP 11.0

static double
measure_clocks (const SkLeaderGrid *self)
{
  double widest = 0.0;

  for (guint i = 0; i < sk_timetable_get_size (self->plan->timetable); i++)
    {
      int start = sk_timetable_get_slot (self->plan->timetable, i)->start;
      g_autofree char *clock = sk_sheet_plan_clock (self->plan, 0, start);
      g_autoptr (PangoLayout) layout =
        sk_page_lay_out (self->plan->context, clock, self->heading * 1.1, PANGO_WEIGHT_BOLD,
                         SK_PAGE_UNBROKEN);

      widest = MAX (widest, sk_page_layout_width (layout));
    }

  return widest;
}

static double
measure_word (const SkLeaderGrid *self,
              const char         *key)
{
  g_autofree char *words = sk_sheet_plan_join (self->plan, key, "\n");
  g_autoptr (PangoLayout) layout = sk_page_lay_out (self->plan->context, words, self->caption,
                                                    PANGO_WEIGHT_BOLD, SK_PAGE_UNBROKEN);

  return sk_page_layout_width (layout);
}

/**
 * sk_leader_grid_init:
 * @self: (out caller-allocates): the columns
 * @size: how large letters are, and how tight the rest
 *
 * Finds the columns of the sheet in one size.
 */
void
sk_leader_grid_init (SkLeaderGrid      *self,
                     const SkSheetPlan *plan,
                     SkSheetSize        size)
{
  double time_width;

  self->plan = plan;
  self->text = size.text;
  self->tight = size.tight;
  self->unit = size.text / DESIGN_TEXT;
  self->caption = MAX (8.5 * self->unit, 8.5);
  self->heading = 11.0 * self->unit;
  self->width = SK_PAPER_WIDTH - 2.0 * SK_PAPER_MARGIN;

  time_width = MAX (measure_clocks (self), measure_word (self, "column-time"));
  self->minutes_right =
    time_width + 8.0 * self->unit + MAX (18.0 * self->unit, measure_word (self, "column-minutes"));
  self->actual_x = self->minutes_right + 7.0 * self->unit;
  self->actual_width = MAX (25.0 * self->unit, measure_word (self, "column-actual"));
  self->what_x = self->actual_x + self->actual_width + 9.0 * self->unit;
  self->indent = 17.0 * self->unit;
  self->materials_x = self->width - MAX (112.0, 92.0 * self->unit);
}

static void
add_rows (SkLeaderGrid *grid,
          SkPageFlow   *flow)
{
  SkTimetable *timetable = grid->plan->timetable;
  guint n = sk_timetable_get_size (timetable);

  for (guint i = 0; i < n; i++)
    {
      const SkSlot *slot = sk_timetable_get_slot (timetable, i);

      if (slot->gap > 0)
        sk_page_flow_add_row (flow, sk_leader_row_new_free (grid, slot->start - (int) slot->gap,
                                                            slot->gap));
      sk_page_flow_add_row (flow, sk_leader_row_new (grid, i));
    }

  if (sk_timetable_get_free (timetable) > 0)
    sk_page_flow_add_row (flow, sk_leader_row_new_free (grid, sk_timetable_get_end (timetable),
                                                        sk_timetable_get_free (timetable)));
  sk_page_flow_add_row (flow, sk_leader_row_new_end (grid));
}

static void
add_part (SkPageFlow    *flow,
          SkPageDrawing *drawing,
          double         height,
          double         gap)
{
  g_autoptr (SkPageDrawing) owned = drawing;

  if (owned == NULL)
    return;

  sk_page_flow_add_space (flow, gap);
  sk_page_flow_add (flow, owned, height);
}

/* Lines to write on, down to the foot of the page: two at least, on whatever page that takes. */
static void
add_next_time (SkLeaderGrid *grid,
               SkPageFlow   *flow)
{
  double gap = PART_GAP * grid->tight;
  double room = sk_page_flow_get_room (flow) - gap;
  double height;
  SkPageDrawing *lines = sk_leader_draw_next_time (grid, room, &height);

  add_part (flow, lines, height, gap);
}

static GPtrArray *
lay_out (SkLeaderGrid *grid)
{
  double foot_height;
  g_autoptr (SkPageDrawing) foot = sk_leader_draw_foot (grid, 1, 1, &foot_height);
  SkPageBox content = {SK_PAPER_MARGIN, SK_PAPER_MARGIN, grid->width,
                       SK_PAPER_HEIGHT - 2.0 * SK_PAPER_MARGIN - foot_height};
  g_autoptr (SkPageFlow) flow = sk_page_flow_new (content);
  double running_height;
  g_autoptr (SkPageDrawing) running = sk_leader_draw_running (grid, &running_height);
  double height;
  SkPageDrawing *part = sk_leader_draw_head (grid, &height);

  sk_page_flow_set_running (flow, running, running_height);
  add_part (flow, part, height, 0.0);
  sk_page_flow_begin_table (flow, sk_leader_row_new_header (grid));
  add_rows (grid, flow);
  sk_page_flow_end_table (flow);

  part = sk_leader_draw_advice (grid, &height);
  add_part (flow, part, height, PART_GAP * grid->tight);
  part = sk_leader_draw_help (grid, &height);
  add_part (flow, part, height, PART_GAP * grid->tight);
  add_next_time (grid, flow);

  return sk_page_flow_finish (flow);
}

static void
add_feet (SkLeaderGrid *grid,
          GPtrArray    *pages)
{
  for (guint i = 0; i < pages->len; i++)
    {
      double height;
      g_autoptr (SkPageDrawing) foot = sk_leader_draw_foot (grid, i + 1, pages->len, &height);

      sk_page_drawing_append (g_ptr_array_index (pages, i), foot, SK_PAPER_MARGIN,
                              SK_PAPER_HEIGHT - SK_PAPER_MARGIN - height, 1.0);
    }
}

/**
 * sk_sheet_lay_out_leader:
 * @plan: what there is to say
 *
 * Lays out the leader's sheet: on one page if it fits there in one of the sizes, else in the
 * largest one of those that take the fewest pages.
 *
 * Returns: (transfer full) (element-type SkPageDrawing): its pages
 */
GPtrArray *
sk_sheet_lay_out_leader (SkSheetPlan *plan)
{
  const SkSheetSize *tried = plan->large_print ? large_sizes : sizes;
  guint n = plan->large_print ? G_N_ELEMENTS (large_sizes) : G_N_ELEMENTS (sizes);
  g_autoptr (GPtrArray) best = NULL;
  SkLeaderGrid best_grid = {0};

  for (guint i = 0; i < n && (best == NULL || best->len > 1); i++)
    {
      SkLeaderGrid grid;
      g_autoptr (GPtrArray) pages = NULL;

      sk_leader_grid_init (&grid, plan, tried[i]);
      pages = lay_out (&grid);
      if (best == NULL || pages->len < best->len)
        {
          g_clear_pointer (&best, g_ptr_array_unref);
          best = g_steal_pointer (&pages);
          best_grid = grid;
        }
    }

  add_feet (&best_grid, best);
  return g_steal_pointer (&best);
}
