/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day that is looked forward to, in words. Its name is NULL for Safer Internet Day. */

int   sk_day_words_count    (GDateTime  *now,
                             GDateTime  *day);
guint sk_day_words_midnight (GDateTime  *now);
char *sk_day_words_date     (GDateTime  *day);
char *sk_day_words_until    (const char *name,
                             int         n_days);
char *sk_day_words_in       (const char *name,
                             int         n_days);
char *sk_day_words_aloud    (const char *name,
                             int         n_days,
                             GDateTime  *day);

G_END_DECLS
