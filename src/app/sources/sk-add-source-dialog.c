/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-add-source-dialog.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sync/sk-address.h"

struct _SkAddSourceDialog
{
  AdwDialog parent_instance;

  SkCatalogue *catalogue;
  SkUpdater *updater;
  GCancellable *cancellable;
  char *url;                  /* what is being added; NULL for none */

  GtkEditable *address;
  GtkWidget *add;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (SkAddSourceDialog, sk_add_source_dialog, ADW_TYPE_DIALOG)

static void
show_problem (SkAddSourceDialog *self,
              const char        *words)
{
  gtk_label_set_label (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
  if (words == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->address), "error");
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (self->address), "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self->problem), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

static void
set_busy (SkAddSourceDialog *self,
          gboolean           busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->address), !busy);
  gtk_widget_set_sensitive (self->add, !busy);
}

static DexFuture *
on_added (DexFuture *future,
          gpointer   data)
{
  SkAddSourceDialog *self = data;
  g_autofree char *url = g_steal_pointer (&self->url);
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  if (dex_future_get_value (future, &error) == NULL)
    {
      show_problem (self, error->message);
      return NULL;
    }

  sk_updater_update (self->updater, url);
  adw_dialog_close (ADW_DIALOG (self));
  return NULL;
}

static char *
check_address (SkAddSourceDialog  *self,
               GError            **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->address)));
  g_autofree char *url = sk_address_normalise (typed, error);
  g_autoptr (SkSource) known = NULL;

  if (url == NULL)
    return NULL;

  known = sk_catalogue_find_source (self->catalogue, url, NULL);
  if (known != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                           _("This source is in the list already."));
      return NULL;
    }

  return g_steal_pointer (&url);
}

static void
on_add (SkAddSourceDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (self->url != NULL)
    return;

  self->url = check_address (self, &error);
  if (self->url == NULL)
    {
      show_problem (self, error->message);
      return;
    }

  set_busy (self, TRUE);
  dex_future_disown (dex_future_finally (sk_catalogue_add_source (self->catalogue, self->url),
                                         on_added, g_object_ref (self), g_object_unref));
}

static void
on_changed (SkAddSourceDialog *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->address)));

  show_problem (self, NULL);
  gtk_widget_set_sensitive (self->add, *typed != '\0');
}

static void
on_file_chosen (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (SkAddSourceDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *url = NULL;

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
          !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->address != NULL)
        show_problem (self, error->message);
      return;
    }

  url = g_file_get_uri (file);
  gtk_editable_set_text (self->address, url);
  on_add (self);
}

static void
on_choose_file (SkAddSourceDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) feeds = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (feeds, _("Catalogues"));
  gtk_file_filter_add_suffix (feeds, "json");
  gtk_file_filter_add_suffix (feeds, "jsonl");
  gtk_file_filter_add_suffix (feeds, "jsonld");
  gtk_file_filter_add_suffix (feeds, "html");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, feeds);
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _("Choose a Catalogue"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        self->cancellable, on_file_chosen, g_object_ref (self));
}

static void
sk_add_source_dialog_dispose (GObject *object)
{
  SkAddSourceDialog *self = SK_ADD_SOURCE_DIALOG (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->updater);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->url, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_ADD_SOURCE_DIALOG);

  G_OBJECT_CLASS (sk_add_source_dialog_parent_class)->dispose (object);
}

static void
sk_add_source_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (SK_ADD_SOURCE_DIALOG (dialog)->cancellable);
}

static void
sk_add_source_dialog_class_init (SkAddSourceDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwDialogClass *dialog_class = ADW_DIALOG_CLASS (klass);

  object_class->dispose = sk_add_source_dialog_dispose;
  dialog_class->closed = sk_add_source_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-add-source-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkAddSourceDialog, address);
  gtk_widget_class_bind_template_child (widget_class, SkAddSourceDialog, add);
  gtk_widget_class_bind_template_child (widget_class, SkAddSourceDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_file);
}

static void
sk_add_source_dialog_init (SkAddSourceDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_add_source_dialog_new:
 * @catalogue: what the source is added to
 * @updater: what fetches it then
 *
 * Returns: (transfer floating): a new dialog
 */
SkAddSourceDialog *
sk_add_source_dialog_new (SkCatalogue *catalogue,
                          SkUpdater   *updater)
{
  SkAddSourceDialog *self = g_object_new (SK_TYPE_ADD_SOURCE_DIALOG, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->updater = g_object_ref (updater);
  return self;
}
