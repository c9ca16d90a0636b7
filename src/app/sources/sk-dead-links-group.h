/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sync/sk-catalogue.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* The links that a person found dead; not there where there are none. */
#define SK_TYPE_DEAD_LINKS_GROUP (sk_dead_links_group_get_type ())
G_DECLARE_FINAL_TYPE (
  SkDeadLinksGroup, sk_dead_links_group, SK, DEAD_LINKS_GROUP, AdwPreferencesGroup)

void sk_dead_links_group_show (SkDeadLinksGroup *self,
                               SkCatalogue      *catalogue,
                               SkUserData       *user);

G_END_DECLS
