/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-results-stack.h"

#include "sidekick-config.h"
#include "sk-landing-page.h"
#include "sk-nothing-found.h"
#include "sk-results-grid.h"

#define MARGIN 12
#define NARROW_MARGIN 6

struct _SkResultsStack
{
  AdwBin parent_instance;

  SkSearch *search;
  SkUserData *user;
  gboolean everything;
  gboolean narrow;
  gboolean tight;
  gboolean compact;

  GtkStack *stack;
  GtkWidget *spinner;
  SkLandingPage *landing_page;
  GtkWidget *grid;
};

enum
{
  PROP_SEARCH = 1,
  PROP_USER,
  PROP_EVERYTHING,
  PROP_LANDING,
  PROP_NARROW,
  PROP_TIGHT,
  PROP_COMPACT,
  N_PROPS
};

enum
{
  ACTIVATED,
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkResultsStack, sk_results_stack, ADW_TYPE_BIN)

static gboolean
shows (SkResultsStack *self,
       const char     *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static gboolean
asks_nothing (SkQuery *query)
{
  g_autoptr (SkQuery) everything = sk_query_new ();
  g_autoptr (SkQuery) in_order = sk_query_with_order (everything, sk_query_get_order (query));

  return sk_query_equal (query, in_order);
}

static const char *
choose_page (SkResultsStack *self)
{
  if (sk_index_get_size (sk_search_get_index (self->search)) == 0)
    return "empty";
  if (!self->everything && asks_nothing (sk_search_get_answered (self->search)))
    return "landing";

  return sk_results_get_count (sk_search_get_results (self->search)) > 0 ? "results" : "nothing";
}

/* Brings the focus to the first tool, or to what is there in place of tools. */
static gboolean
sk_results_stack_grab_focus (GtkWidget *widget)
{
  GtkWidget *there = gtk_stack_get_visible_child (SK_RESULTS_STACK (widget)->stack);

  return gtk_widget_grab_focus (there) || gtk_widget_child_focus (there, GTK_DIR_TAB_FORWARD);
}

/* Cards come to be when the grid is laid out: until then it is tried again, a frame at a time,
 * unless the focus is somewhere else by then. */
static gboolean
focus_soon (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  SkResultsStack *self = SK_RESULTS_STACK (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && focus != self->spinner)
    return G_SOURCE_REMOVE;

  return gtk_widget_grab_focus (widget) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
show_page (SkResultsStack *self)
{
  const gboolean is_first = shows (self, "loading");

  if (self->search == NULL || sk_search_get_results (self->search) == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
  if (is_first)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_soon, NULL, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANDING]);
}

/* Where the filters leave nothing, whoever chose them on the page goes on at the way out; whoever
 * types, or is in a sheet or a dialog above the page, stays there. */
static void
leave_filters (SkResultsStack *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_OVERLAY_SPLIT_VIEW);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && page != NULL && !GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, page))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_activated (SkResultsStack *self,
              SkResource     *resource)
{
  g_signal_emit (self, signals[ACTIVATED], 0, resource);
}

static void
on_chosen (SkResultsStack *self,
           SkQuery        *query)
{
  g_signal_emit (self, signals[CHOSEN], 0, query);
}

static void
set_search (SkResultsStack *self,
            SkSearch       *search)
{
  if (!g_set_object (&self->search, search) || search == NULL)
    return;

  g_object_set (self->landing_page, "catalogue", sk_search_get_catalogue (search), NULL);
  g_signal_connect_object (search, "notify::results", G_CALLBACK (show_page), self,
                           G_CONNECT_SWAPPED);
  show_page (self);
}

static void
set_everything (SkResultsStack *self,
                gboolean        everything)
{
  if (self->everything == everything)
    return;

  self->everything = everything;
  show_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVERYTHING]);
}

static void
set_narrow (SkResultsStack *self,
            gboolean        narrow)
{
  const int margin = narrow ? NARROW_MARGIN : MARGIN;

  self->narrow = narrow;
  gtk_widget_set_margin_start (self->grid, margin);
  gtk_widget_set_margin_end (self->grid, margin);
}

static void
sk_results_stack_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SkResultsStack *self = SK_RESULTS_STACK (object);

  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_object (value, self->search);
      break;
    case PROP_USER:
      g_value_set_object (value, self->user);
      break;
    case PROP_EVERYTHING:
      g_value_set_boolean (value, self->everything);
      break;
    case PROP_LANDING:
      g_value_set_boolean (value, shows (self, "landing"));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_TIGHT:
      g_value_set_boolean (value, self->tight);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_results_stack_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SkResultsStack *self = SK_RESULTS_STACK (object);

  switch (id)
    {
    case PROP_SEARCH:
      set_search (self, g_value_get_object (value));
      break;
    case PROP_USER:
      g_set_object (&self->user, g_value_get_object (value));
      break;
    case PROP_EVERYTHING:
      set_everything (self, g_value_get_boolean (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_TIGHT:
      self->tight = g_value_get_boolean (value);
      break;
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_results_stack_dispose (GObject *object)
{
  SkResultsStack *self = SK_RESULTS_STACK (object);

  g_clear_object (&self->search);
  g_clear_object (&self->user);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_RESULTS_STACK);

  G_OBJECT_CLASS (sk_results_stack_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH, flags);
  properties[PROP_USER] = g_param_spec_object ("user", NULL, NULL, SK_TYPE_USER_DATA, flags);
  properties[PROP_EVERYTHING] =
    g_param_spec_boolean ("everything", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LANDING] =
    g_param_spec_boolean ("landing", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sk_results_stack_class_init (SkResultsStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_results_stack_get_property;
  object_class->set_property = sk_results_stack_set_property;
  object_class->dispose = sk_results_stack_dispose;
  widget_class->grab_focus = sk_results_stack_grab_focus;

  install_properties (object_class);

  signals[ACTIVATED] = g_signal_new ("activated", SK_TYPE_RESULTS_STACK, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, SK_TYPE_RESOURCE);
  signals[CHOSEN] = g_signal_new ("chosen", SK_TYPE_RESULTS_STACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, SK_TYPE_QUERY);

  g_type_ensure (SK_TYPE_LANDING_PAGE);
  g_type_ensure (SK_TYPE_NOTHING_FOUND);
  g_type_ensure (SK_TYPE_RESULTS_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-results-stack.ui");
  gtk_widget_class_bind_template_child (widget_class, SkResultsStack, stack);
  gtk_widget_class_bind_template_child (widget_class, SkResultsStack, spinner);
  gtk_widget_class_bind_template_child (widget_class, SkResultsStack, landing_page);
  gtk_widget_class_bind_template_child (widget_class, SkResultsStack, grid);
  gtk_widget_class_bind_template_callback (widget_class, leave_filters);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
sk_results_stack_init (SkResultsStack *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_results_stack_shows_nothing:
 *
 * Returns: whether it shows the ways out of a question that finds nothing
 */
gboolean
sk_results_stack_shows_nothing (SkResultsStack *self)
{
  g_return_val_if_fail (SK_IS_RESULTS_STACK (self), FALSE);

  return shows (self, "nothing");
}
