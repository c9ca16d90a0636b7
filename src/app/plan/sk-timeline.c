/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline.h"

#include "session/sk-timetable.h"
#include "sk-timeline-private.h"
#include "sk-timeline-words.h"

enum
{
  PROP_EDITOR = 1,
  PROP_SELECTION,
  PROP_CATALOGUE,
  PROP_PREVIEW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkTimeline, sk_timeline, GTK_TYPE_WIDGET)

static void
mark_chosen (SkTimeline      *self,
             SkTimelineBlock *block)
{
  SkTimelineBlock *lane;

  sk_timeline_block_set_chosen (block,
                                self->selection != NULL &&
                                  sk_block_selection_contains (self->selection,
                                                               sk_timeline_block_get_id (block)));
  for (guint i = 0; (lane = sk_timeline_block_get_lane (block, i)) != NULL; i++)
    mark_chosen (self, lane);
}

static void
on_selection (SkTimeline *self)
{
  SkTimelineBlock *block;

  if (self->editor == NULL)
    return;
  for (guint i = 0; (block = sk_timeline_track_get_block (self->track, i)) != NULL; i++)
    mark_chosen (self, block);
  sk_timeline_track_set_entry (self->track, self->selection != NULL
                                              ? sk_block_selection_get_cursor (self->selection)
                                              : NULL);
  sk_timeline_enable_actions (self);
}

static void
on_session (SkTimeline *self)
{
  sk_timeline_track_show (self->track, sk_session_editor_get_session (self->editor));
  on_selection (self);
}

static void
set_editor (SkTimeline      *self,
            SkSessionEditor *editor)
{
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_set_object (&self->editor, editor);
  if (editor == NULL)
    return;

  sk_timeline_track_set_editor (self->track, editor);
  g_signal_connect_object (editor, "notify::session", G_CALLBACK (on_session), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::read-only", G_CALLBACK (on_session), self,
                           G_CONNECT_SWAPPED);
  on_session (self);
}

static void
set_selection (SkTimeline       *self,
               SkBlockSelection *selection)
{
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->selection, selection);
  if (selection != NULL)
    g_signal_connect_object (selection, "changed", G_CALLBACK (on_selection), self,
                             G_CONNECT_SWAPPED);
  on_selection (self);
}

static void
sk_timeline_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SkTimeline *self = SK_TIMELINE (object);

  switch (id)
    {
    case PROP_EDITOR:
      g_value_set_object (value, self->editor);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    case PROP_PREVIEW:
      g_value_set_object (value, self->drag.preview);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_timeline_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  SkTimeline *self = SK_TIMELINE (object);

  switch (id)
    {
    case PROP_EDITOR:
      set_editor (self, g_value_get_object (value));
      break;
    case PROP_SELECTION:
      set_selection (self, g_value_get_object (value));
      break;
    case PROP_CATALOGUE:
      g_set_object (&self->catalogue, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_timeline_dispose (GObject *object)
{
  SkTimeline *self = SK_TIMELINE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->drag.clip, sk_block_clip_unref);
  g_clear_object (&self->drag.preview);
  g_clear_pointer (&self->resize.id, g_free);
  g_clear_object (&self->editor);
  g_clear_object (&self->selection);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (sk_timeline_parent_class)->dispose (object);
}

static void
sk_timeline_class_init (SkTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sk_timeline_get_property;
  object_class->set_property = sk_timeline_set_property;
  object_class->dispose = sk_timeline_dispose;

  properties[PROP_EDITOR] =
    g_param_spec_object ("editor", NULL, NULL, SK_TYPE_SESSION_EDITOR, flags);
  properties[PROP_SELECTION] =
    g_param_spec_object ("selection", NULL, NULL, SK_TYPE_BLOCK_SELECTION, flags);
  properties[PROP_CATALOGUE] =
    g_param_spec_object ("catalogue", NULL, NULL, SK_TYPE_CATALOGUE, flags);
  properties[PROP_PREVIEW] = g_param_spec_object ("preview", NULL, NULL, SK_TYPE_SESSION,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SkTimeline::activated:
   * @block_id: a block
   *
   * More is asked for about a block.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  sk_timeline_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
on_block_added (SkTimeline      *self,
                SkTimelineBlock *block)
{
  sk_timeline_add_pointer (self, block);
  sk_timeline_add_menu (self, block);
  sk_timeline_add_drag (self, block);
  sk_timeline_add_resize (self, block);
}

/* Escape ends what the pointer is about, wherever the focus is here. */
static gboolean
on_key (GtkEventControllerKey *keys,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        SkTimeline            *self)
{
  return key == GDK_KEY_Escape &&
         (sk_timeline_cancel_drag (self) || sk_timeline_cancel_resize (self));
}

static void
sk_timeline_init (SkTimeline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->track = g_object_new (SK_TYPE_TIMELINE_TRACK, NULL);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->track));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_vexpand (self->scroller, TRUE);

  g_signal_connect_object (self->track, "block-added", G_CALLBACK (on_block_added), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  sk_timeline_add_drop (self);
}

/**
 * sk_timeline_new:
 * @editor: a session
 * @selection: what is chosen in it
 * @catalogue: where tools are looked up
 *
 * Returns: (transfer floating): the timeline of a session
 */
SkTimeline *
sk_timeline_new (SkSessionEditor  *editor,
                 SkBlockSelection *selection,
                 SkCatalogue      *catalogue)
{
  return g_object_new (SK_TYPE_TIMELINE, "editor", editor, "selection", selection, "catalogue",
                       catalogue, NULL);
}

/**
 * sk_timeline_get_preview:
 *
 * Returns: (transfer none) (nullable): what a drop would make of the session; %NULL while
 *   nothing is dragged
 */
SkSession *
sk_timeline_get_preview (SkTimeline *self)
{
  g_return_val_if_fail (SK_IS_TIMELINE (self), NULL);

  return self->drag.preview;
}

SkSession *
sk_timeline_get_session (SkTimeline *self)
{
  return sk_session_editor_get_session (self->editor);
}

gboolean
sk_timeline_can_edit (SkTimeline *self)
{
  return self->editor != NULL && !sk_session_editor_get_read_only (self->editor);
}

/* The block that keys are for: that with the focus, else that with the cursor. */
SkTimelineBlock *
sk_timeline_get_current (SkTimeline *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->track)))
    {
      if (SK_IS_TIMELINE_BLOCK (focus))
        return SK_TIMELINE_BLOCK (focus);
      return SK_TIMELINE_BLOCK (gtk_widget_get_ancestor (focus, SK_TYPE_TIMELINE_BLOCK));
    }

  return self->selection != NULL
           ? sk_timeline_track_find_block (self->track,
                                           sk_block_selection_get_cursor (self->selection))
           : NULL;
}

/* What an action is done to: all that is chosen, if the block it is asked of is among that. */
GStrv
sk_timeline_dup_targets (SkTimeline *self)
{
  SkTimelineBlock *current = sk_timeline_get_current (self);
  const char *ids[] = {NULL, NULL};

  if (current != NULL)
    ids[0] = sk_timeline_block_get_id (current);
  if (self->selection != NULL &&
      (ids[0] == NULL || sk_block_selection_contains (self->selection, ids[0])))
    return g_strdupv ((GStrv) sk_block_selection_get_ids (self->selection));
  return g_strdupv ((GStrv) ids);
}

gboolean
sk_timeline_is_typing (SkTimeline *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && GTK_IS_EDITABLE (gtk_root_get_focus (root));
}

/* Chooses a block, and puts the focus on it. */
void
sk_timeline_go_to (SkTimeline *self,
                   const char *id)
{
  SkTimelineBlock *block = sk_timeline_track_find_block (self->track, id);

  if (block == NULL)
    return;
  sk_block_selection_choose (self->selection, id);
  gtk_widget_grab_focus (GTK_WIDGET (block));
  sk_timeline_track_scroll_to (self->track, GTK_WIDGET (block));
}

void
sk_timeline_announce (SkTimeline *self,
                      const char *id)
{
  g_autoptr (SkTimetable) times = sk_timetable_new (sk_timeline_get_session (self));
  g_autofree char *words = NULL;

  if (sk_session_find_block (sk_timeline_get_session (self), id, NULL) == NULL)
    return;
  words = sk_timeline_words_moved (sk_timeline_get_session (self), times, id);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
sk_timeline_activate (SkTimeline *self,
                      const char *id)
{
  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

void
sk_timeline_set_preview (SkTimeline *self,
                         SkSession  *preview)
{
  if (g_set_object (&self->drag.preview, preview))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIEW]);
}

void
sk_timeline_edit (SkTimeline      *self,
                  SkTimelineBlock *block,
                  SkFacePart       part)
{
  if (!sk_timeline_can_edit (self))
    return;
  sk_timeline_track_scroll_to (self->track, GTK_WIDGET (block));
  sk_block_face_edit (sk_timeline_block_get_face (block), part);
}
