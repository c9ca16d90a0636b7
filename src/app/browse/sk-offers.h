/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* How many more tools the filters hide that might be wanted: those in other languages, and those
 * of which nobody states the age, the length, the setting, the audience or the cost.
 *
 * Properties:
 *   search SkSearch
 */
#define SK_TYPE_OFFERS (sk_offers_get_type ())
G_DECLARE_FINAL_TYPE (SkOffers, sk_offers, SK, OFFERS, AdwBin)

G_END_DECLS
