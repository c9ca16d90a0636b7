/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* All that can be done with keys. */
#define SK_TYPE_SHORTCUTS_DIALOG (sk_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkShortcutsDialog, sk_shortcuts_dialog, SK, SHORTCUTS_DIALOG, AdwDialog)

SkShortcutsDialog *sk_shortcuts_dialog_new (void);

G_END_DECLS
