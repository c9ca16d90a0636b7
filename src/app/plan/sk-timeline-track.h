/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-timeline-block.h"

G_BEGIN_DECLS

/* The rows of a session below each other, at one scale: blocks, free time, the bell; their times
 * beside them. Scrollable. It shows what it is told, and changes nothing.
 *
 * Signals:
 *   block-added   SkTimelineBlock: another block, or lane, is shown
 */
#define SK_TYPE_TIMELINE_TRACK (sk_timeline_track_get_type ())
G_DECLARE_FINAL_TYPE (SkTimelineTrack, sk_timeline_track, SK, TIMELINE_TRACK, GtkWidget)

/* Where something would be dropped: between blocks, or beside one. */
typedef struct
{
  guint position;
  SkSide side;
} SkDropPlace;

void             sk_timeline_track_set_editor    (SkTimelineTrack   *self,
                                                  SkSessionEditor   *editor);
void             sk_timeline_track_show          (SkTimelineTrack   *self,
                                                  SkSession         *session);
void             sk_timeline_track_preview       (SkTimelineTrack   *self,
                                                  SkSession         *after,
                                                  const SkDropPlace *place,
                                                  int                start);
SkTimelineBlock *sk_timeline_track_find_block    (SkTimelineTrack   *self,
                                                  const char        *id);
SkTimelineBlock *sk_timeline_track_get_block     (SkTimelineTrack   *self,
                                                  guint              position);
GtkWidget       *sk_timeline_track_get_beside    (SkTimelineTrack   *self,
                                                  GtkWidget         *row,
                                                  int                step);
GtkWidget       *sk_timeline_track_get_row       (SkTimelineTrack   *self,
                                                  GtkWidget         *inside);
void             sk_timeline_track_get_place     (SkTimelineTrack   *self,
                                                  double             x,
                                                  double             y,
                                                  SkDropPlace       *place);
double           sk_timeline_track_get_scale     (SkTimelineTrack   *self);
double           sk_timeline_track_get_zoom      (SkTimelineTrack   *self);
void             sk_timeline_track_set_zoom      (SkTimelineTrack   *self,
                                                  double             zoom);
void             sk_timeline_track_hold_scale    (SkTimelineTrack   *self,
                                                  gboolean           hold);
void             sk_timeline_track_scroll_to     (SkTimelineTrack   *self,
                                                  GtkWidget         *child);
void             sk_timeline_track_set_entry     (SkTimelineTrack   *self,
                                                  const char        *id);

G_END_DECLS
