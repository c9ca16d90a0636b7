/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-folder.h"
#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* Proposes sessions for a group and makes one of them: a new one, or what an editor has.
 * Signal "composed" (SkSession *). */
#define SK_TYPE_COMPOSE_DIALOG (sk_compose_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkComposeDialog, sk_compose_dialog, SK, COMPOSE_DIALOG, AdwDialog)

AdwDialog *sk_compose_dialog_new     (SkCatalogue     *catalogue,
                                      SkSessionFolder *folder,
                                      SkSessionEditor *editor);
AdwDialog *sk_compose_dialog_new_for (SkCatalogue     *catalogue,
                                      SkSessionFolder *folder,
                                      SkSession       *session);

G_END_DECLS
