/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for the link of a session, as a QR code holds it.
 *
 * Signals:
 *   entered (char *): a link is to be opened
 */
#define SK_TYPE_LINK_DIALOG (sk_link_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkLinkDialog, sk_link_dialog, SK, LINK_DIALOG, AdwAlertDialog)

AdwDialog *sk_link_dialog_new (void);

G_END_DECLS
