/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-values.h"

G_BEGIN_DECLS

/* So many tools make a session at most. */
#define SK_COMPOSE_MAX_TOOLS 12

/* What a publisher does not state. */
typedef enum
{
  SK_UNKNOWN_AGE = 1 << 0,
  SK_UNKNOWN_MINUTES = 1 << 1,
  SK_UNKNOWN_NEEDS = 1 << 2,
} SkUnknown;

/* A tool, held against a task. */
typedef struct
{
  const char *id;
  guint32 record;
  guint failed;               /* constraints that it does not meet, a bit for each SkRelax */
  guint unknown;              /* SkUnknown */
  guint n_asked;              /* how many of those the task asks of */
  guint shortest;             /* minutes that it can be given */
  guint longest;
  gboolean guessed;           /* its length, by its format */
  double value;               /* how well it suits, from 0 to 1 */
  guint64 themes;             /* of those that the task names */
  guint n_named;
  int family;                 /* in sk_families, -1: none */
  SkActivity activity;
  guint needs;                /* bits in the order of sk_needs */
  gboolean screen;            /* takes a screen, as stated or by its format */
  gboolean sensitive;
  SkTurn turn;
  guint work;                 /* the same for all languages of a work */
} SkComposeTool;

void sk_compose_tool_init (SkComposeTool         *self,
                           const SkComposeTask   *task,
                           const SkComposeValues *values,
                           SkIndex               *index,
                           guint32                record);

static inline gboolean
sk_compose_tool_fits (const SkComposeTool *self,
                      guint                relaxed)
{
  return (self->failed & ~relaxed) == 0;
}

G_END_DECLS
