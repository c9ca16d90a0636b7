/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From what publishers write to plain text. */

char *sk_text_clean_line      (const char *text);
char *sk_text_clean_prose     (const char *text);
char *sk_text_decode_entities (const char *text);
char *sk_text_from_html       (const char *html);

G_END_DECLS
