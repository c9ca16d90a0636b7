/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* The first bytes of pictures of a size, and as many more as are wanted: what is read before one is
 * decoded. */
GBytes *make_png           (guint width,
                            guint height,
                            gsize more);
GBytes *make_jpeg          (guint width,
                            guint height,
                            gsize more);
GBytes *make_webp_lossy    (guint width,
                            guint height);
GBytes *make_webp_lossless (guint width,
                            guint height);
GBytes *make_webp_extended (guint width,
                            guint height,
                            guint flags);
