/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index-draft.h"
#include "search/sk-record-source.h"
#include "store/sk-store.h"

G_BEGIN_DECLS

/* The records that the store held at one moment, as resources: an index of them gets here
 * those that are looked at. */
#define SK_TYPE_RECORDS (sk_records_get_type ())
G_DECLARE_FINAL_TYPE (SkRecords, sk_records, SK, RECORDS, GObject)

/* Called on the thread that looked at a record. */
typedef void (*SkRecordsDamaged) (GObject *watcher);

SkRecords       *sk_records_new          (SkStoreSnapshot      *snapshot,
                                          SkVocabularies       *vocabularies);
SkStoreSnapshot *sk_records_get_snapshot (SkRecords            *self);
void             sk_records_watch        (SkRecords            *self,
                                          GObject              *watcher,
                                          SkRecordsDamaged      damaged);
gboolean         sk_records_get_damaged  (SkRecords            *self);
gboolean         sk_records_draft        (SkRecords            *self,
                                          const char * const   *urls,
                                          SkIndexDraft         *draft,
                                          gboolean             *full,
                                          GCancellable         *cancellable,
                                          GError              **error);
gboolean         sk_records_list_curated (SkRecords           *self,
                                          const char * const   *urls,
                                          GPtrArray            *collections,
                                          GPtrArray            *events,
                                          GError              **error);
gboolean         sk_records_count        (SkRecords            *self,
                                          const char * const   *urls,
                                          guint                *n_resources,
                                          GCancellable         *cancellable,
                                          GError              **error);

G_END_DECLS
