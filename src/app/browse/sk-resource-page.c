/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-resource-page.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-cover.h"
#include "sk-fact-words.h"
#include "sk-languages.h"
#include "sk-link.h"
#include "sk-resource-facts.h"
#include "sk-resource-files.h"
#include "sk-resource-related.h"
#include "sk-words.h"

struct _SkResourcePage
{
  AdwNavigationPage parent_instance;

  SkCatalogue *catalogue;
  SkResource *resource;

  AdwHeaderBar *header;
  GtkScrolledWindow *scroller;
  SkCover *cover;
  GtkLabel *title;
  GtkLabel *publisher;
  AdwWrapBox *brief;
  GtkWidget *sensitive;
  GtkWidget *buttons;
  GtkWidget *bottom;
  GtkLabel *leads;
  GtkWidget *what;
  GtkLabel *language;
  GtkLabel *description;
  GtkBox *talk;
  GtkWidget *no_files;
  SkResourceFiles *files;
  SkResourceFacts *facts;
  SkResourceRelated *related;
};

enum
{
  ACTIVATED,
  FILTER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkResourcePage, sk_resource_page, ADW_TYPE_NAVIGATION_PAGE)

/* So that a machine reads it with the right voice, and breaks its words where they may be. */
static void
set_text (GtkLabel   *label,
          const char *text,
          const char *language)
{
  gtk_label_set_label (label, text);

  if (language != NULL && *language != '\0')
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes,
                              pango_attr_language_new (pango_language_from_string (language)));
      gtk_label_set_attributes (label, attributes);
    }
}

static void
show_title (SkResourcePage *self)
{
  const char *language = NULL;
  const char *name = sk_resource_pick_name (self->resource, g_get_language_names (), &language);
  const char *publisher_url = sk_resource_get_publisher_url (self->resource);
  const char * const *publishers = sk_resource_get_publishers (self->resource);
  g_autofree char *joined = publishers != NULL ? g_strjoinv (", ", (GStrv) publishers) : NULL;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  set_text (self->title, name, language);
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
add_brief (SkResourcePage *self,
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
show_brief (SkResourcePage *self)
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

static void
show_link (SkResourcePage *self)
{
  const char *url = sk_resource_get_url (self->resource);
  const gboolean openable = sk_link_is_web (url);
  g_autofree char *host = openable ? sk_link_dup_host (url) : NULL;
  g_autofree char *leads = NULL;

  if (openable)
    leads = g_strdup_printf (_("Opens %s in your browser"), host);
  else
    leads = g_strdup (_("Its publisher gives no address for it"));

  gtk_label_set_label (self->leads, leads);
  gtk_widget_set_visible (self->buttons, openable);
  gtk_widget_set_visible (self->bottom, openable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.open", openable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.copy-link", openable);
}

static void
show_description (SkResourcePage *self)
{
  const char *language = NULL;
  const char *text =
      sk_resource_pick_description (self->resource, g_get_language_names (), &language);
  const gboolean foreign = language != NULL && *language != '\0' && !sk_languages_reads (language);

  gtk_widget_set_visible (self->what, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->language), foreign);
  if (text == NULL)
    return;

  set_text (self->description, text, language);
  if (foreign)
    {
      g_autofree char *name = sk_words_language (language);
      g_autofree char *words = g_strdup_printf (_("Language of this text: %s"), name);

      gtk_label_set_label (self->language, words);
    }
}

static void
show_talk (SkResourcePage *self)
{
  GPtrArray *questions = sk_resource_get_talk_questions (self->resource);

  for (guint i = 0; questions != NULL && i < questions->len; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);
      const char *language = NULL;
      const char *text =
          sk_lang_string_pick (g_ptr_array_index (questions, i), g_get_language_names (),
                               sk_resource_get_languages (self->resource), &language);

      set_text (GTK_LABEL (label), text, language);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (self->talk, label);
      gtk_widget_set_visible (GTK_WIDGET (self->talk), TRUE);
    }
}

static void
show_files (SkResourcePage *self)
{
  GPtrArray *attachments = sk_resource_get_attachments (self->resource);
  const gboolean has_files = attachments != NULL && attachments->len > 0;

  gtk_widget_set_visible (self->no_files, !has_files);
  gtk_widget_set_visible (GTK_WIDGET (self->files), has_files);
  sk_resource_files_set_resource (self->files, self->resource);
}

/* What the source is called; its address where it is there no more. */
static char *
dup_source_name (SkResourcePage *self)
{
  const char *url = sk_resource_get_source (self->resource);
  g_autoptr (SkSource) source =
      url != NULL ? sk_catalogue_find_source (self->catalogue, url, NULL) : NULL;

  return g_strdup (source != NULL ? sk_source_get_name (source) : url);
}

static void
show_resource (SkResourcePage *self)
{
  SkIndex *index = sk_catalogue_get_index (self->catalogue);
  g_autofree char *source_name = dup_source_name (self);

  show_title (self);
  show_brief (self);
  show_link (self);
  show_description (self);
  show_talk (self);
  show_files (self);
  sk_resource_facts_set_resource (self->facts, self->resource, source_name);
  if (index != NULL)
    sk_resource_related_set_resource (self->related, index, self->resource);
}

/* The header names the tool while its own title is out of sight. */
static void
on_scrolled (SkResourcePage *self)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->title), GTK_WIDGET (self->scroller), &bounds))
    adw_header_bar_set_show_title (self->header, bounds.origin.y + bounds.size.height <= 0);
}

static void
become_narrow (SkResourcePage *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
}

static void
become_wide (SkResourcePage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
on_filter (SkResourcePage *self,
           guint           facet,
           const char     *value)
{
  g_signal_emit (self, signals[FILTER], 0, facet, value);
}

static void
on_activated (SkResourcePage *self,
              SkResource     *resource)
{
  g_signal_emit (self, signals[ACTIVATED], 0, resource);
}

static void
open_resource (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  sk_link_open (widget, sk_resource_get_url (SK_RESOURCE_PAGE (widget)->resource));
}

static void
copy_link (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  sk_link_copy (widget, sk_resource_get_url (SK_RESOURCE_PAGE (widget)->resource));
}

static void
sk_resource_page_dispose (GObject *object)
{
  SkResourcePage *self = SK_RESOURCE_PAGE (object);

  g_clear_object (&self->resource);
  g_clear_object (&self->catalogue);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_RESOURCE_PAGE);

  G_OBJECT_CLASS (sk_resource_page_parent_class)->dispose (object);
}

static void
sk_resource_page_class_init (SkResourcePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_resource_page_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", SK_TYPE_RESOURCE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, SK_TYPE_RESOURCE);
  signals[FILTER] = g_signal_new ("filter", SK_TYPE_RESOURCE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  g_type_ensure (SK_TYPE_COVER);
  g_type_ensure (SK_TYPE_RESOURCE_FACTS);
  g_type_ensure (SK_TYPE_RESOURCE_FILES);
  g_type_ensure (SK_TYPE_RESOURCE_RELATED);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-resource-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, header);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, cover);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, title);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, publisher);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, brief);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, sensitive);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, buttons);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, bottom);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, leads);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, what);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, language);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, description);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, talk);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, no_files);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, files);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, facts);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, related);
  gtk_widget_class_bind_template_callback (widget_class, sk_link_follow);
  gtk_widget_class_bind_template_callback (widget_class, on_scrolled);
  gtk_widget_class_bind_template_callback (widget_class, become_narrow);
  gtk_widget_class_bind_template_callback (widget_class, become_wide);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);

  gtk_widget_class_install_action (widget_class, "resource.open", NULL, open_resource);
  gtk_widget_class_install_action (widget_class, "resource.copy-link", NULL, copy_link);
}

static void
sk_resource_page_init (SkResourcePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_resource_page_new:
 * @catalogue: where the tool comes from
 * @resource: the tool
 *
 * Returns: (transfer floating): a page that shows the tool
 */
SkResourcePage *
sk_resource_page_new (SkCatalogue *catalogue,
                      SkResource  *resource)
{
  SkResourcePage *self;

  g_return_val_if_fail (SK_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (SK_IS_RESOURCE (resource), NULL);

  self = g_object_new (SK_TYPE_RESOURCE_PAGE, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->resource = g_object_ref (resource);
  show_resource (self);

  return self;
}
