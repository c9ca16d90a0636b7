/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sk-sheet-code.h"
#include "sk-sheet-leader-private.h"

/* What is free around a QR code, in modules. */
#define CODE_QUIET 4.0

#define TITLE_SIZE 22.0

/* Where the next thing of the head comes. */
typedef struct
{
  const SkLeaderGrid *grid;
  SkPageDrawing *drawing;
  double x;
  double y;
  double line; /* how high the line is that is being filled */
  double width;
} Head;

static void
add_text (Head        *head,
          PangoLayout *layout,
          const char  *tag,
          double       below)
{
  g_autoptr (PangoLayout) owned = layout;

  sk_page_drawing_begin_tag (head->drawing, tag, NULL);
  sk_page_drawing_add_text (head->drawing, layout, 0.0, head->y);
  sk_page_drawing_end_tag (head->drawing, tag);
  head->y += sk_page_layout_height (layout) + below;
}

static void
end_line (Head *head)
{
  if (head->x > 0.0)
    head->y += head->line;
  head->x = 0.0;
}

/* A fact with its icon, on this line if there is room, else on the next. */
static void
add_fact (Head       *head,
          const char *icon,
          const char *fact)
{
  const SkLeaderGrid *grid = head->grid;
  double size = grid->text * 1.05;
  double indent = size * 1.45;
  g_autoptr (PangoLayout) layout =
    sk_page_lay_out (grid->plan->context, fact, size, PANGO_WEIGHT_MEDIUM, SK_PAGE_UNBROKEN);

  if (*fact == '\0')
    return;

  if (head->x > 0.0 && head->x + indent + sk_page_layout_width (layout) > head->width)
    end_line (head);
  if (indent + sk_page_layout_width (layout) > head->width)
    pango_layout_set_width (layout, pango_units_from_double (head->width - indent));

  sk_page_drawing_add_icon (head->drawing, icon, head->x,
                            head->y + sk_page_layout_baseline (layout) - size * 0.86, size,
                            SK_PAGE_BLACK);
  sk_page_drawing_begin_tag (head->drawing, "P", NULL);
  sk_page_drawing_add_text (head->drawing, layout, head->x + indent, head->y);
  sk_page_drawing_end_tag (head->drawing, "P");
  head->line = sk_page_layout_height (layout) + 3.0 * grid->unit;
  head->x += indent + sk_page_layout_width (layout) + 12.0 * grid->unit;
}

/* Who it is for, without the name of the group where the title has it. */
static char *
dup_group (const SkSheetPlan *plan,
           SkPaperWords      *words)
{
  g_autofree char *group = sk_paper_words_group (words, plan->session);
  const char *name = sk_session_get_group (plan->session);

  if (name != NULL && *name != '\0' && strstr (sk_session_get_title (plan->session), name) != NULL)
    {
      g_autofree char *start = g_strconcat (name, ", ", NULL);

      if (g_str_has_prefix (group, start))
        return g_strdup (group + strlen (start));
    }

  return g_steal_pointer (&group);
}

static void
add_facts (Head *head)
{
  const SkSheetPlan *plan = head->grid->plan;

  for (guint i = 0; i < plan->words->len; i++)
    {
      SkPaperWords *words = sk_sheet_plan_get_words (plan, i);
      g_autofree char *date = sk_paper_words_date (words, sk_session_get_start (plan->session));
      g_autofree char *times = sk_sheet_plan_dup_times (plan, i);
      g_autofree char *group = dup_group (plan, words);
      const char *place = sk_session_get_place (plan->session);

      add_fact (head, "calendar", date);
      add_fact (head, "duration", times);
      add_fact (head, "people", group);
      if (i + 1 == plan->words->len && place != NULL)
        add_fact (head, "place", place);
      end_line (head);
    }
}

/* A word and a dotted line to write the name on, half as wide as the head. */
static void
add_name_to_fill_in (Head       *head,
                     const char *key,
                     double      x,
                     double      width)
{
  const SkLeaderGrid *grid = head->grid;
  g_autofree char *words = sk_sheet_plan_join (grid->plan, key, "\n");
  g_autoptr (PangoLayout) layout =
    sk_page_lay_out (grid->plan->context, words, grid->text, PANGO_WEIGHT_NORMAL, width * 0.65);
  double text_width = sk_page_layout_width (layout) + 4.0;

  sk_page_drawing_begin_tag (head->drawing, "P", NULL);
  sk_page_drawing_add_text (head->drawing, layout, x, head->y);
  sk_page_drawing_end_tag (head->drawing, "P");
  sk_page_drawing_add_dots (head->drawing, x + text_width,
                            head->y + sk_page_layout_height (layout) - grid->text * 0.15,
                            width - text_width);
  head->line = MAX (head->line, sk_page_layout_height (layout));
}

static void
add_names (Head *head)
{
  const char *contact = sk_sheet_plan_is_school (head->grid->plan) ? "contact-school" : "contact";
  double gap = 12.0;
  double half = (head->width - gap) / 2.0;

  head->y += 3.0 * head->grid->unit;
  head->line = 0.0;
  add_name_to_fill_in (head, "second-adult", 0.0, half);
  add_name_to_fill_in (head, contact, half + gap, half);
  head->y += head->line;
}

static void
add_aims (Head *head)
{
  const SkLeaderGrid *grid = head->grid;
  const char *aims = sk_session_get_aims (grid->plan->session);
  g_autoptr (SkPageText) text = sk_page_text_new ();
  g_autofree char *label = sk_sheet_plan_join (grid->plan, "aims", " / ");

  if (aims == NULL || *aims == '\0')
    return;

  sk_page_text_add (text, label, grid->text, PANGO_WEIGHT_BOLD, SK_PAGE_BLACK);
  sk_page_text_add (text, "  ", grid->text, PANGO_WEIGHT_NORMAL, SK_PAGE_BLACK);
  sk_page_text_add (text, aims, grid->text, PANGO_WEIGHT_NORMAL, SK_PAGE_BLACK);
  add_text (head, sk_page_text_lay_out (text, grid->plan->context, head->width), "P", 0.0);
}

/* Draws the code at the right, and says how much of the width is left. */
static double
add_code (const SkLeaderGrid *grid,
          SkPageDrawing      *drawing,
          double             *height)
{
  double size;
  g_autoptr (SkQr) code = sk_sheet_code_new (grid->plan->session, &size);
  g_autofree char *words =
    sk_sheet_plan_join (grid->plan, code != NULL ? "code-caption" : "code-too-large", "\n");
  g_autoptr (PangoLayout) caption = NULL;
  double quiet;

  caption = sk_page_lay_out (grid->plan->context, words, grid->caption, PANGO_WEIGHT_NORMAL, size);
  pango_layout_set_alignment (caption, PANGO_ALIGN_CENTER);
  quiet = code != NULL ? CODE_QUIET * size / sk_qr_get_size (code) : 0.0;

  if (code != NULL)
    sk_page_drawing_add_code (drawing, code, grid->width - size, 0.0, size);
  sk_page_drawing_begin_tag (drawing, "P", NULL);
  sk_page_drawing_add_text (drawing, caption, grid->width - size,
                            code != NULL ? size + quiet : 0.0);
  sk_page_drawing_end_tag (drawing, "P");

  *height = (code != NULL ? size + quiet : 0.0) + sk_page_layout_height (caption);
  return grid->width - size - 4.0 * CODE_QUIET;
}

/**
 * sk_leader_draw_head:
 * @height: (out): how high it is
 *
 * Returns: (transfer full): the title, the facts, two names to fill in, and the session as a
 *   QR code
 */
SkPageDrawing *
sk_leader_draw_head (const SkLeaderGrid *self,
                     double             *height)
{
  const SkSheetPlan *plan = self->plan;
  g_autoptr (SkPageDrawing) drawing = sk_page_drawing_new ();
  g_autoptr (SkPageDrawing) code = sk_page_drawing_new ();
  g_autoptr (SkPageText) eyebrow = sk_page_text_new ();
  g_autofree char *name = sk_sheet_plan_join (plan, "sheet-leader", " / ");
  g_autofree char *warning = sk_sheet_plan_join (plan, "not-to-hang", " / ");
  Head head = {self, drawing};
  double code_height;

  head.width = add_code (self, code, &code_height);
  sk_page_text_add (eyebrow, name, self->caption, PANGO_WEIGHT_SEMIBOLD, SK_PAGE_DARK);
  sk_page_text_add (eyebrow, " · ", self->caption, PANGO_WEIGHT_SEMIBOLD, SK_PAGE_DARK);
  sk_page_text_add (eyebrow, warning, self->caption, PANGO_WEIGHT_SEMIBOLD, SK_PAGE_DARK);
  add_text (&head, sk_page_text_lay_out (eyebrow, plan->context, head.width), "P", 0.0);
  add_text (&head,
            sk_page_lay_out (plan->context, sk_session_get_title (plan->session),
                             TITLE_SIZE * self->unit, PANGO_WEIGHT_BOLD, head.width),
            "H1", 5.0 * self->unit * self->tight);
  add_facts (&head);
  add_aims (&head);
  add_names (&head);
  sk_page_drawing_append (drawing, code, 0.0, 0.0, 1.0);

  *height = MAX (head.y, code_height) + 12.0 * self->unit * self->tight;
  return g_steal_pointer (&drawing);
}

/**
 * sk_leader_draw_running:
 * @height: (out): how high it is
 *
 * Returns: (transfer full): the title once more, for the head of a further page
 */
SkPageDrawing *
sk_leader_draw_running (const SkLeaderGrid *self,
                        double             *height)
{
  g_autoptr (SkPageDrawing) drawing = sk_page_drawing_new ();
  g_autofree char *words =
    sk_paper_words_format (sk_sheet_plan_get_words (self->plan, 0), "continued", "title",
                           sk_session_get_title (self->plan->session), NULL);
  g_autoptr (PangoLayout) layout =
    sk_page_lay_out (self->plan->context, words, self->text, PANGO_WEIGHT_SEMIBOLD, self->width);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  sk_page_drawing_begin_tag (drawing, "P", NULL);
  sk_page_drawing_add_text (drawing, layout, 0.0, 0.0);
  sk_page_drawing_end_tag (drawing, "P");

  *height = sk_page_layout_height (layout) + 8.0 * self->tight;
  return g_steal_pointer (&drawing);
}
