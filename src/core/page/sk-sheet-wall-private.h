/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-sheet-plan.h"

G_BEGIN_DECLS

/* A block on the wall, or minutes that nothing is planned for. */
typedef struct
{
  SkBlock *block;             /* NULL: free */
  int start;                  /* minutes from the start of the session */
  guint minutes;
  double least;               /* the height that its words need when they are smallest */
  double height;
} SkWallItem;

/* The wall agenda: its sizes in points. */
typedef struct
{
  const SkSheetPlan *plan;
  double unit;
  double width;
  double time_width;          /* of the column before the blocks */
} SkWall;

#define SK_WALL_GAP 5.0

double sk_wall_measure_item (const SkWall     *self,
                             const SkWallItem *item);
void   sk_wall_draw_item    (const SkWall     *self,
                             const SkWallItem *item,
                             SkPageDrawing    *page,
                             SkPageBox         box);

G_END_DECLS
