/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-meter.h"

#include <math.h>

#include "sk-meter-bar.h"
#include "sk-words.h"

#define SPACING 8
#define LEGEND_SPACING 6

struct _SkMeter
{
  GtkWidget parent_instance;

  double total;
  double measured;            /* minutes of the parts added until now */
  GString *parts;             /* in words, a line each */

  GtkWidget *title;
  GtkWidget *bar;
  GtkWidget *legend;
};

enum
{
  PROP_LEGEND = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkMeter, sk_meter, GTK_TYPE_WIDGET)

static void
sk_meter_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LEGEND:
      g_value_set_boolean (value, gtk_widget_get_visible (SK_METER (object)->legend));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_meter_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_LEGEND:
      sk_meter_set_legend (SK_METER (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_meter_dispose (GObject *object)
{
  SkMeter *self = SK_METER (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);

  G_OBJECT_CLASS (sk_meter_parent_class)->dispose (object);
}

static void
sk_meter_finalize (GObject *object)
{
  g_string_free (SK_METER (object)->parts, TRUE);

  G_OBJECT_CLASS (sk_meter_parent_class)->finalize (object);
}

static void
sk_meter_class_init (SkMeterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_meter_get_property;
  object_class->set_property = sk_meter_set_property;
  object_class->dispose = sk_meter_dispose;
  object_class->finalize = sk_meter_finalize;

  properties[PROP_LEGEND] =
    g_param_spec_boolean ("legend", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "meter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
sk_meter_init (SkMeter *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);

  self->parts = g_string_new (NULL);
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->title, "title");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  self->bar = sk_meter_bar_new ();
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  self->legend = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                               LEGEND_SPACING, "visible", FALSE, NULL);
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
}

/**
 * sk_meter_set_legend:
 * @legend: whether the parts are named below the bar
 *
 * Names the parts where they can be read without a pointer.
 */
void
sk_meter_set_legend (SkMeter  *self,
                     gboolean  legend)
{
  g_return_if_fail (SK_IS_METER (self));

  if (gtk_widget_get_visible (self->legend) == legend)
    return;

  gtk_widget_set_visible (self->legend, legend);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEGEND]);
}

/**
 * sk_meter_begin:
 * @total: minutes that the whole bar stands for
 *
 * Takes away what was measured; sk_meter_end() is called when all of the new is added.
 */
void
sk_meter_begin (SkMeter *self,
                double   total)
{
  GtkWidget *row;

  g_return_if_fail (SK_IS_METER (self));

  self->total = total;
  self->measured = 0.0;
  g_string_truncate (self->parts, 0);
  sk_meter_bar_clear (SK_METER_BAR (self->bar));
  while ((row = gtk_widget_get_first_child (self->legend)) != NULL)
    gtk_box_remove (GTK_BOX (self->legend), row);
}

static void
add_to_legend (SkMeter    *self,
               const char *style_class,
               const char *name,
               const char *minutes)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *dot =
    g_object_new (GTK_TYPE_BOX, "css-name", "part", "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *name_label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0f, "hexpand",
                                        TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *minutes_label = gtk_label_new (minutes);

  gtk_widget_add_css_class (dot, style_class);
  gtk_widget_add_css_class (minutes_label, "numeric");
  gtk_box_append (GTK_BOX (row), dot);
  gtk_box_append (GTK_BOX (row), name_label);
  gtk_box_append (GTK_BOX (row), minutes_label);
  gtk_box_append (GTK_BOX (self->legend), row);
}

/**
 * sk_meter_add:
 * @style_class: gives the part its colour
 * @name: what it is called, translated
 * @minutes: how long it is; nothing is added where that is less than half a minute
 *
 * Adds a part at the end.
 */
void
sk_meter_add (SkMeter    *self,
              const char *style_class,
              const char *name,
              double      minutes)
{
  const guint rounded = (guint) round (minutes);
  g_autofree char *words = NULL;

  g_return_if_fail (SK_IS_METER (self));
  g_return_if_fail (style_class != NULL);
  g_return_if_fail (name != NULL);

  if (rounded == 0)
    return;

  words = sk_words_minutes (rounded);
  g_string_append_printf (self->parts, "%s%s: %s", self->parts->len > 0 ? "\n" : "", name, words);
  add_to_legend (self, style_class, name, words);
  sk_meter_bar_add (SK_METER_BAR (self->bar), style_class, CLAMP (minutes / self->total, 0.0, 1.0));
  self->measured += minutes;
}

/**
 * sk_meter_end:
 * @title: the whole in a few words, translated
 *
 * Shows what was added. What is left of the whole is an empty part.
 */
void
sk_meter_end (SkMeter    *self,
              const char *title)
{
  g_return_if_fail (SK_IS_METER (self));
  g_return_if_fail (title != NULL);

  if (round (self->total - self->measured) > 0.0)
    sk_meter_bar_add (SK_METER_BAR (self->bar), "empty", 1.0 - self->measured / self->total);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->parts->len > 0 ? self->parts->str : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->parts->str,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, self->total,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->measured,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, self->parts->str, -1);
}
