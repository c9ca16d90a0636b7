/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-changes-dialog.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-change-page.h"

struct _SkChangesDialog
{
  AdwDialog parent_instance;

  SkSessionFolder *folder;
  GPtrArray *pages;           /* SkChangePage that wait for an answer */
  guint position;             /* of the one that is shown */

  AdwWindowTitle *heading;
  GtkWidget *earlier;
  GtkWidget *later;
  GtkButton *next;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (SkChangesDialog, sk_changes_dialog, ADW_TYPE_DIALOG)

static void
show_page (SkChangesDialog *self,
           guint            position)
{
  const guint n_pages = self->pages->len;
  g_autofree char *words = NULL;

  self->position = MIN (position, n_pages - 1);
  gtk_stack_set_visible_child (self->stack, g_ptr_array_index (self->pages, self->position));

  /* TRANSLATORS: the number of a tool, and how many there are. */
  words = g_strdup_printf (_("%u of %u"), self->position + 1, n_pages);
  adw_window_title_set_subtitle (self->heading, words);
  gtk_widget_set_sensitive (self->earlier, self->position > 0);
  gtk_widget_set_sensitive (self->later, self->position + 1 < n_pages);
  gtk_button_set_label (self->next, n_pages > 1 ? _("_Next") : _("_Done"));
}

static GtkWidget *
add_page (SkChangesDialog *self,
          guint            position,
          SkToolChange    *change)
{
  GtkWidget *page = sk_change_page_new (change);

  gtk_stack_add_child (self->stack, page);
  g_ptr_array_insert (self->pages, (int) position, page);
  return page;
}

static void
on_earlier (SkChangesDialog *self)
{
  if (self->position > 0)
    show_page (self, self->position - 1);
}

static void
on_later (SkChangesDialog *self)
{
  show_page (self, self->position + 1);
}

/* Of a tool that other sessions have too, these are asked for next. */
static void
on_next (SkChangesDialog *self)
{
  SkChangePage *page = g_ptr_array_index (self->pages, self->position);
  g_autoptr (GHashTable) done = sk_change_page_answer (page, self->folder);
  g_autoptr (SkToolChange) rest = sk_tool_change_without (sk_change_page_get_change (page), done);

  g_ptr_array_remove_index (self->pages, self->position);
  if (rest != NULL)
    add_page (self, self->position, rest);

  if (self->pages->len == 0)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  show_page (self, self->position);
  gtk_stack_remove (self->stack, GTK_WIDGET (page));
}

static void
on_close (SkChangesDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_keep_all (SkChangesDialog *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    sk_change_page_keep_all (g_ptr_array_index (self->pages, i), self->folder);

  adw_dialog_close (ADW_DIALOG (self));
}

static void
sk_changes_dialog_dispose (GObject *object)
{
  SkChangesDialog *self = SK_CHANGES_DIALOG (object);

  g_clear_object (&self->folder);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_CHANGES_DIALOG);

  G_OBJECT_CLASS (sk_changes_dialog_parent_class)->dispose (object);
}

static void
sk_changes_dialog_class_init (SkChangesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_changes_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-changes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkChangesDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, SkChangesDialog, earlier);
  gtk_widget_class_bind_template_child (widget_class, SkChangesDialog, later);
  gtk_widget_class_bind_template_child (widget_class, SkChangesDialog, next);
  gtk_widget_class_bind_template_child (widget_class, SkChangesDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_earlier);
  gtk_widget_class_bind_template_callback (widget_class, on_later);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_all);
}

static void
sk_changes_dialog_init (SkChangesDialog *self)
{
  self->pages = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_changes_dialog_new:
 * @changes: what was found, one change at least
 *
 * Returns: (transfer floating): a dialog that asks for each of them; what it is not told stays as
 *   it is, and is asked another time
 */
AdwDialog *
sk_changes_dialog_new (SkChanges *changes)
{
  SkChangesDialog *self;
  SkToolChanges *found;

  g_return_val_if_fail (SK_IS_CHANGES (changes), NULL);

  found = sk_changes_get_found (changes);
  g_return_val_if_fail (found != NULL && sk_tool_changes_get_size (found) > 0, NULL);

  self = g_object_new (SK_TYPE_CHANGES_DIALOG, NULL);
  self->folder = g_object_ref (sk_changes_get_folder (changes));
  for (guint i = 0; i < sk_tool_changes_get_size (found); i++)
    add_page (self, i, sk_tool_changes_get_nth (found, i));
  show_page (self, 0);
  return ADW_DIALOG (self);
}
