/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  sk_text_is_unspaced (gunichar    character);
char     *sk_text_fold_words  (const char *text);

G_END_DECLS
