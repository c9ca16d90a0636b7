/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-task.h"

G_BEGIN_DECLS

/* Where in a session a tool of a format comes; earlier the lower one. */
typedef enum
{
  SK_TURN_SENSITIVE,
  SK_TURN_QUIZ,
  SK_TURN_WATCH,
  SK_TURN_DO,
  SK_TURN_PLAY,
} SkTurn;

/* What a value of a facet means to a task. */
typedef struct
{
  SkFacet facet;
  double worth;               /* of formats, languages, audiences and settings, from 0 to 1 */
  guint64 theme;              /* of themes: a bit where the task names it */
  int family;                 /* of themes: in sk_families, -1: none */
  gboolean sensitive;         /* of themes: goes on working in a group after the bell */
  SkTurn turn;                /* of formats */
  gboolean screen;            /* of formats: is most often seen on a screen */
  gboolean guesses;           /* of formats: says how long it takes and what a group does */
  guint minutes;
  SkActivity activity;
  gboolean costs;             /* of free: is not */
} SkComposeValue;

/* All values of an index. */
typedef struct
{
  SkComposeValue *values;
  guint n_values;
} SkComposeValues;

void sk_compose_values_init  (SkComposeValues     *self,
                              const SkComposeTask *task,
                              SkIndex             *index);
void sk_compose_values_clear (SkComposeValues     *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkComposeValues, sk_compose_values_clear)

G_END_DECLS
