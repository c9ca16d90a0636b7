/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-page-flow.h"

/* What a reader forgives where a sum of points is a little more than its parts. */
#define SLACK 0.01

/* A row that is broken anyway does not begin where there is no more room than this. */
#define LEAST_ROOM 72.0

struct _SkPageFlow
{
  SkPageBox content;
  GPtrArray *pages;             /* SkPageDrawing; the last one is being filled */
  double y;
  const SkPageDrawing *running; /* at the head of each further page; NULL: nothing */
  double running_height;
  SkPageRow *header;            /* of the table that is open; NULL: none is */
  double top;                   /* where the content of this page began, after all that is repeated */
};

/**
 * sk_page_flow_new:
 * @content: the part of a page that is filled
 *
 * Returns: (transfer full): one empty page
 */
SkPageFlow *
sk_page_flow_new (SkPageBox content)
{
  SkPageFlow *self = g_new0 (SkPageFlow, 1);

  self->content = content;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_page_drawing_free);
  g_ptr_array_add (self->pages, sk_page_drawing_new ());
  self->y = self->top = content.y;

  return self;
}

/**
 * sk_page_flow_free:
 * @self: (transfer full): pages
 */
void
sk_page_flow_free (SkPageFlow *self)
{
  g_ptr_array_unref (self->pages);
  g_clear_pointer (&self->header, sk_page_row_free);
  g_free (self);
}

/**
 * sk_page_flow_set_running:
 * @running: what stands at the head of every page but the first, for as long as pages are filled
 *
 * Sets a running head.
 */
void
sk_page_flow_set_running (SkPageFlow          *self,
                          const SkPageDrawing *running,
                          double               height)
{
  self->running = running;
  self->running_height = height;
}

static SkPageDrawing *
get_page (SkPageFlow *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

/**
 * sk_page_flow_get_room:
 *
 * Returns: the height that is free on the last page
 */
double
sk_page_flow_get_room (const SkPageFlow *self)
{
  return self->content.y + self->content.height - self->y;
}

static void
draw_header (SkPageFlow *self)
{
  g_auto (SkPageRowPlace) place = {0};
  SkPageBox box = {self->content.x, self->y, self->content.width, sk_page_flow_get_room (self)};
  double height;

  sk_page_drawing_begin_tag (get_page (self), "Table", NULL);
  sk_page_row_begin (self->header, &place);
  sk_page_row_draw (self->header, &place, get_page (self), box, &height);
  self->y += height;
}

static void
begin_page (SkPageFlow *self)
{
  if (self->header != NULL)
    sk_page_drawing_end_tag (get_page (self), "Table");

  g_ptr_array_add (self->pages, sk_page_drawing_new ());
  self->y = self->content.y;
  if (self->running != NULL)
    {
      sk_page_drawing_append (get_page (self), self->running, self->content.x, self->y, 1.0);
      self->y += self->running_height;
    }
  if (self->header != NULL)
    draw_header (self);
  self->top = self->y;
}

/**
 * sk_page_flow_begin_table:
 * @header: (transfer full): the row that is repeated on each page
 *
 * Begins a table.
 */
void
sk_page_flow_begin_table (SkPageFlow *self,
                          SkPageRow  *header)
{
  self->header = header;
  draw_header (self);
}

/**
 * sk_page_flow_end_table:
 *
 * Ends the table.
 */
void
sk_page_flow_end_table (SkPageFlow *self)
{
  sk_page_drawing_end_tag (get_page (self), "Table");
  g_clear_pointer (&self->header, sk_page_row_free);
}

static double
get_full_height (SkPageFlow *self)
{
  double header = self->header != NULL ? sk_page_row_get_height (self->header) : 0.0;

  return self->content.height - self->running_height - header;
}

/* Whether something of that height begins on the next page. */
static gboolean
needs_page (SkPageFlow *self,
            double      height)
{
  double room = sk_page_flow_get_room (self);

  if (height <= room + SLACK || self->y <= self->top)
    return FALSE;

  return height <= get_full_height (self) + SLACK || room < LEAST_ROOM;
}

/**
 * sk_page_flow_add_row:
 * @row: (transfer full): a row of the table
 *
 * Adds a row, on one page if it fits on one.
 */
void
sk_page_flow_add_row (SkPageFlow *self,
                      SkPageRow  *row)
{
  g_autoptr (SkPageRow) owned = row;
  g_auto (SkPageRowPlace) place = {0};
  gboolean whole = FALSE;

  if (needs_page (self, sk_page_row_get_height (row)))
    begin_page (self);

  sk_page_row_begin (row, &place);
  while (!whole)
    {
      SkPageBox box = {self->content.x, self->y, self->content.width,
                       sk_page_flow_get_room (self) + SLACK};
      double height;

      whole = sk_page_row_draw (row, &place, get_page (self), box, &height);
      self->y += height;
      if (!whole)
        begin_page (self);
    }
}

/**
 * sk_page_flow_add:
 * @drawing: what is never broken
 *
 * Adds a drawing, on the next page if it fits on this one no more.
 */
void
sk_page_flow_add (SkPageFlow          *self,
                  const SkPageDrawing *drawing,
                  double               height)
{
  if (needs_page (self, height))
    begin_page (self);

  sk_page_drawing_append (get_page (self), drawing, self->content.x, self->y, 1.0);
  self->y += height;
}

/**
 * sk_page_flow_add_space:
 *
 * Leaves some height free, but for the head of a page.
 */
void
sk_page_flow_add_space (SkPageFlow *self,
                        double      height)
{
  if (self->y > self->top)
    self->y += MIN (height, MAX (sk_page_flow_get_room (self), 0.0));
}

/**
 * sk_page_flow_get_n_pages:
 *
 * Returns: how many pages there are so far
 */
guint
sk_page_flow_get_n_pages (const SkPageFlow *self)
{
  return self->pages->len;
}

/**
 * sk_page_flow_finish:
 *
 * Returns: (transfer full) (element-type SkPageDrawing): the pages
 */
GPtrArray *
sk_page_flow_finish (SkPageFlow *self)
{
  return g_ptr_array_ref (self->pages);
}
