/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-dialog.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "sidekick-config.h"
#include "sk-toasts.h"

struct _SkRecordDialog
{
  AdwDialog parent_instance;

  char *record;

  GtkWidget *copy_button;
  GtkTextView *text;
};

G_DEFINE_FINAL_TYPE (SkRecordDialog, sk_record_dialog, ADW_TYPE_DIALOG)

static void
on_copy_clicked (SkRecordDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->record);
  sk_toasts_say (self->copy_button, _("Source record copied"));
}

static void
sk_record_dialog_dispose (GObject *object)
{
  g_clear_pointer (&SK_RECORD_DIALOG (object)->record, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_RECORD_DIALOG);

  G_OBJECT_CLASS (sk_record_dialog_parent_class)->dispose (object);
}

static void
sk_record_dialog_class_init (SkRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_record_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkRecordDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, SkRecordDialog, text);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
}

static void
sk_record_dialog_init (SkRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A member a line; what is no JSON as it is. */
static char *
make_readable (const char *record)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  if (!json_parser_load_from_data (parser, record, -1, NULL))
    return g_strdup (record);

  json_generator_set_root (generator, json_parser_get_root (parser));
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
}

/**
 * sk_record_dialog_new:
 * @record: JSON
 *
 * Returns: (transfer floating): a dialog that shows it
 */
AdwDialog *
sk_record_dialog_new (const char *record)
{
  SkRecordDialog *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (SK_TYPE_RECORD_DIALOG, NULL);
  self->record = make_readable (record);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), self->record, -1);
  return ADW_DIALOG (self);
}
