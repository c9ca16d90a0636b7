/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sk_saying_in_preferences (GtkWidget  *widget,
                               const char *words);

G_END_DECLS
