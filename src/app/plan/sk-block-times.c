/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-times.h"

#include <glib/gi18n.h>
#include <math.h>

#include "session/sk-clock.h"
#include "session/sk-timetable.h"
#include "sidekick-config.h"

#define MINUTES_AN_HOUR 60

struct _SkBlockTimes
{
  SkBlockPart parent_instance;

  AdwSpinRow *minutes;
  AdwSpinRow *shortest;
  AdwSwitchRow *locked;
  AdwSpinRow *clock;
  GtkWidget *activity_row;
  AdwToggleGroup *activity;
  AdwSwitchRow *skippable;
};

G_DEFINE_FINAL_TYPE (SkBlockTimes, sk_block_times, SK_TYPE_BLOCK_PART)

static guint
get_value (AdwSpinRow *row)
{
  return (guint) round (adw_spin_row_get_value (row));
}

static void
on_minutes_changed (SkBlockPart *part)
{
  if (sk_block_part_is_showing (part))
    return;

  sk_session_set_minutes (sk_block_part_get_editor (part), sk_block_part_get_id (part),
                          get_value (SK_BLOCK_TIMES (part)->minutes));
  sk_block_part_seal_soon (part);
}

static void
on_shortest_changed (SkBlockPart *part)
{
  if (sk_block_part_is_showing (part))
    return;

  sk_session_set_minutes_min (sk_block_part_get_editor (part), sk_block_part_get_id (part),
                              get_value (SK_BLOCK_TIMES (part)->shortest));
  sk_block_part_seal_soon (part);
}

/* It begins when it would begin anyway, until another time is chosen. */
static void
on_locked_changed (SkBlockPart *part)
{
  SkBlockTimes *self = SK_BLOCK_TIMES (part);

  if (sk_block_part_is_showing (part))
    return;

  sk_session_set_lock (sk_block_part_get_editor (part), sk_block_part_get_id (part),
                       adw_switch_row_get_active (self->locked) ? (int) get_value (self->clock)
                                                                : SK_BLOCK_UNLOCKED);
  sk_block_part_seal (part);
}

static void
on_clock_changed (SkBlockPart *part)
{
  SkBlockTimes *self = SK_BLOCK_TIMES (part);

  if (sk_block_part_is_showing (part) || !adw_switch_row_get_active (self->locked))
    return;

  sk_session_set_lock (sk_block_part_get_editor (part), sk_block_part_get_id (part),
                       (int) get_value (self->clock));
  sk_block_part_seal_soon (part);
}

static gboolean
on_clock_shown (AdwSpinRow *row)
{
  g_autofree char *clock = sk_clock_words_day ((int) get_value (row));

  gtk_editable_set_text (GTK_EDITABLE (row), clock);
  return TRUE;
}

static int
on_clock_read (AdwSpinRow *row,
               double     *value)
{
  int minute;

  if (!sk_clock_parse (gtk_editable_get_text (GTK_EDITABLE (row)), &minute))
    return GTK_INPUT_ERROR;

  *value = minute;
  return TRUE;
}

static void
on_activity_changed (SkBlockPart *part)
{
  const char *name = adw_toggle_group_get_active_name (SK_BLOCK_TIMES (part)->activity);
  SkActivity activity;

  if (sk_block_part_is_showing (part) || name == NULL || !sk_activity_parse (name, &activity))
    return;

  sk_session_set_activity (sk_block_part_get_editor (part), sk_block_part_get_id (part), activity);
}

static void
on_skippable_changed (SkBlockPart *part)
{
  if (sk_block_part_is_showing (part))
    return;

  sk_session_set_skippable (sk_block_part_get_editor (part), sk_block_part_get_id (part),
                            adw_switch_row_get_active (SK_BLOCK_TIMES (part)->skippable));
}

/* Where the minutes come from. */
static char *
describe_source (SkBlock *block)
{
  SkResource *resource = sk_block_get_resource (block);
  const guint stated = resource != NULL ? sk_resource_get_minutes (resource) : 0;

  if (stated > 0)
    return g_strdup_printf (ngettext ("publisher: %u min", "publisher: %u min", stated), stated);
  if (sk_block_get_minutes_guessed (block))
    return g_strdup (_("our guess by format: the publisher does not say"));
  if (sk_block_get_kind (block) == SK_BLOCK_TOOL)
    return g_strdup (_("the publisher does not say"));

  return g_strdup ("");
}

/* A lane begins and ends with its groups. */
static void
show_start (SkBlockTimes *self,
            SkSession    *session,
            guint         position)
{
  g_autoptr (SkTimetable) timetable = sk_timetable_new (session);
  const SkSlot *slot = sk_timetable_get_slot (timetable, position);
  const int lock = sk_block_get_lock (sk_session_get_block (session, position));
  g_autoptr (GDateTime) start = sk_session_dup_time (session, slot->start);
  g_autofree char *clock = sk_clock_words (start);
  g_autofree char *subtitle = NULL;

  if (lock == SK_BLOCK_UNLOCKED)
    subtitle = g_strdup_printf (_("now computed: %s"), clock);
  else if (slot->gap > 0)
    subtitle =
      g_strdup_printf (ngettext ("%u min free before it", "%u min free before it", slot->gap),
                       slot->gap);

  adw_switch_row_set_active (self->locked, lock != SK_BLOCK_UNLOCKED);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->locked), subtitle != NULL ? subtitle : "");
  adw_spin_row_set_value (self->clock, g_date_time_get_hour (start) * MINUTES_AN_HOUR +
                                         g_date_time_get_minute (start));
}

static void
show_activity (SkBlockTimes *self,
               SkBlock      *block)
{
  const SkActivity activity = sk_block_get_activity (block);

  gtk_widget_set_visible (self->activity_row, sk_block_get_lanes (block) == NULL);
  if (activity == SK_ACTIVITY_NONE)
    adw_toggle_group_set_active (self->activity, GTK_INVALID_LIST_POSITION);
  else
    adw_toggle_group_set_active_name (self->activity, sk_activity_to_string (activity));
}

static void
sk_block_times_show (SkBlockPart *part,
                     SkBlock     *block)
{
  SkBlockTimes *self = SK_BLOCK_TIMES (part);
  SkSession *session = sk_session_editor_get_session (sk_block_part_get_editor (part));
  g_autofree char *source = describe_source (block);
  SkBlockPlace place;
  SkBlock *timed;

  if (sk_session_find_block (session, sk_block_get_id (block), &place) == NULL)
    return;

  timed = sk_session_get_block (session, place.position);
  adw_spin_row_set_value (self->minutes, sk_block_get_minutes (timed));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->minutes), source);
  adw_spin_row_set_value (self->shortest, sk_block_get_minutes_min (timed));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->shortest),
                               sk_block_get_minutes_min (timed) == 0 ? _("not stated") : "");
  show_start (self, session, place.position);
  show_activity (self, block);
  adw_switch_row_set_active (self->skippable, sk_block_get_skippable (block));
}

static void
sk_block_times_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_BLOCK_TIMES);

  G_OBJECT_CLASS (sk_block_times_parent_class)->dispose (object);
}

static void
sk_block_times_class_init (SkBlockTimesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_block_times_dispose;
  SK_BLOCK_PART_CLASS (klass)->show = sk_block_times_show;

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-block-times.ui");
  gtk_widget_class_bind_template_child (widget_class, SkBlockTimes, minutes);
  gtk_widget_class_bind_template_child (widget_class, SkBlockTimes, shortest);
  gtk_widget_class_bind_template_child (widget_class, SkBlockTimes, locked);
  gtk_widget_class_bind_template_child (widget_class, SkBlockTimes, clock);
  gtk_widget_class_bind_template_child (widget_class, SkBlockTimes, activity_row);
  gtk_widget_class_bind_template_child (widget_class, SkBlockTimes, activity);
  gtk_widget_class_bind_template_child (widget_class, SkBlockTimes, skippable);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_shortest_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_locked_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_clock_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_clock_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_clock_read);
  gtk_widget_class_bind_template_callback (widget_class, on_activity_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_skippable_changed);
}

static void
sk_block_times_init (SkBlockTimes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
