/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-source-row.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-source-words.h"
#include "sync/sk-address.h"

struct _SkSourceRow
{
  AdwPreferencesRow parent_instance;

  SkSource *source;
  gboolean first;
  gboolean last;
  gboolean locked;

  GtkWidget *handle;
  GtkWidget *disc;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *cause;
  GtkLabel *subtitle;
  GtkProgressBar *progress;
  GtkWidget *menu;
};

enum
{
  MOVE,
  DROP,
  UPDATE,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkSourceRow, sk_source_row, ADW_TYPE_PREFERENCES_ROW)

static const char *
pick_icon (SkSource *source)
{
  if (sk_source_get_state (source) == SK_SOURCE_FAILED)
    return "dialog-warning-symbolic";
  if (sk_source_get_built_in (source))
    return SK_APP_ID "-symbolic";

  return sk_address_is_file (sk_source_get_url (source)) ? "folder-symbolic"
                                                         : "network-server-symbolic";
}

static void
show_disc (SkSourceRow *self)
{
  static const char *styles[] = {
    [SK_SOURCE_NEVER] = "never",
    [SK_SOURCE_BUSY] = "busy",
    [SK_SOURCE_FRESH] = "fresh",
    [SK_SOURCE_FAILED] = "failed",
  };
  SkSourceState state = sk_source_get_state (self->source);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      if (i == state)
        gtk_widget_add_css_class (self->disc, styles[i]);
      else
        gtk_widget_remove_css_class (self->disc, styles[i]);
    }

  gtk_image_set_from_icon_name (self->icon, pick_icon (self->source));
}

static void
show_progress (SkSourceRow *self)
{
  guint64 done = sk_source_get_bytes_done (self->source);
  guint64 total = sk_source_get_bytes_total (self->source);
  gboolean busy = sk_source_get_state (self->source) == SK_SOURCE_BUSY;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  if (!busy)
    return;

  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress, MIN (1.0, (double) done / (double) total));
  else
    gtk_progress_bar_pulse (self->progress);
}

static void
enable_actions (SkSourceRow *self)
{
  gboolean busy = sk_source_get_state (self->source) == SK_SOURCE_BUSY;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "source.update", !self->locked && !busy);
  gtk_widget_action_set_enabled (widget, "source.move-up", !self->locked && !self->first);
  gtk_widget_action_set_enabled (widget, "source.move-down", !self->locked && !self->last);
  gtk_widget_action_set_enabled (widget, "source.remove", !self->locked && !busy);
  gtk_widget_set_visible (self->handle, !self->locked && !(self->first && self->last));
}

static void
update (SkSourceRow *self)
{
  const char *name = sk_source_get_name (self->source);
  g_autofree char *cause = sk_source_words_cause (self->source);
  g_autofree char *subtitle = sk_source_words_state (self->source);
  /* TRANSLATORS: the name of the button that opens the menu of a source. */
  g_autofree char *menu = g_strdup_printf (_("Menu of %s"), name);

  gtk_label_set_label (self->title, name);
  gtk_label_set_label (self->cause, cause != NULL ? cause : "");
  gtk_widget_set_visible (GTK_WIDGET (self->cause), cause != NULL);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), sk_source_get_url (self->source));
  gtk_widget_set_tooltip_text (self->menu, menu);
  show_disc (self);
  show_progress (self);
  enable_actions (self);
}

static void
on_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  if (g_str_equal (name, "source.update"))
    g_signal_emit (widget, signals[UPDATE], 0);
  else if (g_str_equal (name, "source.remove"))
    g_signal_emit (widget, signals[REMOVE], 0);
  else
    g_signal_emit (widget, signals[MOVE], 0, g_str_equal (name, "source.move-up") ? -1 : 1);
}

static GdkContentProvider *
on_drag_prepare (SkSourceRow *self,
                 double       x,
                 double       y)
{
  return gdk_content_provider_new_typed (SK_TYPE_SOURCE, self->source);
}

static void
on_drag_begin (SkSourceRow   *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));
  graphene_point_t hot = GRAPHENE_POINT_INIT (0, 0);

  if (!gtk_widget_compute_point (self->handle, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (8, 8),
                                 &hot))
    return;

  gtk_drag_source_set_icon (source, picture, (int) hot.x, (int) hot.y);
}

static gboolean
on_drop (SkSourceRow  *self,
         const GValue *value)
{
  SkSource *other = g_value_get_object (value);

  if (self->locked || other == self->source)
    return FALSE;

  g_signal_emit (self, signals[DROP], 0, other);
  return TRUE;
}

static void
sk_source_row_dispose (GObject *object)
{
  SkSourceRow *self = SK_SOURCE_ROW (object);

  g_clear_object (&self->source);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_SOURCE_ROW);

  G_OBJECT_CLASS (sk_source_row_parent_class)->dispose (object);
}

static void
add_actions (GtkWidgetClass *klass)
{
  static const char *names[] = {"source.update", "source.move-up", "source.move-down",
                                "source.remove"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (klass, names[i], NULL, on_action);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Up, GDK_ALT_MASK, "source.move-up", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, GDK_ALT_MASK, "source.move-down", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "source.remove", NULL);
}

static void
sk_source_row_class_init (SkSourceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_source_row_dispose;

  signals[MOVE] = g_signal_new ("move", SK_TYPE_SOURCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROP] = g_signal_new ("drop", SK_TYPE_SOURCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, SK_TYPE_SOURCE);
  signals[UPDATE] = g_signal_new ("update", SK_TYPE_SOURCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", SK_TYPE_SOURCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-source-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SkSourceRow, handle);
  gtk_widget_class_bind_template_child (widget_class, SkSourceRow, disc);
  gtk_widget_class_bind_template_child (widget_class, SkSourceRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SkSourceRow, title);
  gtk_widget_class_bind_template_child (widget_class, SkSourceRow, cause);
  gtk_widget_class_bind_template_child (widget_class, SkSourceRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SkSourceRow, progress);
  gtk_widget_class_bind_template_child (widget_class, SkSourceRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_prepare);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  add_actions (widget_class);
}

static void
sk_source_row_init (SkSourceRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (SK_TYPE_SOURCE, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * sk_source_row_new:
 * @source: what it shows
 *
 * Returns: (transfer floating): a new row
 */
SkSourceRow *
sk_source_row_new (SkSource *source)
{
  SkSourceRow *self = g_object_new (SK_TYPE_SOURCE_ROW, NULL);

  self->source = g_object_ref (source);
  g_signal_connect_object (source, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

/**
 * sk_source_row_get_source:
 *
 * Returns: (transfer none): what it shows
 */
SkSource *
sk_source_row_get_source (SkSourceRow *self)
{
  g_return_val_if_fail (SK_IS_SOURCE_ROW (self), NULL);

  return self->source;
}

/**
 * sk_source_row_set_place:
 * @first: whether no source comes before it
 * @last: whether no source comes after it
 */
void
sk_source_row_set_place (SkSourceRow *self,
                         gboolean     first,
                         gboolean     last)
{
  g_return_if_fail (SK_IS_SOURCE_ROW (self));

  self->first = first;
  self->last = last;
  enable_actions (self);
}

/**
 * sk_source_row_set_locked:
 * @locked: whether the catalogue can only be read
 */
void
sk_source_row_set_locked (SkSourceRow *self,
                          gboolean     locked)
{
  g_return_if_fail (SK_IS_SOURCE_ROW (self));

  self->locked = locked;
  enable_actions (self);
}
