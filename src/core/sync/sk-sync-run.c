/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sync-run.h"

/* A source whose server hangs does not keep the others waiting. */
#define SOURCES_AT_A_TIME 4

typedef struct
{
  const SkSyncer *syncer;
  const SkKeeperEvents *events;
  gpointer user_data;
  GCancellable *cancellable;
  const char * const *urls;
  GPtrArray *reports;         /* a place for each, filled by the thread that syncs it */
} Run;

typedef struct
{
  Run *run;
  const char *url;
} Progress;

static void
on_progress (guint64  done,
             guint64  total,
             gpointer user_data)
{
  Progress *progress = user_data;

  progress->run->events->progress (progress->url, done, total, progress->run->user_data);
}

static void
sync_one (gpointer item,
          gpointer user_data)
{
  Run *run = user_data;
  guint nth = GPOINTER_TO_UINT (item) - 1;
  Progress progress = {run, run->urls[nth]};

  run->events->begin (run->urls[nth], run->user_data);
  run->reports->pdata[nth] = sk_syncer_sync (run->syncer, run->urls[nth], on_progress, &progress,
                                             run->cancellable);
}

/**
 * sk_sync_run:
 * @urls: the sources
 * @events: called from several threads
 *
 * Syncs several sources at a time, and waits for all of them.
 *
 * Returns: (transfer container) (element-type SkSyncReport): a report a source, in the
 *   order of @urls
 */
GPtrArray *
sk_sync_run (const SkSyncer       *syncer,
             const char * const   *urls,
             const SkKeeperEvents *events,
             gpointer              user_data,
             GCancellable         *cancellable)
{
  Run run = {syncer, events, user_data, cancellable, urls, NULL};
  guint n_urls = g_strv_length ((char **) urls);
  GThreadPool *pool;

  run.reports = g_ptr_array_new_full (n_urls, (GDestroyNotify) sk_sync_report_unref);
  g_ptr_array_set_size (run.reports, (int) n_urls);

  pool = g_thread_pool_new (sync_one, &run, SOURCES_AT_A_TIME, FALSE, NULL);
  for (guint i = 0; i < n_urls; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);

  return run.reports;
}
