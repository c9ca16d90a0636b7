/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-band-toggles.h"

#include <glib/gi18n.h>

#include "model/sk-age-range.h"
#include "sidekick-config.h"

struct _SkBandToggles
{
  GtkWidget parent_instance;

  SkFacetModel *model;
  gboolean following; /* the model, and not the user's hand */
  GPtrArray *lines;   /* AdwToggleGroup: one, or more where the letters are large */
  guint n_wanted;     /* lines, in the width that there is */
  guint tick_id;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (SkBandToggles, sk_band_toggles, GTK_TYPE_WIDGET)

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
add_toggle (AdwToggleGroup *line,
            SkFacetItem    *item)
{
  AdwToggle *toggle = adw_toggle_new ();
  g_autofree char *label = shorten (item);

  adw_toggle_set_name (toggle, sk_facet_item_get_value (item));
  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (line, toggle);
}

static AdwToggle *
find_toggle (SkBandToggles *self,
             const char    *name)
{
  AdwToggle *toggle = NULL;

  for (guint i = 0; i < self->lines->len && toggle == NULL; i++)
    toggle = adw_toggle_group_get_toggle_by_name (g_ptr_array_index (self->lines, i), name);

  return toggle;
}

static void
update_tooltip (SkBandToggles *self,
                SkFacetItem   *item)
{
  AdwToggle *toggle = find_toggle (self, sk_facet_item_get_value (item));
  const guint count = sk_facet_item_get_count (item);
  g_autofree char *tools = g_strdup_printf (ngettext ("%u tool", "%u tools", count), count);
  g_autofree char *tooltip = NULL;

  tooltip = g_strdup_printf (_("%s, %s"), sk_facet_item_get_label (item), tools);
  adw_toggle_set_tooltip (toggle, tooltip);
}

static void
show_active (SkBandToggles *self,
             const char    *name)
{
  self->following = TRUE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      AdwToggleGroup *line = g_ptr_array_index (self->lines, i);
      AdwToggle *toggle = name != NULL ? adw_toggle_group_get_toggle_by_name (line, name) : NULL;

      adw_toggle_group_set_active_name (line, toggle != NULL ? name : NULL);
    }

  self->following = FALSE;
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

  show_active (self, n_chosen == 1 ? active : NULL);
}

static void
on_active_name (SkBandToggles  *self,
                GParamSpec     *pspec,
                AdwToggleGroup *line)
{
  const char *name = adw_toggle_group_get_active_name (line);

  if (!self->following && name != NULL)
    sk_facet_model_choose (self->model, name);
}

static AdwToggleGroup *
add_line (SkBandToggles *self)
{
  AdwToggleGroup *line = ADW_TOGGLE_GROUP (adw_toggle_group_new ());

  adw_toggle_group_set_homogeneous (line, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (line), "age-toggle");
  g_signal_connect_object (line, "notify::active-name", G_CALLBACK (on_active_name), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (line));
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
remove_lines (SkBandToggles *self)
{
  GtkWidget *line;

  g_ptr_array_set_size (self->lines, 0);
  while ((line = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), line);
}

static GPtrArray *
list_bands (SkBandToggles *self)
{
  GPtrArray *bands = g_ptr_array_new ();

  for (guint i = 0; i < sk_facet_model_get_size (self->model); i++)
    {
      SkFacetItem *item = sk_facet_model_get_nth (self->model, i);

      if (!sk_facet_item_is_none (item))
        g_ptr_array_add (bands, item);
    }

  return bands;
}

static guint
divide_up (guint n,
           guint by)
{
  return (n + by - 1) / by;
}

static void
list_anew (SkBandToggles *self)
{
  g_autoptr (GPtrArray) bands = list_bands (self);
  const guint per_line = divide_up (bands->len, self->n_wanted);
  AdwToggleGroup *line = NULL;

  self->following = TRUE;
  remove_lines (self);

  for (guint i = 0; i < bands->len; i++)
    {
      if (i % per_line == 0)
        line = add_line (self);
      add_toggle (line, g_ptr_array_index (bands, i));
    }

  show_active (self, NULL);
}

static gboolean
divide_anew (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       data)
{
  SkBandToggles *self = SK_BAND_TOGGLES (widget);

  self->tick_id = 0;
  list_anew (self);
  follow (self);
  return G_SOURCE_REMOVE;
}

/* On how many lines nothing is shortened. */
static guint
count_lines (SkBandToggles *self,
             int            width)
{
  guint n_bands = 0;
  int widest = 1;
  guint per_line;

  for (guint i = 0; i < self->lines->len; i++)
    {
      AdwToggleGroup *line = g_ptr_array_index (self->lines, i);
      const guint n = adw_toggle_group_get_n_toggles (line);
      int natural;

      gtk_widget_measure (GTK_WIDGET (line), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                          NULL);
      widest = MAX (widest, (int) divide_up ((guint) natural, n));
      n_bands += n;
    }

  per_line = CLAMP ((guint) (width / widest), 1, MAX (n_bands, 1));
  return divide_up (MAX (n_bands, 1), per_line);
}

static void
sk_band_toggles_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  gtk_widget_measure (SK_BAND_TOGGLES (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
sk_band_toggles_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  SkBandToggles *self = SK_BAND_TOGGLES (widget);
  const guint n_lines = count_lines (self, width);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);

  if (n_lines != self->n_wanted && self->tick_id == 0)
    {
      self->n_wanted = n_lines;
      self->tick_id = gtk_widget_add_tick_callback (widget, divide_anew, NULL, NULL);
    }
}

static void
sk_band_toggles_dispose (GObject *object)
{
  SkBandToggles *self = SK_BAND_TOGGLES (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_BAND_TOGGLES);

  G_OBJECT_CLASS (sk_band_toggles_parent_class)->dispose (object);
}

static void
sk_band_toggles_class_init (SkBandTogglesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_band_toggles_dispose;
  widget_class->measure = sk_band_toggles_measure;
  widget_class->size_allocate = sk_band_toggles_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-band-toggles.ui");
  gtk_widget_class_bind_template_child (widget_class, SkBandToggles, box);
}

static void
sk_band_toggles_init (SkBandToggles *self)
{
  self->lines = g_ptr_array_new ();
  self->n_wanted = 1;
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
