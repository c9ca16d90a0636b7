/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "session/sk-qr.h"

G_BEGIN_DECLS

/* Greys of paper, from black at 0 to white at 1. All text is dark enough for a copier. */
#define SK_PAGE_BLACK 0.0
#define SK_PAGE_DARK 0.3
#define SK_PAGE_RULE 0.6
#define SK_PAGE_SHADE 0.92
#define SK_PAGE_WHITE 1.0
#define SK_PAGE_NO_FILL (-1.0)

/* A rectangle in points. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} SkPageBox;

/* A list of what is drawn, in points from a corner of its own, with the structure that a tagged PDF
 * has beside it: a piece of a page, or a whole one. */
typedef struct _SkPageDrawing SkPageDrawing;

SkPageDrawing *sk_page_drawing_new         (void);
void           sk_page_drawing_free        (SkPageDrawing       *self);
void           sk_page_drawing_add_line    (SkPageDrawing       *self,
                                            PangoLayoutLine     *line,
                                            double               x,
                                            double               baseline);
void           sk_page_drawing_add_text    (SkPageDrawing       *self,
                                            PangoLayout         *layout,
                                            double               x,
                                            double               y);
void           sk_page_drawing_add_rule    (SkPageDrawing       *self,
                                            double               x,
                                            double               y,
                                            double               width,
                                            double               thickness,
                                            double               grey);
void           sk_page_drawing_add_upright (SkPageDrawing       *self,
                                            double               x,
                                            double               y,
                                            double               height,
                                            double               thickness,
                                            double               grey);
void           sk_page_drawing_add_dots    (SkPageDrawing       *self,
                                            double               x,
                                            double               y,
                                            double               width);
void           sk_page_drawing_add_box     (SkPageDrawing       *self,
                                            SkPageBox            box,
                                            double               radius,
                                            double               thickness,
                                            double               fill);
void           sk_page_drawing_add_disc    (SkPageDrawing       *self,
                                            double               x,
                                            double               y,
                                            double               radius,
                                            double               thickness,
                                            double               fill);
void           sk_page_drawing_add_ring    (SkPageDrawing       *self,
                                            SkPageBox            clip,
                                            double               x,
                                            double               y,
                                            double               radius,
                                            double               thickness,
                                            double               grey);
void           sk_page_drawing_add_icon    (SkPageDrawing       *self,
                                            const char          *name,
                                            double               x,
                                            double               y,
                                            double               size,
                                            double               grey);
void           sk_page_drawing_add_code    (SkPageDrawing       *self,
                                            const SkQr          *code,
                                            double               x,
                                            double               y,
                                            double               size);
void           sk_page_drawing_begin_tag   (SkPageDrawing       *self,
                                            const char          *tag,
                                            const char          *attributes);
void           sk_page_drawing_end_tag     (SkPageDrawing       *self,
                                            const char          *tag);
void           sk_page_drawing_append      (SkPageDrawing       *self,
                                            const SkPageDrawing *other,
                                            double               x,
                                            double               y,
                                            double               scale);
void           sk_page_drawing_draw        (const SkPageDrawing *self,
                                            cairo_t             *cr,
                                            gboolean             tagged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkPageDrawing, sk_page_drawing_free)

G_END_DECLS
