/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session.h"

G_BEGIN_DECLS

/* A session as a link that needs no server: "sidekick:session#1." and its plan, deflated. */
#define SK_HANDOFF_PREFIX "sidekick:session#1."

char      *sk_handoff_write (SkSession   *session);
SkSession *sk_handoff_read  (const char  *link,
                             GError     **error);

G_END_DECLS
