/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-page-stack.h"

G_BEGIN_DECLS

/* Where a cell has no line before it. */
#define SK_PAGE_NO_UPRIGHT (-1.0)

/* A row of a table: bands of cells, one below the other. It is whole on one page if it fits there, and
 * else is broken as often as it must be. */
typedef struct _SkPageRow SkPageRow;

/* How far a row has been drawn. */
typedef struct
{
  guint band;
  GArray *pieces;             /* guint: of each cell of the band, the first one left */
} SkPageRowPlace;

SkPageRow   *sk_page_row_new        (double                above,
                                     double                below);
void         sk_page_row_free       (SkPageRow            *self);
void         sk_page_row_set_rule   (SkPageRow            *self,
                                     double                thickness,
                                     double                grey);
void         sk_page_row_add_band   (SkPageRow            *self,
                                     double                rule_x);
void         sk_page_row_join_band  (SkPageRow            *self);
SkPageStack *sk_page_row_add_cell   (SkPageRow            *self,
                                     double                x,
                                     double                upright_x,
                                     const char           *tag);
double       sk_page_row_get_height (const SkPageRow      *self);
void         sk_page_row_begin      (const SkPageRow      *self,
                                     SkPageRowPlace       *place);
void         sk_page_row_place_clear(SkPageRowPlace       *place);
gboolean     sk_page_row_draw       (const SkPageRow      *self,
                                     SkPageRowPlace       *place,
                                     SkPageDrawing        *page,
                                     SkPageBox             box,
                                     double               *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkPageRow, sk_page_row_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkPageRowPlace, sk_page_row_place_clear)

G_END_DECLS
