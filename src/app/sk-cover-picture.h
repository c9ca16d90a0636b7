/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-pictures.h"

G_BEGIN_DECLS

/* The picture of a cover: asked for when it is in sight, and faded in over what is drawn. */
#define SK_TYPE_COVER_PICTURE (sk_cover_picture_get_type ())
G_DECLARE_FINAL_TYPE (SkCoverPicture, sk_cover_picture, SK, COVER_PICTURE, GObject)

SkCoverPicture *sk_cover_picture_new          (GtkWidget      *cover);
void            sk_cover_picture_set_resource (SkCoverPicture *self,
                                               SkResource     *resource);
void            sk_cover_picture_load         (SkCoverPicture *self,
                                               SkPictures     *pictures);
void            sk_cover_picture_leave        (SkCoverPicture *self);
gboolean        sk_cover_picture_is_whole     (SkCoverPicture *self);
void            sk_cover_picture_snapshot     (SkCoverPicture *self,
                                               GtkSnapshot    *snapshot);

G_END_DECLS
