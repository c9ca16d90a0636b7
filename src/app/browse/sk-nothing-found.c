/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-nothing-found.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-filter-words.h"
#include "sk-ways-out.h"

struct _SkNothingFound
{
  AdwBin parent_instance;

  SkSearch *search;
  GCancellable *finding;
  GPtrArray *ways;            /* SkWayOut, the best first */

  GtkLabel *title;
  GtkLabel *description;
  GtkWidget *best_button;
  GtkLabel *best_label;
  AdwWrapBox *others;
};

enum
{
  PROP_SEARCH = 1,
  N_PROPS
};

enum
{
  READY,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkNothingFound, sk_nothing_found, ADW_TYPE_BIN)

static char *
describe_question (SkQuery *query)
{
  const char *text = sk_query_get_text (query);
  const guint n_filters = sk_query_count_values (query);

  if (*text == '\0')
    return g_strdup_printf (ngettext ("Nothing matches this filter",
                                      "Nothing matches all %u filters", n_filters),
                            n_filters);
  if (n_filters > 0)
    return g_strdup_printf (_("Nothing found for “%s” with these filters"), text);

  return g_strdup_printf (_("Nothing found for “%s”"), text);
}

/* What a way leaves out, as it is called on screen. */
static char *
describe_absent (SkNothingFound *self,
                 const SkWayOut *way)
{
  if (way->without == SK_WITHOUT_ONE)
    return sk_filter_words_like (self->search, way->filter);

  return g_strdup (sk_query_get_text (sk_search_get_query (self->search)));
}

static gboolean
is_without_facet (const SkWayOut *way,
                  SkFacet         facet)
{
  return way->without == SK_WITHOUT_ONE && way->filter->kind == SK_FILTER_VALUE &&
         way->filter->facet == facet;
}

static char *
describe_best (SkNothingFound *self,
               const SkWayOut *way)
{
  g_autofree char *absent = describe_absent (self, way);
  const guint count = way->count;

  switch (way->without)
    {
    case SK_WITHOUT_FILTERS:
      return g_strdup_printf (ngettext ("Show %u tool without the filters",
                                        "Show %u tools without the filters", count),
                              count);
    case SK_WITHOUT_ALL:
      return g_strdup_printf (ngettext ("Show the %u tool there is", "Show all %u tools", count),
                              count);
    case SK_WITHOUT_ONE:
    case SK_WITHOUT_TEXT:
    default:
      return g_strdup_printf (ngettext ("Show %u tool without “%s”", "Show %u tools without “%s”",
                                        count),
                              count, absent);
    }
}

static char *
describe_other (SkNothingFound *self,
                const SkWayOut *way)
{
  g_autofree char *absent = describe_absent (self, way);
  const guint count = way->count;

  if (way->without == SK_WITHOUT_FILTERS)
    return g_strdup_printf (ngettext ("Search without the filters: %u tool",
                                      "Search without the filters: %u tools", count),
                            count);
  if (is_without_facet (way, SK_FACET_LANGUAGE))
    return g_strdup_printf (ngettext ("%u in other languages", "%u in other languages", count),
                            count);
  if (is_without_facet (way, SK_FACET_AGE))
    return g_strdup_printf (ngettext ("%u for other ages", "%u for other ages", count), count);

  return g_strdup_printf (ngettext ("%u without “%s”", "%u without “%s”", count), count, absent);
}

/* What one step gives. */
static char *
describe_help (SkNothingFound *self)
{
  const SkWayOut *best = self->ways->len > 0 ? g_ptr_array_index (self->ways, 0) : NULL;
  g_autofree char *absent = NULL;

  if (best == NULL || best->without == SK_WITHOUT_ALL)
    return g_strdup (_("Check how it is spelled, or try other or fewer words."));
  if (best->repaired != NULL)
    /* TRANSLATORS: a word that the catalogue has, and that is almost what was typed */
    return g_strdup_printf (_("Did you mean “%s”?"), best->repaired);
  if (best->without == SK_WITHOUT_FILTERS)
    return g_strdup (_("There are tools when you leave the filters out."));

  absent = describe_absent (self, best);
  return g_strdup_printf (ngettext ("Without “%s” there is %u tool.",
                                    "Without “%s” there are %u tools.", best->count),
                          absent, best->count);
}

static void
take_way (GtkWidget *button,
          SkQuery   *query)
{
  GtkWidget *self = gtk_widget_get_ancestor (button, SK_TYPE_NOTHING_FOUND);

  sk_search_set_query (SK_NOTHING_FOUND (self)->search, query);
}

static void
connect_way (GtkWidget      *button,
             const SkWayOut *way)
{
  g_signal_handlers_disconnect_matched (button, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, take_way, NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_way), way->query, 0);
}

static void
show_best (SkNothingFound *self,
           const SkWayOut *way)
{
  g_autofree char *label = describe_best (self, way);
  g_autofree char *announcement = g_strdup_printf ("%s. %s", _("No tools"), label);

  gtk_label_set_text (self->best_label, label);
  connect_way (self->best_button, way);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
add_other (SkNothingFound *self,
           const SkWayOut *way)
{
  g_autofree char *label = describe_other (self, way);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  connect_way (button, way);
  adw_wrap_box_append (self->others, button);
}

static void
remove_others (SkNothingFound *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->others))) != NULL)
    adw_wrap_box_remove (self->others, child);
}

static void
show_ways (SkNothingFound *self)
{
  g_autofree char *help = describe_help (self);

  gtk_label_set_text (self->description, help);
  gtk_widget_set_visible (self->best_button, self->ways->len > 0);
  remove_others (self);

  for (guint i = 0; i < self->ways->len; i++)
    if (i == 0)
      show_best (self, g_ptr_array_index (self->ways, i));
    else
      add_other (self, g_ptr_array_index (self->ways, i));
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (SkNothingFound) self = data;
  g_autoptr (GPtrArray) ways = sk_ways_out_finish (result, NULL);

  if (ways == NULL)
    return;

  g_clear_pointer (&self->ways, g_ptr_array_unref);
  self->ways = g_steal_pointer (&ways);
  show_ways (self);
  g_signal_emit (self, signals[READY], 0);
}

static void
on_results (SkNothingFound *self)
{
  SkResults *results = sk_search_get_results (self->search);
  SkQuery *query = sk_search_get_answered (self->search);
  g_autofree char *title = NULL;

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  if (results == NULL || sk_results_get_count (results) > 0)
    return;

  title = describe_question (query);
  gtk_label_set_text (self->title, title);
  self->finding = g_cancellable_new ();
  sk_ways_out_find (sk_search_get_index (self->search), query, self->finding, on_found,
                    g_object_ref (self));
}

static void
set_search (SkNothingFound *self,
            SkSearch       *search)
{
  if (!g_set_object (&self->search, search) || search == NULL)
    return;

  g_signal_connect_object (search, "notify::results", G_CALLBACK (on_results), self,
                           G_CONNECT_SWAPPED);
  on_results (self);
}

static void
sk_nothing_found_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_object (value, SK_NOTHING_FOUND (object)->search);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_nothing_found_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SEARCH:
      set_search (SK_NOTHING_FOUND (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
sk_nothing_found_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SK_NOTHING_FOUND (widget)->best_button);
}

static void
sk_nothing_found_dispose (GObject *object)
{
  SkNothingFound *self = SK_NOTHING_FOUND (object);

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_NOTHING_FOUND);
  g_clear_pointer (&self->ways, g_ptr_array_unref);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (sk_nothing_found_parent_class)->dispose (object);
}

static void
sk_nothing_found_class_init (SkNothingFoundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_nothing_found_get_property;
  object_class->set_property = sk_nothing_found_set_property;
  object_class->dispose = sk_nothing_found_dispose;
  widget_class->grab_focus = sk_nothing_found_grab_focus;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SkNothingFound::ready:
   *
   * The ways out are there to be taken.
   */
  signals[READY] = g_signal_new ("ready", SK_TYPE_NOTHING_FOUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-nothing-found.ui");
  gtk_widget_class_bind_template_child (widget_class, SkNothingFound, title);
  gtk_widget_class_bind_template_child (widget_class, SkNothingFound, description);
  gtk_widget_class_bind_template_child (widget_class, SkNothingFound, best_button);
  gtk_widget_class_bind_template_child (widget_class, SkNothingFound, best_label);
  gtk_widget_class_bind_template_child (widget_class, SkNothingFound, others);
}

static void
sk_nothing_found_init (SkNothingFound *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
