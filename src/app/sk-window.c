/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-window.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"

struct _SkWindow
{
  AdwApplicationWindow parent_instance;

  SkCatalogue *catalogue;
  GSettings *settings;

  AdwToastOverlay *toasts;
  AdwNavigationView *pages;
};

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

static gboolean
sk_window_close_request (GtkWindow *window)
{
  SkWindow *self = SK_WINDOW (window);
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));

  return GTK_WINDOW_CLASS (sk_window_parent_class)->close_request (window);
}

static void
sk_window_dispose (GObject *object)
{
  SkWindow *self = SK_WINDOW (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_WINDOW);

  G_OBJECT_CLASS (sk_window_parent_class)->dispose (object);
}

static void
close_window (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
sk_window_class_init (SkWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = sk_window_dispose;
  window_class->close_request = sk_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SkWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SkWindow, pages);

  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_window);
}

static void
sk_window_init (SkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_window_new:
 * @catalogue: what it shows, which may be opened later
 * @settings: where its size is kept
 *
 * Returns: (transfer none): a window of @application
 */
SkWindow *
sk_window_new (GtkApplication *application,
               SkCatalogue    *catalogue,
               GSettings      *settings)
{
  SkWindow *self = g_object_new (SK_TYPE_WINDOW, "application", application, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->settings = g_object_ref (settings);
  restore_size (self);
  return self;
}
