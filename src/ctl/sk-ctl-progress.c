/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ctl-progress.h"

#include <unistd.h>

#include "sk-ctl-print.h"
#include "sk-ctl-source.h"

#define BAR_WIDTH 30
#define INTERVAL_MS 100

/* Erases the line of the terminal (ECMA-48 EL), after a return to its begin. */
#define CLEAR_LINE "\r\033[K"

struct _SkCtlProgress
{
  GListModel *sources;
  guint timeout;
};

static void
draw_source (SkSource *source)
{
  guint64 done = sk_source_get_bytes_done (source);
  guint64 total = sk_source_get_bytes_total (source);
  g_autofree char *name = sk_ctl_clean (sk_ctl_source_pick_name (source));
  g_autofree char *size = g_format_size (done);
  char bar[BAR_WIDTH + 1] = {0};

  if (total == 0)
    {
      g_printerr (CLEAR_LINE "%s  %s", size, name);
      return;
    }

  for (guint i = 0; i < BAR_WIDTH; i++)
    bar[i] = i * total < MIN (done, total) * BAR_WIDTH ? '#' : '.';

  g_printerr (CLEAR_LINE "[%s] %3u %%  %s", bar, (guint) (MIN (done, total) * 100 / total), name);
}

static gboolean
draw (gpointer user_data)
{
  SkCtlProgress *self = user_data;

  for (guint i = 0; i < g_list_model_get_n_items (self->sources); i++)
    {
      g_autoptr (SkSource) source = g_list_model_get_item (self->sources, i);

      if (sk_source_get_state (source) == SK_SOURCE_BUSY)
        {
          draw_source (source);
          break;
        }
    }

  return G_SOURCE_CONTINUE;
}

/**
 * sk_ctl_progress_new:
 *
 * Shows how far the sync under way is, on standard error.
 *
 * Returns: (transfer full) (nullable): the bar; %NULL where standard error is no terminal
 *   or the person asked for quiet
 */
SkCtlProgress *
sk_ctl_progress_new (SkCtl *ctl)
{
  SkCtlProgress *self;

  if (ctl->quiet || !isatty (STDERR_FILENO))
    return NULL;

  self = g_new0 (SkCtlProgress, 1);
  self->sources = g_object_ref (sk_catalogue_get_sources (ctl->catalogue));
  self->timeout = g_timeout_add (INTERVAL_MS, draw, self);

  return self;
}

/**
 * sk_ctl_progress_free:
 * @self: (transfer full): the bar
 *
 * Wipes the bar off the terminal.
 */
void
sk_ctl_progress_free (SkCtlProgress *self)
{
  g_source_remove (self->timeout);
  g_printerr (CLEAR_LINE);
  g_object_unref (self->sources);
  g_free (self);
}
