/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session.h"

G_BEGIN_DECLS

/* The JSON in a link: names of one letter, and nothing that is as it usually is. A leading ":" in a
 * URI stands for the root of Sidekick's own.
 *
 * session: i id, v edits, u modified, t title, s start, e end, z zone, p place, l languages,
 *          g group, a ages, n size, w setting, r room, o aims, b blocks
 * block:   i id, k kind (none: a tool), r resource, t title, m minutes (none: of a lane, those of
 *          its block), q minutes are guessed, f shortest minutes, x may be skipped, c lock,
 *          d activity, g goal, h materials, n size, l lanes */

char      *sk_handoff_plan_write (SkSession  *session);
SkSession *sk_handoff_plan_read  (const char *json,
                                  gsize       length);

G_END_DECLS
