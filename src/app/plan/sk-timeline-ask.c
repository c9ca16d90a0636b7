/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gi18n.h>

#include "session/sk-block-words.h"
#include "session/sk-clock.h"
#include "sk-timeline-private.h"

/* A question with one row, and a button that does what it says. */
static AdwAlertDialog *
make_dialog (const char *heading,
             const char *answer,
             GtkWidget  *row)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, NULL));
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_alert_dialog_set_extra_child (dialog, group);

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "apply", answer, NULL);
  adw_alert_dialog_set_response_appearance (dialog, "apply", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "apply");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_object_set_data (G_OBJECT (dialog), "row", row);
  return dialog;
}

static void
on_place (AdwAlertDialog *dialog,
          const char     *response,
          SkTimeline     *self)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (dialog), "row");
  g_auto (GStrv) ids = NULL;
  g_autofree char *first = NULL;

  if (!g_str_equal (response, "apply"))
    return;

  /* What is typed counts, even where the focus never left it. */
  adw_spin_row_update (ADW_SPIN_ROW (row));
  ids = sk_timeline_dup_targets (self);
  if (g_strv_length (ids) == 0)
    return;
  first = g_strdup (ids[0]);
  if (sk_session_move_blocks (self->editor, (const char * const *) ids,
                              (guint) adw_spin_row_get_value (ADW_SPIN_ROW (row)) - 1))
    sk_timeline_announce (self, first);
}

/* Asks at which place what is chosen shall be. */
void
sk_timeline_ask_place (SkTimeline *self)
{
  g_auto (GStrv) ids = sk_timeline_dup_targets (self);
  SkSession *session = sk_timeline_get_session (self);
  SkBlockPlace place;
  AdwAlertDialog *dialog;
  GtkWidget *row;

  if (g_strv_length (ids) == 0 || sk_session_find_block (session, ids[0], &place) == NULL)
    return;

  /* Of a row of a list only its words would be heard, and not what can be typed in it. */
  row = g_object_new (ADW_TYPE_SPIN_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  adw_spin_row_set_range (ADW_SPIN_ROW (row), 1, sk_session_get_n_blocks (session));
  gtk_adjustment_set_step_increment (adw_spin_row_get_adjustment (ADW_SPIN_ROW (row)), 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Place"));
  adw_spin_row_set_value (ADW_SPIN_ROW (row), place.position + 1);
  dialog = make_dialog (_("Move To"), _("_Move"), row);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_place), self, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
on_time_typed (AdwAlertDialog *dialog,
               GtkEditable    *row)
{
  int minute_of_day;

  adw_alert_dialog_set_response_enabled (dialog, "apply",
                                         sk_clock_parse (gtk_editable_get_text (row),
                                                         &minute_of_day));
}

static void
on_time (AdwAlertDialog *dialog,
         const char     *response,
         SkTimeline     *self)
{
  GtkEditable *row = g_object_get_data (G_OBJECT (dialog), "row");
  const char *id = g_object_get_data (G_OBJECT (dialog), "id");
  int minute_of_day;

  if (g_str_equal (response, "apply") &&
      sk_clock_parse (gtk_editable_get_text (row), &minute_of_day) &&
      sk_session_set_lock (self->editor, id, minute_of_day))
    sk_timeline_announce (self, id);
}

/* Asks at what time the block begins, whatever comes before it. */
void
sk_timeline_ask_time (SkTimeline *self)
{
  SkTimelineBlock *current = sk_timeline_get_current (self);
  SkSession *session = sk_timeline_get_session (self);
  g_autoptr (SkTimetable) times = sk_timetable_new (session);
  g_autofree char *clock = NULL;
  SkBlockPlace place;
  AdwAlertDialog *dialog;
  GtkWidget *row;

  if (current == NULL)
    return;

  sk_session_find_block (session, sk_timeline_block_get_id (current), &place);
  clock = sk_clock_words_session (session, sk_timetable_get_slot (times, place.position)->start);
  row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Begins at"));
  gtk_editable_set_text (GTK_EDITABLE (row), clock);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);

  dialog = make_dialog (sk_block_words_title (sk_session_get_block (session, place.position)),
                        _("_Lock"), row);
  g_object_set_data_full (G_OBJECT (dialog), "id",
                          g_strdup (
                            sk_block_get_id (sk_session_get_block (session, place.position))),
                          g_free);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_time_typed), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_time), self, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}
