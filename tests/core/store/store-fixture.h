/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/sk-database.h"
#include "store/sk-store.h"

#define SOURCE_A "https://a.example/feed.json"
#define SOURCE_B "https://b.example/feed.json"
#define SEED "https://seed.example/"

/* A data folder of its own for each test, and the store in it. */
typedef struct
{
  char *folder;
  SkStore *store;
} StoreFixture;

void store_fixture_set_up    (StoreFixture  *fixture,
                              gconstpointer  data);
void store_fixture_tear_down (StoreFixture  *fixture,
                              gconstpointer  data);
void store_fixture_open      (StoreFixture  *fixture);
void store_fixture_reopen    (StoreFixture  *fixture);

char       *store_fixture_path     (StoreFixture *fixture,
                                    const char   *name);
void        store_fixture_sql      (StoreFixture *fixture,
                                    const char   *sql);
gint64      store_fixture_number   (StoreFixture *fixture,
                                    const char   *sql);
char       *store_fixture_find     (StoreFixture *fixture,
                                    const char   *prefix);
GHashTable *store_fixture_load     (StoreFixture *fixture,
                                    const char   *url);

/* A change of one source, page by page. Records are "id=text", "-id" withdraws, "!id" is
 * one that cannot be used, "+id=text" stands beside them. */
SkStoreChange *change_new  (const char    *url);
void           change_page (SkStoreChange *change,
                            const char    *sha256,
                            ...) G_GNUC_NULL_TERMINATED;
void           change_held (SkStoreChange *change,
                            const char    *sha256);
void           change_commit (SkStore       *store,
                              SkStoreChange *change /* (transfer full) */,
                              SkStoreCounts *counts);

#define assert_counts(counts, n_added, n_changed, n_withdrawn, n_unchanged) \
  G_STMT_START \
  { \
    g_assert_cmpuint ((counts).added, ==, (n_added)); \
    g_assert_cmpuint ((counts).changed, ==, (n_changed)); \
    g_assert_cmpuint ((counts).withdrawn, ==, (n_withdrawn)); \
    g_assert_cmpuint ((counts).unchanged, ==, (n_unchanged)); \
  } \
  G_STMT_END
