/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-heading.h"

#include <glib/gi18n.h>

#include "session/sk-block-words.h"
#include "sidekick-config.h"
#include "sk-block-icon.h"
#include "sk-cover.h"
#include "sk-text-area.h"
#include "sk-words.h"

struct _SkBlockHeading
{
  SkBlockPart parent_instance;

  SkCover *cover;
  GtkImage *tile;
  SkTextArea *title;
  GtkLabel *facts;
  GtkWidget *notice;
  GtkLabel *notice_words;
};

G_DEFINE_FINAL_TYPE (SkBlockHeading, sk_block_heading, SK_TYPE_BLOCK_PART)

static void
on_title_edited (SkBlockPart *part)
{
  g_autofree char *title = sk_text_area_dup_text (SK_BLOCK_HEADING (part)->title);

  sk_session_set_block_title (sk_block_part_get_editor (part), sk_block_part_get_id (part), title);
}

/* "Slim met media · 8–12 years"; of a block of one's own its kind. */
static char *
describe (SkBlock *block)
{
  SkResource *resource = sk_block_get_resource (block);
  const char * const *publishers;
  g_autoptr (GStrvBuilder) facts = NULL;
  g_auto (GStrv) all = NULL;
  SkAgeRange ages;

  if (sk_block_get_kind (block) != SK_BLOCK_TOOL)
    return g_strdup_printf (_("Own block · %s"), sk_block_words_kind (sk_block_get_kind (block)));
  if (resource == NULL)
    return g_strdup (_("Only the name of this tool is known here"));

  facts = g_strv_builder_new ();
  publishers = sk_resource_get_publishers (resource);
  if (publishers != NULL)
    g_strv_builder_addv (facts, (const char **) publishers);
  if (sk_resource_get_ages (resource, &ages))
    g_strv_builder_take (facts, sk_words_ages (ages));
  else
    g_strv_builder_add (facts, _("ages not stated"));
  all = g_strv_builder_end (facts);

  return g_strjoinv (" · ", all);
}

static const char *
find_notice (SkBlock *block)
{
  if (sk_block_get_withdrawn (block))
    return _("No longer in the catalogue: the publisher withdrew it. "
              "It stays here as you pinned it, and is marked on paper.");
  if (sk_block_get_kept (block) != NULL)
    return _("The catalogue has a newer version. You kept yours.");

  return NULL;
}

static void
sk_block_heading_show (SkBlockPart *part,
                       SkBlock     *block)
{
  SkBlockHeading *self = SK_BLOCK_HEADING (part);
  SkResource *resource = sk_block_get_resource (block);
  const char *notice = find_notice (block);
  g_autofree char *facts = describe (block);

  if (resource != NULL)
    sk_cover_set_resource (self->cover, resource);
  gtk_widget_set_visible (GTK_WIDGET (self->cover), resource != NULL);
  gtk_image_set_from_icon_name (self->tile, sk_block_icon_get_name (sk_block_get_kind (block)));
  gtk_widget_set_visible (GTK_WIDGET (self->tile), resource == NULL);

  sk_text_area_set_text (self->title, sk_block_get_title (block));
  g_object_set (self->title, "placeholder", sk_block_words_kind (sk_block_get_kind (block)), NULL);
  gtk_label_set_text (self->facts, facts);
  gtk_widget_set_visible (self->notice, notice != NULL);
  gtk_label_set_text (self->notice_words, notice != NULL ? notice : "");
}

static void
sk_block_heading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_BLOCK_HEADING);

  G_OBJECT_CLASS (sk_block_heading_parent_class)->dispose (object);
}

static void
sk_block_heading_class_init (SkBlockHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_block_heading_dispose;
  SK_BLOCK_PART_CLASS (klass)->show = sk_block_heading_show;

  g_type_ensure (SK_TYPE_COVER);
  g_type_ensure (SK_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-block-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, SkBlockHeading, cover);
  gtk_widget_class_bind_template_child (widget_class, SkBlockHeading, tile);
  gtk_widget_class_bind_template_child (widget_class, SkBlockHeading, title);
  gtk_widget_class_bind_template_child (widget_class, SkBlockHeading, facts);
  gtk_widget_class_bind_template_child (widget_class, SkBlockHeading, notice);
  gtk_widget_class_bind_template_child (widget_class, SkBlockHeading, notice_words);
  gtk_widget_class_bind_template_callback (widget_class, on_title_edited);
  gtk_widget_class_bind_template_callback (widget_class, sk_block_part_seal);
}

static void
sk_block_heading_init (SkBlockHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
