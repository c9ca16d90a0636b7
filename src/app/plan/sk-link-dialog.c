/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-link-dialog.h"

#include <string.h>

#include "session/sk-handoff.h"
#include "sidekick-config.h"

struct _SkLinkDialog
{
  AdwAlertDialog parent_instance;

  GtkEditable *entry;
};

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkLinkDialog, sk_link_dialog, ADW_TYPE_ALERT_DIALOG)

/* Of any version, for what is newer than this program is explained when it is opened. */
static gboolean
is_link (const char *text)
{
  return g_str_has_prefix (text, "sidekick:session#");
}

static char *
dup_link (SkLinkDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static void
on_changed (SkLinkDialog *self)
{
  g_autofree char *link = dup_link (self);

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "open", is_link (link));
}

/* Whoever has just copied a link need not paste it. */
static void
on_clipboard (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (SkLinkDialog) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || self->entry == NULL)
    return;

  g_strstrip (text);
  if (is_link (text) && *gtk_editable_get_text (self->entry) == '\0')
    gtk_editable_set_text (self->entry, text);
}

static void
sk_link_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sk_link_dialog_parent_class)->map (widget);

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_clipboard,
                                 g_object_ref (widget));
}

static void
sk_link_dialog_response (AdwAlertDialog *dialog,
                         const char     *response)
{
  SkLinkDialog *self = SK_LINK_DIALOG (dialog);
  g_autofree char *link = dup_link (self);

  if (strcmp (response, "open") == 0)
    g_signal_emit (self, signals[ENTERED], 0, link);
}

static void
sk_link_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_LINK_DIALOG);

  G_OBJECT_CLASS (sk_link_dialog_parent_class)->dispose (object);
}

static void
sk_link_dialog_class_init (SkLinkDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_link_dialog_dispose;
  widget_class->map = sk_link_dialog_map;
  ADW_ALERT_DIALOG_CLASS (klass)->response = sk_link_dialog_response;

  /**
   * SkLinkDialog::entered:
   * @self: a dialog
   * @link: what was entered
   *
   * The link of a session is to be opened.
   */
  signals[ENTERED] = g_signal_new ("entered", SK_TYPE_LINK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-link-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkLinkDialog, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
sk_link_dialog_init (SkLinkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_link_dialog_new:
 *
 * Returns: (transfer floating): a dialog that asks for a link
 */
AdwDialog *
sk_link_dialog_new (void)
{
  return g_object_new (SK_TYPE_LINK_DIALOG, NULL);
}
