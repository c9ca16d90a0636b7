/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-pictures.h"

G_BEGIN_DECLS

/* The preferences of pictures: whether they are fetched, and how many are kept. */
#define SK_TYPE_PICTURES_GROUP (sk_pictures_group_get_type ())
G_DECLARE_FINAL_TYPE (SkPicturesGroup, sk_pictures_group, SK, PICTURES_GROUP, AdwPreferencesGroup)

void sk_pictures_group_show (SkPicturesGroup *self,
                             SkPictures      *pictures,
                             GSettings       *settings);

G_END_DECLS
