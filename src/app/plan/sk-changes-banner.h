/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-folder.h"
#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* Says, above the sessions, that tools of theirs changed or were withdrawn, and opens the dialog
 * that asks what to do. */
#define SK_TYPE_CHANGES_BANNER (sk_changes_banner_get_type ())
G_DECLARE_FINAL_TYPE (SkChangesBanner, sk_changes_banner, SK, CHANGES_BANNER, AdwBin)

void sk_changes_banner_watch (SkChangesBanner *self,
                              SkCatalogue     *catalogue,
                              SkSessionFolder *folder);

G_END_DECLS
