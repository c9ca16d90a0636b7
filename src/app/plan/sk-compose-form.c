/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-form.h"

#include <glib/gi18n.h>

#include "session/sk-clock.h"
#include "sidekick-config.h"
#include "sk-compose-mix.h"
#include "sk-compose-past.h"
#include "sk-words.h"

#define YOUNGEST 9
#define OLDEST 11

/* Languages that are always offered, those of the program. */
static const char * const own_languages[] = {"nl", "fr", "de", "en", NULL};

struct _SkComposeForm
{
  AdwBin parent_instance;

  SkSessionFolder *folder;
  SkSession *session;         /* that is planned, with its day */
  GHashTable *allowed;        /* ids of tools that may be done once more */
  gboolean filling;

  AdwActionRow *day;
  GtkCalendar *calendar;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  AdwSpinRow *minutes;
  GtkEditable *group;
  AdwSpinRow *size;
  AdwExpanderRow *ages;
  AdwSpinRow *youngest;
  AdwSpinRow *oldest;
  AdwWrapBox *languages;
  AdwWrapBox *room;
  SkComposeMix *mix;
  GtkWidget *past_box;
  AdwWrapBox *past;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkComposeForm, sk_compose_form, ADW_TYPE_BIN)

static void
show_ages (SkComposeForm *self)
{
  const SkAgeRange ages = {
    (guint8) adw_spin_row_get_value (self->youngest),
    (guint8) adw_spin_row_get_value (self->oldest),
  };
  g_autofree char *words = sk_words_ages (ages);
  const gboolean asked = adw_expander_row_get_enable_expansion (self->ages);

  adw_expander_row_set_subtitle (self->ages, asked ? words : "");
}

static void
on_changed (SkComposeForm *self)
{
  show_ages (self);
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
get_value (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "value");
}

/* What is on, in the order in which it is shown. */
static GStrv
list_values (AdwWrapBox *box,
             gboolean    active)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GtkWidget *each = gtk_widget_get_first_child (GTK_WIDGET (box)); each != NULL;
       each = gtk_widget_get_next_sibling (each))
    if (!GTK_IS_TOGGLE_BUTTON (each) ||
        gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (each)) == active)
      g_strv_builder_add (builder, get_value (each));

  return g_strv_builder_end (builder);
}

static void
set_all (AdwWrapBox *box,
         gboolean    active)
{
  for (GtkWidget *each = gtk_widget_get_first_child (GTK_WIDGET (box)); each != NULL;
       each = gtk_widget_get_next_sibling (each))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (each), active);
}

static void
add_pill (SkComposeForm *self,
          AdwWrapBox    *box,
          const char    *value,
          const char    *label,
          gboolean       active)
{
  GtkWidget *pill = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_bind_property (pill, "active", tick, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (content), tick);
  gtk_box_append (GTK_BOX (content), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (pill), content);
  g_object_set_data_full (G_OBJECT (pill), "value", g_strdup (value), g_free);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pill), active);
  gtk_widget_add_css_class (pill, "compose-pill");
  g_signal_connect_swapped (pill, "toggled", G_CALLBACK (on_changed), self);
  adw_wrap_box_append (box, pill);
}

static void
show_day (SkComposeForm *self)
{
  GDateTime *start = sk_session_get_start (self->session);
  g_autoptr (GDateTime) noon = NULL;
  g_autoptr (GDateTime) next = NULL;
  g_autofree char *day = g_date_time_format (start, C_("date", "%a %-d %B %Y"));
  g_autofree char *clock = sk_clock_words (start);
  g_autofree char *subtitle = NULL;

  noon = g_date_time_add_days (start, -1);
  next = sk_safer_internet_day_next (noon);
  if (g_date_time_get_day_of_year (next) == g_date_time_get_day_of_year (start) &&
      g_date_time_get_year (next) == g_date_time_get_year (start))
    subtitle = g_strdup_printf (_("Safer Internet Day, %s"), clock);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->day), day);
  adw_action_row_set_subtitle (self->day, subtitle != NULL ? subtitle : clock);
}

static void
on_allow (SkComposeForm *self,
          GtkButton     *chip)
{
  g_hash_table_add (self->allowed, g_strdup (get_value (GTK_WIDGET (chip))));
  adw_wrap_box_remove (self->past, GTK_WIDGET (chip));
  gtk_widget_set_visible (self->past_box,
                          gtk_widget_get_first_child (GTK_WIDGET (self->past)) != NULL);
  on_changed (self);
}

static void
add_chip (SkComposeForm       *self,
          const SkComposePast *past)
{
  g_autofree char *month = g_date_time_format (past->time, C_("date", "%-d %B"));
  /* Translators: a tool, and when it was used. */
  g_autofree char *text = g_strdup_printf (_("%s, %s"), past->title, month);
  g_autofree char *tooltip = g_strdup_printf (_("Allow “%s” once more"), past->title);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_widget_add_css_class (chip, "compose-pill");
  g_object_set_data_full (G_OBJECT (chip), "value", g_strdup (past->id), g_free);
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (on_allow), self);
  adw_wrap_box_append (self->past, chip);
}

static void
show_past (SkComposeForm *self)
{
  g_autoptr (GPtrArray) list = NULL;
  GtkWidget *chip;

  list = sk_compose_past_list (self->folder, gtk_editable_get_text (self->group), self->session);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->past))) != NULL)
    adw_wrap_box_remove (self->past, chip);
  for (guint i = 0; i < list->len; i++)
    {
      const SkComposePast *past = g_ptr_array_index (list, i);

      if (!g_hash_table_contains (self->allowed, past->id))
        add_chip (self, past);
    }

  gtk_widget_set_visible (self->past_box,
                          gtk_widget_get_first_child (GTK_WIDGET (self->past)) != NULL);
}

static void
on_group_changed (SkComposeForm *self)
{
  if (self->filling)
    return;

  show_past (self);
  on_changed (self);
}

static void
set_time (SkComposeForm *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autoptr (SkSession) before = g_steal_pointer (&self->session);
  g_auto (SkSessionFields) fields;
  GDateTime *start;

  sk_session_copy_fields (before, &fields);
  start = g_date_time_new (g_date_time_get_timezone (fields.start), g_date_time_get_year (date),
                           g_date_time_get_month (date), g_date_time_get_day_of_month (date),
                           gtk_spin_button_get_value_as_int (self->hour),
                           gtk_spin_button_get_value_as_int (self->minute), 0);
  g_clear_pointer (&fields.end, g_date_time_unref);
  g_clear_pointer (&fields.start, g_date_time_unref);
  fields.start = start;
  self->session = sk_session_new (&fields);
}

static void
on_time_changed (SkComposeForm *self)
{
  if (self->filling)
    return;

  set_time (self);
  show_day (self);
  show_past (self);
  on_changed (self);
}

static void
on_youngest_changed (SkComposeForm *self)
{
  if (adw_spin_row_get_value (self->oldest) < adw_spin_row_get_value (self->youngest))
    adw_spin_row_set_value (self->oldest, adw_spin_row_get_value (self->youngest));
  else
    on_changed (self);
}

static void
on_oldest_changed (SkComposeForm *self)
{
  if (adw_spin_row_get_value (self->oldest) < adw_spin_row_get_value (self->youngest))
    adw_spin_row_set_value (self->youngest, adw_spin_row_get_value (self->oldest));
  else
    on_changed (self);
}

static void
sk_compose_form_dispose (GObject *object)
{
  SkComposeForm *self = SK_COMPOSE_FORM (object);

  g_clear_object (&self->folder);
  g_clear_object (&self->session);
  g_clear_pointer (&self->allowed, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_COMPOSE_FORM);

  G_OBJECT_CLASS (sk_compose_form_parent_class)->dispose (object);
}

static void
sk_compose_form_class_init (SkComposeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_compose_form_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SK_TYPE_COMPOSE_MIX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-compose-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, day);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, calendar);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, hour);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, minute);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, minutes);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, group);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, size);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, ages);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, youngest);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, oldest);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, languages);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, room);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, mix);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, past_box);
  gtk_widget_class_bind_template_child (widget_class, SkComposeForm, past);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_group_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_time_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_youngest_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_oldest_changed);
}

static void
sk_compose_form_init (SkComposeForm *self)
{
  self->allowed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_languages (SkComposeForm *self,
                SkSession     *session)
{
  const char * const *chosen = sk_session_get_languages (session);

  for (guint i = 0; chosen[i] != NULL; i++)
    {
      g_autofree char *name = sk_words_language (chosen[i]);

      add_pill (self, self->languages, chosen[i], name, TRUE);
    }

  for (guint i = 0; own_languages[i] != NULL; i++)
    if (!g_strv_contains (chosen, own_languages[i]))
      {
        g_autofree char *name = sk_words_language (own_languages[i]);

        add_pill (self, self->languages, own_languages[i], name, FALSE);
      }
}

static void
fill_room (SkComposeForm *self,
           SkSession     *session)
{
  gboolean stated = sk_session_get_room (session) != NULL;

  for (guint i = 0; sk_needs[i] != NULL; i++)
    {
      g_autofree char *name = sk_words_need (sk_needs[i]);

      add_pill (self, self->room, sk_needs[i], name,
                !stated || sk_session_has_need (session, sk_needs[i]));
    }
}

/**
 * sk_compose_form_set_session:
 * @vocabularies: the themes to choose from
 * @folder: where earlier sessions are
 * @session: what is planned
 *
 * Shows what is known of a session. To be called once.
 */
void
sk_compose_form_set_session (SkComposeForm   *self,
                             SkVocabularies  *vocabularies,
                             SkSessionFolder *folder,
                             SkSession       *session)
{
  GDateTime *start = sk_session_get_start (session);
  g_auto (SkComposeRequest) request = {0};

  g_return_if_fail (SK_IS_COMPOSE_FORM (self));

  self->folder = g_object_ref (folder);
  self->session = g_object_ref (session);
  sk_compose_request_init_session (&request, session);

  gtk_calendar_select_day (self->calendar, start);
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (start));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (start));
  adw_spin_row_set_value (self->minutes, request.minutes);
  gtk_editable_set_text (self->group, sk_session_get_group (session) != NULL
                                        ? sk_session_get_group (session)
                                        : "");
  adw_spin_row_set_value (self->size, request.size);
  adw_expander_row_set_enable_expansion (self->ages, request.has_ages);
  adw_expander_row_set_expanded (self->ages, FALSE);
  adw_spin_row_set_value (self->youngest, request.has_ages ? request.ages.min : YOUNGEST);
  adw_spin_row_set_value (self->oldest, request.has_ages ? request.ages.max : OLDEST);
  sk_compose_mix_set_vocabulary (self->mix, sk_vocabularies_get (vocabularies, SK_FACET_THEME));
  fill_languages (self, session);
  fill_room (self, session);
  show_day (self);
  show_ages (self);
  show_past (self);
  self->filling = FALSE;
}

/**
 * sk_compose_form_fill_request:
 * @request: (out caller-allocates): what the form asks for
 */
void
sk_compose_form_fill_request (SkComposeForm    *self,
                              SkComposeRequest *request)
{
  sk_compose_request_init (request);
  g_return_if_fail (SK_IS_COMPOSE_FORM (self));

  request->minutes = (guint) adw_spin_row_get_value (self->minutes);
  request->size = (guint) adw_spin_row_get_value (self->size);
  request->has_ages = adw_expander_row_get_enable_expansion (self->ages);
  request->ages.min = (guint8) adw_spin_row_get_value (self->youngest);
  request->ages.max = (guint8) adw_spin_row_get_value (self->oldest);
  request->languages = list_values (self->languages, TRUE);
  request->without = list_values (self->room, FALSE);
  request->avoid = list_values (self->past, TRUE);
  request->setting = g_strdup (sk_session_get_setting (self->session));
  sk_compose_mix_fill_request (self->mix, request);
}

/**
 * sk_compose_form_make_session:
 * @blocks: (element-type SkBlock): what it is to consist of
 *
 * Returns: (transfer full): the session as the form has it
 */
SkSession *
sk_compose_form_make_session (SkComposeForm *self,
                              GPtrArray     *blocks)
{
  g_auto (SkComposeRequest) request = {0};
  g_auto (SkSessionFields) fields;

  g_return_val_if_fail (SK_IS_COMPOSE_FORM (self), NULL);

  sk_compose_form_fill_request (self, &request);
  sk_session_copy_fields (self->session, &fields);

  g_clear_pointer (&fields.end, g_date_time_unref);
  fields.end = g_date_time_add_minutes (fields.start, (int) request.minutes);
  g_set_str (&fields.group, gtk_editable_get_text (self->group));
  fields.has_ages = request.has_ages;
  fields.ages = request.ages;
  fields.size = request.size;
  if (request.languages[0] != NULL)
    {
      g_clear_pointer (&fields.languages, g_strfreev);
      fields.languages = g_steal_pointer (&request.languages);
    }
  fields.room_stated = fields.room_stated || request.without[0] != NULL;
  g_clear_pointer (&fields.room, g_strfreev);
  if (fields.room_stated)
    fields.room = list_values (self->room, TRUE);
  g_clear_pointer (&fields.blocks, g_ptr_array_unref);
  fields.blocks = g_ptr_array_ref (blocks);
  return sk_session_new (&fields);
}

/**
 * sk_compose_form_relax:
 * @relax: what is in the way
 * @minutes: how many would do, where it is the minutes
 *
 * Asks for less.
 */
void
sk_compose_form_relax (SkComposeForm *self,
                       SkRelax        relax,
                       guint          minutes)
{
  g_return_if_fail (SK_IS_COMPOSE_FORM (self));

  self->filling = TRUE;
  switch (relax)
    {
    case SK_RELAX_AVOID:
      while (gtk_widget_get_first_child (GTK_WIDGET (self->past)) != NULL)
        on_allow (self, GTK_BUTTON (gtk_widget_get_first_child (GTK_WIDGET (self->past))));
      break;
    case SK_RELAX_NEEDS:
      set_all (self->room, TRUE);
      break;
    case SK_RELAX_SIZE:
      adw_spin_row_set_value (self->size, 0);
      break;
    case SK_RELAX_THEMES:
      sk_compose_mix_reset (self->mix);
      break;
    case SK_RELAX_MINUTES:
      adw_spin_row_set_value (self->minutes, minutes);
      break;
    case SK_RELAX_AGE:
      adw_expander_row_set_enable_expansion (self->ages, FALSE);
      break;
    case SK_RELAX_LANGUAGE:
      set_all (self->languages, FALSE);
      break;
    case SK_RELAX_NOTHING:
    default:
      break;
    }
  self->filling = FALSE;

  on_changed (self);
}
