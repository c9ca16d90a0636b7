/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-block-words.h"
#include "sk-timeline-private.h"

#define ZOOM_STEP 1.25
#define ZOOM_LEAST 0.5
#define ZOOM_MOST 4.0

/* Where the focus goes when a block disappears: to what comes in its place. */
static char *
dup_neighbour (SkTimeline         *self,
               const char * const *ids)
{
  GPtrArray *blocks = sk_session_get_blocks (sk_timeline_get_session (self));
  SkBlock *before = NULL;
  gboolean passed = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      SkBlock *block = g_ptr_array_index (blocks, i);

      if (g_strv_contains (ids, sk_block_get_id (block)))
        passed = TRUE;
      else if (passed)
        return g_strdup (sk_block_get_id (block));
      else
        before = block;
    }
  return before != NULL ? g_strdup (sk_block_get_id (before)) : NULL;
}

static void
remove_targets (SkTimeline *self)
{
  g_auto (GStrv) ids = sk_timeline_dup_targets (self);
  g_autofree char *next = dup_neighbour (self, (const char * const *) ids);
  const gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (!sk_session_remove_blocks (self->editor, (const char * const *) ids))
    return;
  if (next != NULL && focused)
    sk_timeline_go_to (self, next);
}

static void
act_remove (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  remove_targets (SK_TIMELINE (widget));
}

static void
act_copy (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  sk_timeline_copy (SK_TIMELINE (widget));
}

static void
act_cut (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  sk_timeline_copy (SK_TIMELINE (widget));
  remove_targets (SK_TIMELINE (widget));
}

static void
act_paste (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  sk_timeline_paste (SK_TIMELINE (widget));
}

static void
act_duplicate (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SkTimeline *self = SK_TIMELINE (widget);
  g_auto (GStrv) ids = sk_timeline_dup_targets (self);
  SkBlockPlace place;

  if (g_strv_length (ids) == 0)
    return;
  sk_session_find_block (sk_timeline_get_session (self), ids[g_strv_length (ids) - 1], &place);
  if (!sk_session_duplicate_blocks (self->editor, (const char * const *) ids))
    return;
  sk_timeline_go_to (self, sk_block_get_id (sk_session_get_block (sk_timeline_get_session (self),
                                                                  place.position + 1)));
}

/* How many blocks that stay are before a place. */
static guint
count_before (SkTimeline         *self,
              const char * const *ids,
              guint               position)
{
  guint n_before = 0;

  for (guint i = 0; i < position; i++)
    {
      SkBlock *block = sk_session_get_block (sk_timeline_get_session (self), i);

      n_before += !g_strv_contains (ids, sk_block_get_id (block));
    }
  return n_before;
}

/* Past the block above or below; a lane leaves its groups on that side. */
static void
move_by (SkTimeline *self,
         int         step)
{
  g_auto (GStrv) ids = sk_timeline_dup_targets (self);
  const guint n_ids = g_strv_length (ids);
  const char * const *named = (const char * const *) ids;
  g_autofree char *current = NULL;
  SkBlockPlace place;
  guint position;

  if (n_ids == 0)
    return;
  current = g_strdup (ids[0]);
  sk_session_find_block (sk_timeline_get_session (self), step < 0 ? ids[0] : ids[n_ids - 1],
                         &place);
  position = count_before (self, named, place.position);
  if (step > 0)
    position++;
  else if (place.lane < 0 && position == 0)
    return;
  else if (place.lane < 0)
    position--;

  if (!sk_session_move_blocks (self->editor, named, position))
    return;
  sk_timeline_announce (self, current);
  if (n_ids == 1)
    {
      sk_timeline_go_to (self, current);
    }
  else
    {
      SkTimelineBlock *block = sk_timeline_get_current (self);

      if (block != NULL)
        sk_timeline_track_scroll_to (self->track, GTK_WIDGET (block));
    }
}

static void
act_move_up (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  move_by (SK_TIMELINE (widget), -1);
}

static void
act_move_down (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  move_by (SK_TIMELINE (widget), 1);
}

static void
act_move_to (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  sk_timeline_ask_place (SK_TIMELINE (widget));
}

static int
get_minute_of_day (SkSession *session,
                   int        minutes)
{
  g_autoptr (GDateTime) time = sk_session_dup_time (session, minutes);

  return g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time);
}

/* At the time at which it begins anyway, or no longer. */
static void
act_lock (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  SkTimeline *self = SK_TIMELINE (widget);
  SkTimelineBlock *current = sk_timeline_get_current (self);
  SkSession *session = sk_timeline_get_session (self);
  g_autoptr (SkTimetable) times = sk_timetable_new (session);
  const SkSlot *slot;
  SkBlockPlace place;
  SkBlock *block;

  if (current == NULL)
    return;
  sk_session_find_block (session, sk_timeline_block_get_id (current), &place);
  block = sk_session_get_block (session, place.position);
  slot = sk_timetable_get_slot (times, place.position);
  sk_session_set_lock (self->editor, sk_block_get_id (block),
                       slot->locked ? SK_BLOCK_UNLOCKED : get_minute_of_day (session, slot->start));
}

static void
act_lock_at (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  sk_timeline_ask_time (SK_TIMELINE (widget));
}

/* All that is chosen goes beside the first of it; a block alone gets another one beside it. */
static void
act_group (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SkTimeline *self = SK_TIMELINE (widget);
  g_auto (GStrv) ids = sk_timeline_dup_targets (self);
  const guint n_ids = g_strv_length (ids);
  g_autoptr (SkBlock) other = NULL;

  if (n_ids == 1)
    {
      SkBlock *block = sk_session_find_block (sk_timeline_get_session (self), ids[0], NULL);

      other = sk_block_new_own (SK_BLOCK_DO, "", sk_block_get_minutes (block));
      sk_session_group_block (self->editor, ids[0], other);
    }
  else if (n_ids > 1)
    {
      g_autoptr (SkSessionEditor) draft = sk_session_editor_new (sk_timeline_get_session (self));
      g_autofree char *step = NULL;

      for (guint i = 1; i < n_ids; i++)
        {
          SkBlock *beside =
            sk_session_find_block (sk_session_editor_get_session (draft), ids[i], NULL);

          sk_session_group_block (draft, ids[0], beside);
        }
      step = g_strdup (sk_session_editor_get_undo_name (draft));
      sk_session_editor_apply (self->editor, sk_session_editor_get_session (draft), step, NULL);
    }
}

static void
act_ungroup (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SkTimeline *self = SK_TIMELINE (widget);
  SkTimelineBlock *current = sk_timeline_get_current (self);
  g_autofree char *first = NULL;
  SkBlockPlace place;

  if (current == NULL)
    return;
  sk_session_find_block (sk_timeline_get_session (self), sk_timeline_block_get_id (current),
                         &place);
  if (!sk_session_ungroup_block (self->editor, sk_timeline_block_get_id (current)))
    return;
  first = g_strdup (
    sk_block_get_id (sk_session_get_block (sk_timeline_get_session (self), place.position)));
  sk_timeline_go_to (self, first);
}

static void
act_select_all (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  sk_block_selection_choose_all (SK_TIMELINE (widget)->selection);
}

static void
act_edit (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  SkTimeline *self = SK_TIMELINE (widget);
  SkTimelineBlock *current = sk_timeline_get_current (self);

  if (current != NULL)
    sk_timeline_edit (self, current, SK_FACE_TITLE);
}

static guint
get_usual_minutes (SkBlockKind kind,
                   guint       left)
{
  const guint usual =
    kind == SK_BLOCK_TALK || kind == SK_BLOCK_DO || kind == SK_BLOCK_PLAY ? 10 : 5;

  return left > 0 ? MIN (usual, left) : usual;
}

static guint
count_free (SkSession *session,
            guint      position)
{
  g_autoptr (SkTimetable) times = sk_timetable_new (session);
  const SkSlot *slot = sk_timetable_get_slot (times, position);

  return slot != NULL ? slot->gap : sk_timetable_get_free (times);
}

/* A block of one's own in free time, at most as long as that. */
static void
act_add (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  SkTimeline *self = SK_TIMELINE (widget);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  const char *kind_name;
  SkBlockKind kind;
  guint position;
  guint left;

  g_variant_get (parameter, "(u&s)", &position, &kind_name);
  if (!sk_block_kind_parse (kind_name, &kind))
    return;

  left = count_free (sk_timeline_get_session (self), position);
  g_ptr_array_add (blocks, sk_block_new_own (kind, sk_block_words_kind (kind),
                                             get_usual_minutes (kind, left)));
  if (!sk_session_insert_blocks (self->editor, position, blocks))
    return;
  sk_timeline_go_to (self, sk_block_get_id (g_ptr_array_index (blocks, 0)));
  act_edit (widget, NULL, NULL);
}

static void
act_zoom (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  SkTimelineTrack *track = SK_TIMELINE (widget)->track;
  double zoom = sk_timeline_track_get_zoom (track);

  if (g_str_equal (name, "timeline.zoom-in"))
    zoom *= ZOOM_STEP;
  else if (g_str_equal (name, "timeline.zoom-out"))
    zoom /= ZOOM_STEP;
  else
    zoom = 1;
  sk_timeline_track_set_zoom (track, CLAMP (zoom, ZOOM_LEAST, ZOOM_MOST));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc act;
  const char *type;
} actions[] = {
  {"timeline.cut", act_cut, NULL},
  {"timeline.copy", act_copy, NULL},
  {"timeline.paste", act_paste, NULL},
  {"timeline.duplicate", act_duplicate, NULL},
  {"timeline.remove", act_remove, NULL},
  {"timeline.move-up", act_move_up, NULL},
  {"timeline.move-down", act_move_down, NULL},
  {"timeline.move-to", act_move_to, NULL},
  {"timeline.lock", act_lock, NULL},
  {"timeline.lock-at", act_lock_at, NULL},
  {"timeline.group", act_group, NULL},
  {"timeline.ungroup", act_ungroup, NULL},
  {"timeline.select-all", act_select_all, NULL},
  {"timeline.edit", act_edit, NULL},
  {"timeline.add", act_add, "(us)"},
  {"timeline.zoom-in", act_zoom, NULL},
  {"timeline.zoom-out", act_zoom, NULL},
  {"timeline.zoom-fit", act_zoom, NULL},
};

void
sk_timeline_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].type, actions[i].act);
}

static gboolean
can_group (SkTimeline *self,
           GStrv       ids)
{
  const guint n_ids = g_strv_length (ids);

  if (n_ids == 0 || n_ids > SK_BLOCK_MAX_LANES)
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    {
      SkBlockPlace place;
      SkBlock *block = sk_session_find_block (sk_timeline_get_session (self), ids[i], &place);
      const gboolean groups = block != NULL && sk_block_get_lanes (block) != NULL;

      /* Groups may be what others come beside, and are not put beside something themselves. */
      if (block == NULL || place.lane >= 0 || (groups && i > 0))
        return FALSE;
      if (groups && sk_block_get_lanes (block)->len + MAX (1, n_ids - 1) > SK_BLOCK_MAX_LANES)
        return FALSE;
    }
  return TRUE;
}

static gboolean
can_ungroup (SkTimeline *self)
{
  SkTimelineBlock *current = sk_timeline_get_current (self);
  SkBlockPlace place;

  if (current == NULL || sk_session_find_block (sk_timeline_get_session (self),
                                                sk_timeline_block_get_id (current), &place) == NULL)
    return FALSE;
  return sk_block_get_lanes (
           sk_session_get_block (sk_timeline_get_session (self), place.position)) != NULL;
}

/* Of what can be done, what makes sense for what is chosen. */
void
sk_timeline_enable_actions (SkTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_auto (GStrv) ids = sk_timeline_dup_targets (self);
  const gboolean can_edit = sk_timeline_can_edit (self);
  const gboolean any = g_strv_length (ids) > 0;
  const char * const changing[] = {"timeline.cut",     "timeline.duplicate", "timeline.remove",
                                   "timeline.move-up", "timeline.move-down", "timeline.move-to",
                                   "timeline.lock",    "timeline.lock-at",   "timeline.edit"};

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (widget, changing[i], can_edit && any);
  gtk_widget_action_set_enabled (widget, "timeline.copy", any);
  gtk_widget_action_set_enabled (widget, "timeline.paste", can_edit);
  gtk_widget_action_set_enabled (widget, "timeline.add", can_edit);
  gtk_widget_action_set_enabled (widget, "timeline.group", can_edit && can_group (self, ids));
  gtk_widget_action_set_enabled (widget, "timeline.ungroup", can_edit && can_ungroup (self));
}
