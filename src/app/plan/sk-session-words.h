/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session.h"

G_BEGIN_DECLS

/* What is said of a session on screen, in the reader's language. */

char *sk_session_words_title   (SkSession *session);
char *sk_session_words_day     (SkSession *session);
char *sk_session_words_start   (SkSession *session);
char *sk_session_words_hours   (SkSession *session);
char *sk_session_words_minutes (SkSession *session);
char *sk_session_words_group   (SkSession *session);
char *sk_session_words_room    (SkSession *session,
                                gboolean   brief);
char *sk_session_words_state   (SkSession *session);
char *sk_session_words_row     (SkSession *session);

G_END_DECLS
