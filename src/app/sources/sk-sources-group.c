/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sources-group.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-add-source-dialog.h"
#include "sk-saying.h"
#include "sk-source-row.h"

struct _SkSourcesGroup
{
  AdwPreferencesGroup parent_instance;

  SkCatalogue *catalogue;
  SkUpdater *updater;

  GtkListBox *list;
  GtkListBoxRow *add;
};

/* A row to be focused once the list is as it was asked for. */
typedef struct
{
  SkSourcesGroup *group;
  guint position;
} Move;

#define FRAMES_TO_SETTLE 2

typedef struct
{
  guint position;
  guint n_frames;             /* that went by */
} Focus;

G_DEFINE_FINAL_TYPE (SkSourcesGroup, sk_sources_group, ADW_TYPE_PREFERENCES_GROUP)

static void
move_free (Move *move)
{
  g_clear_object (&move->group);
  g_free (move);
}

/* Where the focus goes that was in a row, after the row went, the window settles by itself when
 * it lays out the next frame; the frame after that is ours. */
static gboolean
focus_row (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  SkSourcesGroup *self = SK_SOURCES_GROUP (widget);
  Focus *focus = data;
  GtkListBoxRow *row = NULL;

  if (focus->n_frames++ < FRAMES_TO_SETTLE)
    return G_SOURCE_CONTINUE;

  if (self->list != NULL)
    row = gtk_list_box_get_row_at_index (self->list, (int) focus->position);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));

  return G_SOURCE_REMOVE;
}

static DexFuture *
on_edited (DexFuture *future,
           gpointer   data)
{
  Move *move = data;
  Focus *focus = g_new0 (Focus, 1);
  g_autoptr (GError) error = NULL;

  if (dex_future_get_value (future, &error) == NULL)
    sk_saying_in_preferences (GTK_WIDGET (move->group), error->message);

  focus->position = move->position;
  gtk_widget_add_tick_callback (GTK_WIDGET (move->group), focus_row, focus, g_free);
  return NULL;
}

/* Waits for a change of the list, then focuses the row that is at the position. */
static void
follow (SkSourcesGroup *self,
        DexFuture      *future,
        guint           position)
{
  Move *move = g_new0 (Move, 1);

  move->group = g_object_ref (self);
  move->position = position;
  dex_future_disown (dex_future_finally (future, on_edited, move, (GDestroyNotify) move_free));
}

static guint
find_position (SkSourcesGroup *self,
               SkSource       *source)
{
  guint position = 0;
  g_autoptr (SkSource) found =
    sk_catalogue_find_source (self->catalogue, sk_source_get_url (source), &position);

  g_return_val_if_fail (found != NULL, 0);

  return position;
}

static void
move_to (SkSourcesGroup *self,
         SkSource       *source,
         guint           position)
{
  follow (self, sk_catalogue_move_source (self->catalogue, sk_source_get_url (source), position),
          position);
}

static void
on_move (SkSourceRow    *row,
         int             steps,
         SkSourcesGroup *self)
{
  SkSource *source = sk_source_row_get_source (row);

  move_to (self, source, (guint) ((int) find_position (self, source) + steps));
}

static void
on_drop (SkSourceRow    *row,
         SkSource       *other,
         SkSourcesGroup *self)
{
  move_to (self, other, find_position (self, sk_source_row_get_source (row)));
}

static void
on_update (SkSourceRow    *row,
           SkSourcesGroup *self)
{
  sk_updater_update (self->updater, sk_source_get_url (sk_source_row_get_source (row)));
}

static void
on_remove_answered (AdwAlertDialog *dialog,
                    const char     *response,
                    SkSourceRow    *row)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (row), SK_TYPE_SOURCES_GROUP);
  SkSource *source = sk_source_row_get_source (row);

  if (self == NULL || !g_str_equal (response, "remove"))
    return;

  follow (SK_SOURCES_GROUP (self),
          sk_catalogue_remove_source (SK_SOURCES_GROUP (self)->catalogue,
                                      sk_source_get_url (source)),
          find_position (SK_SOURCES_GROUP (self), source));
}

static void
on_remove (SkSourceRow    *row,
           SkSourcesGroup *self)
{
  SkSource *source = sk_source_row_get_source (row);
  guint n_tools = sk_source_get_resources (source);
  AdwAlertDialog *dialog =
    ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Remove the Source?"), NULL));

  /* TRANSLATORS: the source’s name, the number of its tools, its address. */
  adw_alert_dialog_format_body (
    dialog,
    ngettext ("“%s” goes, and its %u tool with it, unless another source has it too. You can add "
              "the source again by its address: %s",
              "“%s” goes, and its %u tools with it, unless another source has them too. You can "
              "add the source again by its address: %s",
              n_tools),
    sk_source_get_name (source), n_tools, sk_source_get_url (source));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "remove", _("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_remove_answered), row, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static GtkWidget *
make_row (SkSourcesGroup *self,
          SkSource       *source)
{
  SkSourceRow *row = sk_source_row_new (source);

  g_signal_connect_object (row, "move", G_CALLBACK (on_move), self, 0);
  g_signal_connect_object (row, "drop", G_CALLBACK (on_drop), self, 0);
  g_signal_connect_object (row, "update", G_CALLBACK (on_update), self, 0);
  g_signal_connect_object (row, "remove", G_CALLBACK (on_remove), self, 0);
  return GTK_WIDGET (row);
}

static void
settle_rows (SkSourcesGroup *self)
{
  guint n_sources = g_list_model_get_n_items (sk_catalogue_get_sources (self->catalogue));
  gboolean read_only = sk_catalogue_get_read_only (self->catalogue);

  for (guint i = 0; i < n_sources; i++)
    {
      SkSourceRow *row = SK_SOURCE_ROW (gtk_list_box_get_row_at_index (self->list, (int) i));

      sk_source_row_set_place (row, i == 0, i == n_sources - 1);
      sk_source_row_set_locked (row, read_only);
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->add), !read_only);
}

/* The row that adds one comes after all of them. */
static void
on_sources_changed (SkSourcesGroup *self,
                    guint           position,
                    guint           removed,
                    guint           added,
                    GListModel     *sources)
{
  for (guint i = 0; i < removed; i++)
    gtk_list_box_remove (self->list,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) position)));

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (SkSource) source = g_list_model_get_item (sources, i);

      gtk_list_box_insert (self->list, make_row (self, source), (int) i);
    }

  settle_rows (self);
}

static void
on_row_activated (SkSourcesGroup *self,
                  GtkListBoxRow  *row)
{
  if (row == self->add)
    adw_dialog_present (ADW_DIALOG (sk_add_source_dialog_new (self->catalogue, self->updater)),
                        GTK_WIDGET (self));
}

static void
sk_sources_group_dispose (GObject *object)
{
  SkSourcesGroup *self = SK_SOURCES_GROUP (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->updater);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_SOURCES_GROUP);

  G_OBJECT_CLASS (sk_sources_group_parent_class)->dispose (object);
}

static void
sk_sources_group_class_init (SkSourcesGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_sources_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-sources-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SkSourcesGroup, list);
  gtk_widget_class_bind_template_child (widget_class, SkSourcesGroup, add);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sk_sources_group_init (SkSourcesGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_sources_group_show:
 * @catalogue: whose sources they are
 * @updater: what fetches them
 *
 * Shows the sources; to be called once.
 */
void
sk_sources_group_show (SkSourcesGroup *self,
                       SkCatalogue    *catalogue,
                       SkUpdater      *updater)
{
  GListModel *sources = sk_catalogue_get_sources (catalogue);

  g_return_if_fail (SK_IS_SOURCES_GROUP (self));
  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = g_object_ref (catalogue);
  self->updater = g_object_ref (updater);
  g_signal_connect_object (sources, "items-changed", G_CALLBACK (on_sources_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "notify::read-only", G_CALLBACK (settle_rows), self,
                           G_CONNECT_SWAPPED);
  on_sources_changed (self, 0, 0, g_list_model_get_n_items (sources), sources);
}
