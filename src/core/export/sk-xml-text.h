/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sk_xml_text       (const char *text);
char *sk_xml_text_lines (const char *text,
                         const char *line_break);

G_END_DECLS
