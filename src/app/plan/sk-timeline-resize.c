/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-private.h"
#include "sk-timeline-scale.h"

#define STEP 5

static SkTimelineBlock *
get_block (gpointer gesture)
{
  GtkWidget *edge = gtk_event_controller_get_widget (gesture);

  return SK_TIMELINE_BLOCK (gtk_widget_get_parent (edge));
}

/* A lane is as long as its groups. */
static SkBlock *
find_timed_block (SkTimeline *self,
                  const char *id)
{
  SkSession *session = sk_timeline_get_session (self);
  SkBlockPlace place;

  if (sk_session_find_block (session, id, &place) == NULL)
    return NULL;
  return sk_session_get_block (session, place.position);
}

/* Where a point of the edge is in what holds still while the edge goes along with the pointer. */
static double
get_y (SkTimeline *self,
       GtkGesture *gesture,
       double      x,
       double      y)
{
  GtkWidget *edge = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  return gtk_widget_compute_point (edge, GTK_WIDGET (self->track), &point, &point) ? point.y : 0;
}

static void
on_begin (GtkGesture *gesture,
          double      x,
          double      y,
          SkTimeline *self)
{
  SkBlock *block = find_timed_block (self, sk_timeline_block_get_id (get_block (gesture)));

  if (block == NULL || !sk_timeline_can_edit (self))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_set_str (&self->resize.id, sk_block_get_id (block));
  self->resize.minutes = self->resize.now = sk_block_get_minutes (block);
  self->resize.y = get_y (self, gesture, x, y);
  sk_timeline_track_hold_scale (self->track, TRUE);
}

/* The session as it is while the edge is dragged: shown, and not yet done. */
static void
show (SkTimeline *self,
      guint       minutes)
{
  g_autoptr (SkSessionEditor) draft = sk_session_editor_new (sk_timeline_get_session (self));

  self->resize.now = minutes;
  sk_session_set_minutes (draft, self->resize.id, minutes);
  sk_timeline_track_show (self->track, sk_session_editor_get_session (draft));
  sk_timeline_set_preview (self, sk_session_editor_get_session (draft));
}

static void
on_update (GtkGesture *gesture,
           double      x,
           double      y,
           SkTimeline *self)
{
  const GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double start_x;
  double start_y;
  double moved;
  guint minutes;

  if (self->resize.id == NULL)
    return;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &start_x, &start_y);
  moved = get_y (self, gesture, start_x + x, start_y + y) - self->resize.y;
  minutes = sk_timeline_scale_snap (self->resize.minutes +
                                      moved / sk_timeline_track_get_scale (self->track),
                                    state & GDK_SHIFT_MASK ? 1 : STEP);
  if (minutes != self->resize.now)
    show (self, minutes);
}

static void
finish (SkTimeline *self,
        gboolean    apply)
{
  g_autofree char *id = g_steal_pointer (&self->resize.id);

  if (id == NULL)
    return;

  sk_timeline_track_hold_scale (self->track, FALSE);
  sk_timeline_set_preview (self, NULL);
  sk_timeline_track_show (self->track, sk_timeline_get_session (self));
  if (apply && self->resize.now != self->resize.minutes)
    {
      sk_session_editor_seal (self->editor);
      sk_session_set_minutes (self->editor, id, self->resize.now);
      sk_session_editor_seal (self->editor);
      sk_timeline_announce (self, id);
    }
}

static void
on_end (GtkGesture *gesture,
        double      x,
        double      y,
        SkTimeline *self)
{
  finish (self, TRUE);
}

static void
on_cancel (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           SkTimeline       *self)
{
  finish (self, FALSE);
}

/* Leaves the block as it was. */
gboolean
sk_timeline_cancel_resize (SkTimeline *self)
{
  const gboolean resizing = self->resize.id != NULL;

  finish (self, FALSE);
  return resizing;
}

/* Lets the lower edge of a block be dragged. */
void
sk_timeline_add_resize (SkTimeline      *self,
                        SkTimelineBlock *block)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_begin), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_update), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_end), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_cancel), self, 0);
  gtk_widget_add_controller (sk_timeline_block_get_edge (block), GTK_EVENT_CONTROLLER (drag));
}
