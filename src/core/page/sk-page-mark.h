/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-page-drawing.h"

G_BEGIN_DECLS

/* One thing that is drawn, or where a tag or a place begins or ends. */
typedef enum
{
  SK_PAGE_MARK_LINE,
  SK_PAGE_MARK_STROKE,
  SK_PAGE_MARK_DOTS,
  SK_PAGE_MARK_BOX,
  SK_PAGE_MARK_ARC,
  SK_PAGE_MARK_ICON,
  SK_PAGE_MARK_CODE,
  SK_PAGE_MARK_BEGIN_TAG,
  SK_PAGE_MARK_END_TAG,
  SK_PAGE_MARK_BEGIN_PLACE,
  SK_PAGE_MARK_END_PLACE,
} SkPageMarkKind;

typedef struct
{
  SkPageMarkKind kind;
  SkPageBox box;         /* where: of a stroke from its corner to the opposite one */
  double radius;
  double thickness;
  double grey;           /* of a box its fill */
  double scale;
  SkPageBox clip;
  PangoLayout *layout;   /* which the line belongs to */
  PangoLayoutLine *line;
  char *text;            /* the name of an icon or a tag */
  char *attributes;
  GBytes *modules;       /* the dark ones of a code: SkPageBox, in modules */
} SkPageMark;

void sk_page_mark_clear (SkPageMark       *self);
void sk_page_mark_copy  (const SkPageMark *self,
                         SkPageMark       *copy);
void sk_page_mark_draw  (const SkPageMark *self,
                         cairo_t          *cr,
                         gboolean          tagged);

G_END_DECLS
