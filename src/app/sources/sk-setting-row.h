/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sk_setting_row_bind (AdwActionRow *row,
                          GSettings    *settings,
                          const char   *key);

G_END_DECLS
