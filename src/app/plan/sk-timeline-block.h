/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-session-editor.h"
#include "session/sk-timetable.h"
#include "sk-block-face.h"

G_BEGIN_DECLS

/* Where beside a block something would be dropped. */
typedef enum
{
  SK_SIDE_NONE,
  SK_SIDE_START,
  SK_SIDE_END,
} SkSide;

/* A block of the timeline, or a lane of one, as tall as it lasts.
 *
 * Signals:
 *   lane-added   SkTimelineBlock: it has another lane
 */
#define SK_TYPE_TIMELINE_BLOCK (sk_timeline_block_get_type ())
G_DECLARE_FINAL_TYPE (SkTimelineBlock, sk_timeline_block, SK, TIMELINE_BLOCK, GtkWidget)

SkTimelineBlock *sk_timeline_block_new        (SkSessionEditor *editor,
                                               SkBlock         *block,
                                               gboolean         lane);
void             sk_timeline_block_show       (SkTimelineBlock *self,
                                               SkSession       *session,
                                               SkTimetable     *times,
                                               SkBlockPlace     place);
gboolean         sk_timeline_block_can_show   (SkTimelineBlock *self,
                                               SkBlock         *block);
const char      *sk_timeline_block_get_id     (SkTimelineBlock *self);
SkBlockFace     *sk_timeline_block_get_face   (SkTimelineBlock *self);
GtkWidget       *sk_timeline_block_get_edge   (SkTimelineBlock *self);
SkTimelineBlock *sk_timeline_block_get_lane   (SkTimelineBlock *self,
                                               guint            lane);
SkTimelineBlock *sk_timeline_block_find       (SkTimelineBlock *self,
                                               const char      *id);
void             sk_timeline_block_set_chosen (SkTimelineBlock *self,
                                               gboolean         chosen);
void             sk_timeline_block_set_lifted (SkTimelineBlock *self,
                                               gboolean         lifted);
void             sk_timeline_block_set_side   (SkTimelineBlock *self,
                                               SkSide           side);
void             sk_timeline_block_set_solved (SkTimelineBlock *self,
                                               const char      *words);

G_END_DECLS
