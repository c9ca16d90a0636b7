/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-changes.h"

G_BEGIN_DECLS

/* Asks, tool by tool, what to do about those that are not the same in the catalogue any more. */
#define SK_TYPE_CHANGES_DIALOG (sk_changes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkChangesDialog, sk_changes_dialog, SK, CHANGES_DIALOG, AdwDialog)

AdwDialog *sk_changes_dialog_new (SkChanges *changes);

G_END_DECLS
