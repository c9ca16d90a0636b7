/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-setting-row.h"

#include <glib/gi18n.h>

/**
 * sk_setting_row_bind:
 * @row: has a property "active"
 * @settings: the program's
 * @key: of a boolean
 *
 * Lets a row change a setting. What an administrator has locked cannot be changed, and the row says
 * why.
 */
void
sk_setting_row_bind (AdwActionRow *row,
                     GSettings    *settings,
                     const char   *key)
{
  g_settings_bind (settings, key, row, "active", G_SETTINGS_BIND_DEFAULT);
  if (g_settings_is_writable (settings, key))
    return;

  adw_action_row_set_subtitle (row, _("Locked by your administrator"));
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
}
