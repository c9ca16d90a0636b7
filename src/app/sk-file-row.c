/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-file-row.h"

#include "sk-link.h"
#include "sk-words.h"

static char *
dup_title (const SkAttachment *attachment)
{
  const char *url = sk_attachment_get_url (attachment);
  g_autoptr (GUri) uri = NULL;
  g_autofree char *name = NULL;

  if (sk_attachment_get_name (attachment) != NULL)
    return g_strdup (sk_attachment_get_name (attachment));

  uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri != NULL)
    name = g_path_get_basename (g_uri_get_path (uri));

  return name != NULL && *name != '\0' && *name != '.' && *name != G_DIR_SEPARATOR
           ? g_steal_pointer (&name)
           : g_strdup (url);
}

static char *
dup_subtitle (const SkAttachment *attachment)
{
  const gint64 size = sk_attachment_get_size (attachment);
  g_autofree char *type = sk_words_media_type (sk_attachment_get_media_type (attachment));
  g_autofree char *bytes = size >= 0 ? g_format_size ((guint64) size) : NULL;

  if (type != NULL && bytes != NULL)
    return g_strdup_printf ("%s, %s", type, bytes);

  return type != NULL ? g_steal_pointer (&type) : g_steal_pointer (&bytes);
}

static GtkWidget *
make_icon (const SkAttachment *attachment)
{
  const char *media_type = sk_attachment_get_media_type (attachment);
  g_autofree char *content_type =
    g_content_type_from_mime_type (media_type != NULL ? media_type : "text/html");
  g_autoptr (GIcon) icon =
    g_content_type_get_symbolic_icon (content_type != NULL ? content_type : "text/plain");

  return gtk_image_new_from_gicon (icon);
}

static void
on_activated (AdwActionRow *row,
              SkAttachment *attachment)
{
  sk_link_open (GTK_WIDGET (row), sk_attachment_get_url (attachment));
}

static void
unref_attachment (gpointer  attachment,
                  GClosure *closure)
{
  sk_attachment_unref (attachment);
}

/**
 * sk_file_row_new:
 * @attachment: a file
 *
 * Returns: (transfer floating): a row for a list of files
 */
GtkWidget *
sk_file_row_new (SkAttachment *attachment)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_title (attachment);
  g_autofree char *subtitle = dup_subtitle (attachment);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_icon (attachment));

  if (sk_link_is_web (sk_attachment_get_url (attachment)))
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_data (row, "activated", G_CALLBACK (on_activated),
                             sk_attachment_ref (attachment), unref_attachment, G_CONNECT_DEFAULT);
    }

  return row;
}
