/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A QR code (ISO/IEC 18004), level M: dark and light modules, without the quiet zone. */
typedef struct _SkQr SkQr;

SkQr    *sk_qr_new      (const char  *text,
                         GError     **error);
void     sk_qr_free     (SkQr        *self);
guint    sk_qr_get_size (const SkQr  *self);
gboolean sk_qr_is_dark  (const SkQr  *self,
                         guint        x,
                         guint        y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkQr, sk_qr_free)

G_END_DECLS
