/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-fact-row.h"

#include "sidekick-config.h"

/* How wide titles are beside their facts, so that the facts line up. */
#define TITLE_CHARS 11

struct _SkFactRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *icon;
  GtkBox *sides;
  GtkLabel *title;
};

G_DEFINE_FINAL_TYPE (SkFactRow, sk_fact_row, GTK_TYPE_LIST_BOX_ROW)

static void
sk_fact_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_FACT_ROW);

  G_OBJECT_CLASS (sk_fact_row_parent_class)->dispose (object);
}

static void
sk_fact_row_class_init (SkFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_fact_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SkFactRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SkFactRow, sides);
  gtk_widget_class_bind_template_child (widget_class, SkFactRow, title);
}

static void
sk_fact_row_init (SkFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_fact_row_new:
 * @icon_name: the icon that stands before the fact where the row is narrow
 * @title: what it is a fact of
 * @value: the fact
 *
 * Returns: (transfer floating): a row of a boxed list
 */
GtkWidget *
sk_fact_row_new (const char *icon_name,
                 const char *title,
                 GtkWidget  *value)
{
  SkFactRow *self = g_object_new (SK_TYPE_FACT_ROW, NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_box_append (self->sides, value);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, value, NULL, -1);

  return GTK_WIDGET (self);
}

/**
 * sk_fact_row_set_narrow:
 * @narrow: whether there is little room
 *
 * Puts the title above the fact, behind an icon, or beside it.
 */
void
sk_fact_row_set_narrow (SkFactRow *self,
                        gboolean   narrow)
{
  g_return_if_fail (SK_IS_FACT_ROW (self));

  gtk_widget_set_visible (self->icon, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->sides, narrow ? 0 : 12);
  gtk_label_set_width_chars (self->title, narrow ? -1 : TITLE_CHARS);
  gtk_label_set_max_width_chars (self->title, narrow ? -1 : TITLE_CHARS);

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "caption");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "caption");
}
