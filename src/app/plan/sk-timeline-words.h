/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-timetable.h"

G_BEGIN_DECLS

/* What a block of the timeline is, in words for people and in their language. */

char *sk_timeline_words_title    (SkBlock     *block);
char *sk_timeline_words_caption  (SkBlock     *block);
char *sk_timeline_words_lane     (SkBlock     *lane,
                                  guint        number);
char *sk_timeline_words_lane_briefly (SkBlock *lane,
                                  guint        number);
char *sk_timeline_words_minutes  (SkBlock     *block);
char *sk_timeline_words_overrun  (SkSession   *session,
                                  SkTimetable *times,
                                  guint        position);
char *sk_timeline_words_describe (SkSession   *session,
                                  SkTimetable *times,
                                  const char  *id);
char *sk_timeline_words_moved    (SkSession   *session,
                                  SkTimetable *times,
                                  const char  *id);

G_END_DECLS
