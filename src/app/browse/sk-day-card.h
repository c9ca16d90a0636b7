/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* The day that is looked forward to: how long until then, and what can be done for it. A line
 * while it is far off. It is that of the catalogue, or else the next Safer Internet Day.
 *
 * Properties:
 *   catalogue SkCatalogue
 *   narrow    gboolean: whether there is room for one column
 *
 * Signals:
 *   chosen (SkQuery *): what is for the day is to be shown
 */
#define SK_TYPE_DAY_CARD (sk_day_card_get_type ())
G_DECLARE_FINAL_TYPE (SkDayCard, sk_day_card, SK, DAY_CARD, AdwBin)

G_END_DECLS
