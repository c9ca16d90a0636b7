/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a picture may take: it comes from wherever a feed says. */
#define SK_PICTURE_MAX_BYTES (2 * 1024 * 1024)
#define SK_PICTURE_MAX_PIXELS (20 * 1000 * 1000)

typedef enum
{
  SK_PICTURE_ERROR_ADDRESS,   /* it is not one of https */
  SK_PICTURE_ERROR_FORMAT,    /* it is no still PNG, JPEG or WebP */
  SK_PICTURE_ERROR_DAMAGED,
  SK_PICTURE_ERROR_TOO_LARGE,
  SK_PICTURE_ERROR_MISSING,   /* it is not kept */
  SK_PICTURE_ERROR_LEFT,      /* it failed a while ago */
  SK_PICTURE_ERROR_OFF,       /* it may not be looked at, or not be fetched */
} SkPictureError;

#define SK_PICTURE_ERROR (sk_picture_error_quark ())
GQuark sk_picture_error_quark (void);

typedef enum
{
  SK_PICTURE_PNG,
  SK_PICTURE_JPEG,
  SK_PICTURE_WEBP,
} SkPictureFormat;

/* What a picture says of itself before it is decoded. */
typedef struct
{
  SkPictureFormat format;
  guint width;                /* in pixels */
  guint height;
} SkPictureHeader;

gboolean sk_picture_header_read (GBytes          *bytes,
                                 SkPictureHeader *header,
                                 GError         **error);

G_END_DECLS
