/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-remedy.h"
#include "sk-stretch.h"

G_BEGIN_DECLS

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

GPtrArray *sk_remedy_dup_others       (SkSession            *session,
                                       guint                 position);
SkBlock  *sk_remedy_with_minutes      (SkBlock              *block,
                                       guint                 minutes);

G_END_DECLS
