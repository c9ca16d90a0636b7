/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-page-stack.h"

/* Of a note: its bar, what is free around its text, and how far its ground reaches below a line, so
 * that no white shows between two. */
#define NOTE_BAR 3.0
#define NOTE_OVERLAP 0.4

typedef struct
{
  SkPageDrawing *drawing;  /* NULL: a space */
  double height;
  const char *tag;         /* NULL: none */
  guint text;              /* the same for all lines of a text */
} Piece;

struct _SkPageStack
{
  GArray *pieces;
  guint n_texts;
};

static void
piece_clear (Piece *piece)
{
  g_clear_pointer (&piece->drawing, sk_page_drawing_free);
}

/**
 * sk_page_stack_new:
 *
 * Returns: (transfer full): an empty stack
 */
SkPageStack *
sk_page_stack_new (void)
{
  SkPageStack *self = g_new0 (SkPageStack, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, (GDestroyNotify) piece_clear);

  return self;
}

/**
 * sk_page_stack_free:
 * @self: (transfer full): a stack
 */
void
sk_page_stack_free (SkPageStack *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

static void
add_piece (SkPageStack   *self,
           SkPageDrawing *drawing,
           double         height,
           const char    *tag)
{
  Piece piece = {drawing, height, tag, self->n_texts};

  g_array_append_val (self->pieces, piece);
}

/**
 * sk_page_stack_add:
 * @drawing: (transfer full): what is never broken
 * @tag: (nullable): what it is in the structure of a PDF, a string that is never freed
 *
 * Adds a drawing.
 */
void
sk_page_stack_add (SkPageStack   *self,
                   SkPageDrawing *drawing,
                   double         height,
                   const char    *tag)
{
  self->n_texts++;
  add_piece (self, drawing, height, tag);
}

/**
 * sk_page_stack_add_space:
 *
 * Leaves some height free.
 */
void
sk_page_stack_add_space (SkPageStack *self,
                         double       height)
{
  self->n_texts++;
  add_piece (self, NULL, height, NULL);
}

/* Adds each line of a text, on a ground if there is a box: its x and width, and in y and height what
 * is free above and below the text. */
static void
add_lines (SkPageStack     *self,
           PangoLayout     *layout,
           double           x,
           double           leading,
           const char      *tag,
           const SkPageBox *note,
           SkPageDrawing   *mark)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  gboolean first = TRUE;
  gboolean more;

  self->n_texts++;
  do
    {
      SkPageDrawing *drawing = sk_page_drawing_new ();
      PangoRectangle place;
      double above;
      double height;
      double baseline;

      pango_layout_iter_get_line_extents (iter, NULL, &place);
      height = pango_units_to_double (place.height) * leading;
      above = (height - pango_units_to_double (place.height)) / 2.0;
      baseline = above + pango_units_to_double (pango_layout_iter_get_baseline (iter) - place.y);
      if (note != NULL && first)
        {
          baseline += note->y;
          height += note->y;
        }
      if (note != NULL && pango_layout_iter_at_last_line (iter))
        height += note->height;
      if (note != NULL)
        {
          SkPageBox ground = {note->x, 0.0, note->width, height + NOTE_OVERLAP};
          SkPageBox bar = {note->x, 0.0, NOTE_BAR, height + NOTE_OVERLAP};

          sk_page_drawing_add_box (drawing, ground, 0.0, 0.0, SK_PAGE_SHADE);
          sk_page_drawing_add_box (drawing, bar, 0.0, 0.0, SK_PAGE_BLACK);
        }
      if (mark != NULL && first)
        sk_page_drawing_append (drawing, mark, x, baseline, 1.0);

      sk_page_drawing_add_line (drawing, pango_layout_iter_get_line_readonly (iter),
                                x + pango_units_to_double (place.x), baseline);
      more = pango_layout_iter_next_line (iter);
      add_piece (self, drawing, height, tag);
      first = FALSE;
    }
  while (more);
}

/**
 * sk_page_stack_add_text:
 * @layout: (transfer full): a text
 * @leading: how many times their own height the lines are apart
 * @tag: (nullable): what it is in the structure of a PDF, a string that is never freed
 *
 * Adds a text.
 */
void
sk_page_stack_add_text (SkPageStack *self,
                        PangoLayout *layout,
                        double       x,
                        double       leading,
                        const char  *tag)
{
  g_autoptr (PangoLayout) owned = layout;

  add_lines (self, owned, x, leading, tag, NULL, NULL);
}

/**
 * sk_page_stack_add_marked:
 * @layout: (transfer full): a text
 * @leading: how many times their own height the lines are apart
 * @tag: (nullable): what it is in the structure of a PDF, a string that is never freed
 * @mark: (transfer full): an icon or a box to tick, drawn from where the first line stands
 *
 * Adds a text with something before it.
 */
void
sk_page_stack_add_marked (SkPageStack   *self,
                          PangoLayout   *layout,
                          double         x,
                          double         leading,
                          const char    *tag,
                          SkPageDrawing *mark)
{
  g_autoptr (PangoLayout) owned = layout;
  g_autoptr (SkPageDrawing) owned_mark = mark;

  add_lines (self, owned, x, leading, tag, NULL, owned_mark);
}

/**
 * sk_page_stack_add_note:
 * @layout: (transfer full): a text
 * @box: where its ground begins and how wide that is, with what is free above (y) and below
 *   (height) and, at the left, before the text
 * @leading: how many times their own height the lines are apart
 *
 * Adds a text on a grey ground with a bar before it.
 */
void
sk_page_stack_add_note (SkPageStack *self,
                        PangoLayout *layout,
                        SkPageBox    box,
                        double       leading)
{
  g_autoptr (PangoLayout) owned = layout;

  add_lines (self, owned, box.x + NOTE_BAR + 2.0 * box.y, leading, "Note", &box, NULL);
}

/**
 * sk_page_stack_get_size:
 *
 * Returns: how many pieces it can be broken into
 */
guint
sk_page_stack_get_size (const SkPageStack *self)
{
  return self->pieces->len;
}

/**
 * sk_page_stack_get_height:
 * @from: a piece
 * @to: the piece after the last
 *
 * Returns: how high those pieces are
 */
double
sk_page_stack_get_height (const SkPageStack *self,
                          guint              from,
                          guint              to)
{
  double height = 0.0;

  for (guint i = from; i < MIN (to, self->pieces->len); i++)
    height += g_array_index (self->pieces, Piece, i).height;

  return height;
}

/**
 * sk_page_stack_fit:
 * @from: a piece
 * @height: what is free
 *
 * Returns: the first piece from there on that does not fit any more
 */
guint
sk_page_stack_fit (const SkPageStack *self,
                   guint              from,
                   double             height)
{
  double used = 0.0;
  guint to;

  for (to = from; to < self->pieces->len; to++)
    {
      used += g_array_index (self->pieces, Piece, to).height;
      if (used > height)
        break;
    }

  return to;
}

/**
 * sk_page_stack_draw:
 * @from: a piece
 * @to: the piece after the last
 * @page: what is drawn on
 *
 * Draws those pieces, a text that is broken as one of its own on each side.
 */
void
sk_page_stack_draw (const SkPageStack *self,
                    guint              from,
                    guint              to,
                    SkPageDrawing     *page,
                    double             x,
                    double             y)
{
  to = MIN (to, self->pieces->len);
  for (guint i = from; i < to; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      const Piece *before = i > from ? piece - 1 : NULL;
      const Piece *after = i + 1 < to ? piece + 1 : NULL;

      if (piece->tag != NULL && (before == NULL || before->text != piece->text))
        sk_page_drawing_begin_tag (page, piece->tag, NULL);
      if (piece->drawing != NULL)
        sk_page_drawing_append (page, piece->drawing, x, y, 1.0);
      if (piece->tag != NULL && (after == NULL || after->text != piece->text))
        sk_page_drawing_end_tag (page, piece->tag);
      y += piece->height;
    }
}
