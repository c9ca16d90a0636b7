/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-catalogue-private.h"

G_BEGIN_DECLS

typedef struct _SkCatalogueWork SkCatalogueWork;

/* Runs on a thread of its own. */
typedef gboolean (*SkCatalogueWorkFunc) (SkCatalogueWork *work, GError **error);

/* Something to be done away from the main thread, and what came of it. */
struct _SkCatalogueWork
{
  SkCatalogue *self;
  SkCatalogueWorkFunc func;
  DexPromise *promise;
  GCancellable *cancellable;
  GCancellable *outer;
  gulong outer_id;
  char *url;
  guint position;
  GStrv urls;

  /* How far a sync is, from its threads to the main one. */
  GSource *news;              /* ready when there is something to show */
  GMutex mutex;
  GHashTable *steps;          /* under the mutex: what to show, by URL */
  gint64 shown;               /* under the mutex: when it last was */

  SkSnapshot *snapshot;
  GPtrArray *reports;
};

SkCatalogueWork *sk_catalogue_work_new        (SkCatalogue          *self,
                                               SkCatalogueWorkFunc   func,
                                               GCancellable         *outer);
DexFuture       *sk_catalogue_work_start      (SkCatalogueWork      *work);
gboolean         sk_catalogue_work_look       (SkCatalogueWork      *work,
                                               gboolean              with_index,
                                               GError              **error);
void             sk_catalogue_close_when_idle (SkCatalogue          *self);
DexFuture       *sk_catalogue_refuse          (int                   code,
                                               const char           *message);
DexFuture       *sk_catalogue_refuse_closed   (void);

G_END_DECLS
