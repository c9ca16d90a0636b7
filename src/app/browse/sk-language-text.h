/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text of a record, in whatever language it is. */

void sk_language_text_set (GtkLabel   *label,
                           const char *text,
                           const char *language);

G_END_DECLS
