/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

GdkTexture *sk_picture_decode (GBytes  *bytes,
                               int      width,
                               int      height,
                               GError **error);

G_END_DECLS
