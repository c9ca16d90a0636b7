/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-remedy-box.h"

#include "session/sk-remedy.h"
#include "sidekick-config.h"

struct _SkRemedyBox
{
  GtkBox parent_instance;

  SkSessionEditor *editor;
  SkRemedy *remedy;

  GtkLabel *title;
  GtkLabel *consequence;
  GtkButton *button;
};

enum
{
  PROP_EDITOR = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkRemedyBox, sk_remedy_box, GTK_TYPE_BOX)

static void
show (SkRemedyBox *self)
{
  g_autoptr (GPtrArray) remedies = NULL;

  g_clear_object (&self->remedy);
  if (self->editor != NULL && !sk_session_editor_get_read_only (self->editor))
    remedies = sk_remedy_list (sk_session_editor_get_session (self->editor), NULL);
  if (remedies != NULL && remedies->len > 0)
    self->remedy = g_object_ref (g_ptr_array_index (remedies, 0));

  gtk_widget_set_visible (GTK_WIDGET (self), self->remedy != NULL);
  if (self->remedy == NULL)
    return;

  gtk_label_set_text (self->title, sk_remedy_get_title (self->remedy));
  gtk_label_set_text (self->consequence, sk_remedy_get_consequence (self->remedy));
  gtk_widget_set_visible (GTK_WIDGET (self->consequence),
                          *sk_remedy_get_consequence (self->remedy) != '\0');
  gtk_button_set_label (self->button, sk_remedy_get_verb (self->remedy));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sk_remedy_get_title (self->remedy), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sk_remedy_get_title (self->remedy), -1);
}

static void
on_clicked (SkRemedyBox *self)
{
  g_autoptr (SkRemedy) remedy = g_object_ref (self->remedy);

  sk_remedy_apply (remedy, self->editor);
}

static void
set_editor (SkRemedyBox     *self,
            SkSessionEditor *editor)
{
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_func (self->editor, show, self);
  if (!g_set_object (&self->editor, editor))
    return;

  if (editor != NULL)
    {
      g_signal_connect_object (editor, "notify::session", G_CALLBACK (show), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (editor, "notify::read-only", G_CALLBACK (show), self,
                               G_CONNECT_SWAPPED);
    }
  show (self);
}

static void
sk_remedy_box_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_EDITOR:
      g_value_set_object (value, SK_REMEDY_BOX (object)->editor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_remedy_box_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_EDITOR:
      set_editor (SK_REMEDY_BOX (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_remedy_box_dispose (GObject *object)
{
  SkRemedyBox *self = SK_REMEDY_BOX (object);

  g_clear_object (&self->remedy);
  g_clear_object (&self->editor);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_REMEDY_BOX);

  G_OBJECT_CLASS (sk_remedy_box_parent_class)->dispose (object);
}

static void
sk_remedy_box_class_init (SkRemedyBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_remedy_box_get_property;
  object_class->set_property = sk_remedy_box_set_property;
  object_class->dispose = sk_remedy_box_dispose;

  properties[PROP_EDITOR] = g_param_spec_object ("editor", NULL, NULL, SK_TYPE_SESSION_EDITOR,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-remedy-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SkRemedyBox, title);
  gtk_widget_class_bind_template_child (widget_class, SkRemedyBox, consequence);
  gtk_widget_class_bind_template_child (widget_class, SkRemedyBox, button);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
}

static void
sk_remedy_box_init (SkRemedyBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
