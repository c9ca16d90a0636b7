/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-offers.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-question.h"

struct _SkOffers
{
  AdwBin parent_instance;

  SkSearch *search;
  GCancellable *counting;

  AdwWrapBox *box;
  GtkButton *languages_button;
  GtkButton *unstated_buttons[SK_N_FACETS]; /* of those of unstated_facets */
};

/* Where a choice hides what might fit, and only does not say so. */
static const SkFacet unstated_facets[] = {
  SK_FACET_AGE, SK_FACET_LENGTH, SK_FACET_SETTING, SK_FACET_AUDIENCE, SK_FACET_FREE,
};

enum
{
  PROP_SEARCH = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkOffers, sk_offers, ADW_TYPE_BIN)

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
count_unstated (SkOffers *self,
                SkFacet   facet)
{
  SkQuery *query = sk_search_get_answered (self->search);

  if (!sk_query_has_values (query, facet) || sk_query_has_value (query, facet, SK_FACET_NONE))
    return 0;

  return sk_results_get_value_count (sk_search_get_results (self->search), facet, SK_FACET_NONE);
}

static char *
describe_unstated (SkFacet facet,
                   guint   n)
{
  switch ((guint) facet)
    {
    case SK_FACET_AGE:
      return g_strdup_printf (ngettext ("%u more without a stated age",
                                        "%u more without a stated age", n),
                              n);
    case SK_FACET_LENGTH:
      return g_strdup_printf (ngettext ("%u more without a stated length",
                                        "%u more without a stated length", n),
                              n);
    case SK_FACET_SETTING:
      return g_strdup_printf (ngettext ("%u more without a stated setting",
                                        "%u more without a stated setting", n),
                              n);
    case SK_FACET_AUDIENCE:
      return g_strdup_printf (ngettext ("%u more without a stated audience",
                                        "%u more without a stated audience", n),
                              n);
    default:
      return g_strdup_printf (ngettext ("%u more without a stated cost",
                                        "%u more without a stated cost", n),
                              n);
    }
}

static void
offer_unstated (SkOffers *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (unstated_facets); i++)
    {
      const SkFacet facet = unstated_facets[i];
      const guint n = count_unstated (self, facet);

      offer_more (self->unstated_buttons[facet], n, describe_unstated (facet, n));
    }
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (SkOffers) self = data;
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
offer_languages (SkOffers *self)
{
  SkQuery *query = sk_search_get_answered (self->search);
  g_autoptr (GPtrArray) queries = NULL;

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);

  if (!sk_query_has_values (query, SK_FACET_LANGUAGE))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->languages_button), FALSE);
      return;
    }

  queries = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (queries, sk_query_without_facet (query, SK_FACET_LANGUAGE));
  self->counting = g_cancellable_new ();
  sk_question_ask (sk_search_get_index (self->search), queries, 0, self->counting, on_counted,
                   g_object_ref (self));
}

static void
on_results (SkOffers *self)
{
  SkResults *results = sk_search_get_results (self->search);

  if (results == NULL)
    return;

  offer_unstated (self);
  offer_languages (self);
  /* Where nothing is found, the ways out say more. */
  gtk_widget_set_visible (GTK_WIDGET (self), sk_results_get_count (results) > 0);
}

static void
drop_languages (SkOffers *self)
{
  sk_search_choose_value (self->search, SK_FACET_LANGUAGE, NULL);
}

static void
add_unstated (GtkButton *button,
              gpointer   facet)
{
  SkOffers *self = SK_OFFERS (gtk_widget_get_ancestor (GTK_WIDGET (button), SK_TYPE_OFFERS));

  sk_search_toggle_value (self->search, (SkFacet) GPOINTER_TO_UINT (facet), SK_FACET_NONE);
}

static void
make_buttons (SkOffers *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (unstated_facets); i++)
    {
      const SkFacet facet = unstated_facets[i];
      GtkWidget *button = gtk_button_new ();

      gtk_widget_set_visible (button, FALSE);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "more");
      g_signal_connect (button, "clicked", G_CALLBACK (add_unstated), GUINT_TO_POINTER (facet));
      adw_wrap_box_append (self->box, button);
      self->unstated_buttons[facet] = GTK_BUTTON (button);
    }
}

static void
set_search (SkOffers *self,
            SkSearch *search)
{
  if (!g_set_object (&self->search, search) || search == NULL)
    return;

  g_signal_connect_object (search, "notify::results", G_CALLBACK (on_results), self,
                           G_CONNECT_SWAPPED);
  on_results (self);
}

static void
sk_offers_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_object (value, SK_OFFERS (object)->search);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_offers_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SEARCH:
      set_search (SK_OFFERS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_offers_dispose (GObject *object)
{
  SkOffers *self = SK_OFFERS (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_OFFERS);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (sk_offers_parent_class)->dispose (object);
}

static void
sk_offers_class_init (SkOffersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_offers_get_property;
  object_class->set_property = sk_offers_set_property;
  object_class->dispose = sk_offers_dispose;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-offers.ui");
  gtk_widget_class_bind_template_child (widget_class, SkOffers, box);
  gtk_widget_class_bind_template_child (widget_class, SkOffers, languages_button);
  gtk_widget_class_bind_template_callback (widget_class, drop_languages);
}

static void
sk_offers_init (SkOffers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_buttons (self);
}
