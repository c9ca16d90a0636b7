/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-private.h"

/* Whether a point of a block is its own, and not that of a lane or a button in it. */
gboolean
sk_timeline_is_at (SkTimelineBlock *block,
                   double           x,
                   double           y)
{
  GtkWidget *widget = GTK_WIDGET (block);
  GtkWidget *picked = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);

  for (; picked != NULL && picked != widget; picked = gtk_widget_get_parent (picked))
    if (SK_IS_TIMELINE_BLOCK (picked) || GTK_IS_BUTTON (picked) || GTK_IS_EDITABLE (picked))
      return FALSE;
  return picked == widget;
}

static SkTimelineBlock *
get_block (GtkGesture *gesture)
{
  return SK_TIMELINE_BLOCK (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static void
on_double_click (SkTimeline      *self,
                 SkTimelineBlock *block,
                 double           x,
                 double           y)
{
  SkBlockFace *face = sk_timeline_block_get_face (block);
  graphene_point_t point;
  SkFacePart part;

  if (!gtk_widget_compute_point (GTK_WIDGET (block), GTK_WIDGET (face),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  part = sk_block_face_pick (face, point.x, point.y);
  if (part == SK_FACE_TITLE || part == SK_FACE_MINUTES)
    sk_timeline_edit (self, block, part);
  else
    sk_timeline_activate (self, sk_timeline_block_get_id (block));
}

/* What is chosen already stays so until the button is up: all of it may be dragged. */
static void
on_pressed (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y,
            SkTimeline *self)
{
  SkTimelineBlock *block = get_block (gesture);
  const char *id = sk_timeline_block_get_id (block);
  const GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!sk_timeline_is_at (block, x, y))
    return;

  if (n_press == 2)
    {
      on_double_click (self, block, x, y);
      return;
    }
  if (n_press > 2)
    return;

  if (state & GDK_SHIFT_MASK)
    sk_block_selection_extend (self->selection, id);
  else if (state & GDK_CONTROL_MASK)
    sk_block_selection_toggle (self->selection, id);
  else if (!sk_block_selection_contains (self->selection, id))
    sk_block_selection_choose (self->selection, id);
  gtk_widget_grab_focus (GTK_WIDGET (block));
}

static void
on_released (GtkGesture *gesture,
             int         n_press,
             double      x,
             double      y,
             SkTimeline *self)
{
  SkTimelineBlock *block = get_block (gesture);
  const GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1 && sk_timeline_is_at (block, x, y) &&
      (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0)
    sk_block_selection_choose (self->selection, sk_timeline_block_get_id (block));
}

static void
apply_title (SkTimeline  *self,
             const char  *title,
             SkBlockFace *face)
{
  GtkWidget *block = gtk_widget_get_ancestor (GTK_WIDGET (face), SK_TYPE_TIMELINE_BLOCK);

  sk_session_set_block_title (self->editor, sk_timeline_block_get_id (SK_TIMELINE_BLOCK (block)),
                              title);
}

static void
apply_minutes (SkTimeline  *self,
               guint        minutes,
               SkBlockFace *face)
{
  GtkWidget *block = gtk_widget_get_ancestor (GTK_WIDGET (face), SK_TYPE_TIMELINE_BLOCK);

  if (minutes >= 1 && minutes <= SK_BLOCK_MAX_MINUTES)
    sk_session_set_minutes (self->editor, sk_timeline_block_get_id (SK_TIMELINE_BLOCK (block)),
                            minutes);
}

/* What is typed next is another step. */
static void
on_edited (SkTimeline *self)
{
  sk_session_editor_seal (self->editor);
}

/* Lets a block be chosen by the pointer, and edited in its place. */
void
sk_timeline_add_pointer (SkTimeline      *self,
                         SkTimelineBlock *block)
{
  GtkGesture *click = gtk_gesture_click_new ();
  SkBlockFace *face = sk_timeline_block_get_face (block);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (block), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (face, "title-edited", G_CALLBACK (apply_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (face, "minutes-edited", G_CALLBACK (apply_minutes), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (face, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
}
