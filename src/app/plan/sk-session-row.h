/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-document.h"

G_BEGIN_DECLS

/* A session in the list: what it is called, when it is, how long, and in which colours.
 *
 * Properties:
 *   words char *: all that it says, to be read aloud; read-only
 */
#define SK_TYPE_SESSION_ROW (sk_session_row_get_type ())
G_DECLARE_FINAL_TYPE (SkSessionRow, sk_session_row, SK, SESSION_ROW, AdwBin)

SkSessionDocument *sk_session_row_get_document (SkSessionRow      *self);
void               sk_session_row_set_document (SkSessionRow      *self,
                                                SkSessionDocument *document);

G_END_DECLS
