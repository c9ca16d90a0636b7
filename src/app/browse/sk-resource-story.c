/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-resource-story.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-language-text.h"
#include "sk-languages.h"
#include "sk-words.h"

struct _SkResourceStory
{
  GtkBox parent_instance;

  GtkWidget *what;
  GtkLabel *language;
  GtkLabel *description;
  GtkBox *talk;
};

G_DEFINE_FINAL_TYPE (SkResourceStory, sk_resource_story, GTK_TYPE_BOX)

static void
show_description (SkResourceStory *self,
                  SkResource      *resource)
{
  const char *language = NULL;
  const char *text = sk_resource_pick_description (resource, g_get_language_names (), &language);
  const gboolean foreign = language != NULL && *language != '\0' && !sk_languages_reads (language);

  gtk_widget_set_visible (self->what, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->language), foreign);
  if (text == NULL)
    return;

  sk_language_text_set (self->description, text, language);
  if (foreign)
    {
      g_autofree char *name = sk_words_language (language);
      g_autofree char *words = g_strdup_printf (_("Language of this text: %s"), name);

      gtk_label_set_label (self->language, words);
    }
}

static void
show_talk (SkResourceStory *self,
           SkResource      *resource)
{
  GPtrArray *questions = sk_resource_get_talk_questions (resource);

  for (guint i = 0; questions != NULL && i < questions->len; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);
      const char *language = NULL;
      const char *text =
        sk_lang_string_pick (g_ptr_array_index (questions, i), g_get_language_names (),
                             sk_resource_get_languages (resource), &language);

      sk_language_text_set (GTK_LABEL (label), text, language);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (self->talk, label);
      gtk_widget_set_visible (GTK_WIDGET (self->talk), TRUE);
    }
}

static void
sk_resource_story_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_RESOURCE_STORY);

  G_OBJECT_CLASS (sk_resource_story_parent_class)->dispose (object);
}

static void
sk_resource_story_class_init (SkResourceStoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_resource_story_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-resource-story.ui");
  gtk_widget_class_bind_template_child (widget_class, SkResourceStory, what);
  gtk_widget_class_bind_template_child (widget_class, SkResourceStory, language);
  gtk_widget_class_bind_template_child (widget_class, SkResourceStory, description);
  gtk_widget_class_bind_template_child (widget_class, SkResourceStory, talk);
}

static void
sk_resource_story_init (SkResourceStory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_resource_story_set_resource:
 * @resource: the tool
 *
 * Shows what is said of a tool. It is set once.
 */
void
sk_resource_story_set_resource (SkResourceStory *self,
                                SkResource      *resource)
{
  g_return_if_fail (SK_IS_RESOURCE_STORY (self));
  g_return_if_fail (SK_IS_RESOURCE (resource));

  show_description (self, resource);
  show_talk (self, resource);
}
