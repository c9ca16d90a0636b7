/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* Updates the catalogue when a person asks for it, and once a day by itself where they let it.
 *
 * Signals:
 *   finished (gboolean well, const char *words)
 *     an update is done, as it should or not; what changed or went wrong, in the user's language,
 *     NULL where there is nothing to say
 */
#define SK_TYPE_UPDATER (sk_updater_get_type ())
G_DECLARE_FINAL_TYPE (SkUpdater, sk_updater, SK, UPDATER, GObject)

SkUpdater *sk_updater_new    (SkCatalogue *catalogue,
                              GSettings   *settings);
void       sk_updater_update (SkUpdater   *self,
                              const char  *url);
void       sk_updater_stop   (SkUpdater   *self);

G_END_DECLS
