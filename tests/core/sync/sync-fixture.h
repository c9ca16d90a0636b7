/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sync/sk-catalogue-private.h"

/* A data folder, a folder to publish from, and an empty catalogue that tries again soon. */
typedef struct
{
  char *folder;
  char *data;
  char *web;
  guint n_published;
  SkFetchLimits limits;
  SkFeedLimits feed_limits;
  SkCatalogue *catalogue;
  GCancellable *cancellable;  /* of the syncs */
  gpointer server;
} SyncFixture;

void sync_fixture_set_up    (SyncFixture   *fixture,
                             gconstpointer  data);
void sync_fixture_tear_down (SyncFixture   *fixture,
                             gconstpointer  data);

void          sync_fixture_open      (SyncFixture       *fixture,
                                      SkCatalogueFlags   flags);
void          sync_fixture_close     (SyncFixture       *fixture);
void          sync_fixture_limit     (SyncFixture       *fixture);
gboolean      sync_fixture_await     (DexFuture         *future,
                                      GError           **error);
GPtrArray    *sync_fixture_sync_all  (SyncFixture       *fixture,
                                      const char * const *urls,
                                      GError           **error);
SkSyncReport *sync_fixture_sync      (SyncFixture       *fixture,
                                      const char        *url);
guint         sync_fixture_size      (SyncFixture       *fixture);
void          sync_fixture_add       (SyncFixture       *fixture,
                                      const char        *url);
SkSource     *sync_fixture_source    (SyncFixture       *fixture,
                                      const char        *url);
char         *sync_fixture_name      (SyncFixture       *fixture,
                                      const char        *id);

/* What publishers write. */
char *published (SyncFixture *fixture,
                 const char  *path);
void  publish        (SyncFixture *fixture,
                      const char  *path,
                      const char  *content);
char *make_feed      (const char  *word,
                      guint        first,
                      guint        n_records);
char *make_linked    (const char  *word,
                      guint        first,
                      guint        n_records,
                      const char  *next);
void  publish_index  (SyncFixture *fixture,
                      guint        version,
                      const char  *expires,
                      const char  *first_page,
                      ...) G_GNUC_NULL_TERMINATED;

#define assert_report(report, n_added, n_changed, n_withdrawn, n_unchanged) \
  G_STMT_START \
  { \
    g_assert_no_error ((report)->error); \
    g_assert_cmpuint ((report)->added, ==, (n_added)); \
    g_assert_cmpuint ((report)->changed, ==, (n_changed)); \
    g_assert_cmpuint ((report)->withdrawn, ==, (n_withdrawn)); \
    g_assert_cmpuint ((report)->unchanged, ==, (n_unchanged)); \
  } \
  G_STMT_END

void assert_says (const GError *error,
                  const char   *words);
