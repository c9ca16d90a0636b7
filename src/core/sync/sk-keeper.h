/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"
#include "sk-catalogue-flags.h"
#include "sk-records.h"
#include "sk-syncer.h"

G_BEGIN_DECLS

/* The catalogue's other half, which works away from the main thread: the sources, the store
 * and the index of them. Its functions wait; any thread but the main one may call them. */
typedef struct _SkKeeper SkKeeper;

/* The catalogue at one moment, for the main thread to show. */
typedef struct
{
  guint64 serial;             /* of two, the one with the higher is the newer */
  gboolean counted;           /* whether the records were looked at */
  guint n_resources;
  SkIndex *index;             /* of them; NULL where it is not wanted */
  GPtrArray *collections;     /* SkCollection, in the order of the sources; NULL without an index */
  GPtrArray *events;          /* SkEvent, likewise, those of a source by their date */
  gboolean unchecked;         /* whether the index is to be checked behind it */
  GPtrArray *sources;         /* SkStoreSource, in their order */
  char *notice;
  gboolean read_only;
} SkSnapshot;

/* Called on the thread that syncs the source. */
typedef struct
{
  void (*begin)    (const char *url, gpointer user_data);
  void (*progress) (const char *url, guint64 done, guint64 total, gpointer user_data);
} SkKeeperEvents;

SkKeeper   *sk_keeper_new              (const char            *folder,
                                        SkCatalogueFlags       flags,
                                        SkVocabularies        *vocabularies);
void        sk_keeper_free             (SkKeeper              *self);
void        sk_keeper_set_limits       (SkKeeper              *self,
                                        const SkFetchLimits   *fetch_limits,
                                        const SkFeedLimits    *feed_limits);
gboolean    sk_keeper_open             (SkKeeper              *self,
                                        GCancellable          *cancellable,
                                        GError               **error);
void        sk_keeper_close            (SkKeeper              *self);
void        sk_keeper_watch            (SkKeeper              *self,
                                        GObject               *watcher,
                                        SkRecordsDamaged       damaged);
const char *sk_keeper_get_index_folder (SkKeeper              *self);
gboolean    sk_keeper_check            (SkKeeper              *self,
                                        gboolean              *sound,
                                        GCancellable          *cancellable,
                                        GError               **error);
SkSnapshot *sk_keeper_look             (SkKeeper              *self,
                                        gboolean               with_records,
                                        GCancellable          *cancellable,
                                        GError               **error);
GPtrArray  *sk_keeper_sync             (SkKeeper              *self,
                                        const char * const    *urls,
                                        const SkKeeperEvents  *events,
                                        gpointer               user_data,
                                        GCancellable          *cancellable,
                                        GError               **error);
gboolean    sk_keeper_add_source       (SkKeeper              *self,
                                        const char            *url,
                                        GError               **error);
gboolean    sk_keeper_remove_source    (SkKeeper              *self,
                                        const char            *url,
                                        GError               **error);
gboolean    sk_keeper_move_source      (SkKeeper              *self,
                                        const char            *url,
                                        guint                  position,
                                        GError               **error);

void sk_snapshot_free (SkSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkKeeper, sk_keeper_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkSnapshot, sk_snapshot_free)

G_END_DECLS
