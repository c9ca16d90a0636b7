/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libdex.h>

#include "model/sk-collection.h"
#include "model/sk-event.h"
#include "search/sk-index.h"
#include "sk-catalogue-flags.h"
#include "sk-source.h"
#include "sk-sync-report.h"

G_BEGIN_DECLS

/* The catalogue as the window and the command line see it: it opens the store, loads the
 * starter where there is no store yet, holds the index of the moment and keeps all of it
 * fresh. Used from the main thread; the work is done elsewhere.
 *
 * Properties, which notify on the main thread:
 *   index     SkIndex, NULL until opened; a new one after a sync that changed something, in
 *             whatever process; the collections and the event change with it
 *   sources   GListModel of SkSource, in the order that decides which record wins
 *   syncing   gboolean
 *   last-sync gint64, seconds since the epoch of the newest successful sync, 0 for never
 *   offline   gboolean: the last request found no network
 *   notice    char *, nullable: what a person must know of the store (a newer version
 *             opened read-only, a damaged file set aside), already translated
 *   read-only gboolean
 */
#define SK_TYPE_CATALOGUE (sk_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (SkCatalogue, sk_catalogue, SK, CATALOGUE, GObject)

SkCatalogue    *sk_catalogue_new              (const char       *data_dir,
                                               SkCatalogueFlags  flags);
char           *sk_catalogue_dup_default_dir  (void);
DexFuture      *sk_catalogue_open             (SkCatalogue      *self);
SkVocabularies *sk_catalogue_get_vocabularies (SkCatalogue      *self);
SkIndex        *sk_catalogue_get_index        (SkCatalogue      *self);
guint           sk_catalogue_get_n_resources  (SkCatalogue      *self);
GPtrArray      *sk_catalogue_get_collections  (SkCatalogue      *self);
SkCollection   *sk_catalogue_find_collection  (SkCatalogue      *self,
                                               const char       *id);
SkEvent        *sk_catalogue_get_event        (SkCatalogue      *self);
GListModel     *sk_catalogue_get_sources      (SkCatalogue      *self);
SkSource       *sk_catalogue_find_source      (SkCatalogue      *self,
                                               const char       *url,
                                               guint            *position);
gboolean        sk_catalogue_get_syncing      (SkCatalogue      *self);
gint64          sk_catalogue_get_last_sync    (SkCatalogue      *self);
gboolean        sk_catalogue_get_offline      (SkCatalogue      *self);
const char     *sk_catalogue_get_notice       (SkCatalogue      *self);
gboolean        sk_catalogue_get_read_only    (SkCatalogue      *self);
DexFuture      *sk_catalogue_sync             (SkCatalogue      *self,
                                               const char * const *urls,
                                               GCancellable     *cancellable);
DexFuture      *sk_catalogue_add_source       (SkCatalogue      *self,
                                               const char       *url);
DexFuture      *sk_catalogue_remove_source    (SkCatalogue      *self,
                                               const char       *url);
DexFuture      *sk_catalogue_move_source      (SkCatalogue      *self,
                                               const char       *url,
                                               guint             position);
DexFuture      *sk_catalogue_settle           (SkCatalogue      *self);
DexFuture      *sk_catalogue_close            (SkCatalogue      *self);

G_END_DECLS
