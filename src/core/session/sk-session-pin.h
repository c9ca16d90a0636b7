/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"
#include "sk-session.h"

G_BEGIN_DECLS

/* What a link leaves out of a session, put back from what is here. */

SkSession *sk_session_complete (SkSession *self,
                                SkSession *ours);
SkSession *sk_session_pin      (SkSession *self,
                                SkIndex   *index);

G_END_DECLS
