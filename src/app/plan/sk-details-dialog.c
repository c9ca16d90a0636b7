/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-details-dialog.h"

#include <glib/gi18n.h>

#include "session/sk-clock.h"
#include "session/sk-session-commands.h"
#include "sidekick-config.h"
#include "sk-languages-group.h"
#include "sk-words.h"

/* Whoever pauses has done a step. */
#define PAUSE_MS 500

#define MINUTES_AN_HOUR 60

struct _SkDetailsDialog
{
  AdwDialog parent_instance;

  SkSessionEditor *editor;
  SkVocabulary *settings;
  gboolean loading;
  gboolean applying;
  guint pause_id;

  GtkWidget *page;
  GtkEditable *title;
  GtkEditable *place;
  GtkMenuButton *date;
  GtkPopover *calendar_popover;
  GtkCalendar *calendar;
  GtkEditable *start;
  GtkEditable *end;
  GtkEditable *group;
  AdwSpinRow *size;
  AdwExpanderRow *ages;
  AdwSpinRow *age_from;
  AdwSpinRow *age_to;
  AdwComboRow *setting;
  AdwExpanderRow *room;
  AdwSwitchRow *needs[SK_N_NEEDS];
  SkLanguagesGroup *languages;
  GtkTextView *aims;
};

G_DEFINE_FINAL_TYPE (SkDetailsDialog, sk_details_dialog, ADW_TYPE_DIALOG)

static void
show_time (GtkEditable *entry,
           GDateTime   *time)
{
  g_autofree char *words = time != NULL ? sk_clock_words (time) : g_strdup ("");

  gtk_editable_set_text (entry, words);
}

static void
show_day (SkDetailsDialog *self,
          GDateTime       *start)
{
  g_autofree char *words = g_date_time_format (start, C_("date", "%A %-d %B %Y"));

  gtk_menu_button_set_label (self->date, words);
  gtk_calendar_select_day (self->calendar, start);
}

static guint
find_setting (SkDetailsDialog *self,
              const char      *uri)
{
  for (guint i = 0; uri != NULL && i < sk_vocabulary_get_size (self->settings); i++)
    if (g_strcmp0 (sk_concept_get_id (sk_vocabulary_get_nth (self->settings, i)), uri) == 0)
      return i + 1;

  return 0;
}

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  if (g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
}

static void
load (SkDetailsDialog *self)
{
  SkSession *session = sk_session_editor_get_session (self->editor);
  GtkTextBuffer *aims = gtk_text_view_get_buffer (self->aims);
  SkAgeRange ages = {SK_AGE_MIN, SK_AGE_MIN};

  if (self->applying)
    return;

  self->loading = TRUE;
  set_text (self->title, sk_session_get_title (session));
  set_text (self->place, sk_session_get_place (session));
  set_text (self->group, sk_session_get_group (session));
  show_day (self, sk_session_get_start (session));
  show_time (self->start, sk_session_get_start (session));
  show_time (self->end, sk_session_get_end (session));
  adw_spin_row_set_value (self->size, sk_session_get_size (session));

  adw_expander_row_set_enable_expansion (self->ages, sk_session_get_ages (session, &ages));
  adw_spin_row_set_value (self->age_from, ages.min);
  adw_spin_row_set_value (self->age_to, ages.max);
  adw_combo_row_set_selected (self->setting, find_setting (self, sk_session_get_setting (session)));

  adw_expander_row_set_enable_expansion (self->room, sk_session_get_room (session) != NULL);
  for (guint i = 0; i < SK_N_NEEDS; i++)
    adw_switch_row_set_active (self->needs[i], sk_session_has_need (session, sk_needs[i]));
  sk_languages_group_set_tags (self->languages, sk_session_get_languages (session));
  gtk_text_buffer_set_text (aims, sk_session_get_aims (session), -1);
  self->loading = FALSE;
}

static GDateTime *
at_minute (GDateTime *day,
           int        minute_of_day)
{
  return g_date_time_new (g_date_time_get_timezone (day), g_date_time_get_year (day),
                          g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                          minute_of_day / MINUTES_AN_HOUR, minute_of_day % MINUTES_AN_HOUR, 0);
}

/* A bell before the start is one of the next day; no time is no bell. */
static void
read_times (SkDetailsDialog *self,
            SkSessionFields *fields)
{
  g_autoptr (GDateTime) chosen = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) day =
    g_date_time_new (g_date_time_get_timezone (fields->start), g_date_time_get_year (chosen),
                     g_date_time_get_month (chosen), g_date_time_get_day_of_month (chosen),
                     g_date_time_get_hour (fields->start), g_date_time_get_minute (fields->start),
                     0);
  const char *end = gtk_editable_get_text (self->end);
  int minute;

  if (day != NULL)
    {
      g_clear_pointer (&fields->start, g_date_time_unref);
      fields->start = sk_clock_parse (gtk_editable_get_text (self->start), &minute)
                        ? at_minute (day, minute)
                        : g_date_time_ref (day);
    }

  if (!sk_clock_parse (end, &minute) && *end != '\0')
    return;

  g_clear_pointer (&fields->end, g_date_time_unref);
  if (*end == '\0' || fields->start == NULL)
    return;

  fields->end = at_minute (fields->start, minute);
  if (fields->end != NULL && g_date_time_compare (fields->end, fields->start) <= 0)
    {
      GDateTime *next_day = g_date_time_add_days (fields->end, 1);

      g_date_time_unref (fields->end);
      fields->end = next_day;
    }
}

static void
read_room (SkDetailsDialog *self,
           SkSessionFields *fields)
{
  g_autoptr (GStrvBuilder) room = g_strv_builder_new ();

  fields->room_stated = adw_expander_row_get_enable_expansion (self->room);
  for (guint i = 0; i < SK_N_NEEDS; i++)
    if (fields->room_stated && adw_switch_row_get_active (self->needs[i]))
      g_strv_builder_add (room, sk_needs[i]);

  /* What a later version knows of rooms stays. */
  for (guint i = 0; fields->room_stated && fields->room != NULL && fields->room[i] != NULL; i++)
    if (!g_strv_contains (sk_needs, fields->room[i]))
      g_strv_builder_add (room, fields->room[i]);

  g_strfreev (fields->room);
  fields->room = g_strv_builder_end (room);
}

static void
read_setting (SkDetailsDialog *self,
              SkSessionFields *fields)
{
  const guint selected = adw_combo_row_get_selected (self->setting);

  /* One that is none of ours stays, until another is chosen. */
  if (selected == find_setting (self, fields->setting))
    return;

  g_set_str (&fields->setting,
             selected > 0 ? sk_concept_get_id (sk_vocabulary_get_nth (self->settings, selected - 1))
                          : NULL);
}

static void
read_all (SkDetailsDialog *self,
          SkSessionFields *fields)
{
  GtkTextBuffer *aims = gtk_text_view_get_buffer (self->aims);
  GtkTextIter first;
  GtkTextIter last;

  g_set_str (&fields->place, gtk_editable_get_text (self->place));
  g_set_str (&fields->group, gtk_editable_get_text (self->group));
  read_times (self, fields);
  fields->size = (guint) adw_spin_row_get_value (self->size);
  fields->has_ages = adw_expander_row_get_enable_expansion (self->ages);
  fields->ages.min = (guint) adw_spin_row_get_value (self->age_from);
  fields->ages.max = (guint) adw_spin_row_get_value (self->age_to);
  read_setting (self, fields);
  read_room (self, fields);
  g_strfreev (fields->languages);
  fields->languages = sk_languages_group_dup_tags (self->languages);

  g_free (fields->aims);
  gtk_text_buffer_get_bounds (aims, &first, &last);
  fields->aims = gtk_text_buffer_get_text (aims, &first, &last, FALSE);
}

static void
apply (SkDetailsDialog *self)
{
  g_auto (SkSessionFields) fields;

  sk_session_fields_init (&fields);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->editor == NULL || sk_session_editor_get_read_only (self->editor))
    return;

  sk_session_copy_fields (sk_session_editor_get_session (self->editor), &fields);
  read_all (self, &fields);
  self->applying = TRUE;
  sk_session_set_details (self->editor, &fields);
  self->applying = FALSE;
}

static void
on_pause (gpointer data)
{
  SkDetailsDialog *self = data;

  self->pause_id = 0;
  apply (self);
}

static void
on_changed (SkDetailsDialog *self)
{
  if (self->loading)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add_once (PAUSE_MS, on_pause, self);
}

static void
on_title (SkDetailsDialog *self)
{
  if (self->loading)
    return;

  self->applying = TRUE;
  sk_session_set_title (self->editor, gtk_editable_get_text (self->title));
  self->applying = FALSE;
}

/* The other end goes along. */
static void
on_ages (SkDetailsDialog *self,
         GParamSpec      *pspec,
         AdwSpinRow      *row)
{
  const double from = adw_spin_row_get_value (self->age_from);
  const double to = adw_spin_row_get_value (self->age_to);

  if (from > to)
    adw_spin_row_set_value (row == self->age_from ? self->age_to : self->age_from,
                            row == self->age_from ? from : to);
  on_changed (self);
}

static void
on_day (SkDetailsDialog *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  if (self->loading)
    return;

  gtk_popover_popdown (self->calendar_popover);
  apply (self);
  show_day (self, day);
}

/* Half a time is none: it counts when one goes on. */
static void
on_time_typed (SkDetailsDialog *self,
               GtkEditable     *entry)
{
  const char *text = gtk_editable_get_text (entry);
  int minute;

  if (sk_clock_parse (text, &minute) || (*text == '\0' && entry == self->end))
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
}

static void
on_times (SkDetailsDialog *self)
{
  if (self->loading)
    return;

  apply (self);
  load (self);
}

static void
add_settings (SkDetailsDialog *self,
              SkVocabularies  *vocabularies)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->settings = g_object_ref (sk_vocabularies_get (vocabularies, SK_FACET_SETTING));
  gtk_string_list_append (names, C_("fact", "Not stated"));
  for (guint i = 0; i < sk_vocabulary_get_size (self->settings); i++)
    gtk_string_list_append (names, sk_concept_pick_label (sk_vocabulary_get_nth (self->settings, i),
                                                          g_get_language_names ()));
  adw_combo_row_set_model (self->setting, G_LIST_MODEL (names));
}

static void
add_needs (SkDetailsDialog *self)
{
  for (guint i = 0; i < SK_N_NEEDS; i++)
    {
      g_autofree char *words = sk_words_need (sk_needs[i]);

      self->needs[i] = ADW_SWITCH_ROW (adw_switch_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->needs[i]), words);
      g_signal_connect_object (self->needs[i], "notify::active", G_CALLBACK (on_changed), self,
                               G_CONNECT_SWAPPED);
      adw_expander_row_add_row (self->room, GTK_WIDGET (self->needs[i]));
    }
}

static void
sk_details_dialog_closed (AdwDialog *dialog)
{
  SkDetailsDialog *self = SK_DETAILS_DIALOG (dialog);

  apply (self);
  sk_session_editor_seal (self->editor);
}

static void
sk_details_dialog_dispose (GObject *object)
{
  SkDetailsDialog *self = SK_DETAILS_DIALOG (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_DETAILS_DIALOG);
  g_clear_object (&self->settings);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sk_details_dialog_parent_class)->dispose (object);
}

static void
sk_details_dialog_class_init (SkDetailsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_details_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = sk_details_dialog_closed;

  g_type_ensure (SK_TYPE_LANGUAGES_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, place);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, date);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, calendar_popover);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, start);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, end);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, group);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, size);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, ages);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, age_from);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, age_to);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, setting);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, room);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, languages);
  gtk_widget_class_bind_template_child (widget_class, SkDetailsDialog, aims);
  gtk_widget_class_bind_template_callback (widget_class, on_ages);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_day);
  gtk_widget_class_bind_template_callback (widget_class, on_time_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_times);
  gtk_widget_class_bind_template_callback (widget_class, on_title);
}

static void
sk_details_dialog_init (SkDetailsDialog *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_needs (self);
}

/* Where one goes on who came by way of a fact. */
static GtkWidget *
find_fact (SkDetailsDialog *self,
           const char      *fact)
{
  const struct
  {
    const char *fact;
    gpointer widget;
  } places[] = {
    {"date", self->date},
    {"start", self->start},
    {"group", self->group},
    {"room", self->room},
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (fact, places[i].fact))
      return places[i].widget;

  return GTK_WIDGET (self->title);
}

/**
 * sk_details_dialog_new:
 * @editor: the editor of a session
 * @vocabularies: what settings there are
 * @fact: where to begin: "title", "date", "start", "group" or "room"
 *
 * Returns: (transfer floating): a dialog that changes what is said of the session
 */
AdwDialog *
sk_details_dialog_new (SkSessionEditor *editor,
                       SkVocabularies  *vocabularies,
                       const char      *fact)
{
  SkDetailsDialog *self;

  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), NULL);
  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);

  self = g_object_new (SK_TYPE_DETAILS_DIALOG, NULL);
  self->editor = g_object_ref (editor);
  add_settings (self, vocabularies);
  load (self);
  gtk_widget_set_sensitive (self->page, !sk_session_editor_get_read_only (editor));
  g_signal_connect_object (editor, "notify::session", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  adw_dialog_set_focus (ADW_DIALOG (self), find_fact (self, fact));
  return ADW_DIALOG (self);
}
