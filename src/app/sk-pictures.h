/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include <libdex.h>

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* The pictures of tools: from memory, from disk, or from the web where that may be asked.
 *
 * Signals:
 *   changed ()
 *     another picture may be shown than before, or none any more
 */
#define SK_TYPE_PICTURES (sk_pictures_get_type ())
G_DECLARE_FINAL_TYPE (SkPictures, sk_pictures, SK, PICTURES, GObject)

SkPictures *sk_pictures_new      (const char   *data_dir,
                                  GSettings    *settings);
gboolean    sk_pictures_may_show (SkPictures   *self,
                                  SkResource   *resource);
GdkTexture *sk_pictures_find     (SkPictures   *self,
                                  SkResource   *resource,
                                  int           width,
                                  int           height);
DexFuture  *sk_pictures_load     (SkPictures   *self,
                                  SkResource   *resource,
                                  int           width,
                                  int           height,
                                  GCancellable *cancellable);
DexFuture  *sk_pictures_measure  (SkPictures   *self);
DexFuture  *sk_pictures_clear    (SkPictures   *self);
void        sk_pictures_close    (SkPictures   *self);

G_END_DECLS
