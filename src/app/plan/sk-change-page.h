/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-folder.h"
#include "session/sk-tool-change.h"

G_BEGIN_DECLS

/* One changed tool: what is different, what that means for a session, and what to do about it. */
#define SK_TYPE_CHANGE_PAGE (sk_change_page_get_type ())
G_DECLARE_FINAL_TYPE (SkChangePage, sk_change_page, SK, CHANGE_PAGE, AdwBin)

GtkWidget    *sk_change_page_new        (SkToolChange    *change);
SkToolChange *sk_change_page_get_change (SkChangePage    *self);
GHashTable   *sk_change_page_answer     (SkChangePage    *self,
                                         SkSessionFolder *folder);
void          sk_change_page_keep_all   (SkChangePage    *self,
                                         SkSessionFolder *folder);

G_END_DECLS
