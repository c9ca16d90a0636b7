/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sync-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "sk-source-private.h"
#include "sidekick-config.h"

static gboolean
is_starter (const char *url)
{
  return g_str_equal (url, SK_STARTER_URL);
}

/**
 * sk_sync_find_validator:
 *
 * Returns: (transfer none) (nullable): what the store knows of the document at @url
 */
const SkStoreValidator *
sk_sync_find_validator (SkSync     *sync,
                        const char *url)
{
  return g_hash_table_lookup (sync->state->validators, url);
}

/**
 * sk_sync_holds:
 *
 * Returns: whether the records of the page of that hash are in the store
 */
gboolean
sk_sync_holds (SkSync     *sync,
               const char *sha256)
{
  return g_hash_table_contains (sync->state->pages, sha256);
}

/**
 * sk_sync_add_validator:
 * @url: a document's address
 * @fetched: the document, or the word that it is not modified
 * @next: (nullable): the address of the one that follows
 *
 * Remembers what to say the next time.
 */
void
sk_sync_add_validator (SkSync     *sync,
                       const char *url,
                       SkFetched  *fetched,
                       const char *next)
{
  const SkStoreValidator *held = sk_sync_find_validator (sync, url);
  SkStoreValidator *validator;

  if (fetched->not_modified)
    {
      validator = sk_store_validator_copy (held);
    }
  else
    {
      validator = g_new0 (SkStoreValidator, 1);
      validator->url = g_strdup (url);
      validator->final_url = g_strdup (fetched->url);
      validator->etag = g_strdup (fetched->etag);
      validator->last_modified = g_strdup (fetched->last_modified);
      validator->sha256 = g_strdup (fetched->sha256);
      validator->next = g_strdup (next);
    }

  g_ptr_array_add (sync->change->validators, validator);
}

/**
 * sk_sync_set_name:
 * @name: (nullable): what the source calls itself
 */
void
sk_sync_set_name (SkSync       *sync,
                  SkLangString *name)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *names = json_object_new ();

  for (guint i = 0; i < sk_lang_string_get_size (name); i++)
    {
      const char *language;
      const char *text = sk_lang_string_get_nth (name, i, &language);

      json_object_set_string_member (names, language, text);
    }

  json_node_take_object (node, names);
  g_clear_pointer (&sync->change->name, g_free);
  if (sk_lang_string_get_size (name) > 0)
    sync->change->name = json_to_string (node, FALSE);
}

static void
on_progress (guint64  done,
             guint64  total,
             gpointer user_data)
{
  SkSync *sync = user_data;

  if (sync->progress != NULL)
    sync->progress (sync->progress_base + done,
                    sync->progress_total > 0 ? sync->progress_total : total, sync->progress_data);
}

/**
 * sk_sync_fetch:
 * @conditional: whether "not modified" is an answer that helps
 * @max_bytes: what it may bring, 0 for as much as the limits allow
 *
 * Returns: (transfer full) (nullable): what came
 */
SkFetched *
sk_sync_fetch (SkSync      *sync,
               const char  *url,
               gboolean     conditional,
               guint64      max_bytes,
               GError     **error)
{
  const SkStoreValidator *held = sk_sync_find_validator (sync, url);
  SkFetchRequest request = {.url = url, .max_bytes = max_bytes};
  SkFetched *fetched;

  if (conditional && held != NULL)
    {
      request.validated_url = held->final_url;
      request.etag = held->etag;
      request.last_modified = held->last_modified;
    }

  fetched = sk_fetcher_fetch (sync->fetcher, &request, sync->cancellable, error);
  if (fetched != NULL)
    sync->progress_base += fetched->size;

  return fetched;
}

/* Only what is held as a whole need not come again. */
static gboolean
may_be_unmodified (SkSync *sync)
{
  const SkStoreSource *source = sync->state->source;
  const SkStoreValidator *held = sk_sync_find_validator (sync, sync->report->url);

  if (source == NULL || source->synced == 0 || held == NULL)
    return FALSE;

  return source->document != NULL ? g_str_equal (source->document, held->sha256)
                                  : sk_sync_holds (sync, held->sha256);
}

static SkFetched *
fetch_first (SkSync  *sync,
             GError **error)
{
  SkFetched *starter;

  if (!is_starter (sync->report->url))
    return sk_sync_fetch (sync, sync->report->url, may_be_unmodified (sync), 0, error);

  starter = sk_sync_fetch (sync, "resource://" SK_STARTER_PATH, FALSE, 0, error);
  if (starter != NULL)
    g_set_str (&starter->url, SK_STARTER_URL);

  return starter;
}

static gboolean
take_first (SkSync     *sync,
            SkFetched  *first,
            GError    **error)
{
  SkFeedKind kind;

  if (first->not_modified ||
      (sk_sync_holds (sync, first->sha256) && sync->state->source->document == NULL))
    return sk_sync_documents (sync, first, error);

  if (!sk_sync_peek (sync, first, first->url, &kind, error))
    return FALSE;

  return kind == SK_FEED_KIND_INDEX ? sk_sync_index (sync, first, error)
                                    : sk_sync_documents (sync, first, error);
}

static gboolean
any_page_held (SkSync *sync)
{
  for (guint i = 0; i < sync->change->pages->len; i++)
    if (sk_sync_holds (sync, g_ptr_array_index (sync->change->pages, i)))
      return TRUE;

  return FALSE;
}

/* A feed that lost its way altogether does not take away what is here. */
static gboolean
check_usable (SkSync  *sync,
              GError **error)
{
  if (sync->n_records == 0 || sync->n_resources + sync->n_withdrawn + sync->n_curated > 0 ||
      any_page_held (sync))
    return TRUE;

  g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_UNUSABLE,
               ngettext ("“%s” has %lu record, which cannot be used. Tell its publisher; what is "
                         "here stays.",
                         "“%s” has %lu records, of which not one can be used. Tell its publisher; "
                         "what is here stays.",
                         (gulong) sync->n_records),
               sync->report->url, (gulong) sync->n_records);
  return FALSE;
}

static void
note_twice (SkSync     *sync,
            const char *id)
{
  g_autoptr (SkFeedProblem) problem = NULL;

  problem = sk_feed_problem_new (
      SK_FEED_SEVERITY_ERROR, "id-in-two-pages", NULL,
      g_strdup (_("Another page has a record with this id, which counts; this one is left out.")));
  sk_feed_problem_locate (problem, SK_FEED_PROBLEM_NO_INDEX, id, 0, 0);
  g_ptr_array_add (sync->report->problems, g_steal_pointer (&problem));
}

static gboolean
commit (SkSync  *sync,
        GError **error)
{
  SkSyncReport *report = sync->report;
  g_auto (SkStoreCounts) counts = {0};

  if (!sk_store_commit (sync->syncer->store, sync->change, &counts, sync->cancellable, error))
    return FALSE;

  report->added = counts.added;
  report->changed = counts.changed;
  report->withdrawn = counts.withdrawn;
  report->unchanged = counts.unchanged;
  report->refused =
    sync->n_records - sync->n_resources - sync->n_withdrawn - sync->n_curated + counts.twice->len;
  for (guint i = 0; i < counts.twice->len; i++)
    note_twice (sync, g_ptr_array_index (counts.twice, i));

  return TRUE;
}

/* Whether the answer was "not modified" throughout, so that there is nothing to write. */
static gboolean
is_settled (SkSync    *sync,
            SkFetched *first)
{
  guint n_pages = g_hash_table_size (sync->state->pages);

  if (!first->not_modified)
    return FALSE;
  if (sync->state->source->document != NULL)
    return TRUE;

  return sync->report->not_modified && sync->change->pages->len == n_pages;
}

static gboolean
run (SkSync  *sync,
     GError **error)
{
  const SkStoreSource *held = sync->state->source;
  g_autoptr (SkFetched) first = fetch_first (sync, error);

  if (first == NULL)
    return FALSE;

  if (held != NULL)
    sync->change->name = g_strdup (held->name);

  /* That an index is as it was says that its pages are too. */
  if (!(first->not_modified && held->document != NULL) && !take_first (sync, first, error))
    return FALSE;

  sync->report->not_modified = held != NULL && held->synced != 0 && sync->change->spool == NULL;
  if (!is_settled (sync, first))
    return check_usable (sync, error) && commit (sync, error);

  sync->report->unchanged = held->resources;
  return sk_store_note_unchanged (sync->syncer->store, sync->report->url, error);
}

static void
sync_init (SkSync              *sync,
           const SkSyncer      *syncer,
           const char          *url,
           SkFetchProgressFunc  progress,
           gpointer             user_data,
           GCancellable        *cancellable)
{
  sync->syncer = syncer;
  sync->report = sk_sync_report_new (url);
  sync->change = sk_store_change_new (url);
  sync->reader = sk_feed_reader_new (syncer->vocabularies);
  sk_feed_reader_set_limits (sync->reader, &syncer->feed_limits);
  sync->fetcher = sk_fetcher_new (syncer->folder, &syncer->fetch_limits);
  sk_fetcher_set_progress (sync->fetcher, on_progress, sync);
  sync->progress = progress;
  sync->progress_data = user_data;
  sync->cancellable = cancellable;
}

static void
sync_clear (SkSync *sync)
{
  g_clear_pointer (&sync->fetcher, sk_fetcher_free);
  g_clear_object (&sync->reader);
  g_clear_pointer (&sync->change, sk_store_change_free);
  g_clear_pointer (&sync->state, sk_store_state_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkSync, sync_clear)

/**
 * sk_syncer_sync:
 * @url: a source
 * @progress: (nullable): called now and then, on this thread
 *
 * Brings what a source offers into the store, on the calling thread: an index and those of
 * its pages that are not held, or one document, or several that follow each other. A sync
 * that fails changes nothing but what is remembered of the failure.
 *
 * Returns: (transfer full): what it did, or why it failed
 */
SkSyncReport *
sk_syncer_sync (const SkSyncer      *self,
                const char          *url,
                SkFetchProgressFunc  progress,
                gpointer             user_data,
                GCancellable        *cancellable)
{
  g_auto (SkSync) sync = {0};
  SkSyncReport *report;

  sync_init (&sync, self, url, progress, user_data, cancellable);
  report = sync.report;
  sync.state = sk_store_get_state (self->store, url, &report->error);

  if (sync.state != NULL && !run (&sync, &report->error) &&
      !g_error_matches (report->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sk_store_note_failure (self->store, url, report->error->message, NULL);

  report->name = sk_source_pick_name (sync.change->name);
  report->requests = sk_fetcher_get_requests (sync.fetcher);
  report->bytes = sk_fetcher_get_bytes (sync.fetcher);
  return report;
}
