/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-browse-page.h"

#include "sidekick-config.h"
#include "sk-browse-numbers.h"
#include "sk-chips.h"
#include "sk-facet-panel.h"
#include "sk-offers.h"
#include "sk-repair-note.h"
#include "sk-results-count.h"
#include "sk-results-stack.h"
#include "sk-search.h"
#include "sk-undo-toast.h"
#include "sk-view-controls.h"

struct _SkBrowsePage
{
  AdwBin parent_instance;

  SkSearch *search;
  SkUserData *user;
  GtkWidget *switcher;
  GtkWidget *foot;
  gboolean narrow;
  char *text;                 /* of the query, while the entry may be ahead of it */

  AdwBottomSheet *sheet;
  AdwBin *wide_switcher;
  AdwBin *narrow_switcher;
  AdwClamp *wide_search;
  AdwBin *narrow_search;
  GtkSearchEntry *entry;
  SkViewControls *view;
  AdwBin *notices_bin;
  AdwBin *wide_offers;
  GtkWidget *offers;
  GtkWidget *chips;
  AdwBin *wide_foot;
  AdwBin *narrow_foot;
  GtkWidget *head_box;
  GtkWidget *back;
  SkResultsStack *stack;
  GtkWidget *sheet_facets;
  GtkLabel *badge;
  GtkLabel *show_label;
};

enum
{
  PROP_CATALOGUE = 1,
  PROP_SEARCH,
  PROP_USER,
  PROP_SWITCHER,
  PROP_FOOT,
  PROP_NOTICES,
  PROP_NARROW,
  PROP_VIEW,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkBrowsePage, sk_browse_page, ADW_TYPE_BIN)

static void
on_results (SkBrowsePage *self)
{
  if (sk_search_get_results (self->search) != NULL)
    sk_browse_numbers_show (self->search, self->entry, self->badge, self->show_label);
}

static gboolean
shows_everything (SkBrowsePage *self)
{
  gboolean everything;

  g_object_get (self->stack, "everything", &everything, NULL);
  return everything;
}

static void
leave_everything (SkBrowsePage *self)
{
  g_object_set (self->stack, "everything", FALSE, NULL);
}

/* From all tools one goes back to where one landed; from what was asked step by step. */
static void
show_back (SkBrowsePage *self)
{
  SkQuery *query = sk_search_get_query (self->search);

  gtk_widget_set_visible (self->back, shows_everything (self) &&
                                        sk_query_count_values (query) == 0 &&
                                        *sk_query_get_text (query) == '\0');
}

/* Where nothing is asked, there is nothing to count and to put in order. */
static void
on_landing (SkBrowsePage *self)
{
  gboolean landing;

  g_object_get (self->stack, "landing", &landing, NULL);
  gtk_widget_set_visible (self->head_box, !landing);
  gtk_widget_set_visible (GTK_WIDGET (self->view), !landing);
}

static void
on_query (SkBrowsePage *self)
{
  SkQuery *query = sk_search_get_query (self->search);
  const char *text = sk_query_get_text (query);

  if (g_set_str (&self->text, text)
      && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "browse.clear-filters",
                                 sk_query_count_values (query) > 0);
  show_back (self);
}

static void
on_search_changed (SkBrowsePage *self)
{
  sk_search_set_text (self->search, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Whoever starts to type anywhere goes on in the entry. */
static void
on_search_started (SkBrowsePage *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

/* One step towards where one landed: the text first, then one filter after the other. */
static gboolean
step_back (SkBrowsePage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      return TRUE;
    }
  if (sk_search_drop_filter (self->search))
    return TRUE;
  if (!shows_everything (self))
    return FALSE;

  leave_everything (self);
  return TRUE;
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  return step_back (SK_BROWSE_PAGE (widget));
}

static gboolean
on_back (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  SkBrowsePage *self = SK_BROWSE_PAGE (widget);
  const gboolean can_go = gtk_widget_get_visible (self->back);

  if (can_go)
    leave_everything (self);
  return can_go;
}

static void
focus_results (SkBrowsePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->stack));
}

static void
focus_results_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  focus_results (SK_BROWSE_PAGE (widget));
}

/* From a text that finds nothing the next step is the way out. */
static gboolean
on_tab (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  SkBrowsePage *self = SK_BROWSE_PAGE (widget);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->entry)) == NULL ||
      !sk_results_stack_shows_nothing (self->stack))
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->stack));
}

static void
on_activated (SkBrowsePage *self,
              SkResource   *resource)
{
  g_signal_emit (self, signals[ACTIVATED], 0, resource);
}

/* What there is one of moves to where it belongs at this width, the focus with it. */
static void
place_widgets (SkBrowsePage *self)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);
  const gboolean has_focus = gtk_widget_get_focus_child (entry) != NULL;
  g_autoptr (GtkWidget) held_entry = g_object_ref (entry);
  g_autoptr (GtkWidget) held_offers = g_object_ref (self->offers);

  adw_bin_set_child (self->wide_switcher, NULL);
  adw_bin_set_child (self->narrow_switcher, NULL);
  adw_bin_set_child (self->narrow_search, NULL);
  adw_clamp_set_child (self->wide_search, NULL);
  adw_bin_set_child (self->wide_foot, NULL);
  adw_bin_set_child (self->narrow_foot, NULL);

  if (self->narrow)
    adw_bin_set_child (self->narrow_search, entry);
  else
    adw_clamp_set_child (self->wide_search, entry);
  adw_bin_set_child (self->narrow ? self->narrow_switcher : self->wide_switcher, self->switcher);
  adw_bin_set_child (self->narrow ? self->narrow_foot : self->wide_foot, self->foot);

  adw_bin_set_child (self->wide_offers, NULL);
  g_object_set (self->chips, "more", self->narrow ? self->offers : NULL, NULL);
  if (!self->narrow)
    adw_bin_set_child (self->wide_offers, self->offers);

  if (has_focus)
    gtk_widget_grab_focus (entry);
}

/* Takes a widget of the window's, which stands where the width wants it. */
static void
set_guest (SkBrowsePage  *self,
           GtkWidget    **guest,
           GtkWidget     *widget,
           GParamSpec    *pspec)
{
  if (!g_set_object (guest, widget))
    return;

  place_widgets (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_narrow (SkBrowsePage *self,
            gboolean      narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  place_widgets (self);
  if (!narrow)
    adw_bottom_sheet_set_open (self->sheet, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* Letters typed in the sheet are no search behind it. */
static void
on_sheet_opened (SkBrowsePage *self)
{
  const gboolean is_open = adw_bottom_sheet_get_open (self->sheet);

  gtk_search_entry_set_key_capture_widget (self->entry, is_open ? NULL : GTK_WIDGET (self));
  if (is_open)
    gtk_widget_child_focus (self->sheet_facets, GTK_DIR_TAB_FORWARD);
}

/* The button says how many tools it shows: all, where nothing is asked. */
static void
close_sheet (SkBrowsePage *self)
{
  adw_bottom_sheet_set_open (self->sheet, FALSE);
  sk_browse_page_show_query (self, sk_search_get_query (self->search));
}

static void
clear_filters (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  sk_browse_page_clear_filters (SK_BROWSE_PAGE (widget));
}

static void
set_catalogue (SkBrowsePage *self,
               SkCatalogue  *catalogue)
{
  self->search = sk_search_new (catalogue);

  g_signal_connect_object (self->search, "notify::query", G_CALLBACK (on_query), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "notify::results", G_CALLBACK (on_results), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
  on_query (self);
}

static void
sk_browse_page_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SkBrowsePage *self = SK_BROWSE_PAGE (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, sk_search_get_catalogue (self->search));
      break;
    case PROP_SEARCH:
      g_value_set_object (value, self->search);
      break;
    case PROP_USER:
      g_value_set_object (value, self->user);
      break;
    case PROP_SWITCHER:
      g_value_set_object (value, self->switcher);
      break;
    case PROP_FOOT:
      g_value_set_object (value, self->foot);
      break;
    case PROP_NOTICES:
      g_value_set_object (value, adw_bin_get_child (self->notices_bin));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_browse_page_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SkBrowsePage *self = SK_BROWSE_PAGE (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      set_catalogue (self, g_value_get_object (value));
      break;
    case PROP_USER:
      self->user = g_value_dup_object (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SWITCHER:
      set_guest (self, &self->switcher, g_value_get_object (value), pspec);
      break;
    case PROP_FOOT:
      set_guest (self, &self->foot, g_value_get_object (value), pspec);
      break;
    case PROP_NOTICES:
      adw_bin_set_child (self->notices_bin, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_browse_page_dispose (GObject *object)
{
  SkBrowsePage *self = SK_BROWSE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_BROWSE_PAGE);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->switcher);
  g_clear_object (&self->foot);
  g_clear_object (&self->user);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (sk_browse_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-browse-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, sheet);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, head_box);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, wide_switcher);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, narrow_switcher);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, wide_search);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, narrow_search);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, entry);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, view);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, notices_bin);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, wide_offers);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, offers);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, chips);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, wide_foot);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, narrow_foot);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, back);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, sheet_facets);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, badge);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, show_label);
  gtk_widget_class_bind_template_callback (widget_class, close_sheet);
  gtk_widget_class_bind_template_callback (widget_class, focus_results);
  gtk_widget_class_bind_template_callback (widget_class, leave_everything);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_landing);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_opened);
  gtk_widget_class_bind_template_callback (widget_class, show_back);
  gtk_widget_class_bind_template_callback (widget_class, sk_browse_page_show_query);
  gtk_widget_class_bind_template_callback (widget_class, step_back);
}

static void
sk_browse_page_class_init (SkBrowsePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = sk_browse_page_get_property;
  object_class->set_property = sk_browse_page_set_property;
  object_class->dispose = sk_browse_page_dispose;

  properties[PROP_CATALOGUE] =
    g_param_spec_object ("catalogue", NULL, NULL, SK_TYPE_CATALOGUE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | flags);
  properties[PROP_SEARCH] =
    g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH, G_PARAM_READABLE | flags);
  properties[PROP_USER] = g_param_spec_object ("user", NULL, NULL, SK_TYPE_USER_DATA,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | flags);
  properties[PROP_SWITCHER] =
    g_param_spec_object ("switcher", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  properties[PROP_FOOT] =
    g_param_spec_object ("foot", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  properties[PROP_NOTICES] =
    g_param_spec_object ("notices", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_VIEW] =
    g_param_spec_object ("view", NULL, NULL, SK_TYPE_VIEW_CONTROLS, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SkBrowsePage::activated:
   * @self: a page
   * @resource: the tool that was chosen
   *
   * A tool is to be opened.
   */
  signals[ACTIVATED] = g_signal_new ("activated", SK_TYPE_BROWSE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, SK_TYPE_RESOURCE);

  g_type_ensure (SK_TYPE_CHIPS);
  g_type_ensure (SK_TYPE_FACET_PANEL);
  g_type_ensure (SK_TYPE_OFFERS);
  g_type_ensure (SK_TYPE_REPAIR_NOTE);
  g_type_ensure (SK_TYPE_RESULTS_COUNT);
  g_type_ensure (SK_TYPE_RESULTS_STACK);
  g_type_ensure (SK_TYPE_VIEW_CONTROLS);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "browse.clear-filters", NULL, clear_filters);
  gtk_widget_class_install_action (widget_class, "browse.focus-results", NULL,
                                   focus_results_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, on_back, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Back, 0, on_back, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, on_tab, NULL);
}

static void
sk_browse_page_init (SkBrowsePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

/**
 * sk_browse_page_new:
 * @catalogue: where the tools are; it may be opened later
 * @user: what a person keeps about them
 *
 * Returns: (transfer floating): a page that shows all tools
 */
SkBrowsePage *
sk_browse_page_new (SkCatalogue *catalogue,
                    SkUserData  *user)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (SK_IS_USER_DATA (user), NULL);

  return g_object_new (SK_TYPE_BROWSE_PAGE, "catalogue", catalogue, "user", user, NULL);
}

/**
 * sk_browse_page_start_search:
 *
 * Brings the focus to where one types what to look for.
 */
void
sk_browse_page_start_search (SkBrowsePage *self)
{
  g_return_if_fail (SK_IS_BROWSE_PAGE (self));

  adw_bottom_sheet_set_open (self->sheet, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * sk_browse_page_clear_filters:
 *
 * Takes all filters away, and offers to bring them back.
 */
void
sk_browse_page_clear_filters (SkBrowsePage *self)
{
  g_autoptr (SkQuery) before = NULL;

  g_return_if_fail (SK_IS_BROWSE_PAGE (self));

  before = g_object_ref (sk_search_get_query (self->search));
  if (sk_query_count_values (before) == 0)
    return;

  sk_search_clear_filters (self->search);
  sk_undo_toast_offer (GTK_WIDGET (self), self->search, before);
}

/**
 * sk_browse_page_show_query:
 * @query: a question
 *
 * Shows all tools that a question finds: every tool, where it asks for nothing. They are in the
 * order of now.
 */
void
sk_browse_page_show_query (SkBrowsePage *self,
                           SkQuery      *query)
{
  g_autoptr (SkQuery) in_order = NULL;

  g_return_if_fail (SK_IS_BROWSE_PAGE (self));
  g_return_if_fail (SK_IS_QUERY (query));

  g_object_set (self->stack, "everything",
                sk_query_count_values (query) == 0 && *sk_query_get_text (query) == '\0', NULL);
  in_order =
    sk_query_with_order (query, sk_query_get_order (sk_search_get_query (self->search)));
  sk_search_set_query (self->search, in_order);
}
