/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sync-foot.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-words.h"

#define MINUTE 60

struct _SkSyncFoot
{
  AdwBin parent_instance;

  SkCatalogue *catalogue;
  guint timer;

  GtkWidget *spinner;
  GtkImage *icon;
  GtkLabel *words;
  GtkStack *buttons;
};

/* What the sources have to say together. */
typedef struct
{
  guint64 done;
  guint64 total;
  guint n_remote;
  guint n_failed;
  SkSource *failed;           /* one of those that failed */
} Tally;

G_DEFINE_FINAL_TYPE (SkSyncFoot, sk_sync_foot, ADW_TYPE_BIN)

static void
tally_clear (Tally *tally)
{
  g_clear_object (&tally->failed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tally, tally_clear)

static void
count_sources (SkSyncFoot *self,
               Tally      *tally)
{
  GListModel *sources = sk_catalogue_get_sources (self->catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SkSource) source = g_list_model_get_item (sources, i);

      tally->n_remote += !sk_source_get_built_in (source);
      if (sk_source_get_state (source) == SK_SOURCE_BUSY)
        {
          tally->done += sk_source_get_bytes_done (source);
          tally->total += sk_source_get_bytes_total (source);
        }
      else if (sk_source_get_state (source) == SK_SOURCE_FAILED)
        {
          tally->n_failed++;
          g_set_object (&tally->failed, source);
        }
    }
}

static char *
describe_progress (const Tally *tally)
{
  g_autofree char *done = g_format_size (tally->done);
  g_autofree char *total = g_format_size (tally->total);

  if (tally->done == 0)
    return g_strdup (_("Updating…"));
  if (tally->total < tally->done)
    return g_strdup_printf (_("Updating, %s"), done);

  /* TRANSLATORS: how much has come, and how much there is: "1.2 MB", "2 MB". */
  return g_strdup_printf (_("Updating, %s of %s"), done, total);
}

static char *
describe_rest (SkSyncFoot  *self,
               const Tally *tally)
{
  gint64 last_sync = sk_catalogue_get_last_sync (self->catalogue);
  g_autofree char *time = last_sync != 0 ? sk_words_time (last_sync) : NULL;

  if (sk_catalogue_get_index (self->catalogue) == NULL)
    return g_strdup (_("Opening the catalogue…"));
  if (sk_catalogue_get_offline (self->catalogue))
    return time != NULL ? g_strdup_printf (_("Offline, catalogue of %s"), time)
                        : g_strdup (_("Offline"));
  if (tally->n_failed == 1)
    return g_strdup_printf (_("Not updated: %s"), sk_source_get_name (tally->failed));
  if (tally->n_failed > 1)
    return g_strdup_printf (ngettext ("%u source not updated", "%u sources not updated",
                                      tally->n_failed),
                            tally->n_failed);
  if (tally->n_remote == 0)
    return g_strdup (_("The catalogue that came with Sidekick"));

  return time != NULL ? g_strdup_printf (_("Updated %s"), time) : g_strdup (_("Not updated yet"));
}

static void
update (SkSyncFoot *self)
{
  gboolean syncing = sk_catalogue_get_syncing (self->catalogue);
  gboolean offline = sk_catalogue_get_offline (self->catalogue);
  g_auto (Tally) tally = {0};
  g_autofree char *words = NULL;

  count_sources (self, &tally);
  words = syncing ? describe_progress (&tally) : describe_rest (self, &tally);

  gtk_label_set_label (self->words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), !syncing && tally.failed != NULL
                                                           ? sk_source_get_message (tally.failed)
                                                           : words);
  gtk_widget_set_visible (self->spinner, syncing);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !syncing && (offline || tally.n_failed > 0));
  gtk_image_set_from_icon_name (self->icon,
                                offline ? "network-offline-symbolic" : "dialog-warning-symbolic");
  gtk_stack_set_visible_child_name (self->buttons, syncing ? "stop" : "update");
}

/* "Today" does not last. */
static gboolean
on_timer (gpointer data)
{
  update (data);
  return G_SOURCE_CONTINUE;
}

static void
on_sources_changed (SkSyncFoot *self,
                    guint       position,
                    guint       removed,
                    guint       added,
                    GListModel *sources)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (SkSource) source = g_list_model_get_item (sources, i);

      /* One that was only moved is known already. */
      g_signal_handlers_disconnect_by_func (source, update, self);
      g_signal_connect_object (source, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }

  update (self);
}

static void
sk_sync_foot_dispose (GObject *object)
{
  SkSyncFoot *self = SK_SYNC_FOOT (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->catalogue);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_SYNC_FOOT);

  G_OBJECT_CLASS (sk_sync_foot_parent_class)->dispose (object);
}

static void
sk_sync_foot_class_init (SkSyncFootClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_sync_foot_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-sync-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, SkSyncFoot, spinner);
  gtk_widget_class_bind_template_child (widget_class, SkSyncFoot, icon);
  gtk_widget_class_bind_template_child (widget_class, SkSyncFoot, words);
  gtk_widget_class_bind_template_child (widget_class, SkSyncFoot, buttons);
}

static void
sk_sync_foot_init (SkSyncFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_sync_foot_new:
 * @catalogue: whose freshness it tells
 *
 * Its buttons activate win.sync and win.stop-sync.
 *
 * Returns: (transfer floating): a new foot
 */
SkSyncFoot *
sk_sync_foot_new (SkCatalogue *catalogue)
{
  SkSyncFoot *self = g_object_new (SK_TYPE_SYNC_FOOT, NULL);
  GListModel *sources = sk_catalogue_get_sources (catalogue);

  self->catalogue = g_object_ref (catalogue);
  self->timer = g_timeout_add_seconds (MINUTE, on_timer, self);
  g_signal_connect_object (catalogue, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sources, "items-changed", G_CALLBACK (on_sources_changed), self,
                           G_CONNECT_SWAPPED);
  on_sources_changed (self, 0, 0, g_list_model_get_n_items (sources), sources);
  return self;
}
