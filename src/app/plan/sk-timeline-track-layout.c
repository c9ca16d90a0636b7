/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-clock.h"
#include "sk-timeline-row.h"
#include "sk-timeline-scale.h"
#include "sk-timeline-track-private.h"

#define GUTTER 76
#define GUTTER_NARROW 62
#define NARROW 480
#define END_EDGE 18
#define END_EDGE_NARROW 12
#define CLOCK_SPACE 12
#define CLOCK_SPACE_NARROW 8
#define CLOCK_TOP 9
#define TOP 4
#define BOTTOM 12
#define MIN_HEIGHT 33
#define END_HEIGHT 28
#define DROP_ROOM 18
#define MIN_WIDTH 300
#define SCROLL_STEP 40
/* Of the width of a block, for what is dropped beside it. */
#define SIDE 0.22
/* Of its height, above and below, for what is dropped before and after it. */
#define BETWEEN 0.2

void
sk_timeline_track_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *natural = *minimum;
}

static guint
count_minutes (SkTimelineTrack *self)
{
  guint minutes = 0;

  for (guint i = 0; i < self->rows->len; i++)
    minutes += ((SkTimelineRow *) g_ptr_array_index (self->rows, i))->minutes;
  return minutes;
}

static int
get_row_height (SkTimelineTrack *self,
                SkTimelineRow   *row,
                int              width,
                double           text)
{
  const int least = (int) ((row->kind == SK_ROW_END ? END_HEIGHT : MIN_HEIGHT) * text);
  int minimum;

  gtk_widget_measure (row->widget, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return MAX (MAX (least, minimum), (int) (row->minutes * self->scale + 0.5));
}

/* Where rows lie if nothing is scrolled. */
static int
lay_out_rows (SkTimelineTrack *self,
              int              width)
{
  const double text = sk_timeline_scale_get_text (GTK_WIDGET (self));
  int y = TOP;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SkTimelineRow *row = g_ptr_array_index (self->rows, i);

      row->y = y;
      row->height = get_row_height (self, row, width, text);
      y += row->height;
    }
  return y + BOTTOM;
}

static void
place (SkTimelineTrack *self,
       GtkWidget       *child,
       int              x,
       int              y,
       int              width,
       int              height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation) {x, y, width, height}, -1);
}

/* The time stands on the line of the title: where two lines fit, that is the first of them. */
static void
place_clock (SkTimelineTrack *self,
             SkTimelineRow   *row,
             int              y,
             gboolean         narrow)
{
  const int width = self->gutter - (narrow ? CLOCK_SPACE_NARROW : CLOCK_SPACE);
  int minimum;
  int height;
  int top;

  gtk_widget_measure (row->clock, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (row->clock, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, &height,
                      NULL, NULL);
  top = row->kind == SK_ROW_END ? (row->height - height) / 2
                                : MIN (CLOCK_TOP, (row->height - height) / 2);
  place (self, row->clock, MIN (0, width - minimum), y + MAX (0, top), MAX (width, minimum),
         height);
}

static void
place_mark (SkTimelineTrack *self,
            int              y,
            int              width)
{
  int height;

  gtk_widget_measure (self->mark, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  place (self, self->mark, 0, y + (DROP_ROOM - height) / 2, width, height);
}

static void
place_rows (SkTimelineTrack *self,
            int              width,
            int              edge,
            gboolean         narrow)
{
  const int offset = (int) gtk_adjustment_get_value (self->vadjustment);
  gboolean marked = self->gap < 0;
  int room = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SkTimelineRow *row = g_ptr_array_index (self->rows, i);

      if (!marked && (row->kind == SK_ROW_END || (int) row->position >= self->gap))
        {
          place_mark (self, row->y - offset, width - edge);
          room = DROP_ROOM;
          marked = TRUE;
        }
      place (self, row->widget, self->gutter, row->y + room - offset, width - self->gutter - edge,
             row->height);
      place_clock (self, row, row->y + room - offset, narrow);
    }
}

/* What the times take, which are longer in some languages, and longest with a lock. */
static int
measure_gutter (SkTimelineTrack *self,
                double           text,
                gboolean         narrow)
{
  const int space = narrow ? CLOCK_SPACE_NARROW : CLOCK_SPACE;
  int gutter = (int) ((narrow ? GUTTER_NARROW : GUTTER) * text);

  for (guint i = 0; i < self->rows->len; i++)
    {
      SkTimelineRow *row = g_ptr_array_index (self->rows, i);
      int minimum;

      sk_timeline_clock_set_narrow (SK_TIMELINE_CLOCK (row->clock), narrow);
      gtk_widget_measure (row->clock, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gutter = MAX (gutter, minimum + space);
    }

  return gutter;
}

void
sk_timeline_track_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SkTimelineTrack *self = SK_TIMELINE_TRACK (widget);
  const double text = sk_timeline_scale_get_text (widget);
  const gboolean narrow = width < NARROW * text;
  const int edge = narrow ? END_EDGE_NARROW : END_EDGE;
  int content;

  self->gutter = measure_gutter (self, text, narrow);
  if (!self->held)
    self->scale = sk_timeline_scale_fit (height, count_minutes (self), text, self->zoom);
  content = lay_out_rows (self, width - self->gutter - edge) + (self->gap >= 0 ? DROP_ROOM : 0);

  gtk_adjustment_configure (self->hadjustment, 0, 0, width, SCROLL_STEP, width, width);
  gtk_adjustment_configure (self->vadjustment, gtk_adjustment_get_value (self->vadjustment), 0,
                            MAX (content, height), SCROLL_STEP, height * 0.9, height);
  place_rows (self, width, edge, narrow);
}

/**
 * sk_timeline_track_find_block:
 * @id: a block
 *
 * Returns: (transfer none) (nullable): its widget; %NULL where the session has no such block
 */
SkTimelineBlock *
sk_timeline_track_find_block (SkTimelineTrack *self,
                              const char      *id)
{
  g_return_val_if_fail (SK_IS_TIMELINE_TRACK (self), NULL);

  for (guint i = 0; id != NULL && i < self->rows->len; i++)
    {
      SkTimelineRow *row = g_ptr_array_index (self->rows, i);
      SkTimelineBlock *found = NULL;

      if (row->kind == SK_ROW_BLOCK)
        found = sk_timeline_block_find (SK_TIMELINE_BLOCK (row->widget), id);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * sk_timeline_track_get_block:
 * @position: the number of a block, from 0
 *
 * Returns: (transfer none) (nullable): its widget; %NULL past the last one
 */
SkTimelineBlock *
sk_timeline_track_get_block (SkTimelineTrack *self,
                             guint            position)
{
  g_return_val_if_fail (SK_IS_TIMELINE_TRACK (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      SkTimelineRow *row = g_ptr_array_index (self->rows, i);

      if (row->kind == SK_ROW_BLOCK && row->position == position)
        return SK_TIMELINE_BLOCK (row->widget);
    }
  return NULL;
}

/**
 * sk_timeline_track_get_row:
 * @inside: a widget
 *
 * Returns: (transfer none) (nullable): the row that it is in, a block or free time
 */
GtkWidget *
sk_timeline_track_get_row (SkTimelineTrack *self,
                           GtkWidget       *inside)
{
  g_return_val_if_fail (SK_IS_TIMELINE_TRACK (self), NULL);

  while (inside != NULL && gtk_widget_get_parent (inside) != GTK_WIDGET (self))
    inside = gtk_widget_get_parent (inside);
  return inside;
}

/**
 * sk_timeline_track_get_beside:
 * @row: (nullable): a row, or %NULL for before the first one
 * @step: 1 for the next one, -1 for the one before
 *
 * Returns: (transfer none) (nullable): the row below or above that can be gone to
 */
GtkWidget *
sk_timeline_track_get_beside (SkTimelineTrack *self,
                              GtkWidget       *row,
                              int              step)
{
  int at = step > 0 ? -1 : (int) self->rows->len;

  g_return_val_if_fail (SK_IS_TIMELINE_TRACK (self), NULL);

  for (guint i = 0; row != NULL && i < self->rows->len; i++)
    if (((SkTimelineRow *) g_ptr_array_index (self->rows, i))->widget == row)
      at = (int) i;

  for (at += step; at >= 0 && at < (int) self->rows->len; at += step)
    {
      SkTimelineRow *next = g_ptr_array_index (self->rows, (guint) at);

      if (next->kind != SK_ROW_END)
        return next->widget;
    }
  return NULL;
}

static SkSide
find_side (SkTimelineTrack *self,
           SkTimelineRow   *row,
           double           x,
           double           y)
{
  const double all = gtk_widget_get_width (row->widget);
  const double inside = y - row->y;
  double from = x - self->gutter;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    from = gtk_widget_get_width (GTK_WIDGET (self)) - x - self->gutter;
  if (inside < row->height * BETWEEN || inside > row->height * (1 - BETWEEN))
    return SK_SIDE_NONE;

  return from > all * (1 - SIDE) ? SK_SIDE_END : SK_SIDE_NONE;
}

/**
 * sk_timeline_track_get_place:
 * @x: from the left of what is seen
 * @y: from its top
 * @place: (out caller-allocates): where something would be dropped there
 *
 * Finds the place for a drop: between two blocks, or at the end of a block's line, beside it.
 */
void
sk_timeline_track_get_place (SkTimelineTrack *self,
                             double           x,
                             double           y,
                             SkDropPlace     *place)
{
  g_return_if_fail (SK_IS_TIMELINE_TRACK (self));

  y += gtk_adjustment_get_value (self->vadjustment);
  *place = (SkDropPlace) {sk_session_get_n_blocks (self->session), SK_SIDE_NONE};

  for (guint i = 0; i < self->rows->len; i++)
    {
      SkTimelineRow *row = g_ptr_array_index (self->rows, i);
      const gboolean within = y >= row->y && y < row->y + row->height;

      if (row->kind == SK_ROW_BLOCK && within)
        place->side = find_side (self, row, x, y);
      if (place->side != SK_SIDE_NONE || y < row->y + row->height / 2.0 ||
          (row->kind == SK_ROW_GAP && within))
        {
          place->position = row->position;
          return;
        }
    }
}

/**
 * sk_timeline_track_get_scale:
 *
 * Returns: how many pixels a minute is high
 */
double
sk_timeline_track_get_scale (SkTimelineTrack *self)
{
  g_return_val_if_fail (SK_IS_TIMELINE_TRACK (self), 1);

  return self->scale;
}

/**
 * sk_timeline_track_get_zoom:
 *
 * Returns: how much higher a minute is than what fits
 */
double
sk_timeline_track_get_zoom (SkTimelineTrack *self)
{
  g_return_val_if_fail (SK_IS_TIMELINE_TRACK (self), 1);

  return self->zoom;
}

/**
 * sk_timeline_track_set_zoom:
 * @zoom: how much higher a minute is to be than what fits
 *
 * Makes all minutes higher or lower.
 */
void
sk_timeline_track_set_zoom (SkTimelineTrack *self,
                            double           zoom)
{
  g_return_if_fail (SK_IS_TIMELINE_TRACK (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * sk_timeline_track_hold_scale:
 * @hold: whether a minute stays as high as it is
 *
 * Keeps things from moving below the pointer that moves them.
 */
void
sk_timeline_track_hold_scale (SkTimelineTrack *self,
                              gboolean         hold)
{
  g_return_if_fail (SK_IS_TIMELINE_TRACK (self));

  self->held = hold;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * sk_timeline_track_scroll_to:
 * @child: a block or free time
 *
 * Scrolls as little as it takes to see all of it.
 */
void
sk_timeline_track_scroll_to (SkTimelineTrack *self,
                             GtkWidget       *child)
{
  const GtkWidget *wanted = sk_timeline_track_get_row (self, child);

  g_return_if_fail (SK_IS_TIMELINE_TRACK (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      SkTimelineRow *row = g_ptr_array_index (self->rows, i);

      if (row->widget == wanted)
        gtk_adjustment_clamp_page (self->vadjustment, row->y - TOP, row->y + row->height + TOP);
    }
}
