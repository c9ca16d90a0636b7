/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-resource-head.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-cover.h"
#include "sk-fact-words.h"
#include "sk-language-text.h"
#include "sk-link.h"
#include "sk-resource-add.h"
#include "sk-words.h"

#define COVER_WIDTH 300
#define COVER_HEIGHT 180
#define COVER_SYMBOL 64
#define NARROW_COVER_HEIGHT 132
#define NARROW_COVER_SYMBOL 52
#define SPACING 24
#define NARROW_SPACING 18

struct _SkResourceHead
{
  GtkBox parent_instance;

  SkSessionHand *hand;
  SkResource *resource;
  gboolean narrow;

  SkCover *cover;
  GtkLabel *title;
  GtkLabel *publisher;
  AdwWrapBox *brief;
  GtkWidget *sensitive;
  SkResourceAdd *add;
  GtkWidget *place;
  GtkLabel *place_words;
  GtkLabel *leads;
};

enum
{
  PROP_NARROW = 1,
  PROP_OPENABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkResourceHead, sk_resource_head, GTK_TYPE_BOX)

static void
show_title (SkResourceHead *self)
{
  const char *language = NULL;
  const char *name = sk_resource_pick_name (self->resource, g_get_language_names (), &language);
  const char *publisher_url = sk_resource_get_publisher_url (self->resource);
  const char * const *publishers = sk_resource_get_publishers (self->resource);
  g_autofree char *joined = publishers != NULL ? g_strjoinv (", ", (GStrv) publishers) : NULL;

  sk_language_text_set (self->title, name, language);
  sk_cover_set_resource (self->cover, self->resource);

  gtk_widget_set_visible (GTK_WIDGET (self->publisher), joined != NULL && *joined != '\0');
  if (joined != NULL)
    {
      g_autofree char *markup = sk_link_markup (publisher_url, joined);

      gtk_label_set_markup (self->publisher, markup);
      if (!sk_link_is_web (publisher_url))
        gtk_widget_add_css_class (GTK_WIDGET (self->publisher), "secondary");
    }
}

static void
add_brief (SkResourceHead *self,
           const char     *icon_name,
           const char     *text)
{
  GtkWidget *fact;
  GtkWidget *label;

  if (text == NULL)
    return;

  fact = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "strong");
  gtk_box_append (GTK_BOX (fact), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (fact), label);
  adw_wrap_box_append (self->brief, fact);
}

static void
show_brief (SkResourceHead *self)
{
  GPtrArray *formats = sk_resource_get_concepts (self->resource, SK_FACET_FORMAT);
  g_autofree char *ages = sk_fact_words_ages (self->resource);
  g_autofree char *length = sk_fact_words_length (self->resource);
  g_autofree char *format = sk_fact_words_concepts (self->resource, SK_FACET_FORMAT);
  g_autofree char *languages = sk_fact_words_languages (self->resource);
  g_autofree char *icon_name = NULL;

  if (format != NULL)
    icon_name = sk_words_icon (SK_FACET_FORMAT, g_ptr_array_index (formats, 0));

  add_brief (self, "system-users-symbolic", ages);
  add_brief (self, "sk-duration-symbolic", length);
  add_brief (self, icon_name, format);
  add_brief (self, "sk-language-symbolic", languages);
  gtk_widget_set_visible (self->sensitive, sk_resource_get_sensitive (self->resource));
}

static gboolean
is_openable (SkResourceHead *self)
{
  return self->resource != NULL && sk_link_is_web (sk_resource_get_url (self->resource));
}

static void
show_link (SkResourceHead *self)
{
  g_autofree char *leads = NULL;

  if (is_openable (self))
    {
      g_autofree char *host = sk_link_dup_host (sk_resource_get_url (self->resource));

      leads = g_strdup_printf (_("Opens %s in your browser"), host);
    }

  gtk_label_set_label (self->leads,
                       leads != NULL ? leads : _("Its publisher gives no address for it"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPENABLE]);
}

static void
show_place (SkResourceHead *self)
{
  g_autofree char *markup =
    sk_session_hand_find_tool (self->hand, sk_resource_get_id (self->resource));

  gtk_widget_set_visible (self->place, markup != NULL);
  gtk_label_set_markup (self->place_words, markup != NULL ? markup : "");
}

static gboolean
on_place_link (SkResourceHead *self,
               const char     *session_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-session", "s", session_id);
  return GDK_EVENT_STOP;
}

static void
set_narrow (SkResourceHead *self,
            gboolean        narrow)
{
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self), narrow ? NARROW_SPACING : SPACING);
  gtk_widget_set_size_request (GTK_WIDGET (self->cover), narrow ? -1 : COVER_WIDTH,
                               narrow ? NARROW_COVER_HEIGHT : COVER_HEIGHT);
  g_object_set (self->cover, "symbol-size", narrow ? NARROW_COVER_SYMBOL : COVER_SYMBOL, NULL);
}

static void
sk_resource_head_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SkResourceHead *self = SK_RESOURCE_HEAD (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_OPENABLE:
      g_value_set_boolean (value, is_openable (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_resource_head_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (SK_RESOURCE_HEAD (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_resource_head_dispose (GObject *object)
{
  SkResourceHead *self = SK_RESOURCE_HEAD (object);

  g_clear_object (&self->hand);
  g_clear_object (&self->resource);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_RESOURCE_HEAD);

  G_OBJECT_CLASS (sk_resource_head_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SK_TYPE_COVER);
  g_type_ensure (SK_TYPE_RESOURCE_ADD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-resource-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SkResourceHead, cover);
  gtk_widget_class_bind_template_child (widget_class, SkResourceHead, title);
  gtk_widget_class_bind_template_child (widget_class, SkResourceHead, publisher);
  gtk_widget_class_bind_template_child (widget_class, SkResourceHead, brief);
  gtk_widget_class_bind_template_child (widget_class, SkResourceHead, sensitive);
  gtk_widget_class_bind_template_child (widget_class, SkResourceHead, add);
  gtk_widget_class_bind_template_child (widget_class, SkResourceHead, place);
  gtk_widget_class_bind_template_child (widget_class, SkResourceHead, place_words);
  gtk_widget_class_bind_template_child (widget_class, SkResourceHead, leads);
  gtk_widget_class_bind_template_callback (widget_class, sk_link_follow);
  gtk_widget_class_bind_template_callback (widget_class, on_place_link);
}

static void
sk_resource_head_class_init (SkResourceHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sk_resource_head_get_property;
  object_class->set_property = sk_resource_head_set_property;
  object_class->dispose = sk_resource_head_dispose;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPENABLE] =
    g_param_spec_boolean ("openable", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sk_resource_head_init (SkResourceHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_narrow (self, FALSE);
}

/**
 * sk_resource_head_set_resource:
 * @hand: the sessions that it can be added to
 * @resource: the tool
 *
 * Shows a tool. It is set once.
 */
void
sk_resource_head_set_resource (SkResourceHead *self,
                               SkSessionHand  *hand,
                               SkResource     *resource)
{
  g_return_if_fail (SK_IS_RESOURCE_HEAD (self));
  g_return_if_fail (SK_IS_SESSION_HAND (hand));
  g_return_if_fail (SK_IS_RESOURCE (resource));
  g_return_if_fail (self->resource == NULL);

  self->hand = g_object_ref (hand);
  self->resource = g_object_ref (resource);
  g_signal_connect_object (hand, "changed", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);

  show_title (self);
  show_brief (self);
  show_link (self);
  show_place (self);
  sk_resource_add_set_resource (self->add, hand, resource);
}

/**
 * sk_resource_head_get_title_end:
 * @page: what it is in, at whatever depth
 *
 * Returns: where the tool's name ends, in pixels from the top of @page
 */
double
sk_resource_head_get_title_end (SkResourceHead *self,
                                GtkWidget      *page)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  g_return_val_if_fail (SK_IS_RESOURCE_HEAD (self), 0);
  g_return_val_if_fail (GTK_IS_WIDGET (page), 0);

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->title), page, &bounds))
    return 0;

  return (double) (bounds.origin.y + bounds.size.height);
}
