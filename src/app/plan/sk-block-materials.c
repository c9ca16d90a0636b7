/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-materials.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-words.h"

struct _SkBlockMaterials
{
  SkBlockPart parent_instance;

  GtkListBox *rows;
  GtkWidget *add;
  GPtrArray *entries;         /* AdwEntryRow, all rows but the last one; not owned */
};

G_DEFINE_FINAL_TYPE (SkBlockMaterials, sk_block_materials, SK_TYPE_BLOCK_PART)

/* A line that is empty is one that is about to be written. */
static GStrv
collect (SkBlockMaterials *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *text =
        g_strdup (gtk_editable_get_text (g_ptr_array_index (self->entries, i)));

      if (*g_strstrip (text) != '\0')
        g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

static void
save (SkBlockMaterials *self)
{
  SkBlockPart *part = SK_BLOCK_PART (self);
  g_auto (GStrv) materials = collect (self);

  sk_session_set_materials (sk_block_part_get_editor (part), sk_block_part_get_id (part),
                            (const char * const *) materials);
}

static void
on_changed (SkBlockMaterials *self)
{
  if (sk_block_part_is_showing (SK_BLOCK_PART (self)))
    return;

  save (self);
  sk_block_part_seal_soon (SK_BLOCK_PART (self));
}

static SkAttachment *
find_file (SkBlock    *block,
           const char *material)
{
  SkResource *resource = block != NULL ? sk_block_get_resource (block) : NULL;
  GPtrArray *files = resource != NULL ? sk_resource_get_attachments (resource) : NULL;

  for (guint i = 0; files != NULL && i < files->len; i++)
    if (g_strcmp0 (sk_attachment_get_name (g_ptr_array_index (files, i)), material) == 0)
      return g_ptr_array_index (files, i);

  return NULL;
}

/* "PDF document, 0.4 MB" */
static char *
describe (const SkAttachment *file)
{
  const gint64 size = file != NULL ? sk_attachment_get_size (file) : SK_ATTACHMENT_SIZE_UNKNOWN;
  g_autofree char *bytes = size >= 0 ? g_format_size ((guint64) size) : NULL;
  g_autofree char *type = NULL;

  if (file == NULL)
    return g_strdup (_("Material"));

  type = sk_words_media_type (sk_attachment_get_media_type (file));
  if (type != NULL && bytes != NULL)
    return g_strdup_printf ("%s, %s", type, bytes);
  if (type != NULL || bytes != NULL)
    return g_strdup (type != NULL ? type : bytes);

  return g_strdup (_("File of the tool"));
}

static void
on_remove (GtkWidget        *button,
           SkBlockMaterials *self)
{
  GtkWidget *entry = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);

  gtk_widget_grab_focus (self->add);
  g_ptr_array_remove (self->entries, entry);
  gtk_list_box_remove (self->rows, entry);
  save (self);
  sk_block_part_seal (SK_BLOCK_PART (self));
}

static GtkWidget *
add_entry (SkBlockMaterials *self,
           const char       *material)
{
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *facts =
    describe (find_file (sk_block_part_get_block (SK_BLOCK_PART (self)), material));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (entry), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), facts);
  gtk_editable_set_text (GTK_EDITABLE (entry), material);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (entry), button);

  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove), self);
  gtk_list_box_insert (self->rows, entry, (int) self->entries->len);
  g_ptr_array_add (self->entries, entry);

  return entry;
}

static void
on_add (SkBlockMaterials *self)
{
  gtk_widget_grab_focus (add_entry (self, ""));
}

static void
sk_block_materials_show (SkBlockPart *part,
                         SkBlock     *block)
{
  SkBlockMaterials *self = SK_BLOCK_MATERIALS (part);
  const char * const *materials = sk_block_get_materials (block);
  g_auto (GStrv) shown = collect (self);

  if (materials != NULL && g_strv_equal ((const char * const *) shown, materials))
    return;

  for (guint i = 0; i < self->entries->len; i++)
    gtk_list_box_remove (self->rows, g_ptr_array_index (self->entries, i));
  g_ptr_array_set_size (self->entries, 0);
  for (guint i = 0; materials != NULL && materials[i] != NULL; i++)
    add_entry (self, materials[i]);
}

static void
sk_block_materials_dispose (GObject *object)
{
  g_ptr_array_set_size (SK_BLOCK_MATERIALS (object)->entries, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_BLOCK_MATERIALS);

  G_OBJECT_CLASS (sk_block_materials_parent_class)->dispose (object);
}

static void
sk_block_materials_finalize (GObject *object)
{
  g_ptr_array_unref (SK_BLOCK_MATERIALS (object)->entries);

  G_OBJECT_CLASS (sk_block_materials_parent_class)->finalize (object);
}

static void
sk_block_materials_class_init (SkBlockMaterialsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_block_materials_dispose;
  object_class->finalize = sk_block_materials_finalize;
  SK_BLOCK_PART_CLASS (klass)->show = sk_block_materials_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-block-materials.ui");
  gtk_widget_class_bind_template_child (widget_class, SkBlockMaterials, rows);
  gtk_widget_class_bind_template_child (widget_class, SkBlockMaterials, add);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
sk_block_materials_init (SkBlockMaterials *self)
{
  self->entries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
