/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-catalogue.h"
#include "sk-keeper.h"
#include "sk-syncer.h"

G_BEGIN_DECLS

typedef enum
{
  SK_CATALOGUE_CLOSED,
  SK_CATALOGUE_OPENING,
  SK_CATALOGUE_OPEN,
} SkCatalogueState;

struct _SkCatalogue
{
  GObject parent_instance;

  SkCatalogueFlags flags;
  SkKeeper *keeper;
  SkVocabularies *vocabularies;
  GMainContext *context;
  SkCatalogueState state;
  GPtrArray *works;           /* SkCatalogueWork, under way */
  DexFuture *opening;         /* while it is */
  DexPromise *closing;
  GCancellable *cancellable;  /* of what ends only with the catalogue */
  GFileMonitor *monitor;      /* of the folder of the index; NULL until opened */
  gboolean refreshing;
  gboolean refresh_again;     /* something changed while it was being looked at */
  gint damaged;               /* atomic: whether a record that was looked at is */

  SkIndex *index;
  guint64 index_serial;
  guint n_resources;
  GPtrArray *collections;     /* SkCollection */
  GPtrArray *events;          /* SkEvent */
  guint64 sources_serial;
  GListStore *sources;        /* SkSource */
  gboolean syncing;
  gint64 last_sync;
  gboolean offline;
  char *notice;
  gboolean read_only;
};

void sk_catalogue_set_limits    (SkCatalogue          *self,
                                 const SkFetchLimits  *fetch_limits,
                                 const SkFeedLimits   *feed_limits);

/* What happens by itself while it is open. */
void sk_catalogue_watch         (SkCatalogue          *self);
void sk_catalogue_check         (SkCatalogue          *self);
void sk_catalogue_note_damage   (GObject              *self);

/* What the main thread shows of it. */
void sk_catalogue_show_snapshot (SkCatalogue  *self,
                                 SkSnapshot   *snapshot,
                                 gboolean      settle);
void sk_catalogue_show_curated  (SkCatalogue  *self,
                                 GPtrArray    *collections,
                                 GPtrArray    *events);
void sk_catalogue_show_notice   (SkCatalogue  *self,
                                 const char   *notice);
void sk_catalogue_show_network  (SkCatalogue  *self,
                                 GPtrArray    *reports);
void sk_catalogue_show_syncing  (SkCatalogue  *self,
                                 gboolean      syncing);

G_END_DECLS
