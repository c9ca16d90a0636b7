/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-day-card.h"

#include <glib/gi18n.h>

#include "session/sk-session.h"
#include "sidekick-config.h"
#include "sk-day-cover.h"
#include "sk-day-words.h"

/* More days off than this, a day is no news. */
#define FAR_OFF 200

/* A clock may be set, and a computer sleep: it is looked at again at least so often. */
#define LOOK_SECONDS 3600

/* What tools of Safer Internet Day have in their title or text. */
#define WORDS_OF_THE_DAY "Safer Internet Day"
#define MIN_TOOLS 2

struct _SkDayCard
{
  AdwBin parent_instance;

  SkCatalogue *catalogue;
  SkSearch *search;           /* for the tools of the day */
  gboolean narrow;
  guint look_id;

  GtkOrientable *box;
  GtkOrientable *text;
  GtkWidget *words;
  GtkLabel *number;
  GtkWidget *today;
  GtkLabel *title;
  GtkLabel *date;
  GtkActionable *prepare;
  GtkWidget *tools;
  GtkWidget *cover;
};

enum
{
  PROP_CATALOGUE = 1,
  PROP_NARROW,
  N_PROPS
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkDayCard, sk_day_card, ADW_TYPE_BIN)

static GDateTime *
dup_midnight (GDateTime *now)
{
  return g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (now),
                          g_date_time_get_month (now), g_date_time_get_day_of_month (now), 0, 0, 0);
}

static GDateTime *
parse_day (const char *date,
           GDateTime  *now)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_parse (&day, date);
  if (!g_date_valid (&day))
    return NULL;

  return g_date_time_new (g_date_time_get_timezone (now), g_date_get_year (&day),
                          (int) g_date_get_month (&day), g_date_get_day (&day), 0, 0, 0);
}

/* What the sources work towards, or else the next Safer Internet Day: all day long it is that day,
 * whatever the hour. */
static GDateTime *
find_day (SkDayCard   *self,
          GDateTime   *now,
          const char **name)
{
  SkEvent *event = self->catalogue != NULL ? sk_catalogue_get_event (self->catalogue) : NULL;
  GDateTime *day = event != NULL ? parse_day (sk_event_get_date (event), now) : NULL;
  g_autoptr (GDateTime) midnight = NULL;

  *name = NULL;
  if (day != NULL)
    {
      *name = sk_event_pick_name (event, g_get_language_names (), NULL);
      return day;
    }

  midnight = dup_midnight (now);
  return sk_safer_internet_day_next (midnight != NULL ? midnight : now);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* A day that is near has a number and a picture; one that is far off has a line. */
static void
lay_out (SkDayCard *self,
         gboolean   is_line,
         gboolean   is_today)
{
  const gboolean in_line = is_line && !self->narrow;

  gtk_orientable_set_orientation (self->box, self->narrow ? GTK_ORIENTATION_VERTICAL
                                                          : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (self->text,
                                  in_line ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self->number), !is_line && !is_today);
  gtk_widget_set_visible (self->today, is_today);
  gtk_widget_set_visible (self->cover, !is_line);
  set_class (GTK_WIDGET (self), "line", is_line);
  set_class (GTK_WIDGET (self), "narrow", self->narrow);
  set_class (GTK_WIDGET (self->title), "title-2", !is_line);
  set_class (GTK_WIDGET (self->title), "heading", is_line);
  set_class (GTK_WIDGET (self->prepare), "suggested-action", !is_line);
  set_class (GTK_WIDGET (self->prepare), "flat", is_line);
}

static char *
begin_large (const char *words)
{
  const gunichar first = g_unichar_toupper (g_utf8_get_char (words));
  g_autoptr (GString) large = g_string_new (NULL);

  g_string_append_unichar (large, first);
  g_string_append (large, g_utf8_next_char (words));
  return g_string_free (g_steal_pointer (&large), FALSE);
}

static void
show_words (SkDayCard  *self,
            const char *name,
            GDateTime  *day,
            int         n_days)
{
  const gboolean is_line = n_days > FAR_OFF;
  g_autofree char *number = g_strdup_printf ("%d", n_days);
  g_autofree char *title =
    is_line ? sk_day_words_in (name, n_days) : sk_day_words_until (name, n_days);
  g_autofree char *date = sk_day_words_date (day);
  g_autofree char *date_alone = begin_large (date);
  g_autofree char *aloud = sk_day_words_aloud (name, n_days, day);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *seed = g_date_time_format (day, "sid%Y");

  lay_out (self, is_line, n_days == 0);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->date, date_alone);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  aloud, -1);
  gtk_actionable_set_action_target (self->prepare, "s", iso);
  if (self->search != NULL)
    sk_search_set_text (self->search, name != NULL ? name : WORDS_OF_THE_DAY);
  g_object_set (self->cover, "seed", seed, NULL);
}

static void
show_day (SkDayCard *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const char *name;
  g_autoptr (GDateTime) day = find_day (self, now, &name);
  const int n_days = day != NULL ? sk_day_words_count (now, day) : -1;

  gtk_widget_set_visible (GTK_WIDGET (self), n_days >= 0);
  if (n_days >= 0)
    show_words (self, name, day, n_days);
}

static void stop_looking (SkDayCard *self);

static gboolean
look (gpointer data)
{
  SkDayCard *self = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  stop_looking (self);
  show_day (self);
  self->look_id =
    g_timeout_add_seconds (MIN (sk_day_words_midnight (now), LOOK_SECONDS), look, self);
  return G_SOURCE_REMOVE;
}

static void
stop_looking (SkDayCard *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
}

static void
sk_day_card_map (GtkWidget *widget)
{
  look (SK_DAY_CARD (widget));
  GTK_WIDGET_CLASS (sk_day_card_parent_class)->map (widget);
}

static void
sk_day_card_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sk_day_card_parent_class)->unmap (widget);
  stop_looking (SK_DAY_CARD (widget));
}

static void
on_tools_found (SkDayCard *self)
{
  SkResults *results = sk_search_get_results (self->search);

  gtk_widget_set_visible (self->tools,
                          results != NULL && sk_results_get_count (results) >= MIN_TOOLS);
}

static void
on_tools (SkDayCard *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, sk_search_get_query (self->search));
}

static void
set_catalogue (SkDayCard   *self,
               SkCatalogue *catalogue)
{
  if (!g_set_object (&self->catalogue, catalogue) || catalogue == NULL)
    return;

  self->search = sk_search_new (catalogue);
  sk_search_set_n_ahead (self->search, 0);
  g_signal_connect_object (self->search, "notify::results", G_CALLBACK (on_tools_found), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "notify::index", G_CALLBACK (show_day), self,
                           G_CONNECT_SWAPPED);
  show_day (self);
}

static void
set_narrow (SkDayCard *self,
            gboolean   narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  show_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
sk_day_card_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SkDayCard *self = SK_DAY_CARD (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_day_card_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  SkDayCard *self = SK_DAY_CARD (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      set_catalogue (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_day_card_dispose (GObject *object)
{
  SkDayCard *self = SK_DAY_CARD (object);

  stop_looking (self);
  g_clear_object (&self->search);
  g_clear_object (&self->catalogue);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_DAY_CARD);

  G_OBJECT_CLASS (sk_day_card_parent_class)->dispose (object);
}

static void
sk_day_card_class_init (SkDayCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_day_card_get_property;
  object_class->set_property = sk_day_card_set_property;
  object_class->dispose = sk_day_card_dispose;
  widget_class->map = sk_day_card_map;
  widget_class->unmap = sk_day_card_unmap;

  properties[PROP_CATALOGUE] = g_param_spec_object ("catalogue", NULL, NULL, SK_TYPE_CATALOGUE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SkDayCard::chosen:
   * @self: a card
   * @query: what finds the tools of the day
   *
   * What is for the day is to be shown.
   */
  signals[CHOSEN] = g_signal_new ("chosen", SK_TYPE_DAY_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, SK_TYPE_QUERY);

  g_type_ensure (SK_TYPE_DAY_COVER);
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-day-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SkDayCard, box);
  gtk_widget_class_bind_template_child (widget_class, SkDayCard, text);
  gtk_widget_class_bind_template_child (widget_class, SkDayCard, words);
  gtk_widget_class_bind_template_child (widget_class, SkDayCard, number);
  gtk_widget_class_bind_template_child (widget_class, SkDayCard, today);
  gtk_widget_class_bind_template_child (widget_class, SkDayCard, title);
  gtk_widget_class_bind_template_child (widget_class, SkDayCard, date);
  gtk_widget_class_bind_template_child (widget_class, SkDayCard, prepare);
  gtk_widget_class_bind_template_child (widget_class, SkDayCard, tools);
  gtk_widget_class_bind_template_child (widget_class, SkDayCard, cover);
  gtk_widget_class_bind_template_callback (widget_class, on_tools);
}

static void
sk_day_card_init (SkDayCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
