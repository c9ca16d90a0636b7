/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "sk-link.h"
#include "sk-missing-tool.h"
#include "sk-window-private.h"

static SkResource *
find_resource (SkWindow   *self,
               const char *id)
{
  SkIndex *index = sk_catalogue_get_index (self->catalogue);
  guint32 record;

  if (index == NULL || !sk_index_find (index, id, &record))
    return NULL;

  return sk_index_dup_resource (index, record);
}

static void
open_by_id (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SkWindow *self = SK_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (SkResource) resource = find_resource (self, id);

  if (resource != NULL)
    sk_window_open_resource (self, resource);
  else if (sk_catalogue_get_index (self->catalogue) != NULL)
    sk_missing_tool_present (widget, id);
}

static void
open_in_window (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SkWindow *self = SK_WINDOW (widget);
  SkWindow *other;

  other = sk_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->catalogue,
                         self->folder, self->user, self->updater, self->settings);
  gtk_window_present (GTK_WINDOW (other));
  open_by_id (GTK_WIDGET (other), name, parameter);
}

static void
copy_link (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SkWindow *self = SK_WINDOW (widget);
  g_autoptr (SkResource) resource = find_resource (self, g_variant_get_string (parameter, NULL));

  if (resource != NULL && sk_link_is_web (sk_resource_get_url (resource)))
    sk_link_copy (GTK_WIDGET (self->toasts), sk_resource_get_url (resource));
}

static void
toggle_favourite (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SkWindow *self = SK_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  const gboolean favourite = !sk_user_data_get_favourite (self->user, id);

  sk_user_data_set_favourite (self->user, id, favourite);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           favourite ? _("Now a favourite") : _("No longer a favourite"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
toggle_dead_link (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SkWindow *self = SK_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (SkResource) resource = find_resource (self, id);
  const gboolean dead = sk_user_data_get_dead_link (self->user, id) == NULL;

  if (resource == NULL || sk_resource_get_url (resource) == NULL)
    return;

  sk_user_data_set_dead_link (self->user, id, sk_resource_get_url (resource), dead);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           dead ? _("Link marked as dead") : _("Link no longer marked as dead"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
add_to_session (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SkWindow *self = SK_WINDOW (widget);
  const char *session_id;
  const char *resource_id;
  g_autoptr (SkResource) resource = NULL;

  g_variant_get (parameter, "(&s&s)", &session_id, &resource_id);
  resource = find_resource (self, resource_id);
  if (resource != NULL)
    sk_session_hand_add (self->hand, session_id, resource, GTK_WIDGET (self->pages));
}

/**
 * sk_window_tools_install:
 * @widget_class: the class of [class@Window]
 *
 * Installs what can be done with a tool, wherever in the window it is; each action is told its id.
 */
void
sk_window_tools_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-to-session", "(ss)", add_to_session);
  gtk_widget_class_install_action (widget_class, "win.open-resource", "s", open_by_id);
  gtk_widget_class_install_action (widget_class, "win.open-in-window", "s", open_in_window);
  gtk_widget_class_install_action (widget_class, "win.copy-link", "s", copy_link);
  gtk_widget_class_install_action (widget_class, "win.toggle-favourite", "s", toggle_favourite);
  gtk_widget_class_install_action (widget_class, "win.toggle-dead-link", "s", toggle_dead_link);
}
