/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-updater.h"

#include <glib/gi18n.h>

#include "sk-network.h"

#define DAY (24 * 60 * 60)
#define LOOK_EACH_SECONDS (15 * 60)

struct _SkUpdater
{
  GObject parent_instance;

  SkCatalogue *catalogue;
  GSettings *settings;
  GNetworkMonitor *monitor;
  GCancellable *cancellable;  /* of the update under way */
  GStrvBuilder *waiting;      /* addresses to be fetched after it; NULL for none */
  gint64 tried;               /* when it last began one by itself, monotonic; 0 for never */
  guint timer;
};

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkUpdater, sk_updater, G_TYPE_OBJECT)

static void
sk_updater_dispose (GObject *object)
{
  SkUpdater *self = SK_UPDATER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);
  g_clear_object (&self->monitor);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->waiting, g_strv_builder_unref);

  G_OBJECT_CLASS (sk_updater_parent_class)->dispose (object);
}

static void
sk_updater_class_init (SkUpdaterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sk_updater_dispose;

  signals[FINISHED] = g_signal_new ("finished", SK_TYPE_UPDATER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
}

static void
sk_updater_init (SkUpdater *self)
{
}

/* What changed, as "3 new tools, 1 changed"; NULL where nothing did. */
static char *
describe_changes (GPtrArray *reports)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  guint added = 0;
  guint changed = 0;
  guint withdrawn = 0;

  for (guint i = 0; i < reports->len; i++)
    {
      const SkSyncReport *report = g_ptr_array_index (reports, i);

      added += (guint) report->added;
      changed += (guint) report->changed;
      withdrawn += (guint) report->withdrawn;
    }

  if (added > 0)
    g_strv_builder_take (parts,
                         g_strdup_printf (ngettext ("%u new tool", "%u new tools", added), added));
  if (changed > 0)
    g_strv_builder_take (parts,
                         g_strdup_printf (ngettext ("%u changed", "%u changed", changed), changed));
  if (withdrawn > 0)
    g_strv_builder_take (parts,
                         g_strdup_printf (ngettext ("%u withdrawn", "%u withdrawn", withdrawn),
                                          withdrawn));

  words = g_strv_builder_end (parts);
  return words[0] != NULL ? g_strjoinv (_(", "), words) : NULL;
}

/* How many sources could not be fetched; NULL where all could, or a person stopped it. */
static char *
describe_failures (GPtrArray *reports)
{
  guint n_failed = 0;

  for (guint i = 0; i < reports->len; i++)
    {
      const SkSyncReport *report = g_ptr_array_index (reports, i);

      n_failed += report->error != NULL &&
                  !g_error_matches (report->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }

  if (n_failed == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u source not updated", "%u sources not updated", n_failed),
                          n_failed);
}

/* Why it failed; NULL where it did not, or a person stopped it. */
static char *
describe_failure (DexFuture *future)
{
  g_autoptr (GError) error = NULL;
  const GValue *value = dex_future_get_value (future, &error);

  if (value != NULL)
    return describe_failures (g_value_get_boxed (value));

  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL
                                                                   : g_strdup (error->message);
}

static char *
describe_success (DexFuture *future)
{
  const GValue *value = dex_future_get_value (future, NULL);

  return value != NULL ? describe_changes (g_value_get_boxed (value)) : NULL;
}

static void start (SkUpdater *self, const char * const *urls);

static DexFuture *
on_synced (DexFuture *future,
           gpointer   data)
{
  SkUpdater *self = data;
  g_autoptr (GStrvBuilder) waiting = g_steal_pointer (&self->waiting);
  g_autofree char *failure = describe_failure (future);
  g_autofree char *success = failure == NULL ? describe_success (future) : NULL;

  g_clear_object (&self->cancellable);
  g_signal_emit (self, signals[FINISHED], 0, failure == NULL, failure != NULL ? failure : success);

  if (waiting != NULL)
    {
      g_auto (GStrv) urls = g_strv_builder_end (waiting);

      start (self, (const char * const *) urls);
    }

  return NULL;
}

static void
start (SkUpdater          *self,
       const char * const *urls)
{
  self->cancellable = g_cancellable_new ();
  dex_future_disown (
    dex_future_finally (sk_catalogue_sync (self->catalogue, urls, self->cancellable), on_synced,
                        g_object_ref (self), g_object_unref));
}

static gboolean
has_remote_source (SkUpdater *self)
{
  GListModel *sources = sk_catalogue_get_sources (self->catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SkSource) source = g_list_model_get_item (sources, i);

      if (!sk_source_get_built_in (source))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_due (SkUpdater *self)
{
  gint64 age = g_get_real_time () / G_USEC_PER_SEC - sk_catalogue_get_last_sync (self->catalogue);

  return age >= DAY &&
         (self->tried == 0 || g_get_monotonic_time () - self->tried >= G_TIME_SPAN_HOUR) &&
         has_remote_source (self);
}

static void
consider (SkUpdater *self)
{
  if (self->cancellable != NULL || sk_catalogue_get_index (self->catalogue) == NULL ||
      sk_catalogue_get_read_only (self->catalogue) ||
      !g_settings_get_boolean (self->settings, "auto-sync") || !is_due (self) ||
      !sk_network_may_be_used (self->settings, "auto-sync-metered"))
    return;

  self->tried = g_get_monotonic_time ();
  start (self, NULL);
}

static gboolean
on_timer (gpointer data)
{
  consider (data);
  return G_SOURCE_CONTINUE;
}

static void
on_network_changed (SkUpdater *self,
                    gboolean   available)
{
  if (available && sk_catalogue_get_offline (self->catalogue))
    self->tried = 0;
  consider (self);
}

/**
 * sk_updater_new:
 * @catalogue: what is updated, which may be opened later
 * @settings: whether it may do so by itself
 *
 * Returns: (transfer full): a new updater
 */
SkUpdater *
sk_updater_new (SkCatalogue *catalogue,
                GSettings   *settings)
{
  SkUpdater *self = g_object_new (SK_TYPE_UPDATER, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->settings = g_object_ref (settings);
  self->monitor = g_object_ref (g_network_monitor_get_default ());
  self->timer = g_timeout_add_seconds (LOOK_EACH_SECONDS, on_timer, self);

  g_signal_connect_object (catalogue, "notify::index", G_CALLBACK (consider), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed", G_CALLBACK (consider), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->monitor, "network-changed", G_CALLBACK (on_network_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * sk_updater_update:
 * @url: (nullable): the only source to fetch; %NULL for all of them
 *
 * Fetches what is new. While an update is under way, a source that is named is fetched after it.
 */
void
sk_updater_update (SkUpdater  *self,
                   const char *url)
{
  const char *urls[] = {url, NULL};

  g_return_if_fail (SK_IS_UPDATER (self));

  if (self->cancellable == NULL)
    {
      start (self, url != NULL ? urls : NULL);
      return;
    }

  if (url == NULL)
    return;
  if (self->waiting == NULL)
    self->waiting = g_strv_builder_new ();
  g_strv_builder_add (self->waiting, url);
}

/**
 * sk_updater_stop:
 *
 * Stops the update under way, and forgets what was to come after it; what has been fetched stays.
 */
void
sk_updater_stop (SkUpdater *self)
{
  g_return_if_fail (SK_IS_UPDATER (self));

  g_clear_pointer (&self->waiting, g_strv_builder_unref);
  g_cancellable_cancel (self->cancellable);
}
