/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-editor.h"

G_BEGIN_DECLS

/* When a session is, for whom and where: each of them leads to where it is changed, by session.detail.
 *
 * Properties:
 *   editor SkSessionEditor, nullable
 */
#define SK_TYPE_SESSION_FACTS (sk_session_facts_get_type ())
G_DECLARE_FINAL_TYPE (SkSessionFacts, sk_session_facts, SK, SESSION_FACTS, AdwBin)

G_END_DECLS
