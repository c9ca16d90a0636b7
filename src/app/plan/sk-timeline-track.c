/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-track.h"

#include <glib/gi18n.h>

#include "session/sk-clock.h"
#include "sk-drop-mark.h"
#include "sk-timeline-clock.h"
#include "sk-timeline-gap.h"
#include "sk-timeline-keys.h"
#include "sk-timeline-row.h"
#include "sk-timeline-scale.h"
#include "sk-timeline-track-private.h"

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  N_PROPS,
};

enum
{
  BLOCK_ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SkTimelineTrack,
                               sk_timeline_track,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
set_adjustment (SkTimelineTrack  *self,
                GtkAdjustment   **place,
                GtkAdjustment    *adjustment)
{
  if (adjustment != NULL && adjustment == *place)
    return;

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, gtk_widget_queue_allocate, self);
  g_clear_object (place);
  *place =
    g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*place, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
sk_timeline_track_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SkTimelineTrack *self = SK_TIMELINE_TRACK (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_timeline_track_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SkTimelineTrack *self = SK_TIMELINE_TRACK (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      /* It is always as high as its content. */
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GtkWidget *
find_row_of_entry (SkTimelineTrack *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SkTimelineRow *row = g_ptr_array_index (self->rows, i);
      SkTimelineBlock *block = NULL;

      if (row->kind == SK_ROW_BLOCK && self->entry != NULL)
        block = sk_timeline_block_find (SK_TIMELINE_BLOCK (row->widget), self->entry);
      if (block != NULL)
        return GTK_WIDGET (block);
    }

  return self->rows->len > 0 ? ((SkTimelineRow *) g_ptr_array_index (self->rows, 0))->widget : NULL;
}

/* One stop on the way through the window: where one was before. From there, what can be pressed in
 * that row, then out again. */
static gboolean
sk_timeline_track_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  SkTimelineTrack *self = SK_TIMELINE_TRACK (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);
  GtkWidget *row;

  if (inside != NULL && SK_IS_TIMELINE_BLOCK (inside))
    {
      GtkWidget *lane = gtk_widget_get_focus_child (inside);

      return gtk_widget_child_focus (SK_IS_TIMELINE_BLOCK (lane) ? lane : inside, direction);
    }
  if (inside != NULL)
    return FALSE;

  row = find_row_of_entry (self);
  if (row == NULL)
    return FALSE;
  return SK_IS_TIMELINE_BLOCK (row) ? gtk_widget_grab_focus (row)
                                    : gtk_widget_child_focus (row, direction);
}

static void
sk_timeline_track_dispose (GObject *object)
{
  SkTimelineTrack *self = SK_TIMELINE_TRACK (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->editor);
  g_clear_object (&self->session);
  g_clear_pointer (&self->times, sk_timetable_unref);

  G_OBJECT_CLASS (sk_timeline_track_parent_class)->dispose (object);
}

static void
sk_timeline_track_finalize (GObject *object)
{
  SkTimelineTrack *self = SK_TIMELINE_TRACK (object);

  g_ptr_array_unref (self->rows);
  g_free (self->entry);

  G_OBJECT_CLASS (sk_timeline_track_parent_class)->finalize (object);
}

static void
sk_timeline_track_class_init (SkTimelineTrackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_timeline_track_get_property;
  object_class->set_property = sk_timeline_track_set_property;
  object_class->dispose = sk_timeline_track_dispose;
  object_class->finalize = sk_timeline_track_finalize;
  widget_class->measure = sk_timeline_track_measure;
  widget_class->size_allocate = sk_timeline_track_size_allocate;
  widget_class->focus = sk_timeline_track_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[BLOCK_ADDED] = g_signal_new ("block-added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, SK_TYPE_TIMELINE_BLOCK);

  sk_timeline_keys_bind (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
sk_timeline_track_init (SkTimelineTrack *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_timeline_row_free);
  self->zoom = 1;
  self->gap = -1;
  self->mark = g_object_ref_sink (sk_drop_mark_new ());
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
  g_object_unref (self->mark);
  gtk_widget_set_visible (self->mark, FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Timeline"), -1);
}

/**
 * sk_timeline_track_set_editor:
 * @editor: what the blocks are of
 *
 * Says whose session is shown. To be done once.
 */
void
sk_timeline_track_set_editor (SkTimelineTrack *self,
                              SkSessionEditor *editor)
{
  g_return_if_fail (SK_IS_TIMELINE_TRACK (self));

  g_set_object (&self->editor, editor);
}

static void
emit_block_added (SkTimelineTrack *self,
                  SkTimelineBlock *block)
{
  g_signal_emit (self, signals[BLOCK_ADDED], 0, block);
}

static GtkWidget *
make_end (void)
{
  GtkWidget *end = g_object_new (GTK_TYPE_BOX, "css-name", "timelineend", "spacing", 9, NULL);
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "css-name", "line", NULL);

  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (end), line);
  gtk_box_append (GTK_BOX (end), gtk_label_new (NULL));
  return end;
}

static GtkWidget *
make_widget (SkTimelineTrack *self,
             SkTimelineRow   *row)
{
  SkTimelineBlock *block;

  if (row->kind == SK_ROW_GAP)
    return sk_timeline_gap_new ();
  if (row->kind == SK_ROW_END)
    return make_end ();

  block = sk_timeline_block_new (self->editor, sk_session_get_block (self->session, row->position),
                                 FALSE);
  g_signal_connect_object (block, "lane-added", G_CALLBACK (emit_block_added), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (block);
}

static void
show_end (SkTimelineTrack *self,
          GtkWidget       *end)
{
  const gboolean bell = sk_timetable_has_bell (self->times);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (end)), bell ? _("Bell") : _("End"));
  if (bell)
    gtk_widget_add_css_class (end, "bell");
  else
    gtk_widget_remove_css_class (end, "bell");
}

static void
show_row (SkTimelineTrack *self,
          SkTimelineRow   *row)
{
  g_autofree char *clock = sk_clock_words_session (self->session, row->start);

  sk_timeline_clock_set_time (SK_TIMELINE_CLOCK (row->clock), clock, row->fixed);
  if (row->kind == SK_ROW_BLOCK)
    {
      sk_timeline_block_show (SK_TIMELINE_BLOCK (row->widget), self->session, self->times,
                              (SkBlockPlace) {row->position, -1});
    }
  else if (row->kind == SK_ROW_GAP)
    {
      g_autofree char *left =
        sk_timeline_row_words_free (self->session, self->times, row->position, TRUE);

      sk_timeline_gap_set_free (SK_TIMELINE_GAP (row->widget), left, row->position);
      sk_timeline_gap_set_editable (SK_TIMELINE_GAP (row->widget),
                                    !sk_session_editor_get_read_only (self->editor));
    }
  else
    {
      show_end (self, row->widget);
    }
}

static gboolean
is_same_row (SkTimelineTrack *self,
             SkTimelineRow   *before,
             SkTimelineRow   *now)
{
  if (before->kind != now->kind || !g_str_equal (before->key, now->key))
    return FALSE;

  return now->kind != SK_ROW_BLOCK ||
         sk_timeline_block_can_show (SK_TIMELINE_BLOCK (before->widget),
                                     sk_session_get_block (self->session, now->position));
}

/* A row that is there already keeps its widgets, and so the focus. */
static void
take_widgets (SkTimelineTrack *self,
              SkTimelineRow   *row,
              GPtrArray       *before)
{
  for (guint i = 0; i < before->len; i++)
    {
      SkTimelineRow *old = g_ptr_array_index (before, i);

      if (old->widget != NULL && is_same_row (self, old, row))
        {
          row->widget = g_steal_pointer (&old->widget);
          row->clock = g_steal_pointer (&old->clock);
        }
    }

  if (row->widget == NULL)
    {
      row->widget = make_widget (self, row);
      row->clock = sk_timeline_clock_new ();
      gtk_widget_set_parent (row->clock, GTK_WIDGET (self));
      gtk_widget_set_parent (row->widget, GTK_WIDGET (self));
      if (row->kind == SK_ROW_BLOCK)
        emit_block_added (self, SK_TIMELINE_BLOCK (row->widget));
    }
  gtk_widget_insert_before (row->clock, GTK_WIDGET (self), self->mark);
  gtk_widget_insert_before (row->widget, GTK_WIDGET (self), self->mark);
}

/**
 * sk_timeline_track_show:
 * @session: a session
 *
 * Shows a session, or another state of it.
 */
void
sk_timeline_track_show (SkTimelineTrack *self,
                        SkSession       *session)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (SK_IS_TIMELINE_TRACK (self));
  g_return_if_fail (SK_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_clear_pointer (&self->times, sk_timetable_unref);
  self->times = sk_timetable_new (session);

  before = self->rows;
  self->rows = sk_timeline_row_list (session, self->times);
  for (guint i = 0; i < self->rows->len; i++)
    {
      take_widgets (self, g_ptr_array_index (self->rows, i), before);
      show_row (self, g_ptr_array_index (self->rows, i));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Free time that would be filled goes, and its time with it. */
static void
preview_gap (SkTimelineTrack *self,
             SkTimelineRow   *row,
             SkSession       *after,
             SkTimetable     *times)
{
  SkBlock *next = sk_session_get_block (self->session, row->position);
  SkBlockPlace place = {sk_session_get_n_blocks (after), -1};
  g_autofree char *words = NULL;
  g_autofree char *clock = NULL;
  const SkSlot *slot;
  guint left;
  int end;

  if (next != NULL)
    sk_session_find_block (after, sk_block_get_id (next), &place);
  slot = sk_timetable_get_slot (times, place.position);
  left = slot != NULL ? slot->gap : sk_timetable_get_free (times);
  end = slot != NULL ? slot->start : sk_timetable_get_bell (times);

  words = sk_timeline_row_words_free (after, times, place.position, FALSE);
  clock = left > 0 ? sk_clock_words_session (after, end - (int) left) : g_strdup ("");
  sk_timeline_gap_set_next (SK_TIMELINE_GAP (row->widget), words);
  sk_timeline_clock_set_next (SK_TIMELINE_CLOCK (row->clock), clock);
}

static void
preview_block (SkTimelineRow *row,
               SkSession     *after,
               SkTimetable   *times)
{
  const gboolean lifted = gtk_widget_has_css_class (row->widget, "lifted");
  g_autofree char *clock = NULL;
  g_autofree char *solved = NULL;
  SkBlockPlace place;
  const SkSlot *slot;

  if (sk_session_find_block (after, row->key, &place) == NULL)
    return;

  slot = sk_timetable_get_slot (times, place.position);
  clock = lifted ? g_strdup ("") : sk_clock_words_session (after, slot->start);
  sk_timeline_clock_set_next (SK_TIMELINE_CLOCK (row->clock), clock);
  if (slot->overrun == 0 && place.lane < 0)
    {
      g_autofree char *end = sk_clock_words_session (after, slot->start + (int) slot->minutes);

      /* TRANSLATORS: what the block would do once something else is dropped; a time. */
      solved = g_strdup_printf (_("Then ends at %s, in time"), end);
    }
  sk_timeline_block_set_solved (SK_TIMELINE_BLOCK (row->widget), solved);
}

static void
preview_row (SkTimelineTrack *self,
             SkTimelineRow   *row,
             SkSession       *after,
             SkTimetable     *times)
{
  if (row->kind == SK_ROW_GAP)
    preview_gap (self, row, after, times);
  else if (row->kind == SK_ROW_BLOCK)
    preview_block (row, after, times);
}

static void
stop_preview_of_row (SkTimelineRow *row)
{
  sk_timeline_clock_set_next (SK_TIMELINE_CLOCK (row->clock), NULL);
  if (row->kind == SK_ROW_GAP)
    {
      sk_timeline_gap_set_next (SK_TIMELINE_GAP (row->widget), NULL);
    }
  else if (row->kind == SK_ROW_BLOCK)
    {
      sk_timeline_block_set_side (SK_TIMELINE_BLOCK (row->widget), SK_SIDE_NONE);
      sk_timeline_block_set_solved (SK_TIMELINE_BLOCK (row->widget), NULL);
    }
}

/**
 * sk_timeline_track_preview:
 * @after: (nullable): what the session would be, or %NULL to show it as it is
 * @place: (nullable): where something would be dropped
 * @start: when that would begin, in minutes from the start
 *
 * Shows what a drop would do: where it is, and all times that change.
 */
void
sk_timeline_track_preview (SkTimelineTrack   *self,
                           SkSession         *after,
                           const SkDropPlace *place,
                           int                start)
{
  g_autoptr (SkTimetable) times = after != NULL ? sk_timetable_new (after) : NULL;
  const gboolean between = after != NULL && place->side == SK_SIDE_NONE;

  g_return_if_fail (SK_IS_TIMELINE_TRACK (self));

  self->gap = between ? (int) place->position : -1;
  gtk_widget_set_visible (self->mark, between);
  if (between)
    {
      g_autofree char *words = sk_clock_words_session (after, start);

      sk_drop_mark_set_time (self->mark, words, self->gutter);
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      SkTimelineRow *row = g_ptr_array_index (self->rows, i);

      stop_preview_of_row (row);
      if (after != NULL)
        preview_row (self, row, after, times);
      if (after != NULL && row->kind == SK_ROW_BLOCK && row->position == place->position)
        sk_timeline_block_set_side (SK_TIMELINE_BLOCK (row->widget), place->side);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * sk_timeline_track_set_entry:
 * @id: (nullable): a block
 *
 * Says where one comes in from elsewhere in the window.
 */
void
sk_timeline_track_set_entry (SkTimelineTrack *self,
                             const char      *id)
{
  g_return_if_fail (SK_IS_TIMELINE_TRACK (self));

  g_set_str (&self->entry, id);
}
