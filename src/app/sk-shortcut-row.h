/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What keys do: its title, and the keys as "accelerators", any of them, apart by spaces. */
#define SK_TYPE_SHORTCUT_ROW (sk_shortcut_row_get_type ())
G_DECLARE_FINAL_TYPE (SkShortcutRow, sk_shortcut_row, SK, SHORTCUT_ROW, AdwActionRow)

G_END_DECLS
