/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-link.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-toasts.h"

/**
 * sk_link_is_web:
 * @uri: (nullable): an address
 *
 * Returns: whether it is one that is opened: that of a web page
 */
gboolean
sk_link_is_web (const char *uri)
{
  const char *scheme = uri != NULL ? g_uri_peek_scheme (uri) : NULL;

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
}

/**
 * sk_link_dup_host:
 * @uri: an address
 *
 * Returns: (transfer full): where it leads in a word, "slo.nl"; the address itself where it
 *   names no host
 */
char *
sk_link_dup_host (const char *uri)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;

  if (host == NULL || *host == '\0')
    return g_strdup (uri);

  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}

/**
 * sk_link_markup:
 * @uri: (nullable): an address
 * @text: what is shown
 *
 * Returns: (transfer full): markup of a label that opens the address, where it may be opened
 */
char *
sk_link_markup (const char *uri,
                const char *text)
{
  return sk_link_is_web (uri) ? g_markup_printf_escaped ("<a href=\"%s\">%s</a>", uri, text)
                              : g_markup_escape_text (text, -1);
}

static void
on_launched (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  text = g_strdup_printf (_("It could not be opened: %s"), error->message);
  sk_toasts_say (widget, text);
}

/**
 * sk_link_open:
 * @widget: where one asked for it
 * @uri: an address
 *
 * Opens a web page in the browser; a toast says why where that fails. Nothing else is opened.
 */
void
sk_link_open (GtkWidget  *widget,
              const char *uri)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!sk_link_is_web (uri))
    return;

  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                           on_launched, g_object_ref (widget));
}

/**
 * sk_link_copy:
 * @widget: where one asked for it
 * @uri: an address
 *
 * Puts the address on the clipboard, and says so in a toast.
 */
void
sk_link_copy (GtkWidget  *widget,
              const char *uri)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), uri);
  sk_toasts_say (widget, _("Link copied"));
}

/**
 * sk_link_follow:
 *
 * Handles [signal@Gtk.Label::activate-link], which would open anything.
 *
 * Returns: that the link has been dealt with
 */
gboolean
sk_link_follow (GtkLabel   *label,
                const char *uri,
                gpointer    unused)
{
  sk_link_open (GTK_WIDGET (label), uri);
  return GDK_EVENT_STOP;
}
