/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-private.h"

#define ICON_HEIGHT 50

static SkTimelineBlock *
get_block (gpointer source)
{
  return SK_TIMELINE_BLOCK (gtk_event_controller_get_widget (source));
}

static gboolean
is_by_finger (GtkDragSource *source)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (source));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* A finger scrolls, unless it rested before. */
static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double         x,
            double         y,
            SkTimeline    *self)
{
  SkTimelineBlock *block = get_block (source);
  g_auto (GStrv) ids = NULL;

  if (!sk_timeline_can_edit (self) || !sk_timeline_is_at (block, x, y) ||
      (is_by_finger (source) && !self->pressed))
    return NULL;

  gtk_widget_grab_focus (GTK_WIDGET (block));
  if (!sk_block_selection_contains (self->selection, sk_timeline_block_get_id (block)))
    sk_block_selection_choose (self->selection, sk_timeline_block_get_id (block));
  ids = sk_timeline_dup_targets (self);

  g_clear_pointer (&self->drag.clip, sk_block_clip_unref);
  self->drag.clip = sk_block_clip_new (sk_timeline_get_session (self), (const char * const *) ids);
  return sk_block_clip_provide (self->drag.clip);
}

static void
set_lifted (SkTimeline *self,
            gboolean    lifted)
{
  g_auto (GStrv) ids = sk_block_clip_dup_ids (self->drag.clip);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      SkTimelineBlock *block = sk_timeline_track_find_block (self->track, ids[i]);

      if (block != NULL)
        sk_timeline_block_set_lifted (block, lifted);
    }
}

static GtkWidget *
make_icon (SkBlockClip *clip)
{
  GtkWidget *icon = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GPtrArray *blocks = sk_block_clip_get_blocks (clip);

  for (guint i = 0; i < MIN (blocks->len, 3); i++)
    {
      SkBlock *block = g_ptr_array_index (blocks, i);
      SkBlockFace *face = sk_block_face_new (SK_FACE_BLOCK);
      const char *family = sk_block_get_family (block);
      GtkWidget *card = g_object_new (GTK_TYPE_BOX, "css-name", "timelineblock", NULL);

      if (family != NULL)
        {
          g_autofree char *css_class = g_strconcat ("family-", family, NULL);

          gtk_widget_add_css_class (card, css_class);
          gtk_widget_add_css_class (card, "tinted");
        }
      sk_block_face_set_block (face, block, 0);
      gtk_widget_set_hexpand (GTK_WIDGET (face), TRUE);
      gtk_widget_set_size_request (card, -1, ICON_HEIGHT);
      gtk_widget_add_css_class (card, "dragged");
      gtk_box_append (GTK_BOX (card), GTK_WIDGET (face));
      gtk_box_append (GTK_BOX (icon), card);
    }
  return icon;
}

static void
on_begin (GtkDragSource *source,
          GdkDrag       *drag,
          SkTimeline    *self)
{
  GtkDragIcon *icon = GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag));

  self->drag.drag = drag;
  gtk_drag_icon_set_child (icon, make_icon (self->drag.clip));
  gdk_drag_set_hotspot (drag, 24, ICON_HEIGHT / 2);
  set_lifted (self, TRUE);
}

/* However it ends: what was dropped is in the session by now. */
static void
on_end (GtkDragSource *source,
        GdkDrag       *drag,
        gboolean       moved,
        SkTimeline    *self)
{
  if (self->drag.clip == NULL)
    return;

  set_lifted (self, FALSE);
  sk_timeline_end_drop (self);
  g_clear_pointer (&self->drag.clip, sk_block_clip_unref);
  self->drag.drag = NULL;
  self->pressed = FALSE;
}

/* Where the system does not take the key for the drag, it comes here. The source alone would let go
 * of the drag, which would end in a drop nevertheless. */
gboolean
sk_timeline_cancel_drag (SkTimeline *self)
{
  if (self->drag.drag == NULL)
    return FALSE;

  g_signal_emit_by_name (self->drag.drag, "cancel", GDK_DRAG_CANCEL_USER_CANCELLED);
  return TRUE;
}

/* Lets a block be dragged, and with it all that is chosen. */
void
sk_timeline_add_drag (SkTimeline      *self,
                      SkTimelineBlock *block)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_begin), self, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (on_end), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (block), GTK_EVENT_CONTROLLER (source));
}
