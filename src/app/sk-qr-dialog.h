/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An address as a code for a telephone, and in words. */
#define SK_TYPE_QR_DIALOG (sk_qr_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkQrDialog, sk_qr_dialog, SK, QR_DIALOG, AdwDialog)

AdwDialog *sk_qr_dialog_new (const char *address);

G_END_DECLS
