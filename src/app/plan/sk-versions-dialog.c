/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-versions-dialog.h"

#include <glib/gi18n.h>

#include "session/sk-clock.h"
#include "sidekick-config.h"
#include "sk-toasts.h"
#include "sk-words.h"

struct _SkVersionsDialog
{
  AdwDialog parent_instance;

  SkSessionDocument *document;

  GtkStack *stack;
  AdwPreferencesGroup *versions;
  AdwStatusPage *failure;
};

G_DEFINE_FINAL_TYPE (SkVersionsDialog, sk_versions_dialog, ADW_TYPE_DIALOG)

static void
show_failure (SkVersionsDialog *self,
              const GError     *error)
{
  g_autofree char *words = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failure, words);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static DexFuture *
on_restored (DexFuture *future,
             gpointer   data)
{
  SkVersionsDialog *self = data;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL)
    return NULL;
  if (dex_future_get_value (future, &error) == NULL)
    {
      show_failure (self, error);
      return NULL;
    }

  sk_toasts_say (GTK_WIDGET (self), _("The earlier version is back"));
  adw_dialog_close (ADW_DIALOG (self));
  return NULL;
}

static void
on_restore (SkVersionsDialog *self,
            GtkWidget        *button)
{
  const char *path = g_object_get_data (G_OBJECT (button), "path");

  gtk_widget_set_sensitive (GTK_WIDGET (self->versions), FALSE);
  dex_future_disown (dex_future_finally (sk_session_document_restore (self->document, path),
                                         on_restored, g_object_ref (self), g_object_unref));
}

/* "21 November, 08:12", and what it was like then. */
static void
add_version (SkVersionsDialog       *self,
             const SkSessionVersion *version)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (version->modified);
  g_autofree char *day = g_date_time_format (time, C_("date", "%a %-d %B"));
  g_autofree char *clock = sk_clock_words (time);
  g_autofree char *title = g_strdup_printf ("%s, %s", day, clock);
  g_autofree char *minutes = sk_words_minutes (version->minutes);
  g_autofree char *blocks =
    g_strdup_printf (ngettext ("%u block", "%u blocks", version->n_blocks), version->n_blocks);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", minutes, blocks);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Bring Back"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  title, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (version->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_restore), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (button, !sk_session_editor_get_read_only (
                                      sk_session_document_get_editor (self->document)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->versions, row);
}

static DexFuture *
on_listed (DexFuture *future,
           gpointer   data)
{
  SkVersionsDialog *self = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = dex_future_get_value (future, &error);
  GPtrArray *versions;

  if (self->document == NULL)
    return NULL;
  if (value == NULL)
    {
      show_failure (self, error);
      return NULL;
    }

  versions = g_value_get_boxed (value);
  for (guint i = 0; i < versions->len; i++)
    add_version (self, versions->pdata[i]);
  gtk_stack_set_visible_child_name (self->stack, versions->len > 0 ? "versions" : "none");
  return NULL;
}

static void
sk_versions_dialog_dispose (GObject *object)
{
  SkVersionsDialog *self = SK_VERSIONS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_VERSIONS_DIALOG);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (sk_versions_dialog_parent_class)->dispose (object);
}

static void
sk_versions_dialog_class_init (SkVersionsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_versions_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkVersionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SkVersionsDialog, versions);
  gtk_widget_class_bind_template_child (widget_class, SkVersionsDialog, failure);
}

static void
sk_versions_dialog_init (SkVersionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_versions_dialog_new:
 * @document: a session
 *
 * Returns: (transfer floating): a dialog that lists its earlier states
 */
AdwDialog *
sk_versions_dialog_new (SkSessionDocument *document)
{
  SkVersionsDialog *self;

  g_return_val_if_fail (SK_IS_SESSION_DOCUMENT (document), NULL);

  self = g_object_new (SK_TYPE_VERSIONS_DIALOG, NULL);
  self->document = g_object_ref (document);
  dex_future_disown (dex_future_finally (sk_session_document_list_versions (document), on_listed,
                                         g_object_ref (self), g_object_unref));
  return ADW_DIALOG (self);
}
