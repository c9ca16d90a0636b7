/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sync-private.h"

#include <glib/gi18n.h>

#include "sk-address.h"

#define MAX_DOCUMENTS 1000

static gboolean
check_next (SkSync      *sync,
            const char  *url,
            const char  *next,
            guint        n_documents,
            GError     **error)
{
  if (next == NULL || !sk_address_may_lead (url, next) || !sk_address_is_same_origin (url, next))
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_PAGING,
                   _("“%s” goes on at an address that Sidekick does not follow: the next page must be "
                     "on the same server. Tell its publisher."),
                   url);
      return FALSE;
    }

  if (n_documents >= MAX_DOCUMENTS)
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_PAGING,
                   _("“%s” has more than %d pages. Ask its publisher for larger ones."),
                   sync->report->url, MAX_DOCUMENTS);
      return FALSE;
    }

  return TRUE;
}

/* Takes in one document, and tells where the next one is. */
static gboolean
take (SkSync      *sync,
      const char  *url,
      SkFetched   *fetched,
      char       **next,
      GError     **error)
{
  const SkStoreValidator *held = sk_sync_find_validator (sync, url);
  const char *sha256 = fetched->not_modified ? held->sha256 : fetched->sha256;
  g_auto (SkFeedInfo) info = {0};

  sk_store_change_add_page (sync->change, sha256);

  /* The same bytes may go on elsewhere only where they stand elsewhere. */
  if (held != NULL && g_str_equal (held->sha256, sha256) && sk_sync_holds (sync, sha256))
    {
      *next = g_strdup (held->next);
      sk_sync_add_validator (sync, url, fetched, *next);
      return TRUE;
    }

  if (!sk_sync_read (sync, fetched, fetched->url, &info, error))
    return FALSE;

  *next = info.next != NULL ? sk_address_resolve (fetched->url, info.next) : NULL;
  if (info.next != NULL && !check_next (sync, fetched->url, *next, sync->change->pages->len, error))
    return FALSE;
  if (sync->change->pages->len == 1)
    sk_sync_set_name (sync, info.name);

  sk_sync_add_validator (sync, url, fetched, *next);
  return TRUE;
}

/* Of a document whose records are not all held, "not modified" does not help. */
static gboolean
is_held (SkSync     *sync,
         const char *url)
{
  const SkStoreValidator *held = sk_sync_find_validator (sync, url);

  return held != NULL && sk_sync_holds (sync, held->sha256);
}

/**
 * sk_sync_documents:
 * @first: the source's own document
 *
 * Reads a feed that has its records in one document, or in several that follow each other
 * by "next". One that was read already ends it.
 *
 * Returns: whether all were read
 */
gboolean
sk_sync_documents (SkSync     *sync,
                   SkFetched  *first,
                   GError    **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *url = g_strdup (sync->report->url);
  g_autofree char *next = NULL;

  if (!take (sync, url, first, &next, error))
    return FALSE;

  g_hash_table_add (seen, g_strdup (url));

  while (next != NULL && g_hash_table_add (seen, g_strdup (next)))
    {
      g_autoptr (SkFetched) fetched = NULL;

      g_free (url);
      url = g_steal_pointer (&next);
      fetched = sk_sync_fetch (sync, url, is_held (sync, url), 0, error);
      if (fetched == NULL || !take (sync, url, fetched, &next, error))
        return FALSE;
    }

  return TRUE;
}
