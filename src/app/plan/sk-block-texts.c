/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-texts.h"

#include "sidekick-config.h"
#include "sk-text-area.h"

struct _SkBlockTexts
{
  SkBlockPart parent_instance;

  SkTextArea *goal;
  SkTextArea *note;
};

G_DEFINE_FINAL_TYPE (SkBlockTexts, sk_block_texts, SK_TYPE_BLOCK_PART)

static void
on_goal_edited (SkBlockPart *part)
{
  g_autofree char *goal = sk_text_area_dup_text (SK_BLOCK_TEXTS (part)->goal);

  sk_session_set_goal (sk_block_part_get_editor (part), sk_block_part_get_id (part), goal);
}

static void
on_note_edited (SkBlockPart *part)
{
  g_autofree char *note = sk_text_area_dup_text (SK_BLOCK_TEXTS (part)->note);

  sk_session_set_note (sk_block_part_get_editor (part), sk_block_part_get_id (part), note);
}

static void
sk_block_texts_show (SkBlockPart *part,
                     SkBlock     *block)
{
  SkBlockTexts *self = SK_BLOCK_TEXTS (part);

  sk_text_area_set_text (self->goal, sk_block_get_goal (block));
  sk_text_area_set_text (self->note, sk_block_get_note (block));
}

static void
sk_block_texts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_BLOCK_TEXTS);

  G_OBJECT_CLASS (sk_block_texts_parent_class)->dispose (object);
}

static void
sk_block_texts_class_init (SkBlockTextsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_block_texts_dispose;
  SK_BLOCK_PART_CLASS (klass)->show = sk_block_texts_show;

  g_type_ensure (SK_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-block-texts.ui");
  gtk_widget_class_bind_template_child (widget_class, SkBlockTexts, goal);
  gtk_widget_class_bind_template_child (widget_class, SkBlockTexts, note);
  gtk_widget_class_bind_template_callback (widget_class, on_goal_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_note_edited);
  gtk_widget_class_bind_template_callback (widget_class, sk_block_part_seal);
}

static void
sk_block_texts_init (SkBlockTexts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
