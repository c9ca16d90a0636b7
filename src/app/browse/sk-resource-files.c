/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-resource-files.h"

#include "sidekick-config.h"
#include "sk-file-row.h"

struct _SkResourceFiles
{
  GtkBox parent_instance;

  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (SkResourceFiles, sk_resource_files, GTK_TYPE_BOX)

static void
sk_resource_files_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_RESOURCE_FILES);

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
 * Lists the files of a tool.
 */
void
sk_resource_files_set_resource (SkResourceFiles *self,
                                SkResource      *resource)
{
  GPtrArray *attachments;

  g_return_if_fail (SK_IS_RESOURCE_FILES (self));
  g_return_if_fail (SK_IS_RESOURCE (resource));

  gtk_list_box_remove_all (self->rows);
  attachments = sk_resource_get_attachments (resource);

  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    gtk_list_box_append (self->rows, sk_file_row_new (g_ptr_array_index (attachments, i)));
}
