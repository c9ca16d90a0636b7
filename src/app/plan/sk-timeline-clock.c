/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-clock.h"

#include <glib/gi18n.h>

struct _SkTimelineClock
{
  GtkBox parent_instance;

  GtkBox *line;
  GtkLabel *time;
  GtkWidget *lock;
  GtkLabel *next;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (SkTimelineClock, sk_timeline_clock, GTK_TYPE_BOX)

static void
sk_timeline_clock_class_init (SkTimelineClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "clock");
  /* The block says its times itself. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 1);
  gtk_widget_add_css_class (GTK_WIDGET (label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static void
sk_timeline_clock_init (SkTimelineClock *self)
{
  self->line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4));
  self->time = make_label ("time");
  self->next = make_label ("next");
  self->lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->lock), 12);

  gtk_widget_set_halign (GTK_WIDGET (self->line), GTK_ALIGN_END);
  gtk_widget_set_visible (self->lock, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->next), FALSE);
  gtk_box_append (self->line, self->lock);
  gtk_box_append (self->line, GTK_WIDGET (self->time));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->line));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->next));
}

/**
 * sk_timeline_clock_new:
 *
 * Returns: (transfer floating): a clock that shows no time yet
 */
GtkWidget *
sk_timeline_clock_new (void)
{
  return g_object_new (SK_TYPE_TIMELINE_CLOCK, "orientation", GTK_ORIENTATION_VERTICAL, NULL);
}

/**
 * sk_timeline_clock_set_time:
 * @words: what the clock says
 * @fixed: whether that is so whatever comes before
 *
 * Shows a time.
 */
void
sk_timeline_clock_set_time (SkTimelineClock *self,
                            const char      *words,
                            gboolean         fixed)
{
  g_return_if_fail (SK_IS_TIMELINE_CLOCK (self));

  gtk_label_set_text (self->time, words);
  gtk_widget_set_visible (self->lock, fixed);
  if (fixed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "fixed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "fixed");
}

/**
 * sk_timeline_clock_set_next:
 * @words: (nullable): what the clock is about to say, "" where it is about to go, or %NULL where it
 *   stays as it is
 *
 * Shows the time that a drop would make of this one.
 */
void
sk_timeline_clock_set_next (SkTimelineClock *self,
                            const char      *words)
{
  const gboolean changes = words != NULL && g_strcmp0 (words, gtk_label_get_text (self->time)) != 0;

  g_return_if_fail (SK_IS_TIMELINE_CLOCK (self));

  gtk_label_set_text (self->next, changes ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->next), changes && *words != '\0');
  if (changes)
    gtk_widget_add_css_class (GTK_WIDGET (self), "changes");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "changes");
}

/**
 * sk_timeline_clock_set_narrow:
 * @narrow: whether there is no room beside the time
 *
 * Puts the lock below the time rather than before it.
 */
void
sk_timeline_clock_set_narrow (SkTimelineClock *self,
                              gboolean         narrow)
{
  g_return_if_fail (SK_IS_TIMELINE_CLOCK (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (self->lock, narrow ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_box_reorder_child_after (self->line, self->lock, narrow ? GTK_WIDGET (self->time) : NULL);
}
