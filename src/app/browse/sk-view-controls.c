/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-view-controls.h"

#include "sidekick-config.h"

struct _SkViewControls
{
  GtkBox parent_instance;

  SkSearch *search;
  gboolean compact;
  gboolean narrow;

  GtkWidget *compact_button;
};

enum
{
  PROP_SEARCH = 1,
  PROP_ORDER,
  PROP_COMPACT,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkViewControls, sk_view_controls, GTK_TYPE_BOX)

/* By SkOrder. */
static const char * const orders[] = {"best", "newest", "shortest", "title"};

static const char *
get_order (SkViewControls *self)
{
  return self->search != NULL ? orders[sk_query_get_order (sk_search_get_query (self->search))]
                              : orders[SK_ORDER_DEFAULT];
}

static void
set_order (SkViewControls *self,
           const char     *order)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_strcmp0 (orders[i], order) == 0)
      {
        g_autoptr (SkQuery) query =
          sk_query_with_order (sk_search_get_query (self->search), (SkOrder) i);

        sk_search_set_query (self->search, query);
      }
}

static void
on_query (SkViewControls *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
set_search (SkViewControls *self,
            SkSearch       *search)
{
  if (!g_set_object (&self->search, search) || search == NULL)
    return;

  g_signal_connect_object (search, "notify::query", G_CALLBACK (on_query), self, G_CONNECT_SWAPPED);
  on_query (self);
}

static void
sk_view_controls_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SkViewControls *self = SK_VIEW_CONTROLS (object);

  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_object (value, self->search);
      break;
    case PROP_ORDER:
      g_value_set_string (value, get_order (self));
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_view_controls_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SkViewControls *self = SK_VIEW_CONTROLS (object);

  switch (id)
    {
    case PROP_SEARCH:
      set_search (self, g_value_get_object (value));
      break;
    case PROP_ORDER:
      set_order (self, g_value_get_string (value));
      break;
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      gtk_widget_set_visible (self->compact_button, !self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_view_controls_dispose (GObject *object)
{
  g_clear_object (&SK_VIEW_CONTROLS (object)->search);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_VIEW_CONTROLS);

  G_OBJECT_CLASS (sk_view_controls_parent_class)->dispose (object);
}

static void
sk_view_controls_class_init (SkViewControlsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_view_controls_get_property;
  object_class->set_property = sk_view_controls_set_property;
  object_class->dispose = sk_view_controls_dispose;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ORDER] =
    g_param_spec_string ("order", NULL, NULL, orders[SK_ORDER_DEFAULT],
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-view-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, SkViewControls, compact_button);
  gtk_widget_class_install_property_action (widget_class, "view.order", "order");
  gtk_widget_class_install_property_action (widget_class, "view.compact", "compact");
}

static void
sk_view_controls_init (SkViewControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
