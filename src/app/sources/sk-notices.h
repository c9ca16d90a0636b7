/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* What a person should know of the whole catalogue, as banners: that there is no network, and
 * what became of the store. */
#define SK_TYPE_NOTICES (sk_notices_get_type ())
G_DECLARE_FINAL_TYPE (SkNotices, sk_notices, SK, NOTICES, AdwBin)

SkNotices *sk_notices_new (SkCatalogue *catalogue);

G_END_DECLS
