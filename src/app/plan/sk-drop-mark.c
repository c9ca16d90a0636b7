/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-drop-mark.h"

/* Between the time and the blocks. */
#define SPACE 10

/**
 * sk_drop_mark_new:
 *
 * Returns: (transfer floating): the line where something would be dropped, with the time at which
 *   it would begin
 */
GtkWidget *
sk_drop_mark_new (void)
{
  GtkWidget *self = g_object_new (GTK_TYPE_BOX, "css-name", "dropmark", NULL);
  GtkWidget *ring = g_object_new (GTK_TYPE_BOX, "css-name", "ring", NULL);
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "css-name", "line", NULL);
  GtkWidget *time = gtk_label_new (NULL);

  gtk_widget_set_halign (time, GTK_ALIGN_END);
  gtk_widget_set_valign (time, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (ring, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_add_css_class (time, "numeric");
  gtk_widget_set_can_target (self, FALSE);
  gtk_box_append (GTK_BOX (self), time);
  gtk_box_append (GTK_BOX (self), ring);
  gtk_box_append (GTK_BOX (self), line);
  return self;
}

/**
 * sk_drop_mark_set_time:
 * @self: a mark
 * @words: what the clock would say
 * @gutter: how wide the room for times is
 *
 * Says when what is dropped would begin.
 */
void
sk_drop_mark_set_time (GtkWidget  *self,
                       const char *words,
                       int         gutter)
{
  GtkWidget *time = gtk_widget_get_first_child (self);

  gtk_label_set_text (GTK_LABEL (time), words);
  gtk_widget_set_size_request (time, gutter - SPACE, -1);
}
