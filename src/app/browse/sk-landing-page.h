/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* What helps before anything is asked: the day that is looked forward to, and shelves of tools.
 *
 * Properties:
 *   catalogue SkCatalogue, set once
 *   user      SkUserData, nullable: for whom the tools are
 *   narrow    gboolean: whether there is room for one column
 *
 * Signals:
 *   activated (SkResource *): a tool is to be opened
 *   chosen (SkQuery *): all that a question finds is to be shown
 */
#define SK_TYPE_LANDING_PAGE (sk_landing_page_get_type ())
G_DECLARE_FINAL_TYPE (SkLandingPage, sk_landing_page, SK, LANDING_PAGE, AdwBin)

G_END_DECLS
