/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-saying.h"

/**
 * sk_saying_in_preferences:
 * @widget: something in the preferences
 * @words: what is said
 *
 * Says something in passing, aloud too, unless the preferences were closed meanwhile.
 */
void
sk_saying_in_preferences (GtkWidget  *widget,
                          const char *words)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_DIALOG);
  AdwToast *toast;

  if (dialog == NULL)
    return;

  toast = adw_toast_new (words);
  adw_toast_set_use_markup (toast, FALSE);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (dialog), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
