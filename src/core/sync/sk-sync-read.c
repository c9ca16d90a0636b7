/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sync-private.h"

#include <glib/gi18n.h>

#define MAX_PROBLEMS 100

static gboolean
on_resource (SkResource  *resource,
             guint64      index,
             gpointer     user_data,
             GError     **error)
{
  SkSync *sync = user_data;

  sync->n_resources++;
  return sk_spooler_add (sync->spooler, SK_SPOOL_RECORD, sk_resource_get_id (resource),
                         G_OBJECT (resource), error);
}

static gboolean
on_withdrawn (const char  *id,
              guint64      index,
              gpointer     user_data,
              GError     **error)
{
  SkSync *sync = user_data;

  sync->n_withdrawn++;
  return sk_spooler_add (sync->spooler, SK_SPOOL_WITHDRAWN, id, NULL, error);
}

static gboolean
on_curated (GObject   *thing,
            guint64    index,
            gpointer   user_data,
            GError   **error)
{
  SkSync *sync = user_data;
  const char *id = SK_IS_EVENT (thing) ? sk_event_get_id (SK_EVENT (thing))
                                       : sk_collection_get_id (SK_COLLECTION (thing));

  sync->n_curated++;
  return sk_spooler_add (sync->spooler, SK_SPOOL_CURATED, id, thing, error);
}

static gboolean
on_problem (SkFeedProblem  *problem,
            gpointer        user_data,
            GError        **error)
{
  SkSync *sync = user_data;
  GPtrArray *problems = sync->report->problems;

  if (problems->len < MAX_PROBLEMS)
    g_ptr_array_add (problems, sk_feed_problem_ref (problem));

  if (sk_feed_problem_get_severity (problem) != SK_FEED_SEVERITY_ERROR ||
      sk_feed_problem_get_id (problem) == NULL)
    return TRUE;

  return sk_spooler_add (sync->spooler, SK_SPOOL_REFUSED, sk_feed_problem_get_id (problem), NULL,
                         error);
}

static gboolean
check_unchanged (SkSync     *sync,
                 SkFetched  *fetched,
                 GError    **error)
{
  const SkFetchRequest request = {.url = fetched->url, .etag = fetched->etag};
  g_autoptr (SkFetched) again = NULL;

  if (fetched->temporary || fetched->etag == NULL)
    return TRUE;

  again = sk_fetcher_fetch (sync->fetcher, &request, sync->cancellable, error);
  if (again == NULL || again->not_modified)
    return again != NULL;

  g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_FILE,
               _("The file “%s” changed while it was read. Sync again once it is complete."),
               g_file_peek_path (fetched->file));
  return FALSE;
}

static gboolean
open_spool (SkSync  *sync,
            GError **error)
{
  if (sync->change->spool == NULL)
    sync->change->spool = sk_spool_new (sync->syncer->folder, error);

  return sync->change->spool != NULL;
}

/* One thread reads, another one writes. */
static gboolean
spool (SkSync        *sync,
       SkFetched     *fetched,
       GInputStream  *stream,
       const char    *base,
       SkFeedInfo    *info,
       GError       **error)
{
  static const SkFeedHandler handler = {on_resource, on_withdrawn, on_problem, on_curated};
  g_autoptr (SkSpooler) spooler = sk_spooler_new (sync->change->spool);
  gboolean read;

  sync->spooler = spooler;
  read = sk_spooler_add (spooler, SK_SPOOL_PAGE, fetched->sha256, NULL, error) &&
         sk_feed_reader_read (sync->reader, stream, base, &handler, sync, info, sync->cancellable,
                              error) &&
         sk_spooler_finish (spooler, error);
  sync->spooler = NULL;
  return read;
}

/**
 * sk_sync_read:
 * @base: its address
 * @info: (out caller-allocates): what it says of itself
 *
 * Reads a document's records into the spool, as a page of the source.
 *
 * Returns: whether it was read to its end
 */
gboolean
sk_sync_read (SkSync      *sync,
              SkFetched   *fetched,
              const char  *base,
              SkFeedInfo  *info,
              GError     **error)
{
  g_autoptr (GFileInputStream) stream = NULL;

  stream = g_file_read (fetched->file, sync->cancellable, error);
  if (stream == NULL || !open_spool (sync, error) ||
      !spool (sync, fetched, G_INPUT_STREAM (stream), base, info, error))
    return FALSE;

  sync->n_records += info->n_records;
  if (sync->n_records > sync->syncer->feed_limits.max_records)
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_TOO_LARGE,
                   _("“%s” is too large: it has more than %lu records. Check the address."),
                   sync->report->url, (gulong) sync->syncer->feed_limits.max_records);
      return FALSE;
    }

  return check_unchanged (sync, fetched, error);
}

static gboolean
stop (gboolean  *stopped,
      GError   **error)
{
  *stopped = TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING, "There are records");
  return FALSE;
}

static gboolean
stop_at_resource (SkResource  *resource,
                  guint64      index,
                  gpointer     user_data,
                  GError     **error)
{
  return stop (user_data, error);
}

static gboolean
stop_at_withdrawn (const char  *id,
                   guint64      index,
                   gpointer     user_data,
                   GError     **error)
{
  return stop (user_data, error);
}

static gboolean
stop_at_curated (GObject   *thing,
                 guint64    index,
                 gpointer   user_data,
                 GError   **error)
{
  return stop (user_data, error);
}

/**
 * sk_sync_peek:
 * @kind: (out): what the document is
 *
 * Reads a document until its first record, to see whether it has records or is the index
 * of documents that do.
 *
 * Returns: whether it is one of them
 */
gboolean
sk_sync_peek (SkSync      *sync,
              SkFetched   *fetched,
              const char  *base,
              SkFeedKind  *kind,
              GError     **error)
{
  static const SkFeedHandler handler = {stop_at_resource, stop_at_withdrawn, NULL, stop_at_curated};
  g_autoptr (GFileInputStream) stream = NULL;
  g_auto (SkFeedInfo) info = {0};
  GError *why = NULL;
  gboolean stopped = FALSE;

  stream = g_file_read (fetched->file, sync->cancellable, error);
  if (stream == NULL)
    return FALSE;

  *kind = SK_FEED_KIND_RECORDS;
  if (sk_feed_reader_read (sync->reader, G_INPUT_STREAM (stream), base, &handler, &stopped, &info,
                           sync->cancellable, &why))
    {
      *kind = info.kind;
      return TRUE;
    }

  if (!stopped)
    {
      g_propagate_error (error, why);
      return FALSE;
    }

  g_error_free (why);
  return TRUE;
}
