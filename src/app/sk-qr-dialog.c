/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-qr-dialog.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-link.h"
#include "sk-qr-view.h"

struct _SkQrDialog
{
  AdwDialog parent_instance;

  char *address;

  GtkStack *stack;
  SkQrView *code;
  GtkLabel *words;
  GtkWidget *copy_button;
};

G_DEFINE_FINAL_TYPE (SkQrDialog, sk_qr_dialog, ADW_TYPE_DIALOG)

static void
on_copy_clicked (SkQrDialog *self)
{
  sk_link_copy (self->copy_button, self->address);
}

static void
sk_qr_dialog_dispose (GObject *object)
{
  g_clear_pointer (&SK_QR_DIALOG (object)->address, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_QR_DIALOG);

  G_OBJECT_CLASS (sk_qr_dialog_parent_class)->dispose (object);
}

static void
sk_qr_dialog_class_init (SkQrDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_qr_dialog_dispose;

  g_type_ensure (SK_TYPE_QR_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-qr-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkQrDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SkQrDialog, code);
  gtk_widget_class_bind_template_child (widget_class, SkQrDialog, words);
  gtk_widget_class_bind_template_child (widget_class, SkQrDialog, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
}

static void
sk_qr_dialog_init (SkQrDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_qr_dialog_new:
 * @address: where the code leads
 *
 * Returns: (transfer floating): a dialog with the code; where the address is too long for one, with
 *   the address alone
 */
AdwDialog *
sk_qr_dialog_new (const char *address)
{
  SkQrDialog *self;
  g_autoptr (SkQr) code = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  self = g_object_new (SK_TYPE_QR_DIALOG, NULL);
  self->address = g_strdup (address);
  code = sk_qr_new (address, NULL);
  name = g_strdup_printf (_("QR code of %s"), address);

  gtk_label_set_text (self->words, address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->code), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_stack_set_visible_child_name (self->stack, code != NULL ? "code" : "no-fit");
  if (code != NULL)
    sk_qr_view_set_code (self->code, code);

  return ADW_DIALOG (self);
}
