/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session.h"

G_BEGIN_DECLS

/* Passes a session on: as a link, as a QR code, as its file, or as a file of another program. */
#define SK_TYPE_SHARE_DIALOG (sk_share_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkShareDialog, sk_share_dialog, SK, SHARE_DIALOG, AdwDialog)

AdwDialog *sk_share_dialog_new (SkSession *session);

G_END_DECLS
