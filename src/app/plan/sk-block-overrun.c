/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-overrun.h"

#include <glib/gi18n.h>

#include "session/sk-remedy.h"

struct _SkBlockOverrun
{
  GtkBox parent_instance;

  SkSessionEditor *editor;
  GPtrArray *remedies;        /* those of the menu, from when it was opened */
  char *block_id;
  char *words;

  GtkImage *icon;
  GtkLabel *label;
  GtkMenuButton *solve;
};

G_DEFINE_FINAL_TYPE (SkBlockOverrun, sk_block_overrun, GTK_TYPE_BOX)

static void
on_chosen (SkBlockOverrun *self,
           GtkWidget      *button)
{
  SkRemedy *remedy = g_object_get_data (G_OBJECT (button), "remedy");

  g_object_ref (remedy);
  gtk_menu_button_popdown (self->solve);
  sk_remedy_apply (remedy, self->editor);
  g_object_unref (remedy);
}

static GtkWidget *
make_button (SkBlockOverrun *self,
             SkRemedy       *remedy)
{
  const char *title = sk_remedy_get_title (remedy);
  const char *consequence = sk_remedy_get_consequence (remedy);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *first = gtk_label_new (title);
  GtkWidget *second = gtk_label_new (consequence);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_wrap (GTK_LABEL (second), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (second), 36);
  gtk_widget_add_css_class (first, "heading");
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, "secondary");
  gtk_widget_set_visible (second, consequence != NULL && *consequence != '\0');
  gtk_box_append (GTK_BOX (words), first);
  gtk_box_append (GTK_BOX (words), second);

  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  consequence != NULL ? consequence : "", -1);
  g_object_set_data_full (G_OBJECT (button), "remedy", g_object_ref (remedy), g_object_unref);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_chosen), self);
  return button;
}

/* What helps is worked out when it is asked for. */
static void
make_menu (GtkMenuButton *solve,
           gpointer       data)
{
  SkBlockOverrun *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *popover = gtk_popover_new ();

  g_clear_pointer (&self->remedies, g_ptr_array_unref);
  self->remedies = sk_remedy_list (sk_session_editor_get_session (self->editor), self->block_id);
  for (guint i = 0; i < self->remedies->len; i++)
    gtk_box_append (GTK_BOX (box), make_button (self, g_ptr_array_index (self->remedies, i)));

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (solve, popover);
}

static void
sk_block_overrun_dispose (GObject *object)
{
  SkBlockOverrun *self = SK_BLOCK_OVERRUN (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->remedies, g_ptr_array_unref);
  g_clear_pointer (&self->block_id, g_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (sk_block_overrun_parent_class)->dispose (object);
}

static void
sk_block_overrun_class_init (SkBlockOverrunClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sk_block_overrun_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "overrun");
}

static void
sk_block_overrun_init (SkBlockOverrun *self)
{
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->solve = GTK_MENU_BUTTON (gtk_menu_button_new ());

  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "words");

  gtk_menu_button_set_label (self->solve, _("_Solve"));
  gtk_menu_button_set_use_underline (self->solve, TRUE);
  gtk_menu_button_set_always_show_arrow (self->solve, TRUE);
  gtk_menu_button_set_create_popup_func (self->solve, make_menu, self, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->solve), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->solve), "solve");

  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->solve));
}

/**
 * sk_block_overrun_new:
 * @editor: the session that is repaired
 *
 * Returns: (transfer floating): the foot of a block
 */
SkBlockOverrun *
sk_block_overrun_new (SkSessionEditor *editor)
{
  SkBlockOverrun *self = g_object_new (SK_TYPE_BLOCK_OVERRUN, NULL);

  self->editor = g_object_ref (editor);
  return self;
}

static void
show (SkBlockOverrun *self,
      const char     *words,
      gboolean        solved)
{
  gtk_label_set_text (self->label, words);
  gtk_image_set_from_icon_name (self->icon,
                                solved ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->solve),
                          !solved && !sk_session_editor_get_read_only (self->editor));
  if (solved)
    gtk_widget_add_css_class (GTK_WIDGET (self), "solved");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "solved");
}

/**
 * sk_block_overrun_set_words:
 * @block_id: the block that lasts too long
 * @words: what it goes past, and how far
 *
 * Says what is wrong.
 */
void
sk_block_overrun_set_words (SkBlockOverrun *self,
                            const char     *block_id,
                            const char     *words)
{
  g_return_if_fail (SK_IS_BLOCK_OVERRUN (self));

  g_set_str (&self->block_id, block_id);
  g_set_str (&self->words, words);
  show (self, words, FALSE);
}

/**
 * sk_block_overrun_set_solved:
 * @words: (nullable): what comes of it, or %NULL where it is not solved
 *
 * Says that what is being dragged would solve it.
 */
void
sk_block_overrun_set_solved (SkBlockOverrun *self,
                             const char     *words)
{
  g_return_if_fail (SK_IS_BLOCK_OVERRUN (self));

  show (self, words != NULL ? words : self->words, words != NULL);
}
