/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-updater.h"

G_BEGIN_DECLS

/* The preferences: the sources, and whether they are fetched without being asked for. */
#define SK_TYPE_PREFERENCES_DIALOG (sk_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkPreferencesDialog, sk_preferences_dialog, SK, PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

SkPreferencesDialog *sk_preferences_dialog_new (SkCatalogue *catalogue,
                                                SkUpdater   *updater,
                                                GSettings   *settings);

G_END_DECLS
