/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-event.h"
#include "session/sk-session.h"
#include "user/sk-profile.h"

G_BEGIN_DECLS

SkSession *sk_new_session_for_day (const char *date,
                                   SkEvent    *event,
                                   SkProfile  *profile);

G_END_DECLS
