/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-qr.h"

G_BEGIN_DECLS

/* A code as a picture, with the white around it that readers need. */

GBytes *sk_qr_image_to_png (const SkQr *code);
char   *sk_qr_image_to_svg (const SkQr *code,
                            const char *title);

G_END_DECLS
