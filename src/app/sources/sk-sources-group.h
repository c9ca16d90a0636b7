/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-updater.h"

G_BEGIN_DECLS

/* The sources of the catalogue in their order, to be added, moved and removed. */
#define SK_TYPE_SOURCES_GROUP (sk_sources_group_get_type ())
G_DECLARE_FINAL_TYPE (SkSourcesGroup, sk_sources_group, SK, SOURCES_GROUP, AdwPreferencesGroup)

void sk_sources_group_show (SkSourcesGroup *self,
                            SkCatalogue    *catalogue,
                            SkUpdater      *updater);

G_END_DECLS
