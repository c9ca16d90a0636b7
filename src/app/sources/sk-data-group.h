/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-folder.h"
#include "sync/sk-catalogue.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* All that is a person's own, to be taken elsewhere or brought here. */
#define SK_TYPE_DATA_GROUP (sk_data_group_get_type ())
G_DECLARE_FINAL_TYPE (SkDataGroup, sk_data_group, SK, DATA_GROUP, AdwPreferencesGroup)

void sk_data_group_show (SkDataGroup     *self,
                         const char      *data_dir,
                         SkCatalogue     *catalogue,
                         SkSessionFolder *folder,
                         SkUserData      *user);

G_END_DECLS
