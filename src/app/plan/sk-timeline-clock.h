/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A time beside the timeline. One that is fixed is told by its colour, its weight and a lock; one
 * that is about to change is struck through, with the new one below. */
#define SK_TYPE_TIMELINE_CLOCK (sk_timeline_clock_get_type ())
G_DECLARE_FINAL_TYPE (SkTimelineClock, sk_timeline_clock, SK, TIMELINE_CLOCK, GtkBox)

GtkWidget *sk_timeline_clock_new       (void);
void       sk_timeline_clock_set_time  (SkTimelineClock *self,
                                        const char      *words,
                                        gboolean         fixed);
void       sk_timeline_clock_set_next  (SkTimelineClock *self,
                                        const char      *words);
void       sk_timeline_clock_set_narrow (SkTimelineClock *self,
                                         gboolean         narrow);

G_END_DECLS
