/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session.h"

G_BEGIN_DECLS

/* The clock in words, as the reader's language writes it: "10:25", "10.25", "10 h 25". */

char    *sk_clock_words         (GDateTime  *time);
char    *sk_clock_words_session (SkSession  *session,
                                 int         minutes);
char    *sk_clock_words_day     (int         minute_of_day);
gboolean sk_clock_parse         (const char *text,
                                 int        *minute_of_day);

G_END_DECLS
