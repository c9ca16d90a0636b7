/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-free-switch.h"

#include "sidekick-config.h"
#include "sk-facet-model.h"

struct _SkFreeSwitch
{
  GtkBox parent_instance;

  SkSearch *search;
  SkFacetModel *model;
  gboolean following; /* the search, and not the user's hand */

  GtkLabel *count;
  GtkSwitch *toggle;
};

enum
{
  PROP_SEARCH = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkFreeSwitch, sk_free_switch, GTK_TYPE_BOX)

static void
follow (SkFreeSwitch *self)
{
  SkQuery *query = sk_search_get_query (self->search);
  SkResults *results = sk_search_get_results (self->search);
  g_autofree char *count = NULL;

  if (results != NULL)
    count =
      g_strdup_printf ("%u", sk_results_get_value_count (results, SK_FACET_FREE, SK_FREE_YES));
  gtk_label_set_label (self->count, count != NULL ? count : "");

  self->following = TRUE;
  gtk_switch_set_active (self->toggle, sk_query_has_value (query, SK_FACET_FREE, SK_FREE_YES));
  self->following = FALSE;
}

static void
on_active (SkFreeSwitch *self)
{
  if (!self->following)
    sk_facet_model_choose (self->model, gtk_switch_get_active (self->toggle) ? SK_FREE_YES : NULL);
}

static void
set_search (SkFreeSwitch *self,
            SkSearch     *search)
{
  if (search == NULL)
    return;

  self->search = g_object_ref (search);
  self->model = sk_facet_model_new (search, SK_FACET_FREE);
  g_signal_connect_object (self->model, "updated", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
}

static void
sk_free_switch_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_object (value, SK_FREE_SWITCH (object)->search);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_free_switch_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SEARCH:
      set_search (SK_FREE_SWITCH (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_free_switch_dispose (GObject *object)
{
  SkFreeSwitch *self = SK_FREE_SWITCH (object);

  g_clear_object (&self->model);
  g_clear_object (&self->search);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_FREE_SWITCH);

  G_OBJECT_CLASS (sk_free_switch_parent_class)->dispose (object);
}

static void
sk_free_switch_class_init (SkFreeSwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_free_switch_get_property;
  object_class->set_property = sk_free_switch_set_property;
  object_class->dispose = sk_free_switch_dispose;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-free-switch.ui");
  gtk_widget_class_bind_template_child (widget_class, SkFreeSwitch, count);
  gtk_widget_class_bind_template_child (widget_class, SkFreeSwitch, toggle);
  gtk_widget_class_bind_template_callback (widget_class, on_active);
}

static void
sk_free_switch_init (SkFreeSwitch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
