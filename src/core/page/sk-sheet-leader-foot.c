/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-remedy.h"
#include "sk-sheet-leader-private.h"

#define BOX_RADIUS 6.0
#define BOX_THICKNESS 1.2
#define BOX_GAP 10.0
#define HELP_THICKNESS 2.0

#define MAX_REMEDIES 3
#define N_STEPS 4

/* Of a title in a list, in characters: there it is a reminder. */
#define MAX_TITLE 48

#define WRITING_LINE 18.0
#define MIN_WRITING_LINES 2
#define MIN_TIGHT_WRITING_LINES 1
#define MAX_WRITING_LINES 12

static char *
dup_short_title (SkPaperWords *words,
                 SkBlock      *block)
{
  g_autofree char *title = sk_paper_words_title (words, block);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (title, -1) <= MAX_TITLE)
    return g_steal_pointer (&title);

  start = g_utf8_substring (title, 0, MAX_TITLE - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* What to leave out first when it gets late, in a line; NULL for what is never cut. */
static char *
describe_remedy (SkPaperWords *words,
                 SkRemedy     *remedy)
{
  g_autofree char *title = dup_short_title (words, sk_remedy_get_block (remedy));
  g_autofree char *won = sk_paper_words_minutes (words, sk_remedy_get_won (remedy));
  g_autofree char *left = sk_paper_words_minutes (words, sk_remedy_get_minutes (remedy));

  switch (sk_remedy_get_kind (remedy))
    {
    case SK_REMEDY_LEAVE_OUT:
      return sk_paper_words_format (words, "late-skip", "title", title, "minutes", won, NULL);
    case SK_REMEDY_SHORTEN:
      return sk_paper_words_format (words, "late-shorten", "title", title, "to", left, "minutes",
                                    won, NULL);
    default:
      return NULL;
    }
}

/* The titles of what is never cut, each once. */
static char *
list_kept (GPtrArray    *remedies,
           SkPaperWords *words)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; i < remedies->len && g_hash_table_size (told) < MAX_REMEDIES; i++)
    {
      SkRemedy *remedy = g_ptr_array_index (remedies, i);
      char *title;

      if (sk_remedy_get_kind (remedy) != SK_REMEDY_KEEP)
        continue;

      title = dup_short_title (words, sk_remedy_get_block (remedy));
      if (!g_hash_table_contains (told, title))
        g_strv_builder_add (titles, title);
      g_hash_table_add (told, title);
    }

  strings = g_strv_builder_end (titles);
  return g_strjoinv (", ", strings);
}

static GStrv
list_remedies (const SkLeaderGrid *grid,
               SkPaperWords       *words)
{
  g_autoptr (GPtrArray) remedies = sk_remedy_list_for_late (grid->plan->session);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *kept = list_kept (remedies, words);
  guint n = 0;

  for (guint i = 0; i < remedies->len && n < MAX_REMEDIES; i++)
    {
      char *line = describe_remedy (words, g_ptr_array_index (remedies, i));

      if (line == NULL)
        break;
      g_strv_builder_take (lines, line);
      n++;
    }

  if (n == 0)
    g_strv_builder_add (lines, sk_paper_words_get (words, "late-nothing"));
  if (*kept != '\0')
    g_strv_builder_take (lines, sk_paper_words_format (words, "late-never", "titles", kept, NULL));

  return g_strv_builder_end (lines);
}

static GStrv
list_steps (const SkLeaderGrid *grid,
            SkPaperWords       *words)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 1; i < N_STEPS; i++)
    {
      g_autofree char *key = g_strdup_printf ("disclosure-%u", i);

      g_strv_builder_add (lines, sk_paper_words_get (words, key));
    }
  g_strv_builder_add (lines, sk_paper_words_get (words, sk_sheet_plan_is_school (grid->plan)
                                                          ? "disclosure-4-school"
                                                          : "disclosure-4"));

  return g_strv_builder_end (lines);
}

static SkPageDrawing *
draw_number (const SkLeaderGrid *grid,
             guint               number,
             double              indent)
{
  SkPageDrawing *drawing = sk_page_drawing_new ();
  g_autofree char *text = g_strdup_printf ("%u.", number);
  g_autoptr (PangoLayout) layout =
    sk_page_lay_out (grid->plan->context, text, grid->text, PANGO_WEIGHT_NORMAL, SK_PAGE_UNBROKEN);

  sk_page_drawing_add_text (drawing, layout, -4.0 * grid->unit - sk_page_layout_width (layout),
                            -sk_page_layout_baseline (layout));

  return drawing;
}

/* A heading and numbered lines. */
static SkPageStack *
make_list (const SkLeaderGrid  *grid,
           const char          *heading,
           char               **lines,
           double               width)
{
  SkPageStack *stack = sk_page_stack_new ();
  PangoContext *context = grid->plan->context;
  double indent = 15.0 * grid->unit;

  sk_page_stack_add_text (stack,
                          sk_page_lay_out (context, heading, grid->text, PANGO_WEIGHT_BOLD, width),
                          0.0, SK_LEADER_LEADING, "H2");
  sk_page_stack_add_space (stack, 2.0 * grid->unit);
  for (guint i = 0; lines[i] != NULL; i++)
    sk_page_stack_add_marked (stack,
                              sk_page_lay_out (context, lines[i], grid->text, PANGO_WEIGHT_NORMAL,
                                               width - indent),
                              indent, SK_LEADER_LEADING, "P", draw_number (grid, i + 1, indent));

  return stack;
}

static void
frame (SkPageDrawing *drawing,
       SkPageStack   *stack,
       SkPageBox      box,
       double         pad)
{
  g_autoptr (SkPageStack) owned = stack;

  sk_page_drawing_add_box (drawing, box, BOX_RADIUS, BOX_THICKNESS, SK_PAGE_WHITE);
  sk_page_stack_draw (owned, 0, G_MAXUINT, drawing, box.x + pad, box.y + pad * 0.7);
}

/* Two lists in frames that are as high. */
static double
frame_two (const SkLeaderGrid *grid,
           SkPageDrawing      *drawing,
           SkPageStack        *first,
           SkPageStack        *second,
           double              y)
{
  double pad = 10.0 * grid->unit;
  double width = (grid->width - BOX_GAP) / 2.0;
  double height = MAX (sk_page_stack_get_height (first, 0, G_MAXUINT),
                       sk_page_stack_get_height (second, 0, G_MAXUINT)) +
                  1.4 * pad;

  frame (drawing, first, (SkPageBox) {0.0, y, width, height}, pad);
  frame (drawing, second, (SkPageBox) {width + BOX_GAP, y, width, height}, pad);

  return height;
}

static SkPageStack *
make_late (const SkLeaderGrid *grid,
           guint               language)
{
  SkPaperWords *words = sk_sheet_plan_get_words (grid->plan, language);
  g_auto (GStrv) lines = list_remedies (grid, words);
  double width = (grid->width - BOX_GAP) / 2.0 - 20.0 * grid->unit;

  return make_list (grid, sk_paper_words_get (words, "late"), lines, width);
}

static SkPageStack *
make_steps (const SkLeaderGrid *grid,
            guint               language)
{
  SkPaperWords *words = sk_sheet_plan_get_words (grid->plan, language);
  g_auto (GStrv) lines = list_steps (grid, words);
  double width = (grid->width - BOX_GAP) / 2.0 - 20.0 * grid->unit;

  return make_list (grid, sk_paper_words_get (words, "disclosure"), lines, width);
}

/**
 * sk_leader_draw_advice:
 * @height: (out): how high it is
 *
 * Returns: (transfer full): what to do when it gets late, and when a child tells something;
 *   in two languages each beside itself
 */
SkPageDrawing *
sk_leader_draw_advice (const SkLeaderGrid *self,
                       double             *height)
{
  SkPageDrawing *drawing = sk_page_drawing_new ();

  if (self->plan->words->len == 1)
    {
      *height = frame_two (self, drawing, make_late (self, 0), make_steps (self, 0), 0.0);
      return drawing;
    }

  *height = frame_two (self, drawing, make_late (self, 0), make_late (self, 1), 0.0);
  *height += BOX_GAP * self->tight;
  *height += frame_two (self, drawing, make_steps (self, 0), make_steps (self, 1), *height);
  return drawing;
}

/* A help line: who and which number large, and what there is to know of it below. */
static SkPageStack *
make_helpline (const SkLeaderGrid *grid,
               const SkHelpline   *line,
               double              size,
               double              width)
{
  SkPageStack *stack = sk_page_stack_new ();
  PangoContext *context = grid->plan->context;
  g_autofree char *title = g_strdup_printf ("%s %s", line->name, line->phone);
  g_autofree char *site = sk_helpline_dup_site (line);

  sk_page_stack_add_text (stack, sk_page_lay_out (context, title, size, PANGO_WEIGHT_BOLD, width),
                          0.0, 1.0, "P");
  for (guint i = 0; i < grid->plan->words->len; i++)
    {
      g_autofree char *words =
        sk_helpline_describe (line, sk_sheet_plan_get_words (grid->plan, i), FALSE);
      g_autofree char *text = i + 1 < grid->plan->words->len
                                ? g_strdup (words)
                                : g_strdup_printf ("%s · %s", words, site);

      sk_page_stack_add_text (stack,
                              sk_page_lay_out (context, text, grid->caption, PANGO_WEIGHT_NORMAL,
                                               width),
                              0.0, SK_LEADER_LEADING, "P");
    }

  return stack;
}

/**
 * sk_leader_draw_help:
 * @height: (out): how high it is
 *
 * Returns: (transfer full) (nullable): the help lines, in a frame; %NULL where there are none
 */
SkPageDrawing *
sk_leader_draw_help (const SkLeaderGrid *self,
                     double             *height)
{
  g_autoptr (SkPageDrawing) drawing = NULL;
  g_autoptr (SkPageDrawing) texts = sk_page_drawing_new ();
  GPtrArray *lines = self->plan->helplines;
  double pad = 10.0 * self->unit;
  double icon = 18.0 * self->unit;
  double x = icon + 2.4 * pad;
  double width = self->width - x - pad;
  double inner = 0.0;

  if (lines->len == 0)
    return NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      /* The foremost line gets more of the width than each of the others. */
      double share = lines->len == 1 ? 1.0 : (i == 0 ? 1.3 : 1.0) / (lines->len + 0.3);
      double column = width * share - (i + 1 < lines->len ? pad : 0.0);
      g_autoptr (SkPageStack) stack = make_helpline (self, g_ptr_array_index (lines, i),
                                                     (i == 0 ? 14.0 : 12.0) * self->unit, column);

      sk_page_stack_draw (stack, 0, G_MAXUINT, texts, x, 0.0);
      inner = MAX (inner, sk_page_stack_get_height (stack, 0, G_MAXUINT));
      x += width * share;
    }

  *height = inner + 1.5 * pad;
  drawing = sk_page_drawing_new ();
  sk_page_drawing_add_box (drawing, (SkPageBox) {0.0, 0.0, self->width, *height}, BOX_RADIUS,
                           HELP_THICKNESS, SK_PAGE_WHITE);
  sk_page_drawing_add_icon (drawing, "block-help", 1.3 * pad, (*height - icon) / 2.0, icon,
                            SK_PAGE_BLACK);
  sk_page_drawing_append (drawing, texts, 0.0, 0.75 * pad, 1.0);

  return g_steal_pointer (&drawing);
}

/**
 * sk_leader_draw_next_time:
 * @room: how much height there is to fill
 * @height: (out): how high it is, which may be more
 *
 * Returns: (transfer full): lines to write on, for the next time
 */
SkPageDrawing *
sk_leader_draw_next_time (const SkLeaderGrid *self,
                          double              room,
                          double             *height)
{
  SkPageDrawing *drawing = sk_page_drawing_new ();
  g_autofree char *words = sk_sheet_plan_join (self->plan, "next-time", " / ");
  g_autoptr (PangoLayout) layout =
    sk_page_lay_out (self->plan->context, words, self->text, PANGO_WEIGHT_BOLD, self->width);
  double line = WRITING_LINE * self->unit * MAX (self->tight, 0.75);
  double y = sk_page_layout_height (layout);
  guint n = room > y ? (guint) ((room - y) / line) : 0;
  guint least = self->tight < 1.0 ? MIN_TIGHT_WRITING_LINES : MIN_WRITING_LINES;

  sk_page_drawing_begin_tag (drawing, "H2", NULL);
  sk_page_drawing_add_text (drawing, layout, 0.0, 0.0);
  sk_page_drawing_end_tag (drawing, "H2");
  for (guint i = 0; i < CLAMP (n, least, MAX_WRITING_LINES); i++)
    {
      y += line;
      sk_page_drawing_add_dots (drawing, 0.0, y, self->width);
    }

  *height = y + 1.0;
  return drawing;
}

static char *
tell_plan (const SkLeaderGrid *grid)
{
  SkPaperWords *words = sk_sheet_plan_get_words (grid->plan, 0);
  gint64 seconds = sk_session_get_modified (grid->plan->session);
  GTimeZone *zone = g_date_time_get_timezone (sk_session_get_start (grid->plan->session));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) modified = g_date_time_to_timezone (utc, zone);
  g_autofree char *date = sk_paper_words_day (words, modified);
  g_autofree char *clock = sk_paper_words_clock (words, modified);

  return seconds > 0 ? sk_paper_words_format (words, "plan-of", "date", date, "clock", clock, NULL)
                     : NULL;
}

/* Which plan it is, and where the numbers of the help lines were seen. */
static char *
tell_sources (const SkLeaderGrid *grid)
{
  g_autofree char *plan = tell_plan (grid);
  g_autofree char *seen =
    sk_helplines_tell_sources (grid->plan->helplines, sk_sheet_plan_get_words (grid->plan, 0));

  return plan != NULL ? g_strconcat (plan, " · ", seen, NULL) : g_steal_pointer (&seen);
}

/**
 * sk_leader_draw_foot:
 * @page: the number of the page, from 1
 * @n_pages: how many there are
 * @height: (out): how high it is
 *
 * Returns: (transfer full): the last line of a page: which plan it is, where the numbers of
 *   the help lines were seen, and which page of how many
 */
SkPageDrawing *
sk_leader_draw_foot (const SkLeaderGrid *self,
                     guint               page,
                     guint               n_pages,
                     double             *height)
{
  SkPageDrawing *drawing = sk_page_drawing_new ();
  PangoContext *context = self->plan->context;
  double size = MAX (7.5, self->caption - 1.0);
  g_autofree char *plan = tell_sources (self);
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *count = g_strdup_printf ("%u", n_pages);
  g_autofree char *which = sk_paper_words_format (sk_sheet_plan_get_words (self->plan, 0),
                                                  "page-of", "page", number, "pages", count, NULL);
  g_autofree char *right_text = g_strconcat ("Sidekick · ", which, NULL);
  g_autoptr (PangoLayout) right =
    sk_page_lay_out (context, right_text, size, PANGO_WEIGHT_NORMAL, SK_PAGE_UNBROKEN);
  double right_width = sk_page_layout_width (right);
  g_autoptr (PangoLayout) left =
    sk_page_lay_out (context, plan, size, PANGO_WEIGHT_NORMAL, self->width - right_width - 20.0);
  double above = 7.0;

  *height = above + MAX (sk_page_layout_height (left), sk_page_layout_height (right));
  sk_page_drawing_begin_tag (drawing, "P", NULL);
  sk_page_drawing_add_text (drawing, left, 0.0, *height - sk_page_layout_height (left));
  sk_page_drawing_end_tag (drawing, "P");
  sk_page_drawing_begin_tag (drawing, "P", NULL);
  sk_page_drawing_add_text (drawing, right, self->width - right_width,
                            *height - sk_page_layout_height (right));
  sk_page_drawing_end_tag (drawing, "P");

  return drawing;
}
