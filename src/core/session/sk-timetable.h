/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session.h"

G_BEGIN_DECLS

/* When a block is. All in minutes; a time is counted from the start of the session. */
typedef struct
{
  int start;
  guint minutes;
  guint gap;                  /* free before it, which only a locked block has */
  guint overrun;              /* past the next locked time, or the bell */
  gboolean locked;
} SkSlot;

/* The times of a session, computed from its blocks: each begins when the one before it ends, and a
 * locked one when its clock says, whatever comes before. Immutable. */
typedef struct _SkTimetable SkTimetable;

#define SK_TYPE_TIMETABLE (sk_timetable_get_type ())

GType         sk_timetable_get_type    (void);
SkTimetable  *sk_timetable_new         (SkSession         *session);
SkTimetable  *sk_timetable_ref         (SkTimetable       *self);
void          sk_timetable_unref       (SkTimetable       *self);
guint         sk_timetable_get_size    (const SkTimetable *self);
const SkSlot *sk_timetable_get_slot    (const SkTimetable *self,
                                        guint              position);
int           sk_timetable_get_end     (const SkTimetable *self);
gboolean      sk_timetable_has_bell    (const SkTimetable *self);
int           sk_timetable_get_bell    (const SkTimetable *self);
guint         sk_timetable_get_free    (const SkTimetable *self);
guint         sk_timetable_get_overrun (const SkTimetable *self);
guint         sk_timetable_get_minutes (const SkTimetable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkTimetable, sk_timetable_unref)

G_END_DECLS
