/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-folder.h"

G_BEGIN_DECLS

/* The sessions by date, with a search, and the button for a new one. It acts by the actions plan.*.
 *
 * Properties:
 *   folder    SkSessionFolder, set once
 *   templates GMenuModel, nullable: new sessions from a template
 *   chosen    SkSessionDocument, nullable: the one that is shown beside it
 */
#define SK_TYPE_SESSIONS_LIST (sk_sessions_list_get_type ())
G_DECLARE_FINAL_TYPE (SkSessionsList, sk_sessions_list, SK, SESSIONS_LIST, AdwBin)

void               sk_sessions_list_start_search (SkSessionsList    *self);
void               sk_sessions_list_choose       (SkSessionsList    *self,
                                                  SkSessionDocument *document);
SkSessionDocument *sk_sessions_list_get_first    (SkSessionsList    *self);

G_END_DECLS
