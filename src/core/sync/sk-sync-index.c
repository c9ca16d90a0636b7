/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sync-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "feed/sk-feed-index.h"
#include "sk-address.h"

/* Far enough into a file to tell what it is. */
#define HEAD_BYTES (16 * 1024)

static SkFeedIndex *
load_index (SkSync     *sync,
            SkFetched  *fetched,
            GError    **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (fetched->size > SK_FEED_INDEX_MAX_BYTES)
    {
      g_autofree char *size = g_format_size (SK_FEED_INDEX_MAX_BYTES);

      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_TOO_LARGE,
                   _("The index “%s” is too large: it is more than %s. Tell its publisher."),
                   sync->report->url, size);
      return NULL;
    }

  bytes = g_file_load_bytes (fetched->file, sync->cancellable, NULL, error);
  return bytes != NULL ? sk_feed_index_new_from_bytes (bytes, fetched->url, error) : NULL;
}

static gboolean
check_version (SkSync       *sync,
               SkFeedIndex  *index,
               SkFetched    *fetched,
               GError      **error)
{
  const SkStoreSource *held = sync->state->source;
  gint64 version = sk_feed_index_get_version (index);

  if (held == NULL || held->document == NULL || version > held->version)
    return TRUE;

  if (version < held->version)
    g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_OLDER,
                 _("“%s” offers version %ld, but version %ld is here already. The newer one stays; "
                   "tell its publisher if this goes on."),
                 sync->report->url, (glong) version, (glong) held->version);
  else if (!g_str_equal (held->document, fetched->sha256))
    g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_OLDER,
                 _("“%s” has changed without a new version number (%ld). What is here stays; ask its "
                   "publisher to raise the number."),
                 sync->report->url, (glong) version);
  else
    return TRUE;

  return FALSE;
}

static char *
read_head (SkFetched *fetched)
{
  g_autoptr (GFileInputStream) stream = g_file_read (fetched->file, NULL, NULL);
  char *head = g_malloc0 (HEAD_BYTES + 1);
  gsize length;

  if (stream != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD_BYTES, &length, NULL, NULL);

  return head;
}

/* A network with a login page puts that in the place of whatever is asked for: the reader
 * knows what to say of it. */
static gboolean
is_web_page (SkSync     *sync,
             SkFetched  *fetched,
             GError    **error)
{
  g_autofree char *head = read_head (fetched);
  const char *start = head;
  SkFeedKind kind;

  if (g_str_has_prefix (start, "\xef\xbb\xbf"))
    start += 3;
  while (g_ascii_isspace (*start))
    start++;

  return *start == '<' && !sk_sync_peek (sync, fetched, fetched->url, &kind, error);
}

static gboolean
check_page (SkSync            *sync,
            const SkFeedPage  *page,
            SkFetched         *fetched,
            GError           **error)
{
  if (fetched->size == page->size && g_str_equal (fetched->sha256, page->sha256))
    return TRUE;

  if (!is_web_page (sync, fetched, error))
    g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_PAGE,
                 _("The page “%s” is not the one that the catalogue’s index lists: its size or its "
                   "hash (SHA-256) differs. Its publisher may be at work: try again in a moment."),
                 page->url);

  return FALSE;
}

static SkFetched *
fetch_page (SkSync            *sync,
            const SkFeedPage  *page,
            GError           **error)
{
  g_autoptr (GError) why = NULL;
  g_autoptr (SkFetched) fetched = NULL;

  if (!sk_address_may_lead (sync->report->url, page->url))
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_PAGE,
                   _("The index “%s” lists “%s”, which Sidekick does not open: a page must be on "
                     "https, or on the same kind of address as the index. Tell its publisher."),
                   sync->report->url, page->url);
      return NULL;
    }

  fetched = sk_sync_fetch (sync, page->url, FALSE, page->size, &why);
  if (g_error_matches (why, SK_SYNC_ERROR, SK_SYNC_ERROR_TOO_LARGE))
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_PAGE,
                   _("The page “%s” is larger than the catalogue’s index says. Its publisher may be "
                     "at work: try again in a moment."),
                   page->url);
      return NULL;
    }

  if (fetched == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return NULL;
    }

  return check_page (sync, page, fetched, error) ? g_steal_pointer (&fetched) : NULL;
}

/* The publisher's own themes are listed like a page, and have no records. */
static gboolean
is_vocabulary (SkFetched    *fetched,
               const GError *why)
{
  g_autofree char *head = NULL;

  if (!g_error_matches (why, SK_FEED_ERROR, SK_FEED_ERROR_NOT_A_FEED) &&
      !g_error_matches (why, SK_FEED_ERROR, SK_FEED_ERROR_DIALECT))
    return FALSE;

  head = read_head (fetched);
  return strstr (head, "ConceptScheme") != NULL;
}

static gboolean
take_page (SkSync            *sync,
           const SkFeedPage  *page,
           GError           **error)
{
  g_autoptr (SkFetched) fetched = NULL;
  g_auto (SkFeedInfo) info = {0};
  g_autoptr (GError) why = NULL;

  sk_store_change_add_page (sync->change, page->sha256);
  if (sk_sync_holds (sync, page->sha256))
    return TRUE;

  fetched = fetch_page (sync, page, error);
  if (fetched == NULL)
    return FALSE;

  if (sk_sync_read (sync, fetched, fetched->url, &info, &why) || is_vocabulary (fetched, why))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

/* A page that is listed twice is one page. */
static GPtrArray *
list_pages (SkFeedIndex *index)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *pages = g_ptr_array_new ();

  for (guint i = 0; i < sk_feed_index_get_n_pages (index); i++)
    {
      const SkFeedPage *page = sk_feed_index_get_page (index, i);

      if (g_hash_table_add (seen, page->sha256))
        g_ptr_array_add (pages, (gpointer) page);
    }

  return pages;
}

static void
expect (SkSync    *sync,
        GPtrArray *pages)
{
  sync->progress_total = sync->progress_base;

  for (guint i = 0; i < pages->len; i++)
    {
      const SkFeedPage *page = g_ptr_array_index (pages, i);

      if (!sk_sync_holds (sync, page->sha256))
        sync->progress_total += page->size;
    }
}

/**
 * sk_sync_index:
 * @fetched: the index
 *
 * Reads a published feed: of the pages that its index lists, those that are not held.
 *
 * Returns: whether all of them are there, and are what the index says
 */
gboolean
sk_sync_index (SkSync     *sync,
               SkFetched  *fetched,
               GError    **error)
{
  g_autoptr (SkFeedIndex) index = load_index (sync, fetched, error);
  g_autoptr (GPtrArray) pages = NULL;

  if (index == NULL || !check_version (sync, index, fetched, error))
    return FALSE;

  sync->change->version = sk_feed_index_get_version (index);
  sync->change->expires = sk_feed_index_get_expires (index);
  sync->change->document = g_strdup (fetched->sha256);
  sk_sync_set_name (sync, sk_feed_index_get_name (index));
  sk_sync_add_validator (sync, sync->report->url, fetched, NULL);

  pages = list_pages (index);
  expect (sync, pages);
  for (guint i = 0; i < pages->len; i++)
    if (!take_page (sync, g_ptr_array_index (pages, i), error))
      return FALSE;

  return TRUE;
}
