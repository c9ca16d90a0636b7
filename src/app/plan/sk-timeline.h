/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-block-selection.h"
#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* A session as blocks below each other, each as tall as it lasts, to be moved, resized, edited.
 *
 * Takes drags of SkBlock and SkResource, and of text. Its actions are "timeline.cut", "copy",
 * "paste", "duplicate", "remove", "move-up", "move-down", "move-to", "lock", "lock-at", "group",
 * "ungroup", "select-all", "edit".
 *
 * Properties:
 *   editor    SkSessionEditor, nullable: the session
 *   selection SkBlockSelection, nullable: what is chosen in it
 *   catalogue SkCatalogue, nullable: where tools are looked up that come as text
 *   preview   SkSession, nullable: what a drop would make of the session, while something is
 *             dragged over it; notifies
 *
 * Signals:
 *   activated char *: more is asked for about the block of that id
 */
#define SK_TYPE_TIMELINE (sk_timeline_get_type ())
G_DECLARE_FINAL_TYPE (SkTimeline, sk_timeline, SK, TIMELINE, GtkWidget)

SkTimeline *sk_timeline_new         (SkSessionEditor  *editor,
                                     SkBlockSelection *selection,
                                     SkCatalogue      *catalogue);
SkSession  *sk_timeline_get_preview (SkTimeline       *self);

G_END_DECLS
