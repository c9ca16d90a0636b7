/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sheet-wall-private.h"

/* Titles are as large as there is room for, between these; how large they may be grows with the
 * block. */
#define SMALLEST_TITLE 15.0
#define SMALL_TITLE 21.0
#define LARGEST_TITLE 39.0
#define SMALL_BLOCK 54.0
#define TITLE_GROWTH 0.1
#define LARGEST_LANE_TITLE 24.0

#define SMALLEST_MORE 12.0
#define LARGEST_MORE 17.0

#define PAD 7.0
#define SIDE 11.0
#define RADIUS 8.0
#define THICKNESS 1.6
#define DISC_RADIUS 16.0
#define DISC_GAP 10.0
#define LETTER_RADIUS 11.0

/* From how high on a tool has its picture beside it, and how much of the width that takes. */
#define PICTURE_HEIGHT 125.0
#define PICTURE_SHARE 0.37

/* The words of a block in one language. */
typedef struct
{
  char *title;
  char *more; /* what is done and what is needed, where there is room for it; NULL: nothing */
} Words;

static void
words_clear (Words *words)
{
  g_clear_pointer (&words->title, g_free);
  g_clear_pointer (&words->more, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* What the group does, "we talk", where the block says it. */
static const char *
get_together (SkPaperWords *words,
              SkBlock      *block)
{
  switch (sk_block_get_activity (block))
    {
    case SK_ACTIVITY_TALK:
      return sk_paper_words_get (words, "together-talk");
    case SK_ACTIVITY_DO:
      return sk_paper_words_get (words, "together-do");
    case SK_ACTIVITY_PLAY:
      return sk_paper_words_get (words, "together-play");
    default:
      return NULL;
    }
}

static void
find_words (const SkWall *wall,
            guint         language,
            SkBlock      *block,
            Words        *found)
{
  SkPaperWords *words = sk_sheet_plan_get_words (wall->plan, language);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  const char * const *materials = sk_block_get_materials (block);
  const char *together = get_together (words, block);

  found->title = sk_paper_words_public_title (words, block);
  if (together != NULL)
    g_strv_builder_add (parts, together);
  for (guint i = 0; materials != NULL && materials[i] != NULL && language == 0; i++)
    g_strv_builder_add (parts, materials[i]);

  strings = g_strv_builder_end (parts);
  found->more = strings[0] != NULL ? g_strjoinv (" · ", strings) : NULL;
}

static PangoLayout *
set_title (const SkWall *wall,
           const char   *title,
           double        size,
           double        width)
{
  PangoLayout *layout =
    sk_page_lay_out (wall->plan->context, title, size, PANGO_WEIGHT_BOLD, width);

  /* A title is broken within a word only where even the smallest letters are too large. */
  if (size > SMALLEST_TITLE * wall->unit)
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD);

  return layout;
}

static PangoLayout *
set_more (const SkWall *wall,
          const char   *more,
          double        title_size,
          double        width)
{
  double size = CLAMP (title_size * 0.6, SMALLEST_MORE * wall->unit, LARGEST_MORE * wall->unit);

  return sk_page_lay_out (wall->plan->context, more, size, PANGO_WEIGHT_NORMAL, width);
}

/* The title in the largest letters that its box has room for. */
static PangoLayout *
fit_title (const SkWall *wall,
           const char   *title,
           double        width,
           double        height,
           double        most,
           double       *size)
{
  double smallest = SMALLEST_TITLE * wall->unit;
  double largest =
    CLAMP (SMALL_TITLE + (height - SMALL_BLOCK + 2.0 * PAD) * TITLE_GROWTH, SMALL_TITLE, most) *
    wall->unit;

  for (*size = largest; *size > smallest; *size -= 1.0)
    {
      g_autoptr (PangoLayout) layout = set_title (wall, title, *size, width);

      if (sk_page_layout_height (layout) <= height && sk_page_layout_width (layout) <= width)
        return g_steal_pointer (&layout);
    }

  *size = smallest;
  return set_title (wall, title, smallest, width);
}

/* A title and, if there is room, more, in the middle of a box. */
static void
draw_words (const SkWall  *wall,
            SkPageDrawing *page,
            const Words   *words,
            double         most,
            SkPageBox      box)
{
  double size;
  g_autoptr (PangoLayout) title =
    fit_title (wall, words->title, box.width, box.height, most, &size);
  g_autoptr (PangoLayout) more =
    words->more != NULL ? set_more (wall, words->more, size, box.width) : NULL;
  double title_height = sk_page_layout_height (title);
  double gap = size * 0.15;
  double more_height = more != NULL ? sk_page_layout_height (more) + gap : 0.0;
  gboolean both = more != NULL && title_height + more_height <= box.height;
  double y = box.y + (box.height - title_height - (both ? more_height : 0.0)) / 2.0;

  sk_page_drawing_begin_tag (page, "P", NULL);
  sk_page_drawing_add_text (page, title, box.x, y);
  sk_page_drawing_end_tag (page, "P");
  if (both)
    {
      sk_page_drawing_begin_tag (page, "P", NULL);
      sk_page_drawing_add_text (page, more, box.x, y + title_height + gap);
      sk_page_drawing_end_tag (page, "P");
    }
}

static double
measure_words (const SkWall *wall,
               SkBlock      *block,
               guint         language,
               double        width)
{
  g_auto (Words) words = {0};
  g_autoptr (PangoLayout) title = NULL;

  find_words (wall, language, block, &words);
  title = set_title (wall, words.title, SMALLEST_TITLE * wall->unit, width);

  return sk_page_layout_height (title);
}

/* How many languages the title of a block is in: one, where it is the same in both. */
static guint
count_titles (const SkWall *wall,
              SkBlock      *block)
{
  g_auto (Words) first = {0};
  g_auto (Words) last = {0};

  find_words (wall, 0, block, &first);
  find_words (wall, wall->plan->words->len - 1, block, &last);

  return g_str_equal (first.title, last.title) ? 1 : wall->plan->words->len;
}

/* Where the words of a box begin, after its disc. */
static double
indent (const SkWall *wall)
{
  return SIDE + 2.0 * DISC_RADIUS * wall->unit + DISC_GAP;
}

static guint
count_lanes (SkBlock *block)
{
  GPtrArray *lanes = sk_block_get_lanes (block);

  return sk_block_get_kind (block) == SK_BLOCK_GROUPS && lanes != NULL ? lanes->len : 0;
}

static double
lane_width (const SkWall *wall,
            guint         n_lanes)
{
  return (wall->width - wall->time_width - (n_lanes - 1) * SK_WALL_GAP) / n_lanes;
}

/* From three lanes on a letter stands above the words of its lane, not before them. */
static gboolean
is_narrow (guint n_lanes)
{
  return n_lanes > 2;
}

/* Where the words of a lane are, its height being what is left for them. */
static SkPageBox
place_lane_words (const SkWall *wall,
                  SkPageBox     box,
                  guint         n_lanes)
{
  double above = 2.0 * LETTER_RADIUS * wall->unit + PAD;

  if (is_narrow (n_lanes))
    return (SkPageBox) {box.x + PAD, box.y + PAD + above, box.width - 2.0 * PAD,
                        box.height - 2.0 * PAD - above};

  return (SkPageBox) {box.x + indent (wall), box.y + PAD, box.width - indent (wall) - SIDE,
                      box.height - 2.0 * PAD};
}

/* The height that a lane takes when its words are smallest. */
static double
measure_lane (const SkWall *wall,
              SkBlock      *lane,
              guint         n_lanes)
{
  SkPageBox nothing = {0.0, 0.0, lane_width (wall, n_lanes), 0.0};
  SkPageBox words = place_lane_words (wall, nothing, n_lanes);
  guint n = count_titles (wall, lane);
  double height = -words.height;

  for (guint i = 0; i < n; i++)
    height += measure_words (wall, lane, i, words.width);

  return height + (n - 1) * PAD;
}

/**
 * sk_wall_measure_item:
 * @item: a block, or free minutes
 *
 * Returns: the height that it takes when its words are smallest
 */
double
sk_wall_measure_item (const SkWall     *self,
                      const SkWallItem *item)
{
  double height = SMALLEST_TITLE * self->unit * 1.25 + 2.0 * PAD;
  guint n_lanes = item->block != NULL ? count_lanes (item->block) : 0;

  for (guint i = 0; i < n_lanes; i++)
    height =
      MAX (height,
           measure_lane (self, g_ptr_array_index (sk_block_get_lanes (item->block), i), n_lanes));

  if (item->block != NULL && n_lanes == 0)
    {
      guint n = count_titles (self, item->block);
      double width = self->width - self->time_width - indent (self) - SIDE;

      for (guint i = 0; i < n; i++)
        height =
          MAX (height, measure_words (self, item->block, i, (width - (n - 1) * 2.0 * SIDE) / n) +
                         2.0 * PAD);
    }

  return height;
}

static void
draw_letter (const SkWall  *wall,
             SkPageDrawing *page,
             guint          number,
             double         x,
             double         y,
             double         radius)
{
  char letter[] = {(char) ('A' + number), '\0'};
  g_autoptr (SkPageText) text = sk_page_text_new ();
  g_autoptr (PangoLayout) layout = NULL;

  sk_page_text_add (text, letter, radius * 1.15, PANGO_WEIGHT_BOLD, SK_PAGE_WHITE);
  layout = sk_page_text_lay_out (text, wall->plan->context, SK_PAGE_UNBROKEN);
  sk_page_drawing_add_disc (page, x, y, radius, 0.0, SK_PAGE_BLACK);
  sk_page_drawing_add_text (page, layout, x - sk_page_layout_width (layout) / 2.0,
                            y - sk_page_layout_height (layout) / 2.0);
}

static void
draw_lane (const SkWall  *wall,
           SkPageDrawing *page,
           GPtrArray     *lanes,
           guint          number,
           SkPageBox      box)
{
  SkBlock *lane = g_ptr_array_index (lanes, number);
  SkPageBox words = place_lane_words (wall, box, lanes->len);
  guint n = count_titles (wall, lane);
  double height = (words.height - (n - 1) * PAD) / n;
  double radius = LETTER_RADIUS * wall->unit;

  sk_page_drawing_add_box (page, box, RADIUS, THICKNESS, SK_PAGE_WHITE);
  if (is_narrow (lanes->len))
    draw_letter (wall, page, number, box.x + PAD + radius, box.y + PAD + radius, radius);
  else
    draw_letter (wall, page, number, box.x + SIDE + DISC_RADIUS * wall->unit,
                 box.y + box.height / 2.0,
                 MIN (DISC_RADIUS * wall->unit, (box.height - PAD) / 2.0));

  for (guint i = 0; i < n; i++)
    {
      g_auto (Words) found = {0};

      find_words (wall, i, lane, &found);
      draw_words (wall, page, &found, LARGEST_LANE_TITLE,
                  (SkPageBox) {words.x, words.y + i * (height + PAD), words.width, height});
    }
}

/* The picture of a tool: its theme on a disc, before two rings of grey. */
static void
draw_picture (SkPageDrawing *page,
              const char    *icon,
              SkPageBox      box)
{
  double radius = MIN (box.width, box.height) * 0.33;
  SkPageBox inside = {box.x + THICKNESS / 2.0, box.y + THICKNESS, box.width - THICKNESS,
                      box.height - 2.0 * THICKNESS};
  double x = box.x + box.width / 2.0;
  double y = box.y + box.height / 2.0;
  double grey = 0.83;

  sk_page_drawing_add_ring (page, inside, box.x, box.y + box.height, radius * 0.35, radius * 0.7,
                            grey);
  sk_page_drawing_add_ring (page, inside, box.x, box.y + box.height, radius * 2.05, radius * 0.8,
                            grey);
  sk_page_drawing_add_disc (page, x, y, radius, THICKNESS, SK_PAGE_WHITE);
  sk_page_drawing_add_icon (page, icon, x - radius * 0.52, y - radius * 0.52, radius * 1.04,
                            SK_PAGE_BLACK);
  sk_page_drawing_add_upright (page, box.x, box.y, box.height, THICKNESS, SK_PAGE_BLACK);
}

static void
draw_titles (const SkWall  *wall,
             SkPageDrawing *page,
             SkBlock       *block,
             SkPageBox      box)
{
  guint n = count_titles (wall, block);
  double width = (box.width - (n - 1) * 2.0 * SIDE) / n;

  for (guint i = 0; i < n; i++)
    {
      g_auto (Words) words = {0};
      SkPageBox inner = {box.x + i * (width + 2.0 * SIDE), box.y, width, box.height};

      find_words (wall, i, block, &words);
      draw_words (wall, page, &words, LARGEST_TITLE, inner);
    }
}

/* Whether a tool has room for its picture, and for its title beside it. */
static gboolean
has_picture (const SkWall *wall,
             SkBlock      *block,
             SkPageBox     box)
{
  double width = box.width * (1.0 - PICTURE_SHARE) - 3.0 * SIDE;

  return sk_block_get_kind (block) == SK_BLOCK_TOOL && box.height >= PICTURE_HEIGHT &&
         count_titles (wall, block) == 1 &&
         measure_words (wall, block, 0, width) <= box.height - 2.0 * PAD;
}

static void
draw_block (const SkWall  *wall,
            SkPageDrawing *page,
            SkBlock       *block,
            SkPageBox      box)
{
  gboolean tool = sk_block_get_kind (block) == SK_BLOCK_TOOL;
  g_autofree char *icon = sk_sheet_dup_icon (block);
  double radius = MIN (DISC_RADIUS * wall->unit, (box.height - PAD) / 2.0);
  SkPageBox words = {box.x + indent (wall), box.y + PAD, box.width - indent (wall) - SIDE,
                     box.height - 2.0 * PAD};

  sk_page_drawing_add_box (page, box, RADIUS, tool ? THICKNESS : 0.0,
                           tool ? SK_PAGE_WHITE : SK_PAGE_SHADE);
  if (has_picture (wall, block, box))
    {
      double picture = box.width * PICTURE_SHARE;

      draw_picture (page, icon,
                    (SkPageBox) {box.x + box.width - picture, box.y, picture, box.height});
      words.x = box.x + 2.0 * SIDE;
      words.width = box.width - picture - 3.0 * SIDE;
    }
  else
    {
      double x = box.x + SIDE + DISC_RADIUS * wall->unit;
      double y = box.y + box.height / 2.0;

      sk_page_drawing_add_disc (page, x, y, radius, tool ? THICKNESS * 0.8 : 0.0, SK_PAGE_WHITE);
      sk_page_drawing_add_icon (page, icon, x - radius * 0.55, y - radius * 0.55, radius * 1.1,
                                SK_PAGE_BLACK);
    }

  draw_titles (wall, page, block, words);
}

static void
draw_free (const SkWall     *wall,
           const SkWallItem *item,
           SkPageDrawing    *page,
           SkPageBox         box)
{
  SkPaperWords *words = sk_sheet_plan_get_words (wall->plan, 0);
  g_autofree char *minutes = sk_paper_words_minutes (words, item->minutes);
  Words free = {sk_paper_words_format (words, "free", "minutes", minutes, NULL), NULL};

  draw_words (wall, page, &free, SMALL_TITLE,
              (SkPageBox) {box.x + indent (wall), box.y + PAD, box.width - indent (wall),
                           box.height - 2.0 * PAD});
  words_clear (&free);
}

/**
 * sk_wall_draw_item:
 * @page: what is drawn on
 * @box: where
 *
 * Draws a block: ours on grey, a tool in a frame, with its picture where there is room; lanes
 * side by side; free minutes as words alone.
 */
void
sk_wall_draw_item (const SkWall     *self,
                   const SkWallItem *item,
                   SkPageDrawing    *page,
                   SkPageBox         box)
{
  guint n_lanes = item->block != NULL ? count_lanes (item->block) : 0;

  if (item->block == NULL)
    draw_free (self, item, page, box);
  else if (n_lanes == 0)
    draw_block (self, page, item->block, box);

  for (guint i = 0; i < n_lanes; i++)
    {
      double width = lane_width (self, n_lanes);
      SkPageBox lane = {box.x + i * (width + SK_WALL_GAP), box.y, width, box.height};

      draw_lane (self, page, sk_block_get_lanes (item->block), i, lane);
    }
}
