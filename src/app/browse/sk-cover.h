/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/sk-resource.h"

G_BEGIN_DECLS

#define SK_TYPE_COVER (sk_cover_get_type ())
G_DECLARE_FINAL_TYPE (SkCover, sk_cover, SK, COVER, GtkWidget)

SkCover *sk_cover_new             (void);
void     sk_cover_set_resource    (SkCover    *self,
                                   SkResource *resource);
void     sk_cover_set_seed        (SkCover    *self,
                                   const char *seed,
                                   const char *family,
                                   const char *icon_name);
int      sk_cover_get_symbol_size (SkCover    *self);
void     sk_cover_set_symbol_size (SkCover    *self,
                                   int         size);

G_END_DECLS
