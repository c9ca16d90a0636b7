/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-index-folder.h"
#include "sk-keeper.h"
#include "sk-source-list.h"

G_BEGIN_DECLS

struct _SkKeeper
{
  char *folder;
  char *sync_folder;
  char *lock_path;
  SkCatalogueFlags flags;
  SkSyncer syncer;
  SkSourceList *list;
  char *list_notice;
  SkIndexFolder *index_folder;
  GMutex look_mutex;
  guint64 serial;             /* under the mutex, as what follows */
  gboolean looked;            /* whether the records were looked at since it was opened */
  SkIndexInUse in_use;
};

gboolean sk_keeper_load_starter (SkKeeper      *self,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_END_DECLS
