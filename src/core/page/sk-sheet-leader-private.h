/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-sheet-plan.h"

G_BEGIN_DECLS

/* The leader's sheet in one size: its columns, from the left margin, in points. */
typedef struct
{
  const SkSheetPlan *plan;
  double text;
  double caption;
  double heading;             /* of a block */
  double unit;                /* the text's size against the 10 points that the sheet is drawn for */
  double tight;
  double width;
  double minutes_right;
  double actual_x;
  double actual_width;
  double what_x;
  double indent;              /* of the text below an icon */
  double materials_x;
} SkLeaderGrid;

/* Between a column and the line before the next. */
#define SK_LEADER_GUTTER 6.0
#define SK_LEADER_LEADING 1.1

void           sk_leader_grid_init      (SkLeaderGrid       *self,
                                         const SkSheetPlan  *plan,
                                         SkSheetSize         size);
SkPageDrawing *sk_leader_draw_head      (const SkLeaderGrid *self,
                                         double             *height);
SkPageDrawing *sk_leader_draw_running   (const SkLeaderGrid *self,
                                         double             *height);
PangoLayout   *sk_leader_set            (const SkLeaderGrid *self,
                                         const char         *text,
                                         double              size,
                                         PangoWeight         weight,
                                         double              width);
SkPageDrawing *sk_leader_draw_icon      (const char         *name,
                                         double              size,
                                         double              indent);
guint          sk_leader_count_titles   (const SkLeaderGrid *self,
                                         SkBlock            *block);
void           sk_leader_add_title      (const SkLeaderGrid *self,
                                         SkPageStack        *stack,
                                         guint               first,
                                         guint               last,
                                         SkBlock            *block,
                                         const SkSlot       *slot,
                                         const char         *letter,
                                         double              width);
void           sk_leader_add_texts      (const SkLeaderGrid *self,
                                         SkPageStack        *stack,
                                         SkBlock            *block,
                                         double              width);
void           sk_leader_add_ticks      (const SkLeaderGrid *self,
                                         SkPageStack        *stack,
                                         SkBlock            *block,
                                         double              x,
                                         double              width);
SkPageRow     *sk_leader_row_new_header (const SkLeaderGrid *self);
SkPageRow     *sk_leader_row_new        (const SkLeaderGrid *self,
                                         guint               position);
SkPageRow     *sk_leader_row_new_free   (const SkLeaderGrid *self,
                                         int                 start,
                                         guint               minutes);
SkPageRow     *sk_leader_row_new_end    (const SkLeaderGrid *self);
SkPageDrawing *sk_leader_draw_advice    (const SkLeaderGrid *self,
                                         double             *height);
SkPageDrawing *sk_leader_draw_help      (const SkLeaderGrid *self,
                                         double             *height);
SkPageDrawing *sk_leader_draw_next_time (const SkLeaderGrid *self,
                                         double              room,
                                         double             *height);
SkPageDrawing *sk_leader_draw_foot      (const SkLeaderGrid *self,
                                         guint               page,
                                         guint               n_pages,
                                         double             *height);

G_END_DECLS
