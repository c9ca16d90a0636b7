/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-resource-facts.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sidekick-config.h"
#include "sk-fact-row.h"
#include "sk-fact-words.h"
#include "sk-link.h"
#include "sk-words.h"

#define TAG_SPACING 6

struct _SkResourceFacts
{
  GtkBox parent_instance;

  SkResource *resource;
  GPtrArray *brief; /* rows of what the head of a wide page says too */
  gboolean narrow;

  GtkListBox *rows;
};

enum
{
  PROP_NARROW = 1,
  N_PROPS,
};

enum
{
  FILTER,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkResourceFacts, sk_resource_facts, GTK_TYPE_BOX)

static GtkWidget *
add_row (SkResourceFacts *self,
         const char      *icon_name,
         const char      *title,
         GtkWidget       *value)
{
  GtkWidget *row = sk_fact_row_new (icon_name, title, value);

  sk_fact_row_set_narrow (SK_FACT_ROW (row), self->narrow);
  gtk_list_box_append (self->rows, row);
  return row;
}

static GtkWidget *
add_markup (SkResourceFacts *self,
            const char      *icon_name,
            const char      *title,
            const char      *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_signal_connect (label, "activate-link", G_CALLBACK (sk_link_follow), NULL);

  return add_row (self, icon_name, title, label);
}

/* Nothing where the fact is not stated. */
static GtkWidget *
add_text (SkResourceFacts *self,
          const char      *icon_name,
          const char      *title,
          const char      *text)
{
  g_autofree char *markup = NULL;

  if (text == NULL)
    return NULL;

  markup = g_markup_escape_text (text, -1);
  return add_markup (self, icon_name, title, markup);
}

static void
add_brief (SkResourceFacts *self,
           const char      *icon_name,
           SkFacet          facet,
           const char      *text)
{
  g_autofree char *title = sk_words_facet (facet);
  GtkWidget *row = add_text (self, icon_name, title, text);

  if (row != NULL)
    g_ptr_array_add (self->brief, row);
}

static void
on_tag (GtkWidget       *tag,
        SkResourceFacts *self)
{
  const SkConcept *concept = g_object_get_data (G_OBJECT (tag), "concept");

  g_signal_emit (self, signals[FILTER], 0, (guint) SK_FACET_THEME, sk_concept_get_key (concept));
}

static GtkWidget *
make_tag (SkResourceFacts *self,
          SkConcept       *concept)
{
  GtkWidget *tag = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, TAG_SPACING);
  const char *name = sk_concept_pick_label (concept, g_get_language_names ());
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *icon_name = sk_words_icon (SK_FACET_THEME, concept);
  g_autofree char *tooltip = g_strdup_printf (_("Show all about %s"), name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (tag), box);
  gtk_widget_set_tooltip_text (tag, tooltip);
  gtk_widget_add_css_class (tag, "tag");
  gtk_widget_add_css_class (tag, "flat");

  if (sk_concept_get_family (concept) != NULL)
    {
      g_autofree char *class = g_strdup_printf ("family-%s", sk_concept_get_family (concept));

      gtk_widget_add_css_class (tag, class);
    }

  g_object_set_data_full (G_OBJECT (tag), "concept", sk_concept_ref (concept),
                          (GDestroyNotify) sk_concept_unref);
  g_signal_connect_object (tag, "clicked", G_CALLBACK (on_tag), self, G_CONNECT_DEFAULT);
  return tag;
}

static void
add_themes (SkResourceFacts *self)
{
  GPtrArray *themes = sk_resource_get_concepts (self->resource, SK_FACET_THEME);
  g_autofree char *title = sk_words_facet (SK_FACET_THEME);
  GtkWidget *tags;

  if (themes == NULL || themes->len == 0)
    return;

  tags = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (tags), TAG_SPACING);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (tags), TAG_SPACING);
  for (guint i = 0; i < themes->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (tags), make_tag (self, g_ptr_array_index (themes, i)));

  add_row (self, "sk-theme-other-symbolic", title, tags);
}

static void
add_concepts (SkResourceFacts *self,
              const char      *icon_name,
              SkFacet          facet)
{
  g_autofree char *title = sk_words_facet (facet);
  g_autofree char *text = sk_fact_words_concepts (self->resource, facet);

  add_text (self, icon_name, title, text);
}

static void
add_licence (SkResourceFacts *self)
{
  const char *uri = sk_resource_get_license (self->resource);
  g_autofree char *title = sk_words_facet (SK_FACET_LICENCE);
  g_autofree char *name = sk_words_licence (uri);
  g_autofree char *link = sk_link_markup (uri, name);
  g_autofree char *terms = sk_words_licence_terms (uri);
  g_autofree char *markup =
      terms != NULL ? g_markup_printf_escaped ("%%s\n%s", terms) : g_strdup ("%s");
  g_autoptr (GString) whole = g_string_new (markup);

  g_string_replace (whole, "%s", link, 1);
  add_markup (self, "sk-theme-copyright-symbolic", title, whole->str);
}

static void
add_date (SkResourceFacts *self,
          const char      *title,
          const char      *iso)
{
  g_autofree char *text = iso != NULL ? sk_words_date (iso) : NULL;

  add_text (self, "x-office-calendar-symbolic", title, text);
}

static void
add_provenance (SkResourceFacts *self,
                const char      *source_name)
{
  const char *page = sk_resource_get_source_page (self->resource);
  g_autofree char *seen = sk_fact_words_seen (self->resource);
  g_autofree char *host = page != NULL ? sk_link_dup_host (page) : NULL;

  if (page != NULL)
    {
      g_autofree char *link = sk_link_markup (page, host);
      g_autofree char *markup =
          seen != NULL ? g_strdup_printf ("%s\n%s", link, seen) : g_strdup (link);

      add_markup (self, "sk-format-web_page-symbolic", _("Source"), markup);
    }
  else
    {
      add_text (self, "sk-format-web_page-symbolic", _("Source"), seen);
    }

  add_text (self, "sk-format-data-symbolic", _("Catalogue"), source_name);
}

static void
add_all (SkResourceFacts *self,
         const char      *source_name)
{
  g_autofree char *ages = sk_fact_words_ages (self->resource);
  g_autofree char *minutes = sk_fact_words_length (self->resource);
  g_autofree char *languages = sk_fact_words_languages (self->resource);
  g_autofree char *needs = sk_fact_words_needs (self->resource);
  g_autofree char *cost = sk_fact_words_cost (self->resource);
  g_autofree char *cost_title = sk_words_facet (SK_FACET_FREE);
  g_autofree char *group = sk_words_group (sk_resource_get_group_min (self->resource),
                                           sk_resource_get_group_max (self->resource));

  add_brief (self, "system-users-symbolic", SK_FACET_AGE, ages);
  add_brief (self, "sk-duration-symbolic", SK_FACET_LENGTH, minutes);
  add_themes (self);
  add_concepts (self, "sk-format-lesson_plan-symbolic", SK_FACET_FORMAT);
  add_concepts (self, "sk-theme-relationships-symbolic", SK_FACET_AUDIENCE);
  add_concepts (self, "mark-location-symbolic", SK_FACET_SETTING);
  add_brief (self, "sk-language-symbolic", SK_FACET_LANGUAGE, languages);
  add_text (self, "emblem-ok-symbolic", _("Needs"), needs);
  add_text (self, "system-users-symbolic", _("Group"), group);
  add_text (self, "object-select-symbolic", cost_title, cost);
  add_licence (self);
  add_date (self, _("Published"), sk_resource_get_published (self->resource));
  add_date (self, _("Changed"), sk_resource_get_modified (self->resource));
  add_provenance (self, source_name);
}

static void
show_narrow (SkResourceFacts *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    sk_fact_row_set_narrow (SK_FACT_ROW (row), self->narrow);
  for (guint i = 0; i < self->brief->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->brief, i), self->narrow);
}

static void
set_narrow (SkResourceFacts *self,
            gboolean         narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  show_narrow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
sk_resource_facts_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, SK_RESOURCE_FACTS (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_resource_facts_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (SK_RESOURCE_FACTS (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_resource_facts_dispose (GObject *object)
{
  SkResourceFacts *self = SK_RESOURCE_FACTS (object);

  g_clear_object (&self->resource);
  g_clear_pointer (&self->brief, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_RESOURCE_FACTS);

  G_OBJECT_CLASS (sk_resource_facts_parent_class)->dispose (object);
}

static void
sk_resource_facts_class_init (SkResourceFactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_resource_facts_get_property;
  object_class->set_property = sk_resource_facts_set_property;
  object_class->dispose = sk_resource_facts_dispose;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FILTER] = g_signal_new ("filter", SK_TYPE_RESOURCE_FACTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-resource-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, SkResourceFacts, rows);
}

static void
sk_resource_facts_init (SkResourceFacts *self)
{
  self->brief = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_resource_facts_set_resource:
 * @resource: the tool
 * @source_name: (nullable): what the catalogue is called that it comes from
 *
 * Shows what is known of a tool. It is set once.
 */
void
sk_resource_facts_set_resource (SkResourceFacts *self,
                                SkResource      *resource,
                                const char      *source_name)
{
  g_return_if_fail (SK_IS_RESOURCE_FACTS (self));
  g_return_if_fail (SK_IS_RESOURCE (resource));
  g_return_if_fail (self->resource == NULL);

  self->resource = g_object_ref (resource);
  add_all (self, source_name);
  show_narrow (self);
}
