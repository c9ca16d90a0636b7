/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-pictures.h"

G_BEGIN_DECLS

/* What a scout asks of a widget that is in sight now, and whenever that may want another picture. */
typedef void (*SkPictureScoutFunc) (GtkWidget *widget, SkPictures *pictures);

/* Looks, in a window, which covers are in sight once scrolling has settled, and has those load
 * their picture. */
#define SK_TYPE_PICTURE_SCOUT (sk_picture_scout_get_type ())
G_DECLARE_FINAL_TYPE (SkPictureScout, sk_picture_scout, SK, PICTURE_SCOUT, GObject)

void            sk_picture_scout_send         (GtkWidget          *root,
                                               SkPictures         *pictures);
SkPictureScout *sk_picture_scout_find         (GtkWidget          *widget);
SkPictures     *sk_picture_scout_get_pictures (SkPictureScout     *self);
void            sk_picture_scout_watch        (SkPictureScout     *self,
                                               GtkWidget          *widget,
                                               SkPictureScoutFunc  func);
void            sk_picture_scout_leave        (SkPictureScout     *self,
                                               GtkWidget          *widget);
void            sk_picture_scout_look         (SkPictureScout     *self);

G_END_DECLS
