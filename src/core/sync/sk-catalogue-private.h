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

  SkKeeper *keeper;
  SkVocabularies *vocabularies;
  GMainContext *context;
  SkCatalogueState state;
  GPtrArray *works;           /* SkCatalogueWork, under way */
  DexPromise *closing;

  SkIndex *index;
  guint64 index_serial;
  guint n_resources;
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

/* What the main thread shows of it. */
void sk_catalogue_show_snapshot (SkCatalogue  *self,
                                 SkSnapshot   *snapshot,
                                 gboolean      settle);
void sk_catalogue_show_network  (SkCatalogue  *self,
                                 GPtrArray    *reports);
void sk_catalogue_show_syncing  (SkCatalogue  *self,
                                 gboolean      syncing);

G_END_DECLS
