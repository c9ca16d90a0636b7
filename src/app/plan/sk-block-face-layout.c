/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-face-private.h"

#define LINE_TILE 22
#define TILE 36
#define LARGE_TILE 48
#define SMALL_TILE 28
#define EDGE 8
#define LARGE_EDGE 10
#define END_EDGE 12
#define GAP 12
#define NARROW_LANE 200
#define MENU_FROM_WIDTH 300
#define NARROW_GAP 8
/* A tile is so much higher than the text it stands beside, at the usual size of text. */
#define LINES_OF_FULL 3.9
#define ENTRY_MINUTES 64

/* A side of the words that is free, from @start until @end. */
typedef struct
{
  int start;
  int end;
} Room;

static int
get_height (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_height_for (GtkWidget *child,
                int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_baseline (GtkWidget *child)
{
  int baseline;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, &baseline);
  return baseline;
}

static int
get_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_min_width (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static gboolean
has_text (GtkLabel *label)
{
  return *gtk_label_get_text (label) != '\0';
}

/* Shows a child, mirrored where one reads from the right. */
static void
place (SkBlockFace *self,
       gpointer     child,
       int          x,
       int          y,
       int          width,
       int          height)
{
  const int all = gtk_widget_get_width (GTK_WIDGET (self));

  width = MAX (width, get_min_width (child));
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = all - x - width;
  g_ptr_array_add (self->placed, child);
  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_size_allocate (child, &(GtkAllocation) {x, y, width, height}, -1);
}

/* What found no place is not seen. What did is never hidden on the way, for it may have the focus.
 */
static void
hide_rest (SkBlockFace *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!g_ptr_array_find (self->placed, child, NULL))
      gtk_widget_set_child_visible (child, FALSE);
}

static void
place_picture (SkBlockFace *self,
               int          x,
               int          y,
               int          size)
{
  const gboolean cover = sk_block_get_resource (self->block) != NULL;

  place (self, cover ? GTK_WIDGET (self->cover) : self->icon, x, y, size, size);
}

/* The minutes at the end, their digits on the line of the title; what is left is for the words. */
static void
place_minutes (SkBlockFace *self,
               Room        *room,
               int          top)
{
  const gboolean menu = gtk_widget_get_width (GTK_WIDGET (self)) >= MENU_FROM_WIDTH;
  const int width = get_width (GTK_WIDGET (self->minutes));
  const int height = get_height (GTK_WIDGET (self->minutes));
  const int baseline = top + get_baseline (GTK_WIDGET (self->title));
  const int y = baseline - get_baseline (GTK_WIDGET (self->minutes));
  const int menu_size = get_width (self->menu);

  if (self->editing == SK_FACE_MINUTES)
    {
      const int entry = get_height (self->entry);

      place (self, self->entry, room->end - ENTRY_MINUTES, y + (height - entry) / 2, ENTRY_MINUTES,
             entry);
      room->end -= ENTRY_MINUTES + GAP;
      return;
    }

  place (self, self->minutes, room->end - width, y, width, height);
  room->end -= width + GAP;
  if (menu)
    {
      place (self, self->menu, room->end - menu_size, y + (height - menu_size) / 2, menu_size,
             menu_size);
      room->end -= menu_size + GAP / 2;
    }
}

static int
place_title (SkBlockFace *self,
             GtkLabel    *title,
             Room         room,
             int          top)
{
  const int width = MAX (0, room.end - room.start);
  const int height =
    get_height_for (GTK_WIDGET (title), MAX (width, get_min_width (GTK_WIDGET (title))));

  if (self->editing == SK_FACE_TITLE)
    {
      const int line = get_height (GTK_WIDGET (self->title));
      const int entry = get_height (self->entry);

      place (self, self->entry, room.start - EDGE, top + (line - entry) / 2, width + EDGE, entry);
      return line;
    }

  place (self, title, room.start, top, width, height);
  return height;
}

static void
lay_out_line (SkBlockFace *self,
              int          width,
              int          height)
{
  const gboolean groups = self->style == SK_FACE_GROUPS;
  const int tile = groups ? LINE_TILE - 6 : LINE_TILE;
  const int top = (height - get_height (GTK_WIDGET (self->title))) / 2;
  Room room = {EDGE + tile + (groups ? EDGE : GAP), width - END_EDGE};
  int title;

  place_picture (self, EDGE, (height - tile) / 2, tile);
  place_minutes (self, &room, top);

  title = MIN (get_width (GTK_WIDGET (self->title)), room.end - room.start);
  place_title (self, self->title,
               (Room) {room.start, self->editing == SK_FACE_TITLE ? room.end : room.start + title},
               top);
  room.start += title + EDGE;
  if (self->editing != SK_FACE_TITLE && has_text (self->caption) &&
      room.end - room.start >= get_min_width (GTK_WIDGET (self->caption)))
    place (self, self->caption, room.start,
           top + get_baseline (GTK_WIDGET (self->title)) -
             get_baseline (GTK_WIDGET (self->caption)),
           room.end - room.start, get_height (GTK_WIDGET (self->caption)));
}

static void
lay_out_two_lines (SkBlockFace *self,
                   int          width,
                   int          height)
{
  const int title = get_height (GTK_WIDGET (self->title));
  const int caption = get_height (GTK_WIDGET (self->caption));
  const int tile = MIN (TILE, height - 2);
  const int top = (height - title - caption) / 2;
  Room room = {EDGE + TILE + (width < MENU_FROM_WIDTH ? NARROW_GAP : GAP), width - END_EDGE};

  place_picture (self, EDGE + (TILE - tile) / 2, (height - tile) / 2, tile);
  place_minutes (self, &room, top);
  place_title (self, self->title, room, top);
  place (self, self->caption, room.start, top + title, room.end - room.start, caption);
}

/* As many of its lines as there is room for: half a line is none. */
static int
place_goal (SkBlockFace *self,
            Room         room,
            int          top,
            int          height)
{
  const int line = get_height (GTK_WIDGET (self->title));
  const int all = get_height_for (GTK_WIDGET (self->goal), room.end - room.start);

  if (!has_text (self->goal) || height - top < MIN (line, all))
    return 0;

  place (self, self->goal, room.start, top, room.end - room.start,
         MIN (all, (height - top) / line * line));
  return MIN (all, height - top) + LARGE_EDGE;
}

static void
lay_out_full (SkBlockFace *self,
              int          width,
              int          height)
{
  const int caption = get_height (GTK_WIDGET (self->facts));
  const int chips = get_height (self->chips);
  const int text = LARGE_EDGE + LARGE_TILE + GAP;
  Room room = {text, width - END_EDGE};
  int y = LARGE_EDGE - 2;
  int title;

  place_picture (self, LARGE_EDGE, LARGE_EDGE, LARGE_TILE);
  place_minutes (self, &room, y);
  title = place_title (self, self->long_title, room, y);
  /* Below a title of several lines it is below the minutes too. */
  if (title > get_height (GTK_WIDGET (self->title)))
    room.end = width - END_EDGE;
  y += title;
  place (self, self->facts, text, y, room.end - text, caption);
  room.end = width - END_EDGE;

  y += caption + EDGE;
  y += place_goal (self, room, y, height - LARGE_EDGE);
  if (gtk_widget_get_first_child (self->chips) != NULL && y + chips <= height - 4)
    place (self, self->chips, text, y, MIN (get_width (self->chips), room.end - text), chips);
}

/* The words of a lane lie beside its picture, or below it where that is too narrow. Only measures
 * where @show is not set. */
static int
lay_out_lane (SkBlockFace *self,
              int          width,
              int          height,
              gboolean     show)
{
  const gboolean narrow = width < NARROW_LANE;
  const int tile = narrow ? SMALL_TILE : TILE;
  GtkWidget *whose = GTK_WIDGET (narrow ? self->brief_lane_words : self->lane_words);
  const int words = get_height (whose);
  const int caption = get_height (GTK_WIDGET (self->facts));
  Room room = {EDGE + tile + EDGE, width - EDGE};
  int y = narrow ? EDGE + (tile - words) / 2 : EDGE - 2;

  if (show)
    {
      place_picture (self, EDGE, EDGE, tile);
      place (self, whose, room.start, y, room.end - room.start, words);
    }
  y += words;
  if (narrow)
    {
      room.start = EDGE;
      y = EDGE + tile + 4;
    }

  if (show)
    y += place_title (self, self->long_title, room, y);
  else
    y +=
      get_height_for (GTK_WIDGET (self->long_title),
                      MAX (room.end - room.start, get_min_width (GTK_WIDGET (self->long_title))));
  if (show && has_text (self->facts) && y + caption <= height)
    place (self, self->facts, room.start, y, room.end - room.start, caption);

  return MAX (y + 4, EDGE + tile + EDGE);
}

int
sk_block_face_measure_height (SkBlockFace *self,
                              int          width)
{
  const int title = get_height (GTK_WIDGET (self->title));

  if (self->block == NULL)
    return 0;
  if (self->style == SK_FACE_LANE)
    return lay_out_lane (self, width > 0 ? width : SK_FACE_WIDTH / 2, 0, FALSE);
  return MAX (title + 8, self->style == SK_FACE_GROUPS ? LINE_TILE : LINE_TILE + 5);
}

void
sk_block_face_lay_out (SkBlockFace *self,
                       int          width,
                       int          height)
{
  const int title = get_height (GTK_WIDGET (self->title));
  const int caption = get_height (GTK_WIDGET (self->facts));

  if (self->block == NULL)
    return;

  g_ptr_array_set_size (self->placed, 0);

  if (self->style == SK_FACE_LANE)
    lay_out_lane (self, width, height, TRUE);
  else if (self->style == SK_FACE_GROUPS || height < title + caption)
    lay_out_line (self, width, height);
  else if (height < LINES_OF_FULL * title)
    lay_out_two_lines (self, width, height);
  else
    lay_out_full (self, width, height);
  hide_rest (self);
}
