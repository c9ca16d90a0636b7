/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoAttrList *sk_found_words_mark (const char *text,
                                    const char *words);

G_END_DECLS
