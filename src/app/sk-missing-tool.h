/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sk_missing_tool_present (GtkWidget  *widget,
                              const char *id);

G_END_DECLS
