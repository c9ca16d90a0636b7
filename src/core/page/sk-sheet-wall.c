/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sheet-wall-private.h"

#define LARGE_PRINT 1.3

#define TITLE_SIZE 32.0
#define DATE_SIZE 14.0
#define TIMES_SIZE 19.0
#define CLOCK_SIZE 20.0
#define END_SIZE 16.0

/* Above the help lines. */
#define FOOT_GAP 8.0

#define HELP_PAD 12.0
#define HELP_THICKNESS 2.5
#define HELP_RADIUS 12.0

/* How often the scale of minutes is halved until the blocks fill the page: to a thousandth of a
 * point. */
#define N_HALVINGS 40

static SkPageDrawing *
draw_heading (const SkWall *wall,
              guint         language,
              double        width,
              double       *height)
{
  const SkSheetPlan *plan = wall->plan;
  SkPageDrawing *drawing = sk_page_drawing_new ();
  SkPaperWords *words = sk_sheet_plan_get_words (plan, language);
  GDateTime *start = sk_session_get_start (plan->session);
  g_autofree char *today = sk_sheet_plan_dup_today (plan, language);
  g_autofree char *date = sk_paper_words_date (words, start);
  g_autofree char *times = sk_sheet_plan_dup_times (plan, language);
  const char *title = sk_session_get_title (plan->session);
  g_autofree char *line = plan->words->len > 1 ? g_strdup_printf ("%s · %s", date, times)
                                               : g_strdup_printf ("%s · %s", title, date);
  double size = (plan->words->len > 1 ? TITLE_SIZE * 0.75 : TITLE_SIZE) * wall->unit;
  g_autoptr (PangoLayout) large =
    sk_page_lay_out (plan->context, today, size, PANGO_WEIGHT_BOLD, width);
  g_autoptr (PangoLayout) small =
    sk_page_lay_out (plan->context, line, DATE_SIZE * wall->unit, PANGO_WEIGHT_NORMAL, width);

  sk_page_drawing_begin_tag (drawing, "H1", NULL);
  sk_page_drawing_add_text (drawing, large, 0.0, 0.0);
  sk_page_drawing_end_tag (drawing, "H1");
  sk_page_drawing_begin_tag (drawing, "P", NULL);
  sk_page_drawing_add_text (drawing, small, 0.0, sk_page_layout_height (large));
  sk_page_drawing_end_tag (drawing, "P");

  *height = sk_page_layout_height (large) + sk_page_layout_height (small);
  return drawing;
}

/* When it is, at the right of the heading; says how wide that is. */
static double
draw_times (const SkWall  *wall,
            SkPageDrawing *page,
            double         bottom)
{
  const SkSheetPlan *plan = wall->plan;
  g_autofree char *times = sk_sheet_plan_dup_times (plan, 0);
  double icon = TIMES_SIZE * 1.1 * wall->unit;
  g_autoptr (PangoLayout) layout = sk_page_lay_out (plan->context, times, TIMES_SIZE * wall->unit,
                                                    PANGO_WEIGHT_BOLD, SK_PAGE_UNBROKEN);
  double x = wall->width - sk_page_layout_width (layout);
  double y = bottom - sk_page_layout_height (layout);

  sk_page_drawing_add_icon (page, "duration", x - icon - 8.0, y + 1.0, icon, SK_PAGE_BLACK);
  sk_page_drawing_begin_tag (page, "P", NULL);
  sk_page_drawing_add_text (page, layout, x, y);
  sk_page_drawing_end_tag (page, "P");

  return sk_page_layout_width (layout) + icon + 20.0;
}

/* The heading: in one language with the times at its right, in two beside each other. */
static SkPageDrawing *
draw_head (const SkWall *wall,
           double       *height)
{
  SkPageDrawing *page = sk_page_drawing_new ();
  guint n = wall->plan->words->len;
  g_autoptr (SkPageDrawing) nothing = sk_page_drawing_new ();
  double times = n == 1 ? draw_times (wall, nothing, 0.0) : 0.0;
  double column = n == 1 ? wall->width - times : (wall->width - 14.0) / n;

  *height = 0.0;
  for (guint i = 0; i < n; i++)
    {
      double column_height;
      g_autoptr (SkPageDrawing) heading = draw_heading (wall, i, column, &column_height);

      sk_page_drawing_append (page, heading, i * (column + 14.0), 0.0, 1.0);
      *height = MAX (*height, column_height);
    }
  if (n == 1)
    draw_times (wall, page, *height);

  *height += 14.0;
  return page;
}

/* The numbers to call, large, each with whose it is; how high they are. */
static double
draw_numbers (const SkWall  *wall,
              SkPageDrawing *page,
              double         x,
              double         y,
              double         width)
{
  GPtrArray *lines = wall->plan->helplines;
  double from = x;
  double height = 0.0;

  for (guint i = 0; i < lines->len; i++)
    {
      const SkHelpline *line = g_ptr_array_index (lines, i);
      g_autoptr (SkPageText) text = sk_page_text_new ();
      g_autoptr (PangoLayout) layout = NULL;

      sk_page_text_add (text, line->phone, 25.0 * wall->unit, PANGO_WEIGHT_BOLD, SK_PAGE_BLACK);
      sk_page_text_add (text, "  ", 14.0 * wall->unit, PANGO_WEIGHT_NORMAL, SK_PAGE_BLACK);
      sk_page_text_add (text, line->name, 14.0 * wall->unit, PANGO_WEIGHT_SEMIBOLD, SK_PAGE_BLACK);
      layout = sk_page_text_lay_out (text, wall->plan->context, SK_PAGE_UNBROKEN);
      if (x > from && x + sk_page_layout_width (layout) > from + width)
        {
          x = from;
          y += height;
        }
      sk_page_drawing_begin_tag (page, "P", NULL);
      sk_page_drawing_add_text (page, layout, x, y);
      sk_page_drawing_end_tag (page, "P");
      height = sk_page_layout_height (layout);
      x += sk_page_layout_width (layout) + 22.0 * wall->unit;
    }

  return y + height;
}

static SkPageDrawing *
draw_help (const SkWall *wall,
           double       *height)
{
  SkPageDrawing *page = sk_page_drawing_new ();
  g_autoptr (SkPageDrawing) texts = sk_page_drawing_new ();
  double radius = 19.0 * wall->unit;
  double x = HELP_PAD * 1.4 + 2.0 * radius + HELP_PAD;
  double width = wall->width - x - HELP_PAD;
  double y = HELP_PAD;

  for (guint i = 0; i < wall->plan->words->len; i++)
    {
      const char *words = sk_paper_words_get (sk_sheet_plan_get_words (wall->plan, i), "help-wall");
      g_autoptr (PangoLayout) layout =
        sk_page_lay_out (wall->plan->context, words, 12.5 * wall->unit, PANGO_WEIGHT_MEDIUM, width);

      sk_page_drawing_begin_tag (texts, "P", NULL);
      sk_page_drawing_add_text (texts, layout, x, y);
      sk_page_drawing_end_tag (texts, "P");
      y += sk_page_layout_height (layout) + 2.0;
    }
  *height = draw_numbers (wall, texts, x, y, width) + HELP_PAD;

  sk_page_drawing_add_box (page, (SkPageBox) {0.0, 0.0, wall->width, *height}, HELP_RADIUS,
                           HELP_THICKNESS, SK_PAGE_WHITE);
  sk_page_drawing_add_disc (page, HELP_PAD * 1.4 + radius, *height / 2.0, radius, 0.0,
                            SK_PAGE_BLACK);
  sk_page_drawing_add_icon (page, "block-help", HELP_PAD * 1.4 + radius * 0.48,
                            *height / 2.0 - radius * 0.52, radius * 1.04, SK_PAGE_WHITE);
  sk_page_drawing_append (page, texts, 0.0, 0.0, 1.0);

  return page;
}

static PangoLayout *
set_clock (const SkWall *wall,
           int           start)
{
  g_autofree char *clock = sk_sheet_plan_clock (wall->plan, 0, start);

  return sk_page_lay_out_figures (wall->plan->context, clock, CLOCK_SIZE * wall->unit,
                                  PANGO_WEIGHT_BOLD);
}

static void
draw_clock (const SkWall  *wall,
            SkPageDrawing *page,
            int            start,
            double         y,
            double         height)
{
  g_autoptr (PangoLayout) layout = set_clock (wall, start);
  double room = MIN (height, 58.0 * wall->unit);

  sk_page_drawing_add_text (page, layout, wall->time_width - 12.0 - sk_page_layout_width (layout),
                            y + (room - sk_page_layout_height (layout)) / 2.0);
}

static double
end_height (const SkWall *wall)
{
  return END_SIZE * 1.9 * wall->unit;
}

/* When it ends, with a line through the word. */
static void
draw_end (const SkWall  *wall,
          SkPageDrawing *page,
          double         y)
{
  SkTimetable *timetable = wall->plan->timetable;
  int end = sk_timetable_has_bell (timetable) ? sk_timetable_get_bell (timetable)
                                              : sk_timetable_get_end (timetable);
  g_autofree char *words = sk_sheet_plan_join (wall->plan, "finish", " · ");
  g_autoptr (PangoLayout) layout =
    sk_page_lay_out (wall->plan->context, words, END_SIZE * wall->unit, PANGO_WEIGHT_BOLD,
                     SK_PAGE_UNBROKEN);
  double width = sk_page_layout_width (layout) + 20.0;
  double line = (wall->width - wall->time_width - width) / 2.0;
  double middle = y + end_height (wall) / 2.0;

  sk_page_drawing_begin_tag (page, "TR", NULL);
  sk_page_drawing_begin_tag (page, "TH", NULL);
  draw_clock (wall, page, end, y, end_height (wall));
  sk_page_drawing_end_tag (page, "TH");
  sk_page_drawing_begin_tag (page, "TD", NULL);
  sk_page_drawing_add_rule (page, wall->time_width, middle, line, 2.2, SK_PAGE_BLACK);
  sk_page_drawing_add_text (page, layout, wall->time_width + line + 10.0,
                            middle - sk_page_layout_height (layout) / 2.0);
  sk_page_drawing_add_rule (page, wall->width - line, middle, line, 2.2, SK_PAGE_BLACK);
  sk_page_drawing_end_tag (page, "TD");
  sk_page_drawing_end_tag (page, "TR");
}

static void
add_item (const SkWall *wall,
          GArray       *items,
          SkBlock      *block,
          int           start,
          guint         minutes)
{
  SkWallItem item = {.block = block, .start = start, .minutes = minutes};

  item.least = sk_wall_measure_item (wall, &item) + SK_WALL_GAP;
  g_array_append_val (items, item);
}

static GArray *
list_items (const SkWall *wall)
{
  SkTimetable *timetable = wall->plan->timetable;
  GArray *items = g_array_new (FALSE, FALSE, sizeof (SkWallItem));

  for (guint i = 0; i < sk_timetable_get_size (timetable); i++)
    {
      const SkSlot *slot = sk_timetable_get_slot (timetable, i);

      if (slot->gap > 0)
        add_item (wall, items, NULL, slot->start - (int) slot->gap, slot->gap);
      add_item (wall, items, sk_session_get_block (wall->plan->session, i), slot->start,
                slot->minutes);
    }
  if (sk_timetable_get_free (timetable) > 0)
    add_item (wall, items, NULL, sk_timetable_get_end (timetable),
              sk_timetable_get_free (timetable));

  return items;
}

/* How many items fit on a page, from one on: one at least. */
static guint
count_items_on_page (GArray *items,
                     guint   from,
                     double  room)
{
  double used = 0.0;
  guint n = 0;

  while (from + n < items->len)
    {
      used += g_array_index (items, SkWallItem, from + n).least;
      if (used > room && n > 0)
        break;
      n++;
    }

  return n;
}

static double
set_heights (SkWallItem *items,
             guint       n,
             double      scale)
{
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    {
      items[i].height = MAX (items[i].least, items[i].minutes * scale);
      sum += items[i].height;
    }

  return sum;
}

/* Makes the items as high as they last, and together as high as there is room; but none lower than
 * its words. */
static void
share_room (SkWallItem *items,
            guint       n,
            double      room)
{
  double low = 0.0;
  double high = room;

  for (guint i = 0; i < N_HALVINGS; i++)
    {
      double middle = (low + high) / 2.0;

      if (set_heights (items, n, middle) > room)
        high = middle;
      else
        low = middle;
    }

  set_heights (items, n, low);
}

static double
draw_items (const SkWall     *wall,
            SkPageDrawing    *page,
            const SkWallItem *items,
            guint             n,
            double            y)
{
  for (guint i = 0; i < n; i++)
    {
      double height = items[i].height - SK_WALL_GAP;
      SkPageBox box = {wall->time_width, y, wall->width - wall->time_width, height};

      sk_page_drawing_begin_tag (page, "TR", NULL);
      sk_page_drawing_begin_tag (page, "TH", NULL);
      draw_clock (wall, page, items[i].start, y, height);
      sk_page_drawing_end_tag (page, "TH");
      sk_page_drawing_begin_tag (page, "TD", NULL);
      sk_wall_draw_item (wall, &items[i], page, box);
      sk_page_drawing_end_tag (page, "TD");
      sk_page_drawing_end_tag (page, "TR");
      y += items[i].height;
    }

  return y;
}

static void
init_wall (SkWall            *wall,
           const SkSheetPlan *plan)
{
  double widest = 0.0;

  wall->plan = plan;
  wall->unit = plan->large_print ? LARGE_PRINT : 1.0;
  wall->width = SK_PAPER_WIDTH - 2.0 * SK_PAPER_MARGIN;
  for (guint i = 0; i <= sk_timetable_get_size (plan->timetable); i++)
    {
      int start = i < sk_timetable_get_size (plan->timetable)
                    ? sk_timetable_get_slot (plan->timetable, i)->start
                    : sk_timetable_get_end (plan->timetable);
      g_autoptr (PangoLayout) layout = set_clock (wall, start);

      widest = MAX (widest, sk_page_layout_width (layout));
    }
  wall->time_width = widest + 14.0;
}

/* What every page of the agenda has. */
typedef struct
{
  SkPageDrawing *head;
  double head_height;
  SkPageDrawing *help;
  double help_height;
} Frame;

static SkPageDrawing *
draw_page (const SkWall     *wall,
           const Frame      *frame,
           const SkWallItem *items,
           guint             n,
           gboolean          is_last)
{
  SkPageDrawing *page = sk_page_drawing_new ();
  g_autoptr (SkPageDrawing) content = sk_page_drawing_new ();
  double bottom = SK_PAPER_HEIGHT - 2.0 * SK_PAPER_MARGIN;
  double y;

  sk_page_drawing_append (content, frame->head, 0.0, 0.0, 1.0);
  sk_page_drawing_begin_tag (content, "Table", NULL);
  y = draw_items (wall, content, items, n, frame->head_height);
  if (is_last)
    draw_end (wall, content, y);
  sk_page_drawing_end_tag (content, "Table");
  sk_page_drawing_append (content, frame->help, 0.0, bottom - frame->help_height, 1.0);
  sk_page_drawing_append (page, content, SK_PAPER_MARGIN, SK_PAPER_MARGIN, 1.0);

  return page;
}

/**
 * sk_sheet_lay_out_wall:
 * @plan: what there is to say
 *
 * Lays out the agenda for the wall: each block as high as it lasts, on as few pages as its
 * titles can be read on; without anything that is for the leader alone.
 *
 * Returns: (transfer full) (element-type SkPageDrawing): its pages
 */
GPtrArray *
sk_sheet_lay_out_wall (SkSheetPlan *plan)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_page_drawing_free);
  g_autoptr (GArray) items = NULL;
  SkWall wall = {0};
  Frame frame = {0};
  double room;
  guint from = 0;

  init_wall (&wall, plan);
  items = list_items (&wall);
  frame.head = draw_head (&wall, &frame.head_height);
  frame.help = draw_help (&wall, &frame.help_height);
  room = SK_PAPER_HEIGHT - 2.0 * SK_PAPER_MARGIN - frame.head_height - frame.help_height -
         end_height (&wall) - FOOT_GAP;

  do
    {
      SkWallItem *first = &g_array_index (items, SkWallItem, from);
      guint n = count_items_on_page (items, from, room);

      share_room (first, n, room);
      from += n;
      g_ptr_array_add (pages, draw_page (&wall, &frame, first, n, from == items->len));
    }
  while (from < items->len);

  sk_page_drawing_free (frame.head);
  sk_page_drawing_free (frame.help);
  return pages;
}
