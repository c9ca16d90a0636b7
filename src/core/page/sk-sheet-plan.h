/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-timetable.h"
#include "sk-helplines.h"
#include "sk-page-flow.h"
#include "sk-page-text.h"
#include "sk-sheet.h"

G_BEGIN_DECLS

/* A4, and the white around what is printed, in points. */
#define SK_PAPER_WIDTH 595.276
#define SK_PAPER_HEIGHT 841.89
#define SK_PAPER_MARGIN 34.016

#define SK_POINTS_A_MM 2.834646

/* What all sheets are laid out from. */
typedef struct
{
  SkSession *session;
  SkTimetable *timetable;
  GStrv languages;
  GPtrArray *words;           /* SkPaperWords, one a language */
  GPtrArray *helplines;       /* SkHelpline */
  PangoContext *context;
  gboolean large_print;
} SkSheetPlan;

/* One of the sizes in which a sheet is tried, until it fits. */
typedef struct
{
  double text;                /* of the body, in points */
  double tight;               /* what the white between things is multiplied by */
} SkSheetSize;

SkSheetPlan  *sk_sheet_plan_new          (SkSession            *session,
                                          const SkSheetOptions *options);
void          sk_sheet_plan_free         (SkSheetPlan          *self);
SkPaperWords *sk_sheet_plan_get_words    (const SkSheetPlan    *self,
                                          guint                 language);
char         *sk_sheet_plan_join         (const SkSheetPlan    *self,
                                          const char           *key,
                                          const char           *between);
char         *sk_sheet_plan_clock        (const SkSheetPlan    *self,
                                          guint                 language,
                                          int                   minutes);
char         *sk_sheet_plan_dup_times    (const SkSheetPlan    *self,
                                          guint                 language);
gboolean      sk_sheet_plan_is_school    (const SkSheetPlan    *self);
char         *sk_sheet_plan_dup_today    (const SkSheetPlan    *self,
                                          guint                 language);
char         *sk_sheet_dup_icon          (SkBlock              *block);

GPtrArray    *sk_sheet_lay_out_leader    (SkSheetPlan          *plan);
GPtrArray    *sk_sheet_lay_out_wall      (SkSheetPlan          *plan);
GPtrArray    *sk_sheet_lay_out_family    (SkSheetPlan          *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkSheetPlan, sk_sheet_plan_free)

G_END_DECLS
