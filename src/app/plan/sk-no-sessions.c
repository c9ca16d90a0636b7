/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-no-sessions.h"

#include <glib/gi18n.h>

#include "session/sk-session-template.h"
#include "sidekick-config.h"
#include "sk-session-sketch.h"
#include "sk-template-card.h"

struct _SkNoSessions
{
  AdwNavigationPage parent_instance;

  SkSessionSketch *drawing;
  GtkLabel *day;
  GtkFlowBox *templates;
};

G_DEFINE_FINAL_TYPE (SkNoSessions, sk_no_sessions, ADW_TYPE_NAVIGATION_PAGE)

static int
count_days (GDateTime *from,
            GDateTime *to)
{
  GDate first;
  GDate last;

  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_dmy (&first, (GDateDay) g_date_time_get_day_of_month (from),
                  (GDateMonth) g_date_time_get_month (from),
                  (GDateYear) g_date_time_get_year (from));
  g_date_set_dmy (&last, (GDateDay) g_date_time_get_day_of_month (to),
                  (GDateMonth) g_date_time_get_month (to), (GDateYear) g_date_time_get_year (to));

  return g_date_days_between (&first, &last);
}

/* Safer Internet Day, and how long it is still. */
static char *
describe_day (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) next = sk_safer_internet_day_next (now);
  g_autofree char *date = g_date_time_format (next, C_("date", "%A %-d %B %Y"));
  const int days = count_days (now, next);

  if (days == 0)
    return g_strdup (_("Safer Internet Day is today"));

  return g_strdup_printf (ngettext ("Safer Internet Day: %s, in %d day",
                                    "Safer Internet Day: %s, in %d days", days),
                          date, days);
}

static void
add_templates (SkNoSessions *self)
{
  g_autoptr (GListModel) templates = sk_session_template_list ();

  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (SkSessionTemplate) one = g_list_model_get_item (templates, i);

      gtk_flow_box_append (self->templates, sk_template_card_new (one));
      if (i == 0)
        {
          g_autoptr (SkSession) session = sk_session_template_make (one, "en", NULL);

          sk_session_sketch_set_session (self->drawing, session);
        }
    }

  /* The buttons have the focus, not what holds them. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->templates)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
}

static void
sk_no_sessions_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_NO_SESSIONS);

  G_OBJECT_CLASS (sk_no_sessions_parent_class)->dispose (object);
}

static void
sk_no_sessions_class_init (SkNoSessionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_no_sessions_dispose;

  g_type_ensure (SK_TYPE_SESSION_SKETCH);
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-no-sessions.ui");
  gtk_widget_class_bind_template_child (widget_class, SkNoSessions, drawing);
  gtk_widget_class_bind_template_child (widget_class, SkNoSessions, day);
  gtk_widget_class_bind_template_child (widget_class, SkNoSessions, templates);
}

static void
sk_no_sessions_init (SkNoSessions *self)
{
  g_autofree char *day = describe_day ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->day, day);
  add_templates (self);
}
