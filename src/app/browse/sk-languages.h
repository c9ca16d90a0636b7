/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean   sk_languages_reads     (const char         *tag);
char     **sk_languages_sort      (const char * const *tags);
char      *sk_languages_dup_short (const char         *tag);

G_END_DECLS
