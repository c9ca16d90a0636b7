/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sk-sheet-leader-private.h"

#define TICK_SIZE 8.0
#define TICK_THICKNESS 1.0

/**
 * sk_leader_set:
 * @size: in points
 *
 * Returns: (transfer full): a text in the width of a cell
 */
PangoLayout *
sk_leader_set (const SkLeaderGrid *grid,
               const char         *text,
               double              size,
               PangoWeight         weight,
               double              width)
{
  return sk_page_lay_out (grid->plan->context, text, size, weight, width);
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

/**
 * sk_leader_draw_icon:
 * @size: in points
 * @indent: how far it stands before the text that it belongs to
 *
 * Returns: (transfer full): an icon before a line of text
 */
SkPageDrawing *
sk_leader_draw_icon (const char *name,
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
                            sk_leader_set (grid, thing, grid->text, PANGO_WEIGHT_NORMAL,
                                           width - indent),
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

/**
 * sk_leader_add_ticks:
 *
 * Adds what to put ready, each with a box to tick: what was written down, and what the tool
 * says that it needs.
 */
void
sk_leader_add_ticks (const SkLeaderGrid *grid,
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
          SkBlock            *block,
          gboolean            with_publisher)
{
  SkPaperWords *words = sk_sheet_plan_get_words (grid->plan, language);
  SkResource *resource = sk_block_get_resource (block);
  const char * const *publishers = resource != NULL ? sk_resource_get_publishers (resource) : NULL;
  GString *captions = g_string_new (NULL);

  if (publishers != NULL && with_publisher)
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

/* What is said of a block in the languages of a column, once where it is the same in both. */
static char *
join (char       *first,
      char       *second,
      const char *between)
{
  g_autofree char *owned_first = first;
  g_autofree char *owned_second = second;

  if (*second == '\0' || g_str_equal (first, second))
    return g_steal_pointer (&owned_first);

  return *first == '\0' ? g_steal_pointer (&owned_second)
                        : g_strconcat (first, between, second, NULL);
}

static void
add_warnings (const SkLeaderGrid *grid,
              SkPageStack        *stack,
              const char         *warnings,
              double              width)
{
  double indent = 2.0 * grid->indent;

  sk_page_stack_add_marked (
    stack, sk_leader_set (grid, warnings, grid->text, PANGO_WEIGHT_BOLD, width - indent), indent,
    SK_LEADER_LEADING, "P", sk_leader_draw_icon ("warning", 10.0 * grid->unit, grid->indent));
}

/**
 * sk_leader_add_title:
 * @first: a language of the paper
 * @last: the same one, or the last one where the title is the same in both
 * @slot: (nullable): when the block is; %NULL for a lane
 * @letter: (nullable): what stands before the title
 *
 * Adds the title of a block with what stands small after it, and warnings below.
 */
void
sk_leader_add_title (const SkLeaderGrid *grid,
                     SkPageStack        *stack,
                     guint               first,
                     guint               last,
                     SkBlock            *block,
                     const SkSlot       *slot,
                     const char         *letter,
                     double              width)
{
  g_autofree char *title =
    sk_paper_words_title (sk_sheet_plan_get_words (grid->plan, first), block);
  g_autofree char *captions =
    join (describe (grid, first, block, TRUE), describe (grid, last, block, first == last), " / ");
  g_autofree char *warnings =
    join (warn (grid, first, block, slot), warn (grid, last, block, slot), " / ");
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
                            sk_leader_draw_icon (icon, 12.0 * grid->unit, grid->indent));
  if (*warnings != '\0')
    add_warnings (grid, stack, warnings, width);
}

/**
 * sk_leader_count_titles:
 *
 * Returns: in how many languages the title of a block stands on the sheet: in one where it is
 *   the same in both
 */
guint
sk_leader_count_titles (const SkLeaderGrid *grid,
                        SkBlock            *block)
{
  guint last = grid->plan->words->len - 1;
  g_autofree char *one = sk_paper_words_title (sk_sheet_plan_get_words (grid->plan, 0), block);
  g_autofree char *other = sk_paper_words_title (sk_sheet_plan_get_words (grid->plan, last), block);

  return g_str_equal (one, other) ? 1 : last + 1;
}

/**
 * sk_leader_add_texts:
 *
 * Adds what and why, and the private note, both in the words of whoever wrote them.
 */
void
sk_leader_add_texts (const SkLeaderGrid *grid,
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
                              sk_leader_set (grid, goal, grid->text, PANGO_WEIGHT_NORMAL,
                                             width - grid->indent),
                              grid->indent, SK_LEADER_LEADING, "P");
    }
  if (note != NULL && *note != '\0')
    {
      sk_page_stack_add_space (stack, free * 1.6);
      sk_page_stack_add_note (stack,
                              sk_leader_set (grid, note, grid->text, PANGO_WEIGHT_NORMAL,
                                             ground.width - 16.0 * grid->unit),
                              ground, SK_LEADER_LEADING);
    }
}
