/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-saving.h"

#include <glib/gi18n.h>

#include "sk-saying.h"

/* What is to be saved, once it is known where. */
typedef struct
{
  GtkWidget *widget;
  GBytes *content;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->widget);
  g_clear_pointer (&saving->content, g_bytes_unref);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Saving) saving = data;
  g_autofree char *base = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (base);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    words = g_strdup_printf (_("Saved “%s”"), shown);
  else
    words = g_strdup_printf (_("“%s” cannot be saved here (%s): choose another place"), shown,
                             error->message);
  sk_saying_in_preferences (saving->widget, words);
}

static void
on_chosen (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  GBytes *content = saving->content;

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, content, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                         on_written, g_steal_pointer (&saving));
}

/**
 * sk_saving_ask:
 * @widget: something in the preferences, where it is said what came of it
 * @title: of the question
 * @name: how the file may be called
 * @content: what is to be in it
 *
 * Asks where to save something, and saves it there.
 */
void
sk_saving_ask (GtkWidget  *widget,
               const char *title,
               const char *name,
               GBytes     *content)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->content = g_bytes_ref (content);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_chosen, saving);
}
