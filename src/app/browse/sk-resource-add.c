/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-resource-add.h"

#include "sidekick-config.h"

struct _SkResourceAdd
{
  GtkBox parent_instance;

  SkSessionHand *hand;
  SkResource *resource;
  gboolean narrow;

  AdwSplitButton *split;
  GtkWidget *pill;
  GtkMenuButton *round;
};

enum
{
  PROP_NARROW = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkResourceAdd, sk_resource_add, GTK_TYPE_BOX)

static void
show_sessions (SkResourceAdd *self)
{
  g_autofree char *where = sk_session_hand_describe (self->hand);
  g_autoptr (GMenuModel) menu =
    sk_session_hand_make_menu (self->hand, sk_resource_get_id (self->resource));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->split), where);
  gtk_widget_set_tooltip_text (self->pill, where);
  adw_split_button_set_menu_model (self->split, menu);
  gtk_menu_button_set_menu_model (self->round, menu);
}

static void
sk_resource_add_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, SK_RESOURCE_ADD (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_resource_add_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      SK_RESOURCE_ADD (object)->narrow = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_resource_add_dispose (GObject *object)
{
  SkResourceAdd *self = SK_RESOURCE_ADD (object);

  g_clear_object (&self->hand);
  g_clear_object (&self->resource);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_RESOURCE_ADD);

  G_OBJECT_CLASS (sk_resource_add_parent_class)->dispose (object);
}

static void
sk_resource_add_class_init (SkResourceAddClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_resource_add_get_property;
  object_class->set_property = sk_resource_add_set_property;
  object_class->dispose = sk_resource_add_dispose;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-resource-add.ui");
  gtk_widget_class_bind_template_child (widget_class, SkResourceAdd, split);
  gtk_widget_class_bind_template_child (widget_class, SkResourceAdd, pill);
  gtk_widget_class_bind_template_child (widget_class, SkResourceAdd, round);
}

static void
sk_resource_add_init (SkResourceAdd *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_resource_add_set_resource:
 * @hand: the sessions
 * @resource: the tool
 *
 * Sets what is added. It is set once.
 */
void
sk_resource_add_set_resource (SkResourceAdd *self,
                              SkSessionHand *hand,
                              SkResource    *resource)
{
  const char *id;

  g_return_if_fail (SK_IS_RESOURCE_ADD (self));
  g_return_if_fail (SK_IS_SESSION_HAND (hand));
  g_return_if_fail (SK_IS_RESOURCE (resource));
  g_return_if_fail (self->resource == NULL);

  self->hand = g_object_ref (hand);
  self->resource = g_object_ref (resource);
  id = sk_resource_get_id (resource);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->split), "(ss)", "", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->pill), "(ss)", "", id);

  g_signal_connect_object (hand, "changed", G_CALLBACK (show_sessions), self, G_CONNECT_SWAPPED);
  show_sessions (self);
}
