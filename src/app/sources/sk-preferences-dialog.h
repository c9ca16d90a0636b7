/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-folder.h"
#include "sk-pictures.h"
#include "sk-updater.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* The preferences: the sources, whether they are fetched without being asked for, whether pictures
 * are, and all that is a person's own, to be taken elsewhere. */
#define SK_TYPE_PREFERENCES_DIALOG (sk_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkPreferencesDialog, sk_preferences_dialog, SK, PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

SkPreferencesDialog *sk_preferences_dialog_new (SkCatalogue     *catalogue,
                                                SkUpdater       *updater,
                                                SkPictures      *pictures,
                                                GSettings       *settings,
                                                const char      *data_dir,
                                                SkSessionFolder *folder,
                                                SkUserData      *user);

G_END_DECLS
