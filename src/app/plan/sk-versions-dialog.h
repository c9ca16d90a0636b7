/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-document.h"

G_BEGIN_DECLS

/* Earlier states of a session that were kept; each can be brought back, which can be undone. */
#define SK_TYPE_VERSIONS_DIALOG (sk_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkVersionsDialog, sk_versions_dialog, SK, VERSIONS_DIALOG, AdwDialog)

AdwDialog *sk_versions_dialog_new (SkSessionDocument *document);

G_END_DECLS
