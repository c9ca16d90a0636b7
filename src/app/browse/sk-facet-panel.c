/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-panel.h"

#include "sidekick-config.h"
#include "sk-age-group.h"
#include "sk-facet-group.h"
#include "sk-free-switch.h"

struct _SkFacetPanel
{
  GtkBox parent_instance;

  SkSearch *search;
  gboolean wrap;
};

enum
{
  PROP_SEARCH = 1,
  PROP_WRAP,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkFacetPanel, sk_facet_panel, GTK_TYPE_BOX)

static void
set_wrap (SkFacetPanel *self,
          gboolean      wrap)
{
  if (self->wrap == wrap)
    return;

  self->wrap = wrap;
  if (wrap)
    gtk_widget_add_css_class (GTK_WIDGET (self), "wrap");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "wrap");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRAP]);
}

static void
sk_facet_panel_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SkFacetPanel *self = SK_FACET_PANEL (object);

  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_object (value, self->search);
      break;
    case PROP_WRAP:
      g_value_set_boolean (value, self->wrap);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_facet_panel_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SkFacetPanel *self = SK_FACET_PANEL (object);

  switch (id)
    {
    case PROP_SEARCH:
      g_set_object (&self->search, g_value_get_object (value));
      break;
    case PROP_WRAP:
      set_wrap (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_facet_panel_dispose (GObject *object)
{
  SkFacetPanel *self = SK_FACET_PANEL (object);

  g_clear_object (&self->search);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_FACET_PANEL);

  G_OBJECT_CLASS (sk_facet_panel_parent_class)->dispose (object);
}

static void
sk_facet_panel_class_init (SkFacetPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_facet_panel_get_property;
  object_class->set_property = sk_facet_panel_set_property;
  object_class->dispose = sk_facet_panel_dispose;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WRAP] =
      g_param_spec_boolean ("wrap", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SK_TYPE_AGE_GROUP);
  g_type_ensure (SK_TYPE_FACET_GROUP);
  g_type_ensure (SK_TYPE_FREE_SWITCH);
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-facet-panel.ui");
}

static void
sk_facet_panel_init (SkFacetPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
