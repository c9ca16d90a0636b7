/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-row.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"

struct _SkFacetRow
{
  GtkToggleButton parent_instance;

  SkFacetItem *item;
  GSignalGroup *item_signals;
  const char *family_class;

  GtkWidget *icon;
  GtkLabel *label;
  GtkLabel *count;
  GtkWidget *check;
};

enum
{
  PROP_ITEM = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkFacetRow, sk_facet_row, GTK_TYPE_TOGGLE_BUTTON)

static void
update_count (SkFacetRow *self)
{
  const guint count = sk_facet_item_get_count (self->item);
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *tools = g_strdup_printf (ngettext ("%u tool", "%u tools", count), count);
  g_autofree char *name = NULL;

  /* TRANSLATORS: a value to filter by, and how many tools it shows: “Privacy, 30 tools” */
  name = g_strdup_printf (_("%s, %s"), sk_facet_item_get_label (self->item), tools);

  gtk_label_set_label (self->count, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  if (count == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "empty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
}

static void
update_chosen (SkFacetRow *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), sk_facet_item_get_chosen (self->item));
}

static void
update_checked (SkFacetRow *self)
{
  const gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self));

  gtk_widget_set_visible (self->check, active);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               active ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                      : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
update_icon (SkFacetRow *self)
{
  const char *icon_name = sk_facet_item_get_icon_name (self->item);
  const char *family = sk_facet_item_get_family (self->item);
  g_autofree char *class = family != NULL ? g_strdup_printf ("family-%s", family) : NULL;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);

  if (self->family_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->family_class);
  self->family_class = class != NULL ? g_intern_string (class) : NULL;
  if (self->family_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), self->family_class);
}

static void
sk_facet_row_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ITEM:
      g_value_set_object (value, sk_facet_row_get_item (SK_FACET_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_facet_row_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_ITEM:
      sk_facet_row_set_item (SK_FACET_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_facet_row_dispose (GObject *object)
{
  SkFacetRow *self = SK_FACET_ROW (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_FACET_ROW);

  G_OBJECT_CLASS (sk_facet_row_parent_class)->dispose (object);
}

static void
sk_facet_row_class_init (SkFacetRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_facet_row_get_property;
  object_class->set_property = sk_facet_row_set_property;
  object_class->dispose = sk_facet_row_dispose;

  properties[PROP_ITEM] =
      g_param_spec_object ("item", NULL, NULL, SK_TYPE_FACET_ITEM,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-facet-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SkFacetRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SkFacetRow, label);
  gtk_widget_class_bind_template_child (widget_class, SkFacetRow, count);
  gtk_widget_class_bind_template_child (widget_class, SkFacetRow, check);
}

static void
sk_facet_row_init (SkFacetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->item_signals = g_signal_group_new (SK_TYPE_FACET_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::count", G_CALLBACK (update_count),
                                  self);
  g_signal_group_connect_swapped (self->item_signals, "notify::chosen", G_CALLBACK (update_chosen),
                                  self);
  g_signal_connect (self, "toggled", G_CALLBACK (update_checked), NULL);
  update_checked (self);
}

/**
 * sk_facet_row_new:
 *
 * Returns: (transfer floating): a row that shows no value yet
 */
GtkWidget *
sk_facet_row_new (void)
{
  return g_object_new (SK_TYPE_FACET_ROW, NULL);
}

/**
 * sk_facet_row_get_item:
 *
 * Returns: (transfer none) (nullable): the value that it shows
 */
SkFacetItem *
sk_facet_row_get_item (SkFacetRow *self)
{
  g_return_val_if_fail (SK_IS_FACET_ROW (self), NULL);

  return self->item;
}

/**
 * sk_facet_row_set_item:
 * @item: (nullable): the value to show
 *
 * Shows a value, and follows its count and whether it is chosen.
 */
void
sk_facet_row_set_item (SkFacetRow  *self,
                       SkFacetItem *item)
{
  g_return_if_fail (SK_IS_FACET_ROW (self));
  g_return_if_fail (item == NULL || SK_IS_FACET_ITEM (item));

  if (!g_set_object (&self->item, item))
    return;

  g_signal_group_set_target (self->item_signals, item);
  if (item != NULL)
    {
      gtk_label_set_label (self->label, sk_facet_item_get_label (item));
      update_icon (self);
      update_count (self);
      update_chosen (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}
