/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-tool.h"

G_BEGIN_DECLS

/* How the minutes of a session are spread over its tools and the blocks around them. */
typedef struct
{
  guint welcome;
  guint debrief;
  guint n_breaks;
  guint pause;                /* of each break */
  guint tools[SK_COMPOSE_MAX_TOOLS];
  guint talks[SK_COMPOSE_MAX_TOOLS]; /* after each tool, 0: none */
  guint tool_minutes;         /* of all tools */
  guint cut;                  /* that tools got less than they would like */
} SkComposeTiming;

/* What a number of tools may last together. */
typedef struct
{
  guint least;
  guint most;
} SkComposeRoom;

guint         sk_compose_timing_get_room  (guint                        minutes);
SkComposeRoom sk_compose_timing_get_bounds(guint                        minutes,
                                           guint                        n_tools);
gboolean      sk_compose_timing_init      (SkComposeTiming             *self,
                                           guint                        minutes,
                                           const SkComposeTool * const *tools,
                                           guint                        n_tools);
guint         sk_compose_timing_get_wanted(guint                        minutes,
                                           guint                        n_tools);

G_END_DECLS
