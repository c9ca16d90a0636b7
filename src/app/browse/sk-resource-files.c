/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-resource-files.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-link.h"
#include "sk-words.h"

struct _SkResourceFiles
{
  GtkBox parent_instance;

  SkResource *resource;

  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (SkResourceFiles, sk_resource_files, GTK_TYPE_BOX)

static void
on_row_activated (GtkListBox      *rows,
                  GtkListBoxRow   *row,
                  SkResourceFiles *self)
{
  GPtrArray *attachments = sk_resource_get_attachments (self->resource);
  const SkAttachment *attachment =
      g_ptr_array_index (attachments, (guint) gtk_list_box_row_get_index (row));

  sk_link_open (GTK_WIDGET (row), sk_attachment_get_url (attachment));
}

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
add_row (SkResourceFiles    *self,
         const SkAttachment *attachment)
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
    }

  gtk_list_box_append (self->rows, row);
}

static void
sk_resource_files_dispose (GObject *object)
{
  SkResourceFiles *self = SK_RESOURCE_FILES (object);

  g_clear_object (&self->resource);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_RESOURCE_FILES);

  G_OBJECT_CLASS (sk_resource_files_parent_class)->dispose (object);
}

static void
sk_resource_files_class_init (SkResourceFilesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_resource_files_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-resource-files.ui");
  gtk_widget_class_bind_template_child (widget_class, SkResourceFiles, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sk_resource_files_init (SkResourceFiles *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_resource_files_set_resource:
 * @resource: a tool
 *
 * Lists the files of a tool. It is set once.
 */
void
sk_resource_files_set_resource (SkResourceFiles *self,
                                SkResource      *resource)
{
  GPtrArray *attachments;

  g_return_if_fail (SK_IS_RESOURCE_FILES (self));
  g_return_if_fail (SK_IS_RESOURCE (resource));
  g_return_if_fail (self->resource == NULL);

  self->resource = g_object_ref (resource);
  attachments = sk_resource_get_attachments (resource);

  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    add_row (self, g_ptr_array_index (attachments, i));
}
