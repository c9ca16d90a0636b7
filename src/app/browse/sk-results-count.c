/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-results-count.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"

/* Somebody who types hears one number, not one for every letter. */
#define ANNOUNCE_MS 1000

struct _SkResultsCount
{
  AdwBin parent_instance;

  SkSearch *search;
  char *count_text;
  gboolean show_count;
  char *note;
  guint announcement;
};

enum
{
  PROP_SEARCH = 1,
  PROP_COUNT_TEXT,
  PROP_SHOW_COUNT,
  PROP_NOTE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkResultsCount, sk_results_count, ADW_TYPE_BIN)

static gboolean
announce (gpointer data)
{
  SkResultsCount *self = data;
  g_autofree char *words = self->note != NULL
                             ? g_strdup_printf ("%s. %s", self->note, self->count_text)
                             : g_strdup (self->count_text);

  self->announcement = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return G_SOURCE_REMOVE;
}

static void
announce_soon (SkResultsCount *self)
{
  if (self->announcement == 0)
    self->announcement = g_timeout_add (ANNOUNCE_MS, announce, self);
}

static void
show_count (SkResultsCount *self,
            guint           count)
{
  g_autofree char *text = count > 0
                            ? g_strdup_printf (ngettext ("%u tool", "%u tools", count), count)
                            : g_strdup (_("No tools"));
  const gboolean is_first = self->count_text == NULL;

  if (!g_set_str (&self->count_text, text))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT_TEXT]);
  if (!is_first)
    announce_soon (self);
}

static void
set_note (SkResultsCount *self,
          const char     *note)
{
  if (g_set_str (&self->note, note) && note != NULL)
    announce_soon (self);
}

static void
on_results (SkResultsCount *self)
{
  SkResults *results = sk_search_get_results (self->search);

  if (results != NULL)
    show_count (self, sk_results_get_count (results));
}

static void
set_search (SkResultsCount *self,
            SkSearch       *search)
{
  if (!g_set_object (&self->search, search) || search == NULL)
    return;

  g_signal_connect_object (search, "notify::results", G_CALLBACK (on_results), self,
                           G_CONNECT_SWAPPED);
  on_results (self);
}

static void
sk_results_count_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SkResultsCount *self = SK_RESULTS_COUNT (object);

  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_object (value, self->search);
      break;
    case PROP_COUNT_TEXT:
      g_value_set_string (value, self->count_text);
      break;
    case PROP_SHOW_COUNT:
      g_value_set_boolean (value, self->show_count);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_results_count_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SkResultsCount *self = SK_RESULTS_COUNT (object);

  switch (id)
    {
    case PROP_SEARCH:
      set_search (self, g_value_get_object (value));
      break;
    case PROP_SHOW_COUNT:
      self->show_count = g_value_get_boolean (value);
      break;
    case PROP_NOTE:
      set_note (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_results_count_dispose (GObject *object)
{
  SkResultsCount *self = SK_RESULTS_COUNT (object);

  g_clear_handle_id (&self->announcement, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_RESULTS_COUNT);
  g_clear_pointer (&self->count_text, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (sk_results_count_parent_class)->dispose (object);
}

static void
sk_results_count_class_init (SkResultsCountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_results_count_get_property;
  object_class->set_property = sk_results_count_set_property;
  object_class->dispose = sk_results_count_dispose;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT_TEXT] =
    g_param_spec_string ("count-text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_COUNT] = g_param_spec_boolean ("show-count", NULL, NULL, TRUE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOTE] =
    g_param_spec_string ("note", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-results-count.ui");
}

static void
sk_results_count_init (SkResultsCount *self)
{
  self->show_count = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
