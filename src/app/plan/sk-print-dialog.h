/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session.h"

G_BEGIN_DECLS

/* A session on paper: which sheet, in which languages, and how it looks, before it is printed or saved
 * as a PDF. */
#define SK_TYPE_PRINT_DIALOG (sk_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkPrintDialog, sk_print_dialog, SK, PRINT_DIALOG, AdwDialog)

AdwDialog *sk_print_dialog_new (SkSession *session);

G_END_DECLS
