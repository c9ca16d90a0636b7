/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-toasts.h"

#include <glib/gi18n.h>

/* Long enough to be read, understood and reached without a mouse. */
#define UNDO_SECONDS 10

/**
 * sk_toasts_make:
 * @words: what is said, without markup
 *
 * Returns: (transfer full): a toast
 */
AdwToast *
sk_toasts_make (const char *words)
{
  AdwToast *toast;

  g_return_val_if_fail (words != NULL, NULL);

  toast = adw_toast_new (words);
  adw_toast_set_use_markup (toast, FALSE);
  return toast;
}

/**
 * sk_toasts_make_undo:
 * @words: what was done, without markup
 * @undo: called with @data when that is to be taken back
 * @data: what for
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer full): a toast that offers to take something back
 */
AdwToast *
sk_toasts_make_undo (const char     *words,
                     GCallback       undo,
                     gpointer        data,
                     GClosureNotify  destroy)
{
  AdwToast *toast = sk_toasts_make (words);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_data (toast, "button-clicked", undo, data, destroy, G_CONNECT_SWAPPED);
  return toast;
}

/**
 * sk_toasts_show:
 * @widget: where it is said; nothing is where it has left the window
 * @toast: (transfer full): what is
 *
 * Shows a toast.
 */
void
sk_toasts_show (GtkWidget *widget,
                AdwToast  *toast)
{
  GtkWidget *toasts;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (ADW_IS_TOAST (toast));

  toasts = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  if (toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

/**
 * sk_toasts_say:
 * @widget: where it is said
 * @words: what is said
 *
 * Says something in passing.
 */
void
sk_toasts_say (GtkWidget  *widget,
               const char *words)
{
  sk_toasts_show (widget, sk_toasts_make (words));
}
