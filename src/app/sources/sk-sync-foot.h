/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* One line that says how fresh the catalogue is, with the button to refresh it or to stop that. */
#define SK_TYPE_SYNC_FOOT (sk_sync_foot_get_type ())
G_DECLARE_FINAL_TYPE (SkSyncFoot, sk_sync_foot, SK, SYNC_FOOT, AdwBin)

SkSyncFoot *sk_sync_foot_new (SkCatalogue *catalogue);

G_END_DECLS
