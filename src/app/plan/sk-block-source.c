/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-source.h"

#include "sidekick-config.h"
#include "sk-file-row.h"
#include "sk-link.h"
#include "sk-reasons.h"

struct _SkBlockSource
{
  SkBlockPart parent_instance;

  GtkWidget *chosen;
  SkReasons *reasons;
  GtkWidget *tool;
  GtkListBox *rows;
  AdwActionRow *page;

  SkResource *resource;       /* whose files are listed */
};

G_DEFINE_FINAL_TYPE (SkBlockSource, sk_block_source, SK_TYPE_BLOCK_PART)

/* Where nothing but the id is known, that is often the page. */
static const char *
find_page (SkBlock *block)
{
  SkResource *resource = sk_block_get_resource (block);
  const char *page = resource != NULL ? sk_resource_get_url (resource) : NULL;

  return page != NULL ? page : sk_block_get_resource_id (block);
}

static void
on_page_activated (SkBlockPart *part)
{
  sk_link_open (GTK_WIDGET (part), find_page (sk_block_part_get_block (part)));
}

static void
list_files (SkBlockSource *self,
            SkResource    *resource)
{
  GPtrArray *files = resource != NULL ? sk_resource_get_attachments (resource) : NULL;
  GtkListBoxRow *row;

  if (!g_set_object (&self->resource, resource))
    return;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 1)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; files != NULL && i < files->len; i++)
    gtk_list_box_append (self->rows, sk_file_row_new (g_ptr_array_index (files, i)));
}

static void
sk_block_source_show (SkBlockPart *part,
                      SkBlock     *block)
{
  SkBlockSource *self = SK_BLOCK_SOURCE (part);
  const char * const *reasons = sk_block_get_reasons (block);
  const char *page = find_page (block);
  g_autofree char *host = sk_link_is_web (page) ? sk_link_dup_host (page) : NULL;

  sk_reasons_set_reasons (self->reasons, reasons, G_MAXUINT);
  gtk_widget_set_visible (self->chosen, reasons != NULL && reasons[0] != NULL);

  list_files (self, sk_block_get_resource (block));
  adw_action_row_set_subtitle (self->page, host != NULL ? host : "");
  gtk_widget_set_visible (GTK_WIDGET (self->page), host != NULL);
  gtk_widget_set_visible (self->tool,
                          host != NULL || gtk_list_box_get_row_at_index (self->rows, 1) != NULL);
}

static void
sk_block_source_dispose (GObject *object)
{
  g_clear_object (&SK_BLOCK_SOURCE (object)->resource);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_BLOCK_SOURCE);

  G_OBJECT_CLASS (sk_block_source_parent_class)->dispose (object);
}

static void
sk_block_source_class_init (SkBlockSourceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_block_source_dispose;
  SK_BLOCK_PART_CLASS (klass)->show = sk_block_source_show;

  g_type_ensure (SK_TYPE_REASONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-block-source.ui");
  gtk_widget_class_bind_template_child (widget_class, SkBlockSource, chosen);
  gtk_widget_class_bind_template_child (widget_class, SkBlockSource, reasons);
  gtk_widget_class_bind_template_child (widget_class, SkBlockSource, tool);
  gtk_widget_class_bind_template_child (widget_class, SkBlockSource, rows);
  gtk_widget_class_bind_template_child (widget_class, SkBlockSource, page);
  gtk_widget_class_bind_template_callback (widget_class, on_page_activated);
}

static void
sk_block_source_init (SkBlockSource *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
