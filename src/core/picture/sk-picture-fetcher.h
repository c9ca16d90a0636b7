/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "sk-picture-store.h"

G_BEGIN_DECLS

/* Fetches pictures into the store, a few at once and none twice at a time; what failed is left for
 * a while. Main thread only. */
#define SK_TYPE_PICTURE_FETCHER (sk_picture_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (SkPictureFetcher, sk_picture_fetcher, SK, PICTURE_FETCHER, GObject)

SkPictureFetcher *sk_picture_fetcher_new    (SkPictureStore   *store);
DexFuture        *sk_picture_fetcher_fetch  (SkPictureFetcher *self,
                                             const char       *address,
                                             GCancellable     *cancellable);
void              sk_picture_fetcher_forget (SkPictureFetcher *self);
void              sk_picture_fetcher_stop   (SkPictureFetcher *self);

G_END_DECLS
