/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-timing.h"

G_BEGIN_DECLS

/* What a plan is to be besides good: in this the proposals differ. */
typedef enum
{
  SK_PURPOSE_BALANCED,
  SK_PURPOSE_NO_SCREEN,
  SK_PURPOSE_PLAY,
  SK_PURPOSE_CALM,            /* fewer tools, for longer */
  SK_PURPOSE_BRISK,           /* more tools */
  SK_PURPOSE_OTHER,           /* tools that no other proposal has */
} SkPurpose;

#define SK_N_PURPOSES 6

/* How good a plan is, from what counts most to what counts least. */
typedef struct
{
  gboolean thin;              /* talk around the tools takes more than it should */
  guint tier;                 /* how much is unknown of the tool that is least known */
  double value;
} SkComposeScore;

double         sk_compose_quality       (const SkComposeTask         *task,
                                         SkPurpose                    purpose,
                                         const SkComposeTool * const *tools,
                                         const guint                 *minutes,
                                         guint                        n_tools);
SkComposeScore sk_compose_score         (const SkComposeTask         *task,
                                         SkPurpose                    purpose,
                                         const SkComposeTool * const *tools,
                                         guint                        n_tools,
                                         const SkComposeTiming       *timing);
int            sk_compose_score_compare (const SkComposeScore        *a,
                                         const SkComposeScore        *b);

G_END_DECLS
