/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-spooler.h"
#include "sk-sync-error.h"
#include "sk-syncer.h"

G_BEGIN_DECLS

/* One sync of one source, under way on one thread. */
typedef struct
{
  const SkSyncer *syncer;
  SkSyncReport *report;
  SkFetcher *fetcher;
  SkFeedReader *reader;
  SkStoreState *state;        /* what is held */
  SkStoreChange *change;      /* what is found */
  SkSpooler *spooler;         /* of the document that is being read */
  GCancellable *cancellable;

  SkFetchProgressFunc progress;
  gpointer progress_data;
  guint64 progress_base;      /* bytes of the documents that are done */
  guint64 progress_total;     /* 0 while not known */

  guint64 n_records;          /* in the documents that were read */
  guint64 n_resources;
  guint64 n_withdrawn;
  guint64 n_curated;
} SkSync;

const SkStoreValidator *sk_sync_find_validator (SkSync        *sync,
                                                const char    *url);
void                    sk_sync_add_validator  (SkSync        *sync,
                                                const char    *url,
                                                SkFetched     *fetched,
                                                const char    *next);
gboolean                sk_sync_holds          (SkSync        *sync,
                                                const char    *sha256);
SkFetched              *sk_sync_fetch          (SkSync        *sync,
                                                const char    *url,
                                                gboolean       conditional,
                                                guint64        max_bytes,
                                                GError       **error);
void                    sk_sync_set_name       (SkSync        *sync,
                                                SkLangString  *name);
gboolean                sk_sync_read           (SkSync        *sync,
                                                SkFetched     *fetched,
                                                const char    *base,
                                                SkFeedInfo    *info,
                                                GError       **error);
gboolean                sk_sync_peek           (SkSync        *sync,
                                                SkFetched     *fetched,
                                                const char    *base,
                                                SkFeedKind    *kind,
                                                GError       **error);
gboolean                sk_sync_index          (SkSync        *sync,
                                                SkFetched     *fetched,
                                                GError       **error);
gboolean                sk_sync_documents      (SkSync        *sync,
                                                SkFetched     *first,
                                                GError       **error);

G_END_DECLS
