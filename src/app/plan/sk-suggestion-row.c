/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-suggestion-row.h"

#include <adwaita.h>

#include "session/sk-block-words.h"
#include "sidekick-config.h"
#include "sk-cover.h"
#include "sk-reasons.h"
#include "sk-words.h"

/* A card that goes on about itself hides the next one. */
#define MAX_KNOWN_REASONS 2

struct _SkSuggestionRow
{
  GtkListBoxRow parent_instance;

  SkBlock *block;

  SkCover *cover;
  GtkLabel *title;
  GtkLabel *publisher;
  GtkLabel *minutes;
  SkReasons *reasons;
  GtkButton *take;
};

G_DEFINE_FINAL_TYPE (SkSuggestionRow, sk_suggestion_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_taken (SkSuggestionRow *self)
{
  g_signal_emit_by_name (self, "activate");
}

static GdkContentProvider *
on_drag_prepare (SkSuggestionRow *self,
                 double           x,
                 double           y,
                 GtkDragSource   *source)
{
  return gdk_content_provider_new_typed (SK_TYPE_BLOCK, self->block);
}

static void
on_drag_begin (SkSuggestionRow *self,
               GdkDrag         *drag,
               GtkDragSource   *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
sk_suggestion_row_dispose (GObject *object)
{
  g_clear_object (&SK_SUGGESTION_ROW (object)->block);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_SUGGESTION_ROW);

  G_OBJECT_CLASS (sk_suggestion_row_parent_class)->dispose (object);
}

static void
sk_suggestion_row_class_init (SkSuggestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_suggestion_row_dispose;

  g_type_ensure (SK_TYPE_COVER);
  g_type_ensure (SK_TYPE_REASONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-suggestion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SkSuggestionRow, cover);
  gtk_widget_class_bind_template_child (widget_class, SkSuggestionRow, title);
  gtk_widget_class_bind_template_child (widget_class, SkSuggestionRow, publisher);
  gtk_widget_class_bind_template_child (widget_class, SkSuggestionRow, minutes);
  gtk_widget_class_bind_template_child (widget_class, SkSuggestionRow, reasons);
  gtk_widget_class_bind_template_child (widget_class, SkSuggestionRow, take);
  gtk_widget_class_bind_template_callback (widget_class, on_taken);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_prepare);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
}

static void
sk_suggestion_row_init (SkSuggestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_suggestion_row_new:
 * @block: a tool, as a block that is ready to be added
 * @icon_name: of its button
 * @verb: what happens when it is activated, translated
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
sk_suggestion_row_new (SkBlock    *block,
                       const char *icon_name,
                       const char *verb)
{
  SkSuggestionRow *self;
  const char * const *publishers;
  g_autofree char *publisher = NULL;
  g_autofree char *minutes = NULL;
  g_autofree char *reasons = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (SK_IS_BLOCK (block), NULL);
  g_return_val_if_fail (sk_block_get_resource (block) != NULL, NULL);

  self = g_object_new (SK_TYPE_SUGGESTION_ROW, NULL);
  self->block = g_object_ref (block);
  publishers = sk_resource_get_publishers (sk_block_get_resource (block));
  publisher = publishers != NULL ? g_strjoinv (", ", (GStrv) publishers) : g_strdup ("");
  minutes = sk_words_minutes (sk_block_get_minutes (block));
  reasons = sk_reasons_describe (sk_block_get_reasons (block));
  label = g_strjoin (", ", sk_block_words_title (block), minutes,
                     *publisher != '\0' ? publisher : NULL, NULL);

  sk_cover_set_resource (self->cover, sk_block_get_resource (block));
  gtk_label_set_text (self->title, sk_block_words_title (block));
  gtk_label_set_text (self->publisher, publisher);
  gtk_widget_set_visible (GTK_WIDGET (self->publisher), *publisher != '\0');
  gtk_label_set_text (self->minutes, minutes);
  sk_reasons_set_reasons (self->reasons, sk_block_get_reasons (block), MAX_KNOWN_REASONS);
  gtk_button_set_icon_name (self->take, icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->take), verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reasons, -1);

  return GTK_WIDGET (self);
}

/**
 * sk_suggestion_row_get_block:
 *
 * Returns: (transfer none): the tool, as a block that is ready to be added
 */
SkBlock *
sk_suggestion_row_get_block (SkSuggestionRow *self)
{
  g_return_val_if_fail (SK_IS_SUGGESTION_ROW (self), NULL);

  return self->block;
}
