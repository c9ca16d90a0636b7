/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-database.h"
#include "sk-file-lock.h"
#include "sk-store.h"

G_BEGIN_DECLS

/* An open catalogue, touched by the database thread alone. */
typedef struct
{
  SkDatabase *database;
  SkFileLock *use;            /* shared with the other processes that have it open */
  gboolean read_only;
  GPtrArray *snapshots;       /* GWeakRef */
  char *notice;
} SkStoreFile;

gboolean sk_store_file_open    (SkStoreFile  *self,
                                const char   *folder,
                                const char   *seed,
                                GError      **error);
gboolean sk_store_file_recover (SkStoreFile  *self,
                                const char   *folder,
                                const char   *seed,
                                GError      **error);
void     sk_store_file_close   (SkStoreFile  *self);

SkStoreSnapshot *sk_store_file_take_snapshot (SkStoreFile  *self,
                                              const char   *folder,
                                              GError      **error);

gboolean sk_store_schema_migrate (SkDatabase  *database,
                                  const char  *seed,
                                  GError     **error);
int      sk_store_schema_version (void);

SkStoreSnapshot *sk_store_snapshot_new   (SkDatabase       *database,
                                          GError          **error);
void             sk_store_snapshot_close (SkStoreSnapshot  *self);

gboolean      sk_store_read_sources  (SkDatabase            *database,
                                      GPtrArray             *sources,
                                      GError               **error);
SkStoreState *sk_store_read_state    (SkDatabase            *database,
                                      const char            *url,
                                      GError               **error);
gboolean      sk_store_delete_source (SkDatabase            *database,
                                      const char            *url,
                                      GError               **error);

gboolean sk_store_apply (SkDatabase     *database,
                         SkStoreChange  *change,
                         SkStoreCounts  *counts,
                         GCancellable   *cancellable,
                         GError        **error);

G_END_DECLS
