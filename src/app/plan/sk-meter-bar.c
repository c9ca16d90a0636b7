/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-meter-bar.h"

#define GAP 2
#define THICKNESS 8
#define LEAST_WIDTH 60
#define LEAST_PART 3

struct _SkMeterBar
{
  GtkWidget parent_instance;

  GArray *shares;             /* double, of 1, one for each child */
};

G_DEFINE_FINAL_TYPE (SkMeterBar, sk_meter_bar, GTK_TYPE_WIDGET)

static void
sk_meter_bar_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  for (GtkWidget *part = gtk_widget_get_first_child (widget); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    gtk_widget_measure (part, orientation, -1, NULL, NULL, NULL, NULL);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : THICKNESS;
}

static void
allocate_part (GtkWidget *part,
               int        bar_width,
               int        x,
               int        width,
               int        height)
{
  const gboolean rtl = gtk_widget_get_direction (part) == GTK_TEXT_DIR_RTL;
  const GtkAllocation place = {rtl ? bar_width - x - width : x, 0, width, height};

  gtk_widget_size_allocate (part, &place, -1);
}

static void
sk_meter_bar_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  SkMeterBar *self = SK_METER_BAR (widget);
  GtkWidget *part = gtk_widget_get_first_child (widget);
  double share_before = 0.0;

  for (guint i = 0; i < self->shares->len; i++)
    {
      const int start = (int) (share_before * (width + GAP) + 0.5);
      int end;

      share_before += g_array_index (self->shares, double, i);
      end = (int) (share_before * (width + GAP) + 0.5) - GAP;
      allocate_part (part, width, MIN (start, width - LEAST_PART), MAX (end - start, LEAST_PART),
                     height);
      part = gtk_widget_get_next_sibling (part);
    }
}

static void
sk_meter_bar_dispose (GObject *object)
{
  SkMeterBar *self = SK_METER_BAR (object);

  sk_meter_bar_clear (self);

  G_OBJECT_CLASS (sk_meter_bar_parent_class)->dispose (object);
}

static void
sk_meter_bar_finalize (GObject *object)
{
  g_array_unref (SK_METER_BAR (object)->shares);

  G_OBJECT_CLASS (sk_meter_bar_parent_class)->finalize (object);
}

static void
sk_meter_bar_class_init (SkMeterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_meter_bar_dispose;
  object_class->finalize = sk_meter_bar_finalize;
  widget_class->measure = sk_meter_bar_measure;
  widget_class->size_allocate = sk_meter_bar_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "meterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sk_meter_bar_init (SkMeterBar *self)
{
  self->shares = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * sk_meter_bar_new:
 *
 * Returns: (transfer floating): a bar without parts
 */
GtkWidget *
sk_meter_bar_new (void)
{
  return g_object_new (SK_TYPE_METER_BAR, NULL);
}

/**
 * sk_meter_bar_clear:
 *
 * Takes away all parts.
 */
void
sk_meter_bar_clear (SkMeterBar *self)
{
  GtkWidget *part;

  g_return_if_fail (SK_IS_METER_BAR (self));

  while ((part = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (part);
  g_array_set_size (self->shares, 0);
}

/**
 * sk_meter_bar_add:
 * @style_class: gives it its colour
 * @share: of the whole, which is 1
 *
 * Adds a part at the end.
 */
void
sk_meter_bar_add (SkMeterBar *self,
                  const char *style_class,
                  double      share)
{
  GtkWidget *part;

  g_return_if_fail (SK_IS_METER_BAR (self));
  g_return_if_fail (share > 0.0 && share <= 1.0);

  part = g_object_new (GTK_TYPE_BOX, "css-name", "part", "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (part, style_class);
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  g_array_append_val (self->shares, share);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
