/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-balance-strip.h"

#include <glib/gi18n.h>
#include <math.h>

#include "session/sk-balance.h"
#include "session/sk-block-words.h"
#include "session/sk-timetable.h"
#include "sidekick-config.h"
#include "sk-meter.h"

struct _SkBalanceStrip
{
  GtkBox parent_instance;

  SkSessionEditor *editor;
  gboolean narrow;

  SkMeter *themes;
  SkMeter *activities;
  SkMeter *screen;
};

enum
{
  PROP_EDITOR = 1,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkBalanceStrip, sk_balance_strip, GTK_TYPE_BOX)

/* In the order of sk_families. */
static const char * const family_names[SK_N_FAMILIES] = {
  NC_ ("theme family", "Information"), NC_ ("theme family", "Relations"),
  NC_ ("theme family", "Self"),        NC_ ("theme family", "Protect"),
  NC_ ("theme family", "Make"),        NC_ ("theme family", "Play"),
};

static void
show_themes (SkBalanceStrip  *self,
             const SkBalance *balance,
             double           total)
{
  g_autofree char *title = NULL;
  guint n_families = 0;

  sk_meter_begin (self->themes, total);
  for (guint i = 0; i < SK_N_FAMILIES; i++)
    {
      g_autofree char *style = g_strconcat ("family-", sk_families[i], NULL);

      if (round (balance->families[i]) > 0.0)
        n_families++;
      sk_meter_add (self->themes, style, g_dpgettext2 (NULL, "theme family", family_names[i]),
                    balance->families[i]);
    }
  sk_meter_add (self->themes, "no-family", _("No theme"), balance->no_family);

  title =
    n_families == 0
      ? g_strdup (_("No themes yet"))
      : g_strdup_printf (ngettext ("%u theme family", "%u theme families", n_families), n_families);
  sk_meter_end (self->themes, title);
}

static void
show_activities (SkBalanceStrip  *self,
                 const SkBalance *balance,
                 double           total)
{
  static const char * const styles[SK_N_ACTIVITIES] = {"no-activity", "talk", "do", "play"};
  g_autofree char *title = NULL;

  sk_meter_begin (self->activities, total);
  for (guint i = SK_ACTIVITY_TALK; i < SK_N_ACTIVITIES; i++)
    sk_meter_add (self->activities, styles[i], sk_block_words_activity (i), balance->activities[i]);
  sk_meter_add (self->activities, styles[SK_ACTIVITY_NONE],
                sk_block_words_activity (SK_ACTIVITY_NONE), balance->activities[SK_ACTIVITY_NONE]);

  /* TRANSLATORS: minutes of each in a session, in little room: "Talk 10 · do 26 · play 11". */
  title = g_strdup_printf (_("Talk %u · do %u · play %u"),
                           (guint) round (balance->activities[SK_ACTIVITY_TALK]),
                           (guint) round (balance->activities[SK_ACTIVITY_DO]),
                           (guint) round (balance->activities[SK_ACTIVITY_PLAY]));
  sk_meter_end (self->activities, title);
}

static void
show_screen (SkBalanceStrip  *self,
             const SkBalance *balance,
             double           total)
{
  const guint minutes = (guint) round (balance->screen);
  const guint unknown = (guint) round (balance->screen_unknown);
  g_autofree char *title = NULL;

  sk_meter_begin (self->screen, total);
  sk_meter_add (self->screen, "screen", _("At a screen"), balance->screen);
  sk_meter_add (self->screen, "unknown", _("Perhaps: the publisher does not say"),
                balance->screen_unknown);
  sk_meter_add (self->screen, "no-screen", _("Without a screen"),
                MAX (0.0, balance->minutes - balance->screen - balance->screen_unknown));

  if (unknown > 0)
    /* TRANSLATORS: minutes at a screen, and those of which that is not known, in little room. */
    title = g_strdup_printf (_("Screen %u, perhaps %u"), minutes, minutes + unknown);
  else
    /* TRANSLATORS: minutes at a screen, and of the whole session: "Screen 11 of 50". */
    title = g_strdup_printf (_("Screen %u of %u"), minutes, (guint) round (total));
  sk_meter_end (self->screen, title);
}

static void
show (SkBalanceStrip *self)
{
  g_autoptr (SkTimetable) timetable = NULL;
  SkSession *session;
  SkBalance balance;
  double total;

  if (self->editor == NULL)
    return;

  session = sk_session_editor_get_session (self->editor);
  timetable = sk_timetable_new (session);
  sk_balance_init (&balance, session);
  total = balance.minutes;
  if (sk_timetable_has_bell (timetable))
    total = MAX (total, sk_timetable_get_bell (timetable));
  total = MAX (total, 1.0);

  show_themes (self, &balance, total);
  show_activities (self, &balance, total);
  show_screen (self, &balance, total);
}

static void
set_editor (SkBalanceStrip  *self,
            SkSessionEditor *editor)
{
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_func (self->editor, show, self);
  if (!g_set_object (&self->editor, editor))
    return;

  if (editor != NULL)
    g_signal_connect_object (editor, "notify::session", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITOR]);
}

static void
set_narrow (SkBalanceStrip *self,
            gboolean        narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
sk_balance_strip_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SkBalanceStrip *self = SK_BALANCE_STRIP (object);

  switch (id)
    {
    case PROP_EDITOR:
      g_value_set_object (value, self->editor);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_balance_strip_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SkBalanceStrip *self = SK_BALANCE_STRIP (object);

  switch (id)
    {
    case PROP_EDITOR:
      set_editor (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_balance_strip_dispose (GObject *object)
{
  g_clear_object (&SK_BALANCE_STRIP (object)->editor);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_BALANCE_STRIP);

  G_OBJECT_CLASS (sk_balance_strip_parent_class)->dispose (object);
}

static void
sk_balance_strip_class_init (SkBalanceStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_balance_strip_get_property;
  object_class->set_property = sk_balance_strip_set_property;
  object_class->dispose = sk_balance_strip_dispose;

  properties[PROP_EDITOR] =
    g_param_spec_object ("editor", NULL, NULL, SK_TYPE_SESSION_EDITOR,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SK_TYPE_METER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-balance-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, SkBalanceStrip, themes);
  gtk_widget_class_bind_template_child (widget_class, SkBalanceStrip, activities);
  gtk_widget_class_bind_template_child (widget_class, SkBalanceStrip, screen);
}

static void
sk_balance_strip_init (SkBalanceStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
