/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-page-row.h"

#define UPRIGHT_THICKNESS 0.5

typedef struct
{
  double x;
  double upright_x;
  const char *tag;
  SkPageStack *stack;
} Cell;

typedef struct
{
  double rule_x;   /* where the line above begins, which goes to the right edge */
  gboolean joined; /* to the band above, with nothing free between */
  GArray *cells;
} Band;

struct _SkPageRow
{
  double above;
  double below;
  double rule_thickness;
  double rule_grey;
  GArray *bands;
};

static void
cell_clear (Cell *cell)
{
  g_clear_pointer (&cell->stack, sk_page_stack_free);
}

static void
band_clear (Band *band)
{
  g_clear_pointer (&band->cells, g_array_unref);
}

/**
 * sk_page_row_new:
 * @above: what is free above each band
 * @below: what is free below each band
 *
 * Returns: (transfer full): a row without cells
 */
SkPageRow *
sk_page_row_new (double above,
                 double below)
{
  SkPageRow *self = g_new0 (SkPageRow, 1);

  self->above = above;
  self->below = below;
  self->bands = g_array_new (FALSE, FALSE, sizeof (Band));
  g_array_set_clear_func (self->bands, (GDestroyNotify) band_clear);

  return self;
}

/**
 * sk_page_row_free:
 * @self: (transfer full): a row
 */
void
sk_page_row_free (SkPageRow *self)
{
  g_array_unref (self->bands);
  g_free (self);
}

/**
 * sk_page_row_set_rule:
 * @thickness: of the line below the row, 0 for none
 *
 * Sets the line below the row.
 */
void
sk_page_row_set_rule (SkPageRow *self,
                      double     thickness,
                      double     grey)
{
  self->rule_thickness = thickness;
  self->rule_grey = grey;
}

/**
 * sk_page_row_add_band:
 * @rule_x: where a thin line above it begins, or %SK_PAGE_NO_UPRIGHT
 *
 * Adds a band, which the next cells belong to.
 */
void
sk_page_row_add_band (SkPageRow *self,
                      double     rule_x)
{
  Band band = {rule_x, FALSE, g_array_new (FALSE, FALSE, sizeof (Cell))};

  g_array_set_clear_func (band.cells, (GDestroyNotify) cell_clear);
  g_array_append_val (self->bands, band);
}

/**
 * sk_page_row_join_band:
 *
 * Leaves nothing free between the last band and the one above it.
 */
void
sk_page_row_join_band (SkPageRow *self)
{
  g_array_index (self->bands, Band, self->bands->len - 1).joined = TRUE;
}

static double
get_above (const SkPageRow *self,
           guint            band)
{
  return g_array_index (self->bands, Band, band).joined ? 0.0 : self->above;
}

static double
get_below (const SkPageRow *self,
           guint            band)
{
  gboolean joined =
    band + 1 < self->bands->len && g_array_index (self->bands, Band, band + 1).joined;

  return joined ? 0.0 : self->below;
}

/**
 * sk_page_row_add_cell:
 * @x: its left edge
 * @upright_x: where a line stands before it, or %SK_PAGE_NO_UPRIGHT
 * @tag: what it is in the structure of a PDF, a string that is never freed
 *
 * Adds a cell to the last band.
 *
 * Returns: (transfer none): what is in it
 */
SkPageStack *
sk_page_row_add_cell (SkPageRow  *self,
                      double      x,
                      double      upright_x,
                      const char *tag)
{
  Band *band = &g_array_index (self->bands, Band, self->bands->len - 1);
  Cell cell = {x, upright_x, tag, sk_page_stack_new ()};

  g_array_append_val (band->cells, cell);
  return cell.stack;
}

static double
get_band_height (const SkPageRow *self,
                 guint            number)
{
  const Band *band = &g_array_index (self->bands, Band, number);
  double height = 0.0;

  for (guint i = 0; i < band->cells->len; i++)
    {
      const Cell *cell = &g_array_index (band->cells, Cell, i);

      height = MAX (height, sk_page_stack_get_height (cell->stack, 0, G_MAXUINT));
    }

  return get_above (self, number) + height + get_below (self, number);
}

/**
 * sk_page_row_get_height:
 *
 * Returns: how high it is when it is not broken
 */
double
sk_page_row_get_height (const SkPageRow *self)
{
  double height = 0.0;

  for (guint i = 0; i < self->bands->len; i++)
    height += get_band_height (self, i);

  return height;
}

static void
begin_band (const SkPageRow *self,
            SkPageRowPlace  *place)
{
  const Band *band;

  g_array_set_size (place->pieces, 0);
  if (place->band < self->bands->len)
    {
      band = &g_array_index (self->bands, Band, place->band);
      g_array_set_size (place->pieces, band->cells->len);
    }
}

/**
 * sk_page_row_begin:
 * @place: (out caller-allocates): the beginning of the row
 *
 * Goes to where a row begins.
 */
void
sk_page_row_begin (const SkPageRow *self,
                   SkPageRowPlace  *place)
{
  place->band = 0;
  place->pieces = g_array_new (FALSE, TRUE, sizeof (guint));
  begin_band (self, place);
}

/**
 * sk_page_row_place_clear:
 * @place: a place
 */
void
sk_page_row_place_clear (SkPageRowPlace *place)
{
  g_clear_pointer (&place->pieces, g_array_unref);
}

/* Draws what fits of one band; whether that was all that was left of it. */
static gboolean
draw_band (const SkPageRow *self,
           SkPageRowPlace  *place,
           SkPageDrawing   *page,
           SkPageBox        box,
           double          *height)
{
  const Band *band = &g_array_index (self->bands, Band, place->band);
  double above = get_above (self, place->band);
  double below = get_below (self, place->band);
  double room = box.height - above - below;
  double used = 0.0;
  gboolean whole = TRUE;

  sk_page_drawing_begin_tag (page, "TR", NULL);
  for (guint i = 0; i < band->cells->len; i++)
    {
      const Cell *cell = &g_array_index (band->cells, Cell, i);
      guint *from = &g_array_index (place->pieces, guint, i);
      guint to = sk_page_stack_fit (cell->stack, *from, room);

      sk_page_drawing_begin_tag (page, cell->tag, NULL);
      sk_page_stack_draw (cell->stack, *from, to, page, box.x + cell->x, box.y + above);
      sk_page_drawing_end_tag (page, cell->tag);
      used = MAX (used, sk_page_stack_get_height (cell->stack, *from, to));
      whole = whole && to == sk_page_stack_get_size (cell->stack);
      *from = to;
    }
  sk_page_drawing_end_tag (page, "TR");

  *height = above + used + below;
  for (guint i = 0; i < band->cells->len; i++)
    {
      const Cell *cell = &g_array_index (band->cells, Cell, i);

      if (cell->upright_x >= 0.0)
        sk_page_drawing_add_upright (page, box.x + cell->upright_x, box.y, *height,
                                     UPRIGHT_THICKNESS, SK_PAGE_RULE);
    }

  return whole;
}

/**
 * sk_page_row_draw:
 * @place: where to go on from; moved forward
 * @page: what is drawn on
 * @box: where, and how much room there is
 * @height: (out): how much of it was used
 *
 * Draws as much of the row as fits.
 *
 * Returns: whether that was all that was left of it
 */
gboolean
sk_page_row_draw (const SkPageRow *self,
                  SkPageRowPlace  *place,
                  SkPageDrawing   *page,
                  SkPageBox        box,
                  double          *height)
{
  gboolean whole = TRUE;

  *height = 0.0;
  while (whole && place->band < self->bands->len)
    {
      const Band *band = &g_array_index (self->bands, Band, place->band);
      SkPageBox rest = {box.x, box.y + *height, box.width, box.height - *height};
      double used;

      if (band->rule_x >= 0.0 && place->band > 0)
        sk_page_drawing_add_rule (page, box.x + band->rule_x, rest.y, box.width - band->rule_x,
                                  UPRIGHT_THICKNESS, SK_PAGE_RULE);
      whole = draw_band (self, place, page, rest, &used);
      *height += used;
      if (whole)
        {
          place->band++;
          begin_band (self, place);
        }
    }

  if (self->rule_thickness > 0.0)
    sk_page_drawing_add_rule (page, box.x, box.y + *height, box.width, self->rule_thickness,
                              self->rule_grey);

  return place->band == self->bands->len;
}
