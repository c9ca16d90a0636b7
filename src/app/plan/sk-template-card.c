/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-template-card.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-session-sketch.h"
#include "sk-words.h"

struct _SkTemplateCard
{
  GtkButton parent_instance;

  SkSessionSketch *sketch;
  GtkLabel *name;
  GtkLabel *description;
  GtkLabel *facts;
};

G_DEFINE_FINAL_TYPE (SkTemplateCard, sk_template_card, GTK_TYPE_BUTTON)

static void
sk_template_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_TEMPLATE_CARD);

  G_OBJECT_CLASS (sk_template_card_parent_class)->dispose (object);
}

static void
sk_template_card_class_init (SkTemplateCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_template_card_dispose;

  g_type_ensure (SK_TYPE_SESSION_SKETCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-template-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SkTemplateCard, sketch);
  gtk_widget_class_bind_template_child (widget_class, SkTemplateCard, name);
  gtk_widget_class_bind_template_child (widget_class, SkTemplateCard, description);
  gtk_widget_class_bind_template_child (widget_class, SkTemplateCard, facts);
}

static void
sk_template_card_init (SkTemplateCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (SkSessionTemplate *session_template)
{
  g_autofree char *minutes = sk_words_minutes (sk_session_template_get_minutes (session_template));
  g_autofree char *ages = NULL;
  SkAgeRange range;

  if (sk_session_template_get_ages (session_template, &range))
    ages = sk_words_ages (range);

  return g_strdup_printf ("%s · %s", minutes, ages != NULL ? ages : _("any age"));
}

/**
 * sk_template_card_new:
 * @session_template: a session to begin with
 *
 * Returns: (transfer floating): a card for it, in the reader's language
 */
GtkWidget *
sk_template_card_new (SkSessionTemplate *session_template)
{
  SkTemplateCard *self = g_object_new (SK_TYPE_TEMPLATE_CARD, NULL);
  const char * const *languages = g_get_language_names ();
  const char *name =
    sk_lang_string_pick (sk_session_template_get_name (session_template), languages, NULL, NULL);
  const char *description =
    sk_lang_string_pick (sk_session_template_get_description (session_template), languages, NULL,
                         NULL);
  g_autofree char *facts = describe (session_template);
  g_autofree char *words = g_strdup_printf ("%s, %s, %s", name, description, facts);
  g_autoptr (SkSession) session = sk_session_template_make (session_template, "en", NULL);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->description, description);
  gtk_label_set_text (self->facts, facts);
  sk_session_sketch_set_session (self->sketch, session);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s",
                                    sk_session_template_get_id (session_template));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return GTK_WIDGET (self);
}
