/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-window-private.h"

#include <glib/gi18n.h>

#include "browse/sk-first-run-page.h"
#include "browse/sk-resource-page.h"
#include "browse/sk-search.h"
#include "model/sk-resource-link.h"
#include "sidekick-config.h"
#include "sk-missing-tool.h"
#include "sk-new-session.h"
#include "sk-toasts.h"
#include "sources/sk-notices.h"
#include "sources/sk-sync-foot.h"

G_DEFINE_FINAL_TYPE (SkWindow, sk_window, ADW_TYPE_APPLICATION_WINDOW)

static void
restore_size (SkWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* Typing searches from anywhere; no ring is drawn before somebody uses the keyboard. */
static void
sk_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sk_window_parent_class)->map (widget);

  gtk_widget_activate_action (GTK_WIDGET (SK_WINDOW (widget)->browse), "browse.focus-results",
                              NULL);
  gtk_window_set_focus_visible (GTK_WINDOW (widget), FALSE);
}

/* However it goes: closed by a person, or because the program quits. */
static void
sk_window_unmap (GtkWidget *widget)
{
  SkWindow *self = SK_WINDOW (widget);
  GtkWindow *window = GTK_WINDOW (widget);
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));

  GTK_WIDGET_CLASS (sk_window_parent_class)->unmap (widget);
}

static void
enable_actions (SkWindow *self)
{
  gboolean syncing = sk_catalogue_get_syncing (self->catalogue);
  gboolean open = sk_catalogue_get_index (self->catalogue) != NULL;
  gboolean read_only = sk_catalogue_get_read_only (self->catalogue);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sync", open && !syncing && !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.stop-sync", syncing);
}

static gboolean
is_tool_link (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return sk_resource_link_is (uri);
}

static void
take_arrival (SkWindow *self,
              GFile    *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *id = NULL;

  if (!is_tool_link (file))
    {
      sk_plan_page_open (self->plan, file);
      return;
    }

  id = sk_resource_link_dup_id (uri);
  if (id == NULL)
    sk_missing_tool_present (GTK_WIDGET (self), NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-resource", "s", id);
}

/* What is opened finds its tools in the catalogue: it waits for that, if there is one. */
static void
take_arrivals (SkWindow *self)
{
  g_autoptr (GPtrArray) arrivals = g_steal_pointer (&self->arrivals);

  self->arrivals = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < arrivals->len; i++)
    take_arrival (self, arrivals->pdata[i]);
}

static DexFuture *
on_opened (DexFuture *future,
           gpointer   data)
{
  SkWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (self->catalogue == NULL)
    return NULL;

  if (dex_future_get_value (future, &error) == NULL)
    {
      g_autofree char *words = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failure_status, words);
      gtk_stack_set_visible_child (self->explore, self->failure);
    }

  self->settled = TRUE;
  take_arrivals (self);
  return NULL;
}

static void
open_catalogue (SkWindow *self)
{
  gtk_stack_set_visible_child (self->explore, GTK_WIDGET (self->browse));
  self->settled = sk_catalogue_get_index (self->catalogue) != NULL;
  if (!self->settled)
    dex_future_disown (dex_future_finally (sk_catalogue_open (self->catalogue), on_opened,
                                           g_object_ref (self), g_object_unref));
}

static void
on_updated (SkWindow   *self,
            gboolean    well,
            const char *words)
{
  AdwToast *toast;

  /* That there is no network, the banner says. */
  if (words == NULL || sk_catalogue_get_offline (self->catalogue))
    return;

  toast = sk_toasts_make (words);
  if (!well)
    {
      adw_toast_set_button_label (toast, _("_Sources"));
      adw_toast_set_action_name (toast, "app.preferences");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
say (SkWindow   *self,
     const char *words)
{
  AdwToast *toast;

  if (words == NULL)
    return;

  toast = sk_toasts_make (words);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_user_error (SkWindow *self)
{
  say (self, sk_user_data_get_error (self->user));
}

static void
on_user_notice (SkWindow *self)
{
  say (self, sk_user_data_get_notice (self->user));
}

static void
go_to (SkWindow   *self,
       const char *place)
{
  adw_navigation_view_pop_to_page (self->pages, self->home);
  adw_view_stack_set_visible_child_name (self->places, place);
}

static gboolean
is_at (SkWindow   *self,
       const char *place)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->places), place) == 0;
}

/* All tools of a theme, say, instead of those that were found before. */
static void
on_filter (SkWindow   *self,
           guint       facet,
           const char *value)
{
  g_autoptr (SkQuery) everything = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_value (everything, (SkFacet) facet, value);

  go_to (self, "explore");
  sk_browse_page_show_query (self->browse, query);
}

/**
 * sk_window_open_resource:
 * @resource: a tool
 *
 * Shows the page of a tool.
 */
void
sk_window_open_resource (SkWindow   *self,
                         SkResource *resource)
{
  SkResourcePage *page = sk_resource_page_new (self->catalogue, self->hand, self->user, resource);

  g_signal_connect_object (page, "activated", G_CALLBACK (sk_window_open_resource), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "filter", G_CALLBACK (on_filter), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->pages, ADW_NAVIGATION_PAGE (page));
}

static void
start_search (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SkWindow *self = SK_WINDOW (widget);

  adw_navigation_view_pop_to_page (self->pages, self->home);
  if (is_at (self, "sessions"))
    gtk_widget_activate_action (GTK_WIDGET (self->plan), "plan.search", NULL);
  /* There is nothing to search where the catalogue cannot be opened. */
  else if (gtk_stack_get_visible_child (self->explore) != self->failure)
    sk_browse_page_start_search (self->browse);
}

static void
show_explore (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  go_to (SK_WINDOW (widget), "explore");
}

static void
show_sessions (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  go_to (SK_WINDOW (widget), "sessions");
}

/* A session that is not there any more, or cannot be read, leads to the list of them. */
static void
open_session (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SkWindow *self = SK_WINDOW (widget);

  go_to (self, "sessions");
  gtk_widget_activate_action_variant (GTK_WIDGET (self->plan), "plan.open", parameter);
}

static void
show_group (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SkWindow *self = SK_WINDOW (widget);
  SkFirstRunPage *page =
    sk_first_run_page_new (self->user, sk_catalogue_get_vocabularies (self->catalogue));

  adw_navigation_view_push (self->pages, ADW_NAVIGATION_PAGE (page));
}

/* Whoever is at something already is asked the next time. */
static void
on_user_loaded (SkWindow *self)
{
  if (sk_first_run_page_is_due (self->user) && is_at (self, "explore") &&
      adw_navigation_view_get_visible_page (self->pages) == self->home)
    show_group (GTK_WIDGET (self), NULL, NULL);
}

/* Proposes sessions for a day. */
static void
compose (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  SkWindow *self = SK_WINDOW (widget);
  g_autoptr (SkProfile) profile = sk_user_data_dup_profile (self->user);
  g_autoptr (SkSession) session =
    sk_new_session_for_day (g_variant_get_string (parameter, NULL),
                            sk_catalogue_get_event (self->catalogue), profile);

  go_to (self, "sessions");
  sk_plan_page_compose (self->plan, session);
}

static void
clear_filters (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  sk_browse_page_clear_filters (SK_WINDOW (widget)->browse);
}

static void
start_sync (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  sk_updater_update (SK_WINDOW (widget)->updater, NULL);
}

static void
stop_sync (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  sk_updater_stop (SK_WINDOW (widget)->updater);
}

static GtkWidget *
make_switcher (SkWindow *self)
{
  GtkWidget *switcher = adw_inline_view_switcher_new ();

  g_object_set (switcher, "stack", self->places, "homogeneous", TRUE, "hexpand", TRUE, NULL);
  return switcher;
}

/* The place to plan is made when it is first looked at: whoever looks for a tool does not wait for
 * it. */
static void
on_place_changed (SkWindow *self)
{
  if (self->plan != NULL || self->folder == NULL || !is_at (self, "sessions"))
    return;

  self->plan = sk_plan_page_new (self->catalogue, self->folder);
  g_settings_bind (self->settings, "last-session", self->plan, "last", G_SETTINGS_BIND_DEFAULT);
  g_object_set (self->plan, "switcher", make_switcher (self), "foot",
                sk_sync_foot_new (self->catalogue), NULL);
  adw_bin_set_child (self->sessions, GTK_WIDGET (self->plan));
}

/* Files that are dropped anywhere in the window, and not taken by what is there. */
static gboolean
on_drop (SkWindow     *self,
         const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *link = files; link != NULL; link = link->next)
    sk_window_open (self, link->data);
  return files != NULL;
}

static void
accept_files (SkWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
sk_window_dispose (GObject *object)
{
  SkWindow *self = SK_WINDOW (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->hand);
  g_clear_object (&self->folder);
  g_clear_object (&self->user);
  g_clear_object (&self->updater);
  g_clear_object (&self->settings);
  g_clear_object (&self->dialogs);
  g_clear_pointer (&self->arrivals, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_WINDOW);

  G_OBJECT_CLASS (sk_window_parent_class)->dispose (object);
}

static void
sk_window_class_init (SkWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_window_dispose;
  widget_class->map = sk_window_map;
  widget_class->unmap = sk_window_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SkWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SkWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SkWindow, home);
  gtk_widget_class_bind_template_child (widget_class, SkWindow, places);
  gtk_widget_class_bind_template_child (widget_class, SkWindow, explore);
  gtk_widget_class_bind_template_child (widget_class, SkWindow, sessions);
  gtk_widget_class_bind_template_child (widget_class, SkWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, SkWindow, failure_status);
  gtk_widget_class_bind_template_callback (widget_class, on_place_changed);
  gtk_widget_class_bind_template_callback (widget_class, open_catalogue);

  gtk_widget_class_install_action (widget_class, "win.search", NULL, start_search);
  gtk_widget_class_install_action (widget_class, "win.explore", NULL, show_explore);
  gtk_widget_class_install_action (widget_class, "win.sessions", NULL, show_sessions);
  gtk_widget_class_install_action (widget_class, "win.open-session", "s", open_session);
  gtk_widget_class_install_action (widget_class, "win.group", NULL, show_group);
  gtk_widget_class_install_action (widget_class, "win.compose", "s", compose);
  gtk_widget_class_install_action (widget_class, "win.clear-filters", NULL, clear_filters);
  sk_window_tools_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.sync", NULL, start_sync);
  gtk_widget_class_install_action (widget_class, "win.stop-sync", NULL, stop_sync);
}

/* A dialog keeps the keys of the program from what is below it; to quit concerns it too. */
static void
on_dialogs (GListModel *dialogs,
            guint       position,
            guint       n_removed,
            guint       n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) dialog = g_list_model_get_item (dialogs, i);
      GtkEventController *keys = gtk_shortcut_controller_new ();
      GtkShortcut *quit = gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>q"),
                                            gtk_shortcut_action_parse_string ("action(app.quit)"));

      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), quit);
      gtk_widget_add_controller (dialog, keys);
    }
}

static void
sk_window_init (SkWindow *self)
{
  self->arrivals = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  accept_files (self);
  self->dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));
  g_signal_connect (self->dialogs, "items-changed", G_CALLBACK (on_dialogs), NULL);
}

static void
add_browse_page (SkWindow *self)
{
  g_autoptr (GObject) view = NULL;

  self->browse = sk_browse_page_new (self->catalogue, self->user);
  g_signal_connect_object (self->browse, "activated", G_CALLBACK (sk_window_open_resource), self,
                           G_CONNECT_SWAPPED);
  g_object_set (self->browse, "switcher", make_switcher (self), "foot",
                sk_sync_foot_new (self->catalogue), "notices", sk_notices_new (self->catalogue),
                NULL);

  g_object_get (self->browse, "view", &view, NULL);
  g_settings_bind (self->settings, "browse-compact", view, "compact", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "browse-order", view, "order", G_SETTINGS_BIND_DEFAULT);

  gtk_stack_add_child (self->explore, GTK_WIDGET (self->browse));
  gtk_stack_add_child (self->explore, self->failure);
}

/**
 * sk_window_new:
 * @application: the program
 * @catalogue: what it shows; opened here where it is not open yet
 * @folder: the sessions; opened when they are looked at
 * @user: what a person keeps about tools
 * @updater: what keeps the catalogue fresh
 * @settings: where the window's size is kept
 *
 * Returns: (transfer none): a window of @application
 */
SkWindow *
sk_window_new (GtkApplication  *application,
               SkCatalogue     *catalogue,
               SkSessionFolder *folder,
               SkUserData      *user,
               SkUpdater       *updater,
               GSettings       *settings)
{
  SkWindow *self = g_object_new (SK_TYPE_WINDOW, "application", application, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->updater = g_object_ref (updater);
  self->settings = g_object_ref (settings);
  self->folder = g_object_ref (folder);
  self->user = g_object_ref (user);
  self->hand = sk_session_hand_new (folder, settings);
  add_browse_page (self);

  g_signal_connect_object (updater, "finished", G_CALLBACK (on_updated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "notify", G_CALLBACK (enable_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (user, "notify::error", G_CALLBACK (on_user_error), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (user, "notify::notice", G_CALLBACK (on_user_notice), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (user, "notify::loaded", G_CALLBACK (on_user_loaded), self,
                           G_CONNECT_SWAPPED);
  enable_actions (self);
  restore_size (self);
  open_catalogue (self);
  on_user_loaded (self);
  return self;
}

/**
 * sk_window_open:
 * @file: the file of a session, its link, or a link to a tool
 *
 * Takes over a session from elsewhere and shows it, or shows the tool.
 */
void
sk_window_open (SkWindow *self,
                GFile    *file)
{
  g_return_if_fail (SK_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!is_tool_link (file))
    go_to (self, "sessions");
  g_ptr_array_add (self->arrivals, g_object_ref (file));
  if (self->settled)
    take_arrivals (self);
}

/**
 * sk_window_search:
 * @text: what to look for
 *
 * Shows all tools that are found, whatever was asked for before.
 */
void
sk_window_search (SkWindow   *self,
                  const char *text)
{
  g_autoptr (SkSearch) search = NULL;
  g_autoptr (SkQuery) everything = NULL;
  g_autoptr (SkQuery) query = NULL;

  g_return_if_fail (SK_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  go_to (self, "explore");
  g_object_get (self->browse, "search", &search, NULL);
  everything = sk_query_new ();
  query = sk_query_with_text (everything, text);
  sk_search_set_query (search, query);
}
