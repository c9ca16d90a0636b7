/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-group.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-facet-model.h"
#include "sk-facet-values.h"
#include "sk-words.h"

#define DEFAULT_N_FIRST 8

struct _SkFacetGroup
{
  GtkBox parent_instance;

  SkFacet facet;
  SkSearch *search;
  SkFacetModel *model;
  SkFacetValues *values; /* NULL until it is unfolded */
  guint n_first;
  gboolean expanded;
  gboolean wrap;

  GtkWidget *heading;
  GtkLabel *title;
  GtkLabel *choice;
  GtkImage *arrow;
  GtkRevealer *revealer;
  AdwBin *values_place;
};

enum
{
  PROP_FACET = 1,
  PROP_SEARCH,
  PROP_N_FIRST,
  PROP_EXPANDED,
  PROP_WRAP,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkFacetGroup, sk_facet_group, GTK_TYPE_BOX)

static void
show_choice (SkFacetGroup *self)
{
  g_autofree char *choice = sk_facet_model_dup_choice (self->model);

  gtk_label_set_label (self->choice, choice != NULL ? choice : C_("choice", "All"));
}

static void
show_values (SkFacetGroup *self)
{
  if (self->values != NULL || self->model == NULL || !self->expanded)
    return;

  self->values = SK_FACET_VALUES (sk_facet_values_new (self->model, self->n_first));
  sk_facet_values_set_wrap (self->values, self->wrap);
  adw_bin_set_child (self->values_place, GTK_WIDGET (self->values));
}

static void
show_expanded (SkFacetGroup *self)
{
  show_values (self);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), !self->expanded);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), self->expanded);
  gtk_image_set_from_icon_name (self->arrow,
                                self->expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_revealer_set_reveal_child (self->revealer, self->expanded);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED,
                               self->expanded, -1);
}

static void
set_expanded (SkFacetGroup *self,
              gboolean      expanded)
{
  if (self->expanded == expanded)
    return;

  self->expanded = expanded;
  show_expanded (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

static void
on_heading (SkFacetGroup *self)
{
  set_expanded (self, !self->expanded);
}

static void
set_wrap (SkFacetGroup *self,
          gboolean      wrap)
{
  if (self->wrap == wrap)
    return;

  self->wrap = wrap;
  if (self->values != NULL)
    sk_facet_values_set_wrap (self->values, wrap);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRAP]);
}

static void
set_facet (SkFacetGroup *self,
           const char   *name)
{
  g_autofree char *title = NULL;

  if (!sk_facet_from_name (name, &self->facet))
    g_critical ("There is no facet “%s”", name);

  title = sk_words_facet (self->facet);
  gtk_label_set_label (self->title, title);
}

static void
set_search (SkFacetGroup *self,
            SkSearch     *search)
{
  if (search == NULL)
    return;

  self->search = g_object_ref (search);
  self->model = sk_facet_model_new (search, self->facet);
  g_signal_connect_object (self->model, "updated", G_CALLBACK (show_choice), self,
                           G_CONNECT_SWAPPED);
  show_choice (self);
  show_values (self);
}

static void
sk_facet_group_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SkFacetGroup *self = SK_FACET_GROUP (object);

  switch (id)
    {
    case PROP_FACET:
      g_value_set_string (value, sk_facet_get_name (self->facet));
      break;
    case PROP_SEARCH:
      g_value_set_object (value, self->search);
      break;
    case PROP_N_FIRST:
      g_value_set_uint (value, self->n_first);
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;
    case PROP_WRAP:
      g_value_set_boolean (value, self->wrap);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_facet_group_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SkFacetGroup *self = SK_FACET_GROUP (object);

  switch (id)
    {
    case PROP_FACET:
      set_facet (self, g_value_get_string (value));
      break;
    case PROP_SEARCH:
      set_search (self, g_value_get_object (value));
      break;
    case PROP_N_FIRST:
      self->n_first = g_value_get_uint (value);
      break;
    case PROP_EXPANDED:
      set_expanded (self, g_value_get_boolean (value));
      break;
    case PROP_WRAP:
      set_wrap (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_facet_group_dispose (GObject *object)
{
  SkFacetGroup *self = SK_FACET_GROUP (object);

  g_clear_object (&self->model);
  g_clear_object (&self->search);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_FACET_GROUP);
  self->values = NULL;

  G_OBJECT_CLASS (sk_facet_group_parent_class)->dispose (object);
}

static void
sk_facet_group_class_init (SkFacetGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sk_facet_group_get_property;
  object_class->set_property = sk_facet_group_set_property;
  object_class->dispose = sk_facet_group_dispose;

  properties[PROP_FACET] =
      g_param_spec_string ("facet", NULL, NULL, "theme", flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH, flags);
  properties[PROP_N_FIRST] =
      g_param_spec_uint ("n-first", NULL, NULL, 1, G_MAXUINT, DEFAULT_N_FIRST,
                         flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_EXPANDED] =
      g_param_spec_boolean ("expanded", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_WRAP] =
      g_param_spec_boolean ("wrap", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-facet-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SkFacetGroup, heading);
  gtk_widget_class_bind_template_child (widget_class, SkFacetGroup, title);
  gtk_widget_class_bind_template_child (widget_class, SkFacetGroup, choice);
  gtk_widget_class_bind_template_child (widget_class, SkFacetGroup, arrow);
  gtk_widget_class_bind_template_child (widget_class, SkFacetGroup, revealer);
  gtk_widget_class_bind_template_child (widget_class, SkFacetGroup, values_place);
  gtk_widget_class_bind_template_callback (widget_class, on_heading);
}

static void
sk_facet_group_init (SkFacetGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_expanded (self);
}
