/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-timeline-track.h"

G_BEGIN_DECLS

struct _SkTimelineTrack
{
  GtkWidget parent_instance;

  SkSessionEditor *editor;
  SkSession *session;
  SkTimetable *times;
  GPtrArray *rows;            /* SkTimelineRow */
  GtkWidget *mark;            /* where something would be dropped */
  int gap;                    /* the block before which room is made for it; -1: none */
  char *entry;                /* the block that Tab comes in at */

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  double zoom;
  double scale;
  gboolean held;              /* the scale stays as it is */
  int gutter;
};

void sk_timeline_track_measure       (GtkWidget      *widget,
                                      GtkOrientation  orientation,
                                      int             for_size,
                                      int            *minimum,
                                      int            *natural,
                                      int            *minimum_baseline,
                                      int            *natural_baseline);
void sk_timeline_track_size_allocate (GtkWidget      *widget,
                                      int             width,
                                      int             height,
                                      int             baseline);

G_END_DECLS
