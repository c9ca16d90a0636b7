/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-facts.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-session-words.h"

struct _SkSessionFacts
{
  AdwBin parent_instance;

  SkSessionEditor *editor;

  GtkLabel *day;
  GtkLabel *hours;
  GtkLabel *group;
  GtkLabel *room;
  GtkWidget *room_button;
};

enum
{
  PROP_EDITOR = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkSessionFacts, sk_session_facts, ADW_TYPE_BIN)

static void
show_session (SkSessionFacts *self)
{
  SkSession *session = sk_session_editor_get_session (self->editor);
  g_autofree char *day = sk_session_words_day (session);
  g_autofree char *hours = sk_session_words_hours (session);
  g_autofree char *group = sk_session_words_group (session);
  g_autofree char *room = sk_session_words_room (session, TRUE);
  g_autofree char *whole_room = sk_session_words_room (session, FALSE);

  gtk_label_set_text (self->day, day);
  gtk_label_set_text (self->hours, hours);
  gtk_label_set_text (self->group, group != NULL ? group : _("Group"));
  gtk_label_set_text (self->room, room != NULL ? room : _("Room"));
  gtk_widget_set_tooltip_text (self->room_button, whole_room != NULL ? whole_room : _("Room"));
}

static void
set_editor (SkSessionFacts  *self,
            SkSessionEditor *editor)
{
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_func (self->editor, show_session, self);

  g_set_object (&self->editor, editor);
  if (editor == NULL)
    return;

  g_signal_connect_object (editor, "notify::session", G_CALLBACK (show_session), self,
                           G_CONNECT_SWAPPED);
  show_session (self);
}

static void
sk_session_facts_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_EDITOR:
      g_value_set_object (value, SK_SESSION_FACTS (object)->editor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_session_facts_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_EDITOR:
      set_editor (SK_SESSION_FACTS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_session_facts_dispose (GObject *object)
{
  SkSessionFacts *self = SK_SESSION_FACTS (object);

  set_editor (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_SESSION_FACTS);

  G_OBJECT_CLASS (sk_session_facts_parent_class)->dispose (object);
}

static void
sk_session_facts_class_init (SkSessionFactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_session_facts_get_property;
  object_class->set_property = sk_session_facts_set_property;
  object_class->dispose = sk_session_facts_dispose;

  properties[PROP_EDITOR] = g_param_spec_object ("editor", NULL, NULL, SK_TYPE_SESSION_EDITOR,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-session-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, SkSessionFacts, day);
  gtk_widget_class_bind_template_child (widget_class, SkSessionFacts, hours);
  gtk_widget_class_bind_template_child (widget_class, SkSessionFacts, group);
  gtk_widget_class_bind_template_child (widget_class, SkSessionFacts, room);
  gtk_widget_class_bind_template_child (widget_class, SkSessionFacts, room_button);
}

static void
sk_session_facts_init (SkSessionFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
