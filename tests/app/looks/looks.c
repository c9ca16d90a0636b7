/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib-unix.h>
#include <gtk/gtk.h>

/* GIO loads this into a program that is tested, for screen readers are told what a label says, and
 * not whether there was room for it. At SIGUSR1 it writes what is on screen to the file that
 * SK_LOOKS names: a line each, with tabs between the kind (label, shortened, tooltip or hint), the
 * types of the widgets from the window on with the style classes of the last, and the words. */

static char *
describe_place (GtkWidget *widget)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *styles = g_strjoinv (".", classes);
  g_autoptr (GString) place = g_string_new (G_OBJECT_TYPE_NAME (widget));

  g_string_append_printf (place, ".%s", styles);

  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL; at = gtk_widget_get_parent (at))
    {
      g_string_prepend_c (place, '/');
      g_string_prepend (place, G_OBJECT_TYPE_NAME (at));
    }

  return g_string_free (g_steal_pointer (&place), FALSE);
}

static void
write_line (GString    *lines,
            GtkWidget  *widget,
            const char *kind,
            const char *words)
{
  g_autofree char *place = NULL;
  g_autofree char *line = NULL;

  if (words == NULL || *words == '\0')
    return;

  place = describe_place (widget);
  line = g_strdelimit (g_strdup (words), "\n\t", ' ');
  g_string_append_printf (lines, "%s\t%s\t%s\n", kind, place, line);
}

/* Lists keep cards beyond their edges, which have no size of their own. */
static gboolean
is_on_screen (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_native (widget));
  const graphene_rect_t screen = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (root),
                                                     (float) gtk_widget_get_height (root));
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, root, &bounds) &&
         bounds.size.width > 0 && graphene_rect_intersection (&screen, &bounds, NULL);
}

static void
write_widget (GString   *lines,
              GtkWidget *widget)
{
  if (!is_on_screen (widget))
    return;

  write_line (lines, widget, "tooltip", gtk_widget_get_tooltip_text (widget));

  if (GTK_IS_LABEL (widget))
    {
      GtkLabel *label = GTK_LABEL (widget);
      const gboolean is_shortened = pango_layout_is_ellipsized (gtk_label_get_layout (label));

      write_line (lines, widget, is_shortened ? "shortened" : "label", gtk_label_get_text (label));
    }
  else if (GTK_IS_SEARCH_ENTRY (widget))
    write_line (lines, widget, "hint",
                gtk_search_entry_get_placeholder_text (GTK_SEARCH_ENTRY (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    write_widget (lines, child);
}

static gboolean
on_signal (gpointer data)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      write_widget (lines, window);
    }

  if (!g_file_set_contents (g_getenv ("SK_LOOKS"), lines->str, -1, &error))
    g_critical ("%s", error->message);

  return G_SOURCE_CONTINUE;
}

G_MODULE_EXPORT void
g_io_module_load (GIOModule *module)
{
  g_type_module_use (G_TYPE_MODULE (module));
  if (g_getenv ("SK_LOOKS") != NULL)
    g_unix_signal_add (SIGUSR1, on_signal, NULL);
}

G_MODULE_EXPORT void
g_io_module_unload (GIOModule *module)
{
}
