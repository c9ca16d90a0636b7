/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-keys.h"

#include "sk-timeline-private.h"
#include "sk-timeline-words.h"

static SkTimeline *
get_timeline (GtkWidget *track)
{
  return SK_TIMELINE (gtk_widget_get_ancestor (track, SK_TYPE_TIMELINE));
}

/* Goes to a row, a lane of it perhaps; chooses it, or all until there. */
static void
go (SkTimeline *self,
    GtkWidget  *row,
    gboolean    extend)
{
  if (SK_IS_TIMELINE_BLOCK (row))
    {
      const char *id = sk_timeline_block_get_id (SK_TIMELINE_BLOCK (row));

      if (extend)
        sk_block_selection_extend (self->selection, id);
      else
        sk_block_selection_choose (self->selection, id);
      gtk_widget_grab_focus (row);
    }
  else
    {
      gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
    }
  sk_timeline_track_scroll_to (self->track, row);
}

static GtkWidget *
get_focus_row (SkTimeline *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->track));
}

/* Up and down; from a lane up to its groups. Free time is passed when choosing. */
static gboolean
on_vertical (GtkWidget *track,
             GVariant  *args,
             gpointer   data)
{
  SkTimeline *self = get_timeline (track);
  GtkWidget *row = get_focus_row (self);
  gboolean extend;
  int step;

  g_variant_get (args, "(ib)", &step, &extend);
  if (sk_timeline_is_typing (self) || row == NULL)
    return FALSE;

  if (SK_IS_TIMELINE_BLOCK (row) && SK_IS_TIMELINE_BLOCK (gtk_widget_get_focus_child (row)) &&
      step < 0)
    {
      go (self, row, extend);
      return TRUE;
    }

  do
    row = sk_timeline_track_get_beside (self->track, row, step);
  while (extend && row != NULL && !SK_IS_TIMELINE_BLOCK (row));
  if (row != NULL)
    go (self, row, extend);
  return TRUE;
}

/* Into the lanes of groups, between them, and out again. */
static gboolean
on_horizontal (GtkWidget *track,
               GVariant  *args,
               gpointer   data)
{
  SkTimeline *self = get_timeline (track);
  GtkWidget *row = get_focus_row (self);
  GtkWidget *inside = row != NULL ? gtk_widget_get_focus_child (row) : NULL;
  int at = -1;
  int step;
  gboolean extend;

  g_variant_get (args, "(ib)", &step, &extend);
  if (sk_timeline_is_typing (self) || !SK_IS_TIMELINE_BLOCK (row))
    return FALSE;
  if (gtk_widget_get_direction (track) == GTK_TEXT_DIR_RTL)
    step = -step;

  for (guint i = 0; sk_timeline_block_get_lane (SK_TIMELINE_BLOCK (row), i) != NULL; i++)
    if (GTK_WIDGET (sk_timeline_block_get_lane (SK_TIMELINE_BLOCK (row), i)) == inside)
      at = (int) i;

  at += step;
  if (at == -1 && !extend)
    go (self, row, FALSE);
  else if (at >= 0 && sk_timeline_block_get_lane (SK_TIMELINE_BLOCK (row), (guint) at) != NULL)
    go (self, GTK_WIDGET (sk_timeline_block_get_lane (SK_TIMELINE_BLOCK (row), (guint) at)),
        extend);
  return TRUE;
}

static gboolean
on_end (GtkWidget *track,
        GVariant  *args,
        gpointer   data)
{
  SkTimeline *self = get_timeline (track);
  GtkWidget *row;
  gboolean extend;
  int step;

  g_variant_get (args, "(ib)", &step, &extend);
  if (sk_timeline_is_typing (self))
    return FALSE;

  row = sk_timeline_track_get_beside (self->track, NULL, step);
  while (extend && row != NULL && !SK_IS_TIMELINE_BLOCK (row))
    row = sk_timeline_track_get_beside (self->track, row, step);
  if (row != NULL)
    go (self, row, extend);
  return TRUE;
}

/* A key that is held is one step for undo; another block, or another key, is another one. */
static gboolean
on_minutes (GtkWidget *track,
            GVariant  *args,
            gpointer   data)
{
  SkTimeline *self = get_timeline (track);
  g_auto (GStrv) ids = NULL;
  g_autofree char *words = NULL;
  int minutes;

  g_variant_get (args, "(i)", &minutes);
  if (sk_timeline_is_typing (self) || !sk_timeline_can_edit (self))
    return FALSE;

  ids = sk_timeline_dup_targets (self);
  if (!sk_session_add_minutes (self->editor, (const char * const *) ids, minutes))
    return TRUE;

  words = sk_timeline_words_minutes (
    sk_session_find_block (sk_timeline_get_session (self), ids[0], NULL));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
}

static gboolean
on_enter (GtkWidget *track,
          GVariant  *args,
          gpointer   data)
{
  SkTimeline *self = get_timeline (track);
  SkTimelineBlock *current = sk_timeline_get_current (self);
  GtkRoot *root = gtk_widget_get_root (track);

  if (current == NULL || gtk_root_get_focus (root) != GTK_WIDGET (current))
    return FALSE;

  sk_timeline_go_to (self, sk_timeline_block_get_id (current));
  sk_timeline_activate (self, sk_timeline_block_get_id (current));
  return TRUE;
}

static gboolean
on_menu (GtkWidget *track,
         GVariant  *args,
         gpointer   data)
{
  SkTimeline *self = get_timeline (track);
  SkTimelineBlock *current = sk_timeline_get_current (self);

  if (current == NULL || sk_timeline_is_typing (self))
    return FALSE;

  sk_timeline_open_menu (self, current, GTK_WIDGET (current),
                         gtk_widget_get_width (GTK_WIDGET (current)) / 2.0,
                         gtk_widget_get_height (GTK_WIDGET (current)) / 2.0);
  return TRUE;
}

/* Chooses or leaves out a block without leaving it. */
static gboolean
on_space (GtkWidget *track,
          GVariant  *args,
          gpointer   data)
{
  SkTimeline *self = get_timeline (track);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (track));

  if (!SK_IS_TIMELINE_BLOCK (focus))
    return FALSE;

  sk_block_selection_toggle (self->selection, sk_timeline_block_get_id (SK_TIMELINE_BLOCK (focus)));
  return TRUE;
}

/* The rest are actions, but for those who type in a block. */
static gboolean
on_action (GtkWidget *track,
           GVariant  *args,
           gpointer   data)
{
  SkTimeline *self = get_timeline (track);
  const char *action;

  g_variant_get (args, "(&s)", &action);
  if (sk_timeline_is_typing (self))
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return TRUE;
}

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} ActionKey;

static const ActionKey action_keys[] = {
  {GDK_KEY_l, 0, "timeline.lock"},
  {GDK_KEY_L, 0, "timeline.lock"},
  {GDK_KEY_F2, 0, "timeline.edit"},
  {GDK_KEY_Delete, 0, "timeline.remove"},
  {GDK_KEY_KP_Delete, 0, "timeline.remove"},
  {GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.move-up"},
  {GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.move-down"},
  {GDK_KEY_d, GDK_CONTROL_MASK, "timeline.duplicate"},
  {GDK_KEY_x, GDK_CONTROL_MASK, "timeline.cut"},
  {GDK_KEY_c, GDK_CONTROL_MASK, "timeline.copy"},
  {GDK_KEY_v, GDK_CONTROL_MASK, "timeline.paste"},
  {GDK_KEY_a, GDK_CONTROL_MASK, "timeline.select-all"},
  {GDK_KEY_plus, GDK_CONTROL_MASK, "timeline.zoom-in"},
  {GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom-in"},
  {GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timeline.zoom-in"},
  {GDK_KEY_minus, GDK_CONTROL_MASK, "timeline.zoom-out"},
  {GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timeline.zoom-out"},
  {GDK_KEY_0, GDK_CONTROL_MASK, "timeline.zoom-fit"},
  {GDK_KEY_KP_0, GDK_CONTROL_MASK, "timeline.zoom-fit"},
};

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  int minutes;
} MinutesKey;

/* Where Shift makes another sign of these keys, that sign stands for the key with Shift. */
static const MinutesKey minutes_keys[] = {
  {GDK_KEY_plus, 0, 1},
  {GDK_KEY_KP_Add, 0, 1},
  {GDK_KEY_minus, 0, -1},
  {GDK_KEY_KP_Subtract, 0, -1},
  {GDK_KEY_plus, GDK_SHIFT_MASK, 5},
  {GDK_KEY_asterisk, 0, 5},
  {GDK_KEY_KP_Add, GDK_SHIFT_MASK, 5},
  {GDK_KEY_minus, GDK_SHIFT_MASK, -5},
  {GDK_KEY_underscore, 0, -5},
  {GDK_KEY_KP_Subtract, GDK_SHIFT_MASK, -5},
};

static void
bind_move (GtkWidgetClass  *klass,
           guint            key,
           GtkShortcutFunc  callback,
           int              step)
{
  gtk_widget_class_add_binding (klass, key, 0, callback, "(ib)", step, FALSE);
  gtk_widget_class_add_binding (klass, key, GDK_SHIFT_MASK, callback, "(ib)", step, TRUE);
}

void
sk_timeline_keys_bind (GtkWidgetClass *klass)
{
  bind_move (klass, GDK_KEY_Up, on_vertical, -1);
  bind_move (klass, GDK_KEY_KP_Up, on_vertical, -1);
  bind_move (klass, GDK_KEY_Down, on_vertical, 1);
  bind_move (klass, GDK_KEY_KP_Down, on_vertical, 1);
  bind_move (klass, GDK_KEY_Left, on_horizontal, -1);
  bind_move (klass, GDK_KEY_KP_Left, on_horizontal, -1);
  bind_move (klass, GDK_KEY_Right, on_horizontal, 1);
  bind_move (klass, GDK_KEY_KP_Right, on_horizontal, 1);
  bind_move (klass, GDK_KEY_Home, on_end, 1);
  bind_move (klass, GDK_KEY_End, on_end, -1);

  for (guint i = 0; i < G_N_ELEMENTS (minutes_keys); i++)
    gtk_widget_class_add_binding (klass, minutes_keys[i].key, minutes_keys[i].modifiers, on_minutes,
                                  "(i)", minutes_keys[i].minutes);
  for (guint i = 0; i < G_N_ELEMENTS (action_keys); i++)
    gtk_widget_class_add_binding (klass, action_keys[i].key, action_keys[i].modifiers, on_action,
                                  "(s)", action_keys[i].action);

  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, on_enter, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, on_enter, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, GDK_CONTROL_MASK, on_space, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, on_menu, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu, NULL);
}
