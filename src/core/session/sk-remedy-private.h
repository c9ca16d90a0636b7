/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-remedy.h"
#include "sk-timetable.h"

G_BEGIN_DECLS

/* Blocks that follow each other from one fixed time to the next. Those stretches do not touch each
 * other: what is too much in one begins at its own time in the next. */
typedef struct
{
  guint first;
  guint n_blocks;
  gboolean bounded;           /* by a lock or the bell */
  guint excess;               /* minutes past that */
  guint free;                 /* minutes before that */
} SkStretch;

/* What a remedy is made from. All is copied. */
typedef struct
{
  SkRemedyKind kind;
  SkBlock *block;             /* nullable: of no block in particular */
  guint n_blocks;             /* how many are changed */
  guint minutes;              /* what the block then lasts */
  guint excess;               /* minutes too many where it is asked for; 0: of the list for late */
  SkBlock *next;              /* what those minutes run into; NULL: the bell */
} SkRemedyChange;

SkRemedy *sk_remedy_new              (SkSession            *before,
                                      SkSession            *after,
                                      const SkRemedyChange *change);

char     *sk_remedy_words_title       (const SkRemedyChange *change,
                                       SkSession            *after);
char     *sk_remedy_words_step        (const SkRemedyChange *change);
char     *sk_remedy_words_consequence (const SkRemedyChange *change,
                                       SkSession            *after,
                                       guint                 won);

GArray   *sk_stretches_new            (SkTimetable          *timetable);
gboolean  sk_remedy_is_spared         (SkBlock              *block);
GPtrArray *sk_remedy_dup_others       (SkSession            *session,
                                       guint                 position);
SkBlock  *sk_remedy_with_minutes      (SkBlock              *block,
                                       guint                 minutes);

G_END_DECLS
