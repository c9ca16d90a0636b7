/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-session-hand.h"
#include "sync/sk-catalogue.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* One tool: what it is, for whom, how long, where it comes from, and what goes with it.
 *
 * Signals:
 *   activated (SkResource *)           another tool is to be opened
 *   filter (guint facet, char *value)  one asks for all tools that have this value
 *
 * Properties:
 *   favourite   gboolean: whether a person keeps it as one
 *
 * Actions:
 *   resource.open
 *   resource.copy-link
 *   resource.show-code
 *   resource.report-dead-link
 *   resource.withdraw-dead-link
 *   resource.favourite
 *   resource.show-record: as its source gave it
 */
#define SK_TYPE_RESOURCE_PAGE (sk_resource_page_get_type ())
G_DECLARE_FINAL_TYPE (SkResourcePage, sk_resource_page, SK, RESOURCE_PAGE, AdwNavigationPage)

SkResourcePage *sk_resource_page_new (SkCatalogue   *catalogue,
                                      SkSessionHand *hand,
                                      SkUserData    *user,
                                      SkResource    *resource);

G_END_DECLS
