/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-shortcuts-dialog.h"

#include "sidekick-config.h"
#include "sk-shortcut-row.h"

struct _SkShortcutsDialog
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (SkShortcutsDialog, sk_shortcuts_dialog, ADW_TYPE_DIALOG)

static void
sk_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (sk_shortcuts_dialog_parent_class)->dispose (object);
}

static void
sk_shortcuts_dialog_class_init (SkShortcutsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_shortcuts_dialog_dispose;

  g_type_ensure (SK_TYPE_SHORTCUT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-shortcuts-dialog.ui");
}

static void
sk_shortcuts_dialog_init (SkShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a new dialog
 */
SkShortcutsDialog *
sk_shortcuts_dialog_new (void)
{
  return g_object_new (SK_TYPE_SHORTCUTS_DIALOG, NULL);
}
