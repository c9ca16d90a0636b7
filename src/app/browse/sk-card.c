/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-card.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-cover.h"
#include "sk-found-words.h"
#include "sk-languages.h"
#include "sk-words.h"

#define WIDTH 300
#define COVER_HEIGHT 100
#define SIDEWAYS_COVER_WIDTH 84
#define SYMBOL_SIZE 36
#define SIDEWAYS_SYMBOL_SIZE 30

struct _SkCard
{
  GtkBox parent_instance;

  SkResource *resource;
  gboolean sideways;
  char *words;

  SkCover *cover;
  GtkLabel *title;
  GtkLabel *publisher;
  GtkLabel *ages;
  GtkLabel *minutes;
  GtkWidget *format;
  GtkImage *format_icon;
  GtkLabel *format_name;
  GtkWidget *tags;
  GtkLabel *language;
  GtkLabel *more_languages;
};

enum
{
  PROP_SIDEWAYS = 1,
  PROP_WORDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkCard, sk_card, GTK_TYPE_BOX)

static void
lay_out (SkCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), self->sideways ? GTK_ORIENTATION_HORIZONTAL
                                                                        : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->cover), self->sideways ? SIDEWAYS_COVER_WIDTH : -1,
                               self->sideways ? -1 : COVER_HEIGHT);
  sk_cover_set_symbol_size (self->cover, self->sideways ? SIDEWAYS_SYMBOL_SIZE : SYMBOL_SIZE);
  gtk_widget_set_visible (self->tags, !self->sideways);

  if (self->sideways)
    gtk_widget_add_css_class (GTK_WIDGET (self), "sideways");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "sideways");
}

static void
set_sideways (SkCard   *self,
              gboolean  sideways)
{
  if (self->sideways == sideways)
    return;

  self->sideways = sideways;
  lay_out (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEWAYS]);
}

static void
mark_title (SkCard *self)
{
  g_autoptr (PangoAttrList) marks = NULL;

  if (self->words != NULL)
    marks = sk_found_words_mark (gtk_label_get_text (self->title), self->words);
  gtk_label_set_attributes (self->title, marks);
}

static void
set_words (SkCard     *self,
           const char *words)
{
  if (!g_set_str (&self->words, words))
    return;

  mark_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

static void
sk_card_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SIDEWAYS:
      g_value_set_boolean (value, SK_CARD (object)->sideways);
      break;
    case PROP_WORDS:
      g_value_set_string (value, SK_CARD (object)->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_card_set_property (GObject      *object,
                      guint         id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SIDEWAYS:
      set_sideways (SK_CARD (object), g_value_get_boolean (value));
      break;
    case PROP_WORDS:
      set_words (SK_CARD (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_card_dispose (GObject *object)
{
  SkCard *self = SK_CARD (object);

  g_clear_object (&self->resource);
  g_clear_pointer (&self->words, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_CARD);

  G_OBJECT_CLASS (sk_card_parent_class)->dispose (object);
}

static void
sk_card_class_init (SkCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_card_get_property;
  object_class->set_property = sk_card_set_property;
  object_class->dispose = sk_card_dispose;

  properties[PROP_SIDEWAYS] =
    g_param_spec_boolean ("sideways", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SK_TYPE_COVER);
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SkCard, cover);
  gtk_widget_class_bind_template_child (widget_class, SkCard, title);
  gtk_widget_class_bind_template_child (widget_class, SkCard, publisher);
  gtk_widget_class_bind_template_child (widget_class, SkCard, ages);
  gtk_widget_class_bind_template_child (widget_class, SkCard, minutes);
  gtk_widget_class_bind_template_child (widget_class, SkCard, format);
  gtk_widget_class_bind_template_child (widget_class, SkCard, format_icon);
  gtk_widget_class_bind_template_child (widget_class, SkCard, format_name);
  gtk_widget_class_bind_template_child (widget_class, SkCard, tags);
  gtk_widget_class_bind_template_child (widget_class, SkCard, language);
  gtk_widget_class_bind_template_child (widget_class, SkCard, more_languages);

  gtk_widget_class_set_css_name (widget_class, "skcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sk_card_init (SkCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  lay_out (self);
}

/**
 * sk_card_new:
 *
 * Returns: (transfer floating): a card that shows no tool yet
 */
SkCard *
sk_card_new (void)
{
  return g_object_new (SK_TYPE_CARD, NULL);
}

/**
 * sk_card_get_resource:
 *
 * Returns: (transfer none) (nullable): the tool that the card shows
 */
SkResource *
sk_card_get_resource (SkCard *self)
{
  g_return_val_if_fail (SK_IS_CARD (self), NULL);

  return self->resource;
}

/* A fact that is not there takes no room. */
static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
dup_publisher (SkResource *resource)
{
  const char * const *publishers = sk_resource_get_publishers (resource);

  return publishers != NULL ? g_strjoinv (", ", (GStrv) publishers) : NULL;
}

static char *
dup_ages (SkResource *resource)
{
  SkAgeRange ages;

  return sk_resource_get_ages (resource, &ages) ? sk_words_ages (ages) : NULL;
}

static char *
dup_minutes (SkResource *resource)
{
  const guint minutes = sk_resource_get_minutes (resource);

  return minutes > 0 ? sk_words_minutes (minutes) : NULL;
}

static SkConcept *
get_format (SkResource *resource)
{
  GPtrArray *formats = sk_resource_get_concepts (resource, SK_FACET_FORMAT);

  return formats != NULL && formats->len > 0 ? g_ptr_array_index (formats, 0) : NULL;
}

static void
show_format (SkCard     *self,
             SkResource *resource)
{
  SkConcept *format = get_format (resource);

  gtk_widget_set_visible (self->format, format != NULL);
  if (format == NULL)
    return;

  g_autofree char *icon = sk_words_icon (SK_FACET_FORMAT, format);

  gtk_image_set_from_icon_name (self->format_icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->format_icon), icon != NULL);
  gtk_label_set_text (self->format_name, sk_concept_pick_label (format, g_get_language_names ()));
}

static void
show_languages (SkCard     *self,
                SkResource *resource)
{
  g_auto (GStrv) languages = sk_languages_sort (sk_resource_get_languages (resource));
  const guint n_languages = g_strv_length (languages);
  g_autofree char *first = n_languages > 0 ? sk_languages_dup_short (languages[0]) : NULL;
  g_autofree char *more = NULL;

  if (n_languages == 2)
    more = sk_languages_dup_short (languages[1]);
  else if (n_languages > 2)
    more = g_strdup_printf ("+%u", n_languages - 1);

  show_text (self->language, first);
  show_text (self->more_languages, more);
}

/**
 * sk_card_set_resource:
 * @resource: (nullable): the tool to show, or %NULL for none
 *
 * Shows a tool.
 */
void
sk_card_set_resource (SkCard     *self,
                      SkResource *resource)
{
  g_return_if_fail (SK_IS_CARD (self));
  g_return_if_fail (resource == NULL || SK_IS_RESOURCE (resource));

  g_set_object (&self->resource, resource);
  if (resource == NULL)
    return;

  g_autofree char *publisher = dup_publisher (resource);
  g_autofree char *ages = dup_ages (resource);
  g_autofree char *minutes = dup_minutes (resource);

  sk_cover_set_resource (self->cover, resource);
  gtk_label_set_text (self->title, sk_resource_pick_name (resource, g_get_language_names (), NULL));
  mark_title (self);
  show_text (self->publisher, publisher);
  show_text (self->ages, ages);
  show_text (self->minutes, minutes);
  show_format (self, resource);
  show_languages (self, resource);
}

static void
add_words (GStrvBuilder *builder,
           char         *words)
{
  if (words != NULL && *words != '\0')
    g_strv_builder_take (builder, words);
  else
    g_free (words);
}

/**
 * sk_card_describe:
 * @resource: a tool
 *
 * Says all that a card shows, in words for somebody who hears it.
 *
 * Returns: (transfer full): the name, then the facts that are stated, with commas between
 */
char *
sk_card_describe (SkResource *resource)
{
  const char * const *readers = g_get_language_names ();
  g_auto (GStrv) languages = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  SkConcept *format;

  g_return_val_if_fail (SK_IS_RESOURCE (resource), NULL);

  format = get_format (resource);
  languages = sk_languages_sort (sk_resource_get_languages (resource));

  g_strv_builder_add (builder, sk_resource_pick_name (resource, readers, NULL));
  add_words (builder, dup_publisher (resource));
  add_words (builder, dup_ages (resource));
  add_words (builder, dup_minutes (resource));
  if (format != NULL)
    g_strv_builder_add (builder, sk_concept_pick_label (format, readers));
  for (guint i = 0; languages[i] != NULL; i++)
    add_words (builder, sk_words_language (languages[i]));

  all = g_strv_builder_end (builder);
  return g_strjoinv (", ", all);
}
