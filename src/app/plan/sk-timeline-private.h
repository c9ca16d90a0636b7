/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session-commands.h"
#include "sk-block-clip.h"
#include "sk-timeline-track.h"
#include "sk-timeline.h"

G_BEGIN_DECLS

/* What is being dragged over the timeline, and where it would go. */
typedef struct
{
  SkBlockClip *clip;          /* what is dragged from here; NULL when it comes from elsewhere */
  GdkDrag *drag;              /* its drag, while that goes on */
  SkSession *preview;
  SkDropPlace place;
  double y;                   /* of the pointer, in what is seen */
  guint scrolling;            /* the tick that scrolls near an edge */
} SkTimelineDrag;

/* The lower edge of a block, while it is dragged. */
typedef struct
{
  char *id;
  guint minutes;
  guint now;
  double y;                   /* where it began */
} SkTimelineResize;

struct _SkTimeline
{
  GtkWidget parent_instance;

  SkSessionEditor *editor;
  SkBlockSelection *selection;
  SkCatalogue *catalogue;

  GtkWidget *scroller;
  SkTimelineTrack *track;
  GtkWidget *menu;
  gboolean pressed;           /* by a finger, for long: it may drag now */

  SkTimelineDrag drag;
  SkTimelineResize resize;
};

/* sk-timeline.c */
SkSession       *sk_timeline_get_session  (SkTimeline         *self);
SkTimelineBlock *sk_timeline_get_current  (SkTimeline         *self);
GStrv            sk_timeline_dup_targets  (SkTimeline         *self);
gboolean         sk_timeline_is_typing    (SkTimeline         *self);
gboolean         sk_timeline_can_edit     (SkTimeline         *self);
void             sk_timeline_go_to        (SkTimeline         *self,
                                           const char         *id);
void             sk_timeline_announce     (SkTimeline         *self,
                                           const char         *id);
void             sk_timeline_activate     (SkTimeline         *self,
                                           const char         *id);
void             sk_timeline_set_preview  (SkTimeline         *self,
                                           SkSession          *preview);
void             sk_timeline_edit         (SkTimeline         *self,
                                           SkTimelineBlock    *block,
                                           SkFacePart          part);

/* sk-timeline-actions.c */
void             sk_timeline_install_actions (GtkWidgetClass *klass);
void             sk_timeline_enable_actions  (SkTimeline     *self);

/* sk-timeline-clipboard.c */
void             sk_timeline_copy         (SkTimeline         *self);
void             sk_timeline_paste        (SkTimeline         *self);
GPtrArray       *sk_timeline_read_text    (SkTimeline         *self,
                                           const char         *text);

/* sk-timeline-ask.c */
void             sk_timeline_ask_place    (SkTimeline         *self);
void             sk_timeline_ask_time     (SkTimeline         *self);

/* sk-timeline-menu.c */
void             sk_timeline_add_menu     (SkTimeline         *self,
                                           SkTimelineBlock    *block);
void             sk_timeline_open_menu    (SkTimeline         *self,
                                           SkTimelineBlock    *block,
                                           GtkWidget          *widget,
                                           double              x,
                                           double              y);

/* sk-timeline-pointer.c */
void             sk_timeline_add_pointer  (SkTimeline         *self,
                                           SkTimelineBlock    *block);
gboolean         sk_timeline_is_at        (SkTimelineBlock    *block,
                                           double              x,
                                           double              y);

/* sk-timeline-drag.c, sk-timeline-drop.c, sk-timeline-resize.c */
void             sk_timeline_add_drag     (SkTimeline         *self,
                                           SkTimelineBlock    *block);
gboolean         sk_timeline_cancel_drag  (SkTimeline         *self);
void             sk_timeline_add_drop     (SkTimeline         *self);
void             sk_timeline_end_drop     (SkTimeline         *self);
void             sk_timeline_add_resize   (SkTimeline         *self,
                                           SkTimelineBlock    *block);
gboolean         sk_timeline_cancel_resize(SkTimeline         *self);

G_END_DECLS
