/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-age-group.h"

#include <adwaita.h>

#include "model/sk-age-range.h"
#include "sidekick-config.h"
#include "sk-facet-model.h"
#include "sk-facet-values.h"

struct _SkAgeGroup
{
  GtkBox parent_instance;

  SkSearch *search;
  SkFacetModel *model;
  SkFacetValues *values;
  gboolean wrap;
  gboolean following; /* the query, and not the user's hand */

  AdwSpinRow *from;
  AdwSpinRow *to;
  AdwBin *values_place;
};

enum
{
  PROP_SEARCH = 1,
  PROP_WRAP,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkAgeGroup, sk_age_group, GTK_TYPE_BOX)

static SkAgeRange
get_asked (SkAgeGroup *self)
{
  const char * const *values =
      sk_query_get_values (sk_search_get_query (self->search), SK_FACET_AGE);
  SkAgeRange asked = {SK_AGE_MIN, SK_AGE_MAX};

  for (guint i = 0; values[i] != NULL; i++)
    if (sk_age_range_parse (values[i], &asked))
      break;

  return asked;
}

static void
show_range (SkAgeGroup *self,
            SkAgeRange  ages)
{
  self->following = TRUE;
  adw_spin_row_set_value (self->from, ages.min);
  adw_spin_row_set_value (self->to, ages.max);
  self->following = FALSE;
}

static void
ask_range (SkAgeGroup *self,
           SkAgeRange  ages)
{
  /* The way in which a facet's bands are spelt, so that a range that is one shows as one. */
  g_autofree char *value = g_strdup_printf ("%u-%u", ages.min, ages.max);
  const gboolean any = ages.min == SK_AGE_MIN && ages.max == SK_AGE_MAX;

  sk_facet_model_choose (self->model, any ? NULL : value);
}

static void
on_shown (SkAgeGroup *self)
{
  show_range (self, get_asked (self));
}

/* An end that is moved past the other takes it along. */
static void
on_moved (SkAgeGroup *self,
          gboolean    from_moved)
{
  SkAgeRange ages = {(guint8) adw_spin_row_get_value (self->from),
                     (guint8) adw_spin_row_get_value (self->to)};

  if (self->following)
    return;

  if (ages.min > ages.max)
    {
      ages.min = ages.max = from_moved ? ages.min : ages.max;
      show_range (self, ages);
    }

  ask_range (self, ages);
}

static void
on_from (SkAgeGroup *self)
{
  on_moved (self, TRUE);
}

static void
on_to (SkAgeGroup *self)
{
  on_moved (self, FALSE);
}

static void
on_any (SkAgeGroup *self)
{
  const SkAgeRange any = {SK_AGE_MIN, SK_AGE_MAX};

  show_range (self, any);
  ask_range (self, any);
}

static void
set_search (SkAgeGroup *self,
            SkSearch   *search)
{
  if (search == NULL)
    return;

  self->search = g_object_ref (search);
  self->model = sk_facet_model_new (search, SK_FACET_AGE);
  self->values = SK_FACET_VALUES (sk_facet_values_new (self->model, 1));
  sk_facet_values_set_wrap (self->values, self->wrap);
  adw_bin_set_child (self->values_place, GTK_WIDGET (self->values));
}

static void
set_wrap (SkAgeGroup *self,
          gboolean    wrap)
{
  if (self->wrap == wrap)
    return;

  self->wrap = wrap;
  if (self->values != NULL)
    sk_facet_values_set_wrap (self->values, wrap);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRAP]);
}

static void
sk_age_group_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SkAgeGroup *self = SK_AGE_GROUP (object);

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
sk_age_group_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SkAgeGroup *self = SK_AGE_GROUP (object);

  switch (id)
    {
    case PROP_SEARCH:
      set_search (self, g_value_get_object (value));
      break;
    case PROP_WRAP:
      set_wrap (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_age_group_dispose (GObject *object)
{
  SkAgeGroup *self = SK_AGE_GROUP (object);

  g_clear_object (&self->model);
  g_clear_object (&self->search);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_AGE_GROUP);
  self->values = NULL;

  G_OBJECT_CLASS (sk_age_group_parent_class)->dispose (object);
}

static void
sk_age_group_class_init (SkAgeGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sk_age_group_get_property;
  object_class->set_property = sk_age_group_set_property;
  object_class->dispose = sk_age_group_dispose;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH, flags);
  properties[PROP_WRAP] =
      g_param_spec_boolean ("wrap", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-age-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SkAgeGroup, values_place);
  gtk_widget_class_bind_template_child (widget_class, SkAgeGroup, from);
  gtk_widget_class_bind_template_child (widget_class, SkAgeGroup, to);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_from);
  gtk_widget_class_bind_template_callback (widget_class, on_to);
  gtk_widget_class_bind_template_callback (widget_class, on_any);
}

static void
sk_age_group_init (SkAgeGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
