/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/sk-feed-reader.h"
#include "sk-fetcher.h"
#include "sk-sync-report.h"
#include "store/sk-store.h"

G_BEGIN_DECLS

/* What a sync works with; shared by those that run at the same time. */
typedef struct
{
  SkStore *store;
  SkVocabularies *vocabularies;
  const char *folder;         /* for what is there for a moment only */
  SkFetchLimits fetch_limits;
  SkFeedLimits feed_limits;
} SkSyncer;

SkSyncReport *sk_syncer_sync (const SkSyncer      *self,
                              const char          *url,
                              SkFetchProgressFunc  progress,
                              gpointer             user_data,
                              GCancellable        *cancellable);

G_END_DECLS
