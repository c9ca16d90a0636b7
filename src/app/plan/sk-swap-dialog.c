/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-swap-dialog.h"

#include <glib/gi18n.h>

#include "session/sk-block-words.h"
#include "session/sk-session-commands.h"
#include "sidekick-config.h"
#include "sk-adviser.h"
#include "sk-suggestion-row.h"

#define MAX_TOOLS 8

struct _SkSwapDialog
{
  AdwDialog parent_instance;

  SkSessionEditor *editor;
  char *block_id;
  SkAdviser *adviser;
  GCancellable *asking;

  AdwWindowTitle *heading;
  GtkStack *stack;
  GtkListBox *rows;
};

enum
{
  SWAPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkSwapDialog, sk_swap_dialog, ADW_TYPE_DIALOG)

/* What comes in may get another id than it has here, so it is found by its place. */
static void
on_row_activated (SkSwapDialog  *self,
                  GtkListBoxRow *row)
{
  SkBlock *block = sk_suggestion_row_get_block (SK_SUGGESTION_ROW (row));
  SkBlockPlace place;
  SkBlock *swapped;

  sk_session_find_block (sk_session_editor_get_session (self->editor), self->block_id, &place);
  if (sk_session_replace_block (self->editor, self->block_id, block))
    {
      swapped = sk_session_get_block (sk_session_editor_get_session (self->editor), place.position);
      if (place.lane >= 0)
        swapped = g_ptr_array_index (sk_block_get_lanes (swapped), place.lane);
      g_signal_emit (self, signals[SWAPPED], 0, sk_block_get_id (swapped));
    }

  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (SkSwapDialog) self = data;
  g_autoptr (GPtrArray) blocks = sk_adviser_finish (SK_ADVISER (source), result, NULL);

  if (blocks == NULL)
    return;

  for (guint i = 0; i < blocks->len; i++)
    gtk_list_box_append (self->rows, sk_suggestion_row_new (g_ptr_array_index (blocks, i),
                                                            "sk-swap-symbolic", _("Swap")));
  gtk_stack_set_visible_child_name (self->stack, blocks->len > 0 ? "found" : "nothing");
}

/* Once, as soon as there is something to ask. */
static void
ask (SkSwapDialog *self)
{
  if (self->asking != NULL || !sk_adviser_is_open (self->adviser))
    return;

  self->asking = g_cancellable_new ();
  sk_adviser_swap (self->adviser, sk_session_editor_get_session (self->editor), self->block_id,
                   MAX_TOOLS, self->asking, on_answered, g_object_ref (self));
}

static void
on_closed (SkSwapDialog *self)
{
  g_cancellable_cancel (self->asking);
}

static void
sk_swap_dialog_dispose (GObject *object)
{
  SkSwapDialog *self = SK_SWAP_DIALOG (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->adviser);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->block_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_SWAP_DIALOG);

  G_OBJECT_CLASS (sk_swap_dialog_parent_class)->dispose (object);
}

static void
sk_swap_dialog_class_init (SkSwapDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_swap_dialog_dispose;

  signals[SWAPPED] = g_signal_new ("swapped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-swap-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkSwapDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, SkSwapDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SkSwapDialog, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sk_swap_dialog_init (SkSwapDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

/**
 * sk_swap_dialog_new:
 * @catalogue: where the tools are
 * @editor: of the session
 * @block_id: one of its blocks, or a lane
 *
 * Returns: (transfer floating): a dialog that swaps the block
 */
AdwDialog *
sk_swap_dialog_new (SkCatalogue     *catalogue,
                    SkSessionEditor *editor,
                    const char      *block_id)
{
  SkSwapDialog *self;
  SkBlock *block;

  g_return_val_if_fail (SK_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), NULL);

  block = sk_session_find_block (sk_session_editor_get_session (editor), block_id, NULL);
  g_return_val_if_fail (block != NULL, NULL);

  self = g_object_new (SK_TYPE_SWAP_DIALOG, NULL);
  self->editor = g_object_ref (editor);
  self->block_id = g_strdup (block_id);
  adw_window_title_set_subtitle (self->heading, sk_block_words_title (block));

  self->adviser = sk_adviser_new (catalogue);
  g_signal_connect_object (catalogue, "notify::index", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);

  return ADW_DIALOG (self);
}
