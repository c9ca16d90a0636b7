/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-results-head.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-question.h"

/* Somebody who types hears one number, not one for every letter. */
#define ANNOUNCE_MS 1000

struct _SkResultsHead
{
  AdwBin parent_instance;

  SkSearch *search;
  char *count_text;
  gboolean show_count;
  GCancellable *counting;
  guint announcement;

  GtkWidget *offers;
  GtkButton *languages_button;
  GtkButton *ages_button;
  GtkButton *lengths_button;
};

enum
{
  PROP_SEARCH = 1,
  PROP_COUNT_TEXT,
  PROP_SHOW_COUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkResultsHead, sk_results_head, ADW_TYPE_BIN)

static gboolean
announce (gpointer data)
{
  SkResultsHead *self = data;

  self->announcement = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), self->count_text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return G_SOURCE_REMOVE;
}

static void
show_count (SkResultsHead *self,
            guint          count)
{
  g_autofree char *text = count > 0
                            ? g_strdup_printf (ngettext ("%u tool", "%u tools", count), count)
                            : g_strdup (_ ("No tools"));
  const gboolean is_first = self->count_text == NULL;

  if (!g_set_str (&self->count_text, text))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT_TEXT]);
  if (!is_first && self->announcement == 0)
    self->announcement = g_timeout_add (ANNOUNCE_MS, announce, self);
}

/* Takes the words. */
static void
offer_more (GtkButton *button,
            guint      count,
            char      *words)
{
  g_autofree char *label = words;

  gtk_button_set_label (button, label);
  gtk_widget_set_visible (GTK_WIDGET (button), count > 0);
}

/* How many tools a facet's choice hides because they say nothing of it. */
static guint
count_unstated (SkResultsHead *self,
                SkFacet        facet)
{
  SkQuery *query = sk_search_get_answered (self->search);
  const char * const *values = sk_query_get_values (query, facet);

  if (values == NULL || values[0] == NULL || sk_query_has_value (query, facet, SK_FACET_NONE))
    return 0;

  return sk_results_get_value_count (sk_search_get_results (self->search), facet, SK_FACET_NONE);
}

static void
offer_unstated (SkResultsHead *self)
{
  const guint ages = count_unstated (self, SK_FACET_AGE);
  const guint lengths = count_unstated (self, SK_FACET_LENGTH);

  offer_more (self->ages_button, ages,
              g_strdup_printf (ngettext ("%u more without a stated age",
                                         "%u more without a stated age", ages),
                               ages));
  offer_more (self->lengths_button, lengths,
              g_strdup_printf (ngettext ("%u more without a stated length",
                                         "%u more without a stated length", lengths),
                               lengths));
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (SkResultsHead) self = data;
  g_autoptr (GPtrArray) answers = sk_question_finish (result, NULL);
  guint all;
  guint more;

  if (answers == NULL)
    return;

  all = sk_results_get_count (g_ptr_array_index (answers, 0));
  more = all - MIN (all, sk_results_get_count (sk_search_get_results (self->search)));
  offer_more (self->languages_button, more,
              g_strdup_printf (ngettext ("%u more in other languages", "%u more in other languages",
                                         more),
                               more));
}

/* A tool may be in several languages, so that the counts of the facet do not add up. */
static void
offer_languages (SkResultsHead *self)
{
  SkQuery *query = sk_search_get_answered (self->search);
  const char * const *languages = sk_query_get_values (query, SK_FACET_LANGUAGE);
  g_autoptr (GPtrArray) queries = NULL;

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);

  if (languages == NULL || languages[0] == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->languages_button), FALSE);
      return;
    }

  queries = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (queries, sk_query_without_facet (query, SK_FACET_LANGUAGE));
  self->counting = g_cancellable_new ();
  sk_question_ask (sk_search_get_index (self->search), queries, self->counting, on_counted,
                   g_object_ref (self));
}

static void
on_results (SkResultsHead *self)
{
  SkResults *results = sk_search_get_results (self->search);

  if (results == NULL)
    return;

  show_count (self, sk_results_get_count (results));
  offer_unstated (self);
  offer_languages (self);
  /* Where nothing is found, the ways out say more. */
  gtk_widget_set_visible (self->offers, sk_results_get_count (results) > 0);
}

static void
drop_languages (SkResultsHead *self)
{
  sk_search_choose_value (self->search, SK_FACET_LANGUAGE, NULL);
}

static void
add_unstated_ages (SkResultsHead *self)
{
  sk_search_toggle_value (self->search, SK_FACET_AGE, SK_FACET_NONE);
}

static void
add_unstated_lengths (SkResultsHead *self)
{
  sk_search_toggle_value (self->search, SK_FACET_LENGTH, SK_FACET_NONE);
}

static void
set_search (SkResultsHead *self,
            SkSearch      *search)
{
  if (!g_set_object (&self->search, search) || search == NULL)
    return;

  g_signal_connect_object (search, "notify::results", G_CALLBACK (on_results), self,
                           G_CONNECT_SWAPPED);
  on_results (self);
}

static void
sk_results_head_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SkResultsHead *self = SK_RESULTS_HEAD (object);

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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_results_head_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SkResultsHead *self = SK_RESULTS_HEAD (object);

  switch (id)
    {
    case PROP_SEARCH:
      set_search (self, g_value_get_object (value));
      break;
    case PROP_SHOW_COUNT:
      self->show_count = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_results_head_dispose (GObject *object)
{
  SkResultsHead *self = SK_RESULTS_HEAD (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_handle_id (&self->announcement, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_RESULTS_HEAD);
  g_clear_pointer (&self->count_text, g_free);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (sk_results_head_parent_class)->dispose (object);
}

static void
sk_results_head_class_init (SkResultsHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_results_head_get_property;
  object_class->set_property = sk_results_head_set_property;
  object_class->dispose = sk_results_head_dispose;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT_TEXT] =
    g_param_spec_string ("count-text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_COUNT] = g_param_spec_boolean ("show-count", NULL, NULL, TRUE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-results-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SkResultsHead, offers);
  gtk_widget_class_bind_template_child (widget_class, SkResultsHead, languages_button);
  gtk_widget_class_bind_template_child (widget_class, SkResultsHead, ages_button);
  gtk_widget_class_bind_template_child (widget_class, SkResultsHead, lengths_button);
  gtk_widget_class_bind_template_callback (widget_class, drop_languages);
  gtk_widget_class_bind_template_callback (widget_class, add_unstated_ages);
  gtk_widget_class_bind_template_callback (widget_class, add_unstated_lengths);
}

static void
sk_results_head_init (SkResultsHead *self)
{
  self->show_count = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
