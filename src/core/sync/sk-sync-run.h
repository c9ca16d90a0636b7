/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-keeper.h"

G_BEGIN_DECLS

GPtrArray *sk_sync_run (const SkSyncer        *syncer,
                        const char * const    *urls,
                        const SkKeeperEvents  *events,
                        gpointer               user_data,
                        GCancellable          *cancellable);

G_END_DECLS
