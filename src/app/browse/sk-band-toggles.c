/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-band-toggles.h"

#include <glib/gi18n.h>

#include "model/sk-age-range.h"
#include "sidekick-config.h"

struct _SkBandToggles
{
  GtkBox parent_instance;

  SkFacetModel *model;
  gboolean following; /* the model, and not the user's hand */

  AdwToggleGroup *toggles;
};

G_DEFINE_FINAL_TYPE (SkBandToggles, sk_band_toggles, GTK_TYPE_BOX)

/* What a band is called where its heading says what is measured. */
static char *
shorten (SkFacetItem *item)
{
  const char *value = sk_facet_item_get_value (item);
  const guint longest = sk_length_limits[SK_N_LENGTH_LIMITS - 1];
  SkAgeRange ages;

  if (sk_facet_item_get_facet (item) == SK_FACET_LENGTH)
    return g_str_equal (value, SK_LENGTH_LONGER) ? g_strdup_printf (_("Over %u"), longest)
                                                 : g_strdup_printf (_("Up to %s"), value);

  if (!sk_age_range_parse (value, &ages) || ages.max == SK_AGE_MAX)
    return g_strdup (sk_facet_item_get_label (item));

  return g_strdup_printf ("%u–%u", ages.min, ages.max);
}

static void
add_toggle (SkBandToggles *self,
            SkFacetItem   *item)
{
  AdwToggle *toggle = adw_toggle_new ();
  g_autofree char *label = shorten (item);

  adw_toggle_set_name (toggle, sk_facet_item_get_value (item));
  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (self->toggles, toggle);
}

static void
update_tooltip (SkBandToggles *self,
                SkFacetItem   *item)
{
  AdwToggle *toggle =
      adw_toggle_group_get_toggle_by_name (self->toggles, sk_facet_item_get_value (item));
  const guint count = sk_facet_item_get_count (item);
  g_autofree char *tools = g_strdup_printf (ngettext ("%u tool", "%u tools", count), count);
  g_autofree char *tooltip = NULL;

  tooltip = g_strdup_printf (_("%s, %s"), sk_facet_item_get_label (item), tools);
  adw_toggle_set_tooltip (toggle, tooltip);
}

static void
follow (SkBandToggles *self)
{
  const char *active = NULL;
  guint n_chosen = 0;

  for (guint i = 0; i < sk_facet_model_get_size (self->model); i++)
    {
      SkFacetItem *item = sk_facet_model_get_nth (self->model, i);

      if (sk_facet_item_is_none (item))
        continue;

      update_tooltip (self, item);
      if (sk_facet_item_get_chosen (item))
        {
          active = sk_facet_item_get_value (item);
          n_chosen++;
        }
    }

  self->following = TRUE;
  adw_toggle_group_set_active_name (self->toggles, n_chosen == 1 ? active : NULL);
  self->following = FALSE;
}

static void
list_anew (SkBandToggles *self)
{
  self->following = TRUE;
  adw_toggle_group_remove_all (self->toggles);

  for (guint i = 0; i < sk_facet_model_get_size (self->model); i++)
    {
      SkFacetItem *item = sk_facet_model_get_nth (self->model, i);

      if (!sk_facet_item_is_none (item))
        add_toggle (self, item);
    }

  adw_toggle_group_set_active_name (self->toggles, NULL);
  self->following = FALSE;
}

static void
on_active_name (SkBandToggles *self)
{
  const char *name = adw_toggle_group_get_active_name (self->toggles);

  if (!self->following && name != NULL)
    sk_facet_model_choose (self->model, name);
}

static void
sk_band_toggles_dispose (GObject *object)
{
  SkBandToggles *self = SK_BAND_TOGGLES (object);

  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_BAND_TOGGLES);

  G_OBJECT_CLASS (sk_band_toggles_parent_class)->dispose (object);
}

static void
sk_band_toggles_class_init (SkBandTogglesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_band_toggles_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-band-toggles.ui");
  gtk_widget_class_bind_template_child (widget_class, SkBandToggles, toggles);
  gtk_widget_class_bind_template_callback (widget_class, on_active_name);
}

static void
sk_band_toggles_init (SkBandToggles *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_band_toggles_set_model:
 * @model: the values of ages or of length
 *
 * Shows a toggle for each band. It is set once.
 */
void
sk_band_toggles_set_model (SkBandToggles *self,
                           SkFacetModel  *model)
{
  g_return_if_fail (SK_IS_BAND_TOGGLES (self));
  g_return_if_fail (SK_IS_FACET_MODEL (model));
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (list_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "updated", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  list_anew (self);
  follow (self);
}
