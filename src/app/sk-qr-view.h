/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-qr.h"

G_BEGIN_DECLS

/* A QR code on white paper, whatever the colours around it, since readers need that. */
#define SK_TYPE_QR_VIEW (sk_qr_view_get_type ())
G_DECLARE_FINAL_TYPE (SkQrView, sk_qr_view, SK, QR_VIEW, GtkWidget)

void sk_qr_view_set_code (SkQrView    *self,
                          const SkQr  *code);

G_END_DECLS
