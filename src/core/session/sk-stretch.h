/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-timetable.h"

G_BEGIN_DECLS

/* Blocks that follow each other from one fixed time to the next. Stretches do not touch each other:
 * what is too much in one changes nothing in the next, which begins when its clock says. */
typedef struct
{
  guint first;
  guint n_blocks;             /* 0 only before a session's locked first block, and in an empty one */
  gboolean bounded;           /* by a lock or the bell */
  guint excess;               /* minutes past that */
  guint free;                 /* minutes before that */
} SkStretch;

GArray   *sk_stretches_new        (SkTimetable     *timetable);
int       sk_stretch_find_place   (const SkStretch *self,
                                   SkSession       *session);
gboolean  sk_stretch_is_closing   (SkBlock         *block);

G_END_DECLS
