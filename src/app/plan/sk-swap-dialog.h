/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-editor.h"
#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* What can come in the place of a block, for the same group, room and minutes.
 *
 * Signals:
 *   swapped  (char *): the id of what came in its place
 */
#define SK_TYPE_SWAP_DIALOG (sk_swap_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkSwapDialog, sk_swap_dialog, SK, SWAP_DIALOG, AdwDialog)

AdwDialog *sk_swap_dialog_new (SkCatalogue     *catalogue,
                               SkSessionEditor *editor,
                               const char      *block_id);

G_END_DECLS
