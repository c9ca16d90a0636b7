/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds the next script of JSON-LD in an HTML page. */
gboolean sk_html_next_script (const char **html,
                              const char  *end,
                              const char **script,
                              gsize       *length);

G_END_DECLS
