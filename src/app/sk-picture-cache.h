/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Decoded pictures by their address, as many as fit; the least recently used goes. */
typedef struct _SkPictureCache SkPictureCache;

SkPictureCache *sk_picture_cache_new   (gsize           max_bytes);
void            sk_picture_cache_free  (SkPictureCache *self);
GdkTexture     *sk_picture_cache_find  (SkPictureCache *self,
                                        const char     *address,
                                        int             width,
                                        int             height);
void            sk_picture_cache_add   (SkPictureCache *self,
                                        const char     *address,
                                        int             width,
                                        int             height,
                                        GdkTexture     *texture);
void            sk_picture_cache_clear (SkPictureCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkPictureCache, sk_picture_cache_free)

G_END_DECLS
