/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-sheet-plan.h"

G_BEGIN_DECLS

#define SK_FAMILY_QUESTIONS 3

/* The sheet to take home in one size. */
typedef struct
{
  const SkSheetPlan *plan;
  double text;
  double tight;
  double width;               /* of a column */
} SkFamilyGrid;

gboolean     sk_family_is_told      (SkBlock            *block);
SkPageStack *sk_family_make_item    (const SkFamilyGrid *self,
                                     guint               language,
                                     SkBlock            *block);
GPtrArray   *sk_family_choose_questions (const SkSheetPlan *plan);
SkPageStack *sk_family_make_questions (const SkFamilyGrid *self,
                                     guint               language,
                                     GPtrArray          *questions);
double       sk_family_measure_help (const SkFamilyGrid *self,
                                     guint               language,
                                     double              width);
void         sk_family_draw_help    (const SkFamilyGrid *self,
                                     guint               language,
                                     SkPageDrawing      *side,
                                     SkPageBox           box);

G_END_DECLS
