/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Free minutes of the timeline: how many there are, and a button that fills them. */
#define SK_TYPE_TIMELINE_GAP (sk_timeline_gap_get_type ())
G_DECLARE_FINAL_TYPE (SkTimelineGap, sk_timeline_gap, SK, TIMELINE_GAP, GtkBox)

GtkWidget *sk_timeline_gap_new          (void);
void       sk_timeline_gap_set_free     (SkTimelineGap *self,
                                         const char    *markup,
                                         guint          position);
void       sk_timeline_gap_set_next     (SkTimelineGap *self,
                                         const char    *words);
void       sk_timeline_gap_set_editable (SkTimelineGap *self,
                                         gboolean       editable);

G_END_DECLS
