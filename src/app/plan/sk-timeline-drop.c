/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-private.h"

/* In pixels: how near an edge scrolls, and how far in a tick. */
#define SCROLL_ZONE 40
#define SCROLL_STEP 8

/* The blocks that a dragged thing brings along, which are none of the session's. */
static GPtrArray *
make_blocks (SkTimeline   *self,
             const GValue *value)
{
  GPtrArray *blocks;

  if (G_VALUE_HOLDS (value, SK_TYPE_BLOCK_CLIP))
    return sk_block_clip_make_copies (g_value_get_boxed (value));
  if (G_VALUE_HOLDS_STRING (value))
    return sk_timeline_read_text (self, g_value_get_string (value));

  blocks = g_ptr_array_new_with_free_func (g_object_unref);
  if (G_VALUE_HOLDS (value, SK_TYPE_RESOURCE))
    g_ptr_array_add (blocks,
                     sk_block_new_tool (g_value_get_object (value),
                                        sk_session_get_languages (sk_timeline_get_session (self))));
  else if (G_VALUE_HOLDS (value, SK_TYPE_BLOCK))
    g_ptr_array_add (blocks, sk_block_dup_as_new (g_value_get_object (value)));
  return blocks;
}

/* Whether what is dragged is of this session, and is to be moved rather than copied. */
static gboolean
is_move (SkTimeline    *self,
         GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return self->drag.clip != NULL && drop != NULL && gdk_drop_get_drag (drop) != NULL &&
         sk_block_clip_is_of (self->drag.clip, sk_timeline_get_session (self)) &&
         (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (target)) &
          GDK_CONTROL_MASK) == 0;
}

/* Groups and several blocks cannot come beside another one, nor anything beside itself. */
static gboolean
can_be_beside (SkTimeline *self,
               GPtrArray  *blocks,
               guint       position)
{
  SkBlock *host = sk_session_get_block (sk_timeline_get_session (self), position);
  SkBlock *first = g_ptr_array_index (blocks, 0);
  SkBlockPlace place;

  if (host == NULL || blocks->len != 1 || sk_block_get_lanes (first) != NULL)
    return FALSE;
  if (sk_session_find_block (sk_timeline_get_session (self), sk_block_get_id (first), &place) !=
        NULL &&
      place.position == position)
    return FALSE;
  return sk_block_get_lanes (host) == NULL || sk_block_get_lanes (host)->len < SK_BLOCK_MAX_LANES;
}

/* What a drop does, to the session or to a draft of it. */
static gboolean
apply (SkSessionEditor   *editor,
       GPtrArray         *blocks,
       gboolean           move,
       const SkDropPlace *place)
{
  SkSession *session = sk_session_editor_get_session (editor);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  guint position = place->position;

  if (place->side != SK_SIDE_NONE)
    return sk_session_group_block (editor,
                                   sk_block_get_id (sk_session_get_block (session, position)),
                                   g_ptr_array_index (blocks, 0));
  if (!move)
    return sk_session_insert_blocks (editor, position, blocks);

  for (guint i = 0; i < blocks->len; i++)
    g_strv_builder_add (builder, sk_block_get_id (g_ptr_array_index (blocks, i)));
  ids = g_strv_builder_end (builder);
  for (guint i = 0; i < place->position; i++)
    if (g_strv_contains ((const char * const *) ids,
                         sk_block_get_id (sk_session_get_block (session, i))))
      position--;
  return sk_session_move_blocks (editor, (const char * const *) ids, position);
}

static GPtrArray *
get_blocks (SkTimeline    *self,
            GtkDropTarget *target,
            const GValue  *value,
            gboolean      *move)
{
  GPtrArray *blocks;

  *move = is_move (self, target);
  if (*move)
    return g_ptr_array_ref (sk_block_clip_get_blocks (self->drag.clip));

  blocks = value != NULL ? make_blocks (self, value) : NULL;
  if (blocks != NULL && blocks->len == 0)
    g_clear_pointer (&blocks, g_ptr_array_unref);
  return blocks;
}

static int
find_start (SkSession *session,
            SkBlock   *block)
{
  g_autoptr (SkTimetable) times = sk_timetable_new (session);
  SkBlockPlace place;

  if (sk_session_find_block (session, sk_block_get_id (block), &place) == NULL)
    return 0;
  return sk_timetable_get_slot (times, place.position)->start;
}

static void
preview (SkTimeline *self,
         GPtrArray  *blocks,
         gboolean    move)
{
  g_autoptr (SkSessionEditor) draft = sk_session_editor_new (sk_timeline_get_session (self));

  apply (draft, blocks, move, &self->drag.place);
  sk_timeline_set_preview (self, sk_session_editor_get_session (draft));
  sk_timeline_track_preview (self->track, self->drag.preview, &self->drag.place,
                             find_start (self->drag.preview, g_ptr_array_index (blocks, 0)));
}

static void
look (SkTimeline    *self,
      GtkDropTarget *target,
      double         x,
      double         y)
{
  g_autoptr (GPtrArray) blocks = NULL;
  SkDropPlace place;
  gboolean move;

  blocks = get_blocks (self, target, gtk_drop_target_get_value (target), &move);
  if (blocks == NULL)
    return;

  sk_timeline_track_get_place (self->track, x, y, &place);
  if (place.side != SK_SIDE_NONE && !can_be_beside (self, blocks, place.position))
    place.side = SK_SIDE_NONE;
  if (self->drag.preview != NULL && place.position == self->drag.place.position &&
      place.side == self->drag.place.side)
    return;

  self->drag.place = place;
  preview (self, blocks, move);
}

static gboolean
scroll (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       data)
{
  SkTimeline *self = data;
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  const double height = gtk_widget_get_height (GTK_WIDGET (self->track));
  double step = 0;

  if (self->drag.y < SCROLL_ZONE)
    step = -SCROLL_STEP;
  else if (self->drag.y > height - SCROLL_ZONE)
    step = SCROLL_STEP;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
  return G_SOURCE_CONTINUE;
}

static GdkDragAction
on_motion (GtkDropTarget *target,
           double         x,
           double         y,
           SkTimeline    *self)
{
  if (!sk_timeline_can_edit (self))
    return 0;

  self->drag.y = y;
  if (self->drag.scrolling == 0)
    self->drag.scrolling =
      gtk_widget_add_tick_callback (GTK_WIDGET (self->track), scroll, self, NULL);
  look (self, target, x, y);
  return is_move (self, target) ? GDK_ACTION_MOVE : GDK_ACTION_COPY;
}

/* Shows the session as it is again. */
void
sk_timeline_end_drop (SkTimeline *self)
{
  if (self->drag.scrolling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->track), self->drag.scrolling);
  self->drag.scrolling = 0;
  if (self->drag.preview == NULL)
    return;

  sk_timeline_set_preview (self, NULL);
  sk_timeline_track_preview (self->track, NULL, NULL, 0);
}

static void
on_leave (GtkDropTarget *target,
          SkTimeline    *self)
{
  sk_timeline_end_drop (self);
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         SkTimeline    *self)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *id = NULL;
  SkDropPlace place;
  gboolean move;

  blocks = get_blocks (self, target, value, &move);
  if (blocks == NULL || !sk_timeline_can_edit (self))
    return FALSE;

  look (self, target, x, y);
  place = self->drag.place;
  sk_timeline_end_drop (self);
  id = g_strdup (sk_block_get_id (g_ptr_array_index (blocks, 0)));
  if (!apply (self->editor, blocks, move, &place))
    return FALSE;

  if (blocks->len == 1)
    sk_timeline_go_to (self, id);
  sk_timeline_announce (self, id);
  return TRUE;
}

/* Lets things be dropped: blocks of here and of other sessions, tools, and text. */
void
sk_timeline_add_drop (SkTimeline *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  GType types[] = {SK_TYPE_BLOCK_CLIP, SK_TYPE_BLOCK, SK_TYPE_RESOURCE, G_TYPE_STRING};

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_leave), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->track), GTK_EVENT_CONTROLLER (target));
}
