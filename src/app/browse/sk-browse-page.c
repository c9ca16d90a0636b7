/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-browse-page.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-chips.h"
#include "sk-facet-panel.h"
#include "sk-nothing-found.h"
#include "sk-offers.h"
#include "sk-repair-note.h"
#include "sk-results-count.h"
#include "sk-results-grid.h"
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
  GtkWidget *split_view;
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
  GtkStack *stack;
  GtkWidget *spinner;
  GtkWidget *sheet_facets;
  GtkLabel *badge;
  GtkButton *show_button;
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
show_numbers (SkBrowsePage *self)
{
  const guint n_filters = sk_query_count_values (sk_search_get_query (self->search));
  const guint count = sk_results_get_count (sk_search_get_results (self->search));
  const guint size = sk_index_get_size (sk_search_get_index (self->search));
  g_autofree char *filters = g_strdup_printf ("%u", n_filters);
  g_autofree char *show =
    g_strdup_printf (ngettext ("Show %u Tool", "Show %u Tools", count), count);
  g_autofree char *scope =
    g_strdup_printf (ngettext ("Search %u tool", "Search all %u tools", size), size);

  gtk_label_set_text (self->badge, filters);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), n_filters > 0);
  gtk_button_set_label (self->show_button, show);
  g_object_set (self->entry, "placeholder-text", scope, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  scope, -1);
}

/* Brings the focus to the first tool, or to what is there in place of tools. */
static gboolean
focus_results (SkBrowsePage *self)
{
  GtkWidget *there = gtk_stack_get_visible_child (self->stack);

  return gtk_widget_grab_focus (there) || gtk_widget_child_focus (there, GTK_DIR_TAB_FORWARD);
}

/* Cards come to be when the grid is laid out: until then it is tried again, a frame at a time,
 * unless the focus is somewhere else by then. */
static gboolean
focus_soon (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  SkBrowsePage *self = SK_BROWSE_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && focus != self->spinner)
    return G_SOURCE_REMOVE;

  return focus_results (self) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
on_results (SkBrowsePage *self)
{
  SkResults *results = sk_search_get_results (self->search);
  const gboolean is_first = gtk_widget_get_child_visible (self->spinner);
  const char *page = "results";

  if (results == NULL)
    return;

  if (sk_index_get_size (sk_search_get_index (self->search)) == 0)
    page = "empty";
  else if (sk_results_get_count (results) == 0)
    page = "nothing";

  gtk_stack_set_visible_child_name (self->stack, page);
  if (is_first)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_soon, NULL, NULL);
  show_numbers (self);
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

/* One step towards seeing everything: the text first, then one filter after the other. */
static gboolean
step_back (SkBrowsePage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    return sk_search_drop_filter (self->search);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return TRUE;
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  return step_back (SK_BROWSE_PAGE (widget));
}

static void
focus_results_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  focus_results (SK_BROWSE_PAGE (widget));
}

/* Where the filters leave nothing, whoever chose them on the page goes on at the way out; whoever
 * types, or is in a sheet or a dialog above the page, stays there. */
static void
leave_filters (SkBrowsePage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && !GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, self->split_view))
    focus_results (self);
}

/* From a text that finds nothing the next step is the way out. */
static gboolean
on_tab (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  SkBrowsePage *self = SK_BROWSE_PAGE (widget);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->entry)) == NULL ||
      !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "nothing"))
    return FALSE;

  return focus_results (self);
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

static void
close_sheet (SkBrowsePage *self)
{
  adw_bottom_sheet_set_open (self->sheet, FALSE);
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
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, split_view);
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
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, sheet_facets);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, badge);
  gtk_widget_class_bind_template_child (widget_class, SkBrowsePage, show_button);
  gtk_widget_class_bind_template_callback (widget_class, close_sheet);
  gtk_widget_class_bind_template_callback (widget_class, focus_results);
  gtk_widget_class_bind_template_callback (widget_class, leave_filters);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_opened);
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
  g_type_ensure (SK_TYPE_NOTHING_FOUND);
  g_type_ensure (SK_TYPE_OFFERS);
  g_type_ensure (SK_TYPE_REPAIR_NOTE);
  g_type_ensure (SK_TYPE_RESULTS_COUNT);
  g_type_ensure (SK_TYPE_RESULTS_GRID);
  g_type_ensure (SK_TYPE_VIEW_CONTROLS);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "browse.clear-filters", NULL, clear_filters);
  gtk_widget_class_install_action (widget_class, "browse.focus-results", NULL,
                                   focus_results_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
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
  GtkWidget *toasts;

  g_return_if_fail (SK_IS_BROWSE_PAGE (self));

  before = g_object_ref (sk_search_get_query (self->search));
  if (sk_query_count_values (before) == 0)
    return;

  sk_search_clear_filters (self->search);
  toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  if (toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts),
                                 sk_undo_toast_new (self->search, before));
}

/**
 * sk_browse_page_filter:
 * @facet: a facet
 * @value: one of its values
 *
 * Shows all tools that have a value, and nothing less.
 */
void
sk_browse_page_filter (SkBrowsePage *self,
                       SkFacet       facet,
                       const char   *value)
{
  g_autoptr (SkQuery) everything = NULL;
  g_autoptr (SkQuery) query = NULL;

  g_return_if_fail (SK_IS_BROWSE_PAGE (self));
  g_return_if_fail (value != NULL);

  everything = sk_query_new ();
  query = sk_query_with_value (everything, facet, value);
  sk_search_set_query (self->search, query);
}
