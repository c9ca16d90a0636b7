/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-application.h"

#include <glib/gi18n.h>

#include "model/sk-resource-link.h"
#include "sidekick-config.h"
#include "sk-picture-scout.h"
#include "sk-search-provider.h"
#include "sk-shortcuts-dialog.h"
#include "sk-window.h"
#include "sources/sk-preferences-dialog.h"

#define PROVIDER_PATH "/SearchProvider"

/* How long it stays, when another program started it and nothing is asked any more. */
#define IDLE_MS 10000

struct _SkApplication
{
  AdwApplication parent_instance;

  char *data_dir;             /* NULL for the usual one */
  GSettings *settings;
  SkCatalogue *catalogue;
  SkSessionFolder *folder;
  SkUserData *user;
  SkUpdater *updater;
  SkSearchProvider *provider;
  SkPictures *pictures;
};

G_DEFINE_FINAL_TYPE (SkApplication, sk_application, ADW_TYPE_APPLICATION)

static void
present (SkApplication *self,
         AdwDialog     *dialog)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
show_preferences (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  SkApplication *self = data;
  g_autofree char *usual = sk_catalogue_dup_default_dir ();

  present (self,
           ADW_DIALOG (sk_preferences_dialog_new (self->catalogue, self->updater, self->pictures,
                                                  self->settings,
                                                  self->data_dir != NULL ? self->data_dir : usual,
                                                  self->folder, self->user)));
}

static void
show_shortcuts (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  present (data, ADW_DIALOG (sk_shortcuts_dialog_new ()));
}

static void
show_about (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog,
                "application-name", _("Sidekick"),
                "application-icon", SK_APP_ID,
                "version", PACKAGE_VERSION,
                "developer-name", _("The Sidekick contributors"),
                "comments", _("Find tools to talk about life online with a group."),
                "license-type", GTK_LICENSE_GPL_3_0,
                NULL);
  present (data, dialog);
}

/* Closing a window would only close the dialog that is in it. */
static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_destroy (link->data);
}

static void
add_actions (SkApplication *self)
{
  static const GActionEntry entries[] = {
    {.name = "about", .activate = show_about},
    {.name = "preferences", .activate = show_preferences},
    {.name = "quit", .activate = quit},
    {.name = "shortcuts", .activate = show_shortcuts},
  };
  static const struct
  {
    const char *action;
    const char *accelerators[2];
  } keys[] = {
    {"app.preferences", {"<Control>comma"}},
    {"app.shortcuts", {"<Control>question"}},
    {"app.quit", {"<Control>q"}},
    {"win.search", {"<Control>f"}},
    {"win.explore", {"<Alt>1"}},
    {"win.sessions", {"<Alt>2"}},
    {"win.clear-filters", {"<Control><Shift>BackSpace"}},
    {"win.sync", {"<Control>r"}},
    {"window.close", {"<Control>w"}},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action,
                                           keys[i].accelerators);
}

static void
sk_application_startup (GApplication *application)
{
  SkApplication *self = SK_APPLICATION (application);

  G_APPLICATION_CLASS (sk_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (SK_APP_ID);
  self->settings = g_settings_new (SK_APP_ID);
  self->catalogue = sk_catalogue_new (self->data_dir, SK_CATALOGUE_NONE);
  self->folder =
    sk_session_folder_new (self->data_dir, sk_catalogue_get_vocabularies (self->catalogue));
  self->user = sk_user_data_new (self->data_dir);
  self->updater = sk_updater_new (self->catalogue, self->settings);
  sk_search_provider_set_catalogue (self->provider, self->catalogue);
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, IDLE_MS);
  self->pictures = sk_pictures_new (self->data_dir, self->settings);
  add_actions (self);
}

static SkWindow *
present_window (SkApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (sk_window_new (GTK_APPLICATION (self), self->catalogue, self->folder,
                                        self->user, self->updater, self->settings));

  gtk_window_present (window);
  return SK_WINDOW (window);
}

static void
sk_application_window_added (GtkApplication *application,
                             GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (sk_application_parent_class)->window_added (application, window);

  sk_picture_scout_send (GTK_WIDGET (window), SK_APPLICATION (application)->pictures);
}

static void
sk_application_activate (GApplication *application)
{
  present_window (SK_APPLICATION (application));
}

/* Files of sessions, and links to such and to tools. */
static void
sk_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  SkWindow *window = present_window (SK_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    sk_window_open (window, files[i]);
}

static void
on_found_opened (SkApplication *self,
                 const char    *id)
{
  g_autofree char *link = sk_resource_link_new (id);
  g_autoptr (GFile) file = g_file_new_for_uri (link);

  sk_window_open (present_window (self), file);
}

static void
on_search_launched (SkApplication *self,
                    const char    *text)
{
  sk_window_search (present_window (self), text);
}

static gboolean
sk_application_dbus_register (GApplication     *application,
                              GDBusConnection  *connection,
                              const char       *path,
                              GError          **error)
{
  g_autofree char *provider_path = g_strconcat (path, PROVIDER_PATH, NULL);

  return G_APPLICATION_CLASS (sk_application_parent_class)
           ->dbus_register (application, connection, path, error) &&
         sk_search_provider_export (SK_APPLICATION (application)->provider, connection,
                                    provider_path, error);
}

static void
sk_application_dbus_unregister (GApplication    *application,
                                GDBusConnection *connection,
                                const char      *path)
{
  sk_search_provider_unexport (SK_APPLICATION (application)->provider, connection);
  G_APPLICATION_CLASS (sk_application_parent_class)
    ->dbus_unregister (application, connection, path);
}

static DexFuture *
note_ended (DexFuture *future,
            gpointer   data)
{
  *(gboolean *) data = TRUE;
  return NULL;
}

/* What is under way ends, and is waited for: no thread outlives the program. */
static void
wait_for (DexFuture *ending)
{
  gboolean ended = FALSE;
  g_autoptr (DexFuture) waiting = dex_future_finally (ending, note_ended, &ended, NULL);

  while (!ended)
    g_main_context_iteration (NULL, TRUE);
}

static void
sk_application_shutdown (GApplication *application)
{
  SkApplication *self = SK_APPLICATION (application);

  if (self->pictures != NULL)
    sk_pictures_close (self->pictures);
  if (self->folder != NULL)
    wait_for (sk_session_folder_close (self->folder));
  if (self->user != NULL)
    wait_for (sk_user_data_close (self->user));
  if (self->catalogue != NULL)
    wait_for (sk_catalogue_close (self->catalogue));
  g_clear_object (&self->folder);
  g_clear_object (&self->user);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->updater);
  g_clear_object (&self->pictures);
  g_clear_object (&self->settings);

  G_APPLICATION_CLASS (sk_application_parent_class)->shutdown (application);
}

/* Another data folder is another catalogue, which a Sidekick that runs already does not show. */
static int
sk_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  SkApplication *self = SK_APPLICATION (application);
  g_autofree char *data_dir = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("sidekick %s\n", PACKAGE_VERSION);
      return EXIT_SUCCESS;
    }

  if (g_variant_dict_lookup (options, "data-dir", "^ay", &data_dir))
    {
      self->data_dir = g_canonicalize_filename (data_dir, NULL);
      g_application_set_flags (application,
                               g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }

  return -1;
}

static void
sk_application_finalize (GObject *object)
{
  SkApplication *self = SK_APPLICATION (object);

  g_clear_pointer (&self->data_dir, g_free);
  g_clear_object (&self->provider);

  G_OBJECT_CLASS (sk_application_parent_class)->finalize (object);
}

static void
sk_application_class_init (SkApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GtkApplicationClass *gtk_application_class = GTK_APPLICATION_CLASS (klass);

  object_class->finalize = sk_application_finalize;
  application_class->startup = sk_application_startup;
  application_class->activate = sk_application_activate;
  application_class->open = sk_application_open;
  application_class->shutdown = sk_application_shutdown;
  application_class->dbus_register = sk_application_dbus_register;
  application_class->dbus_unregister = sk_application_dbus_unregister;
  application_class->handle_local_options = sk_application_handle_local_options;
  gtk_application_class->window_added = sk_application_window_added;
}

static void
sk_application_init (SkApplication *self)
{
  static const GOptionEntry options[] = {
    { "data-dir", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL,
      N_("Keep the catalogue in this folder instead of the user’s own"), N_("DIR") },
    { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  self->provider = sk_search_provider_new (G_APPLICATION (self));
  g_signal_connect_object (self->provider, "open", G_CALLBACK (on_found_opened), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->provider, "search", G_CALLBACK (on_search_launched), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sk_application_new:
 *
 * Returns: (transfer full): the program, to be run
 */
SkApplication *
sk_application_new (void)
{
  return g_object_new (SK_TYPE_APPLICATION, "application-id", SK_APP_ID, "resource-base-path",
                       SK_RESOURCE_BASE, "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
