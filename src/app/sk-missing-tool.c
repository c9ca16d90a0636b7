/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-missing-tool.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
show_sources (AdwAlertDialog *dialog,
              const char     *response,
              gpointer        data)
{
  gtk_widget_activate_action (GTK_WIDGET (data), "app.preferences", NULL);
}

/**
 * sk_missing_tool_present:
 * @widget: where it was asked for
 * @id: (nullable): the tool that a link leads to; %NULL where it does not say
 *
 * Says that the catalogue does not have a tool, and what can be done.
 */
void
sk_missing_tool_present (GtkWidget  *widget,
                         const char *id)
{
  g_autofree char *words = NULL;
  AdwDialog *dialog;
  AdwAlertDialog *alert;

  if (id != NULL)
    words =
      g_strdup_printf (_("None of your sources has “%s”. Update them, or add the one that it "
                          "comes from."),
                       id);

  dialog =
    adw_alert_dialog_new (_("Tool Not Found"),
                          id != NULL ? words : _("The link does not say which tool it leads to."));
  alert = ADW_ALERT_DIALOG (dialog);
  adw_alert_dialog_add_response (alert, "close", _("_Close"));
  if (id != NULL)
    {
      adw_alert_dialog_add_response (alert, "sources", _("_Sources"));
      g_signal_connect_object (dialog, "response::sources", G_CALLBACK (show_sources), widget,
                               G_CONNECT_DEFAULT);
    }
  adw_dialog_present (dialog, widget);
}
