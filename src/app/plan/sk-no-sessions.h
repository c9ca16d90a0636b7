/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What there is where no session is: ways to begin one. It acts by the actions plan.*. */
#define SK_TYPE_NO_SESSIONS (sk_no_sessions_get_type ())
G_DECLARE_FINAL_TYPE (SkNoSessions, sk_no_sessions, SK, NO_SESSIONS, AdwNavigationPage)

G_END_DECLS
