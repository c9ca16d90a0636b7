/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sk_saving_ask (GtkWidget  *widget,
                    const char *title,
                    const char *name,
                    GBytes     *content);

G_END_DECLS
