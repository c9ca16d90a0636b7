/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-card.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-card-words.h"
#include "sk-cover.h"
#include "sk-found-words.h"
#include "sk-languages.h"
#include "sk-words.h"

#define WIDTH 300
#define COVER_HEIGHT 100
#define SIDEWAYS_COVER_WIDTH 84
#define COMPACT_COVER_WIDTH 56
#define TITLE_LINES 3
#define SYMBOL_SIZE 36
#define SIDEWAYS_SYMBOL_SIZE 30
#define COMPACT_SYMBOL_SIZE 22

/* In letters, so that the columns of a list are as wide in every row. */
#define AGES_WIDTH 15
#define MINUTES_WIDTH 8
#define FORMAT_WIDTH 17

struct _SkCard
{
  GtkBox parent_instance;

  SkResource *resource;
  SkUserData *user;
  gboolean sideways;
  gboolean compact;
  char *words;
  gboolean stale;             /* whether it still shows what it did before it was told of these */

  SkCover *cover;
  GtkOrientable *text;
  GtkLabel *title;
  GtkLabel *publisher;
  GtkWidget *facts;
  GtkLabel *ages;
  GtkLabel *minutes;
  GtkWidget *format;
  GtkImage *format_icon;
  GtkLabel *format_name;
  GtkWidget *marks;
  GtkWidget *dead_link;
  GtkWidget *favourite;
  GtkWidget *tags;
  GtkLabel *language;
  GtkLabel *more_languages;
};

enum
{
  PROP_SIDEWAYS = 1,
  PROP_COMPACT,
  PROP_USER,
  PROP_WORDS,
  PROP_DESCRIPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkCard, sk_card, GTK_TYPE_BOX)

static void
set_class (SkCard     *self,
           const char *name,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* The cell of a column has its width, whatever is in it. */
static void
set_width (GtkLabel *label,
           int       n_letters)
{
  gtk_label_set_width_chars (label, n_letters);
  gtk_label_set_max_width_chars (label, n_letters);
}

static void
lay_out_cover (SkCard *self)
{
  int width = -1;
  int symbol = SYMBOL_SIZE;

  if (self->compact)
    {
      width = COMPACT_COVER_WIDTH;
      symbol = COMPACT_SYMBOL_SIZE;
    }
  else if (self->sideways)
    {
      width = SIDEWAYS_COVER_WIDTH;
      symbol = SIDEWAYS_SYMBOL_SIZE;
    }

  gtk_widget_set_size_request (GTK_WIDGET (self->cover), width, width < 0 ? COVER_HEIGHT : -1);
  sk_cover_set_symbol_size (self->cover, symbol);
}

/* A fact that is not there takes no room, unless it is in a column. */
static void
show_label (SkCard   *self,
            GtkLabel *label)
{
  gtk_widget_set_visible (GTK_WIDGET (label), *gtk_label_get_text (label) != '\0' ||
                                                (self->compact && !self->sideways));
}

static void
show_facts (SkCard *self)
{
  const gboolean in_columns = self->compact && !self->sideways;

  show_label (self, self->ages);
  show_label (self, self->minutes);
  gtk_widget_set_visible (self->format,
                          *gtk_label_get_text (self->format_name) != '\0' || in_columns);
  gtk_widget_set_visible (GTK_WIDGET (self->publisher),
                          *gtk_label_get_text (self->publisher) != '\0' &&
                            (!self->compact || in_columns));
}

static gboolean
is_favourite (SkCard *self)
{
  return self->user != NULL && self->resource != NULL &&
         sk_user_data_get_favourite (self->user, sk_resource_get_id (self->resource));
}

static gboolean
has_dead_link (SkCard *self)
{
  return self->user != NULL && self->resource != NULL &&
         sk_user_data_get_dead_link (self->user, sk_resource_get_id (self->resource)) != NULL;
}

static void
show_marks (SkCard *self)
{
  const gboolean favourite = is_favourite (self);
  const gboolean dead_link = has_dead_link (self);

  gtk_widget_set_visible (self->favourite, favourite);
  gtk_widget_set_visible (self->dead_link, dead_link);
  gtk_widget_set_visible (self->marks,
                          favourite || dead_link || (self->compact && !self->sideways));
}

static void
lay_out (SkCard *self)
{
  const gboolean in_columns = self->compact && !self->sideways;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), self->sideways || self->compact
                                                           ? GTK_ORIENTATION_HORIZONTAL
                                                           : GTK_ORIENTATION_VERTICAL);
  gtk_orientable_set_orientation (self->text, in_columns ? GTK_ORIENTATION_HORIZONTAL
                                                         : GTK_ORIENTATION_VERTICAL);
  lay_out_cover (self);
  gtk_label_set_wrap (self->title, !self->compact);
  gtk_label_set_lines (self->title, self->compact ? 1 : TITLE_LINES);
  gtk_widget_set_valign (self->facts, in_columns ? GTK_ALIGN_CENTER : GTK_ALIGN_END);
  gtk_widget_set_visible (self->tags, !self->sideways);
  gtk_widget_set_hexpand (self->facts, !in_columns);
  set_width (self->ages, in_columns ? AGES_WIDTH : -1);
  set_width (self->minutes, in_columns ? MINUTES_WIDTH : -1);
  set_width (self->format_name, in_columns ? FORMAT_WIDTH : -1);
  show_facts (self);
  show_marks (self);

  set_class (self, "sideways", self->sideways && !self->compact);
  set_class (self, "compact", self->compact);
  set_class (self, "columns", in_columns);
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
set_compact (SkCard   *self,
             gboolean  compact)
{
  if (self->compact == compact)
    return;

  self->compact = compact;
  lay_out (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
on_user (SkCard     *self,
         const char *id)
{
  if (self->resource == NULL ||
      (id != NULL && !g_str_equal (id, sk_resource_get_id (self->resource))))
    return;

  if (!self->stale)
    show_marks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

static void
set_user (SkCard     *self,
          SkUserData *user)
{
  if (self->user == user)
    return;

  if (self->user != NULL)
    g_signal_handlers_disconnect_by_func (self->user, on_user, self);
  g_set_object (&self->user, user);
  if (user != NULL)
    g_signal_connect_object (user, "changed", G_CALLBACK (on_user), self, G_CONNECT_SWAPPED);
  on_user (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_USER]);
}

/* The same marks are not set again: that would lay the title out anew. */
static void
mark_title (SkCard *self)
{
  PangoAttrList *shown = gtk_label_get_attributes (self->title);
  g_autoptr (PangoAttrList) marks = NULL;

  if (self->words != NULL)
    marks = sk_found_words_mark (gtk_label_get_text (self->title), self->words);
  if (shown == NULL || marks == NULL ? shown != marks : !pango_attr_list_equal (shown, marks))
    gtk_label_set_attributes (self->title, marks);
}

static void
set_words (SkCard     *self,
           const char *words)
{
  if (!g_set_str (&self->words, words))
    return;

  self->stale = self->resource != NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

static char *
describe (SkCard *self)
{
  return self->resource != NULL
           ? sk_card_words_describe (self->resource, is_favourite (self), has_dead_link (self))
           : NULL;
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
    case PROP_COMPACT:
      g_value_set_boolean (value, SK_CARD (object)->compact);
      break;
    case PROP_USER:
      g_value_set_object (value, SK_CARD (object)->user);
      break;
    case PROP_WORDS:
      g_value_set_string (value, SK_CARD (object)->words);
      break;
    case PROP_DESCRIPTION:
      g_value_take_string (value, describe (SK_CARD (object)));
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
    case PROP_COMPACT:
      set_compact (SK_CARD (object), g_value_get_boolean (value));
      break;
    case PROP_USER:
      set_user (SK_CARD (object), g_value_get_object (value));
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
  g_clear_object (&self->user);
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
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_USER] =
    g_param_spec_object ("user", NULL, NULL, SK_TYPE_USER_DATA,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SK_TYPE_COVER);
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SkCard, cover);
  gtk_widget_class_bind_template_child (widget_class, SkCard, text);
  gtk_widget_class_bind_template_child (widget_class, SkCard, title);
  gtk_widget_class_bind_template_child (widget_class, SkCard, publisher);
  gtk_widget_class_bind_template_child (widget_class, SkCard, facts);
  gtk_widget_class_bind_template_child (widget_class, SkCard, ages);
  gtk_widget_class_bind_template_child (widget_class, SkCard, minutes);
  gtk_widget_class_bind_template_child (widget_class, SkCard, format);
  gtk_widget_class_bind_template_child (widget_class, SkCard, format_icon);
  gtk_widget_class_bind_template_child (widget_class, SkCard, format_name);
  gtk_widget_class_bind_template_child (widget_class, SkCard, marks);
  gtk_widget_class_bind_template_child (widget_class, SkCard, dead_link);
  gtk_widget_class_bind_template_child (widget_class, SkCard, favourite);
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

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
}

static void
show_format (SkCard     *self,
             SkResource *resource)
{
  SkConcept *format = sk_card_words_format (resource);
  g_autofree char *icon = sk_words_icon (SK_FACET_FORMAT, format);

  gtk_image_set_from_icon_name (self->format_icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->format_icon), icon != NULL);
  set_text (self->format_name,
            format != NULL ? sk_concept_pick_label (format, g_get_language_names ()) : NULL);
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

  set_text (self->language, first);
  set_text (self->more_languages, more);
  gtk_widget_set_visible (GTK_WIDGET (self->language), first != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->more_languages), more != NULL);
}

/**
 * sk_card_get_user:
 *
 * Returns: (transfer none) (nullable): what a person keeps about tools
 */
SkUserData *
sk_card_get_user (SkCard *self)
{
  g_return_val_if_fail (SK_IS_CARD (self), NULL);

  return self->user;
}

static void
show_resource (SkCard     *self,
               SkResource *resource)
{
  g_autofree char *publisher = sk_card_words_publisher (resource);
  g_autofree char *ages = sk_card_words_ages (resource);
  g_autofree char *minutes = sk_card_words_minutes (resource);

  sk_cover_set_resource (self->cover, resource);
  gtk_label_set_text (self->title, sk_resource_pick_name (resource, g_get_language_names (), NULL));
  mark_title (self);
  set_text (self->publisher, publisher);
  set_text (self->ages, ages);
  set_text (self->minutes, minutes);
  show_format (self, resource);
  show_languages (self, resource);
  show_facts (self);
  show_marks (self);
}

/**
 * sk_card_set_resource:
 * @resource: (nullable): the tool to show, or %NULL for none
 *
 * Tells of a tool, which a card has for its description at once. It is shown by
 * [method@Card.refresh]: a view that scrolls has many more cards than are in sight.
 */
void
sk_card_set_resource (SkCard     *self,
                      SkResource *resource)
{
  g_return_if_fail (SK_IS_CARD (self));
  g_return_if_fail (resource == NULL || SK_IS_RESOURCE (resource));

  if (!g_set_object (&self->resource, resource))
    return;

  self->stale = resource != NULL;
  if (resource != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

/**
 * sk_card_refresh:
 *
 * Shows what the card was told of and does not show yet, if there is such.
 */
void
sk_card_refresh (SkCard *self)
{
  g_return_if_fail (SK_IS_CARD (self));

  if (!self->stale)
    return;

  self->stale = FALSE;
  show_resource (self, self->resource);
}
