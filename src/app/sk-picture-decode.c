/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-picture-decode.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <webp/decode.h>

#include "picture/sk-picture-header.h"

#define RGBA_BYTES 4

/* The size at which a picture covers a box and no more; never larger than it is. */
static void
fit (guint  width,
     guint  height,
     int    box_width,
     int    box_height,
     int   *fit_width,
     int   *fit_height)
{
  const double scale = MIN (1, MAX (box_width / (double) width, box_height / (double) height));

  *fit_width = MAX (1, (int) ceil (width * scale));
  *fit_height = MAX (1, (int) ceil (height * scale));
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, SK_PICTURE_ERROR, SK_PICTURE_ERROR_DAMAGED,
                       "The picture cannot be decoded");
  return FALSE;
}

/* What is in the middle of it, as it is drawn: nothing is converted later on the main thread. */
static GdkTexture *
finish (GBytes          *pixels,
        GdkMemoryFormat  format,
        int              width,
        int              height,
        gsize            stride,
        int              box_width,
        int              box_height)
{
  const int cut_width = MIN (width, box_width);
  const int cut_height = MIN (height, box_height);
  const gsize n_bytes = format == GDK_MEMORY_R8G8B8 ? 3 : RGBA_BYTES;
  const gsize offset =
    (gsize) ((height - cut_height) / 2) * stride + (gsize) ((width - cut_width) / 2) * n_bytes;
  const gsize length = (gsize) (cut_height - 1) * stride + (gsize) cut_width * n_bytes;
  const gsize out_stride = (gsize) cut_width * RGBA_BYTES;
  guint8 *out = g_malloc (out_stride * (gsize) cut_height);
  g_autoptr (GBytes) middle = g_bytes_new_from_bytes (pixels, offset, length);
  g_autoptr (GBytes) owned = g_bytes_new_take (out, out_stride * (gsize) cut_height);
  g_autoptr (GdkTexture) whole =
    gdk_memory_texture_new (cut_width, cut_height, format, middle, stride);

  gdk_texture_download (whole, out, out_stride);
  return gdk_memory_texture_new (cut_width, cut_height, GDK_MEMORY_DEFAULT, owned, out_stride);
}

typedef struct
{
  const SkPictureHeader *header;
  int box_width;
  int box_height;
  gboolean differs;           /* whether it turned out to be of another size than it said */
} Wish;

static void
on_size_prepared (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Wish            *wish)
{
  int fit_width;
  int fit_height;

  wish->differs = width != (int) wish->header->width || height != (int) wish->header->height;
  if (wish->differs)
    {
      gdk_pixbuf_loader_set_size (loader, 1, 1);
      return;
    }

  fit (wish->header->width, wish->header->height, wish->box_width, wish->box_height, &fit_width,
       &fit_height);
  gdk_pixbuf_loader_set_size (loader, fit_width, fit_height);
}

static GdkPixbuf *
load (GBytes  *bytes,
      Wish    *wish,
      GError **error)
{
  const char *type = wish->header->format == SK_PICTURE_PNG ? "image/png" : "image/jpeg";
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type (type, error);
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), wish);
  if (!gdk_pixbuf_loader_write_bytes (loader, bytes, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;

  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL || wish->differs)
    {
      fail (error);
      return NULL;
    }

  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

static GdkTexture *
decode_pixbuf (GBytes                 *bytes,
               const SkPictureHeader  *header,
               int                     width,
               int                     height,
               GError                **error)
{
  Wish wish = {.header = header, .box_width = width, .box_height = height};
  g_autoptr (GdkPixbuf) pixbuf = load (bytes, &wish, error);
  g_autoptr (GBytes) pixels = NULL;

  if (pixbuf == NULL)
    return NULL;

  pixels = gdk_pixbuf_read_pixel_bytes (pixbuf);
  return finish (pixels, gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8,
                 gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                 (gsize) gdk_pixbuf_get_rowstride (pixbuf), width, height);
}

static gboolean
decode_into (GBytes            *bytes,
             WebPDecoderConfig *config,
             int                width,
             int                height,
             guint8            *pixels,
             gsize              size)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  config->options.use_scaling = 1;
  config->options.scaled_width = width;
  config->options.scaled_height = height;
  config->output.colorspace = MODE_RGBA;
  config->output.is_external_memory = 1;
  config->output.u.RGBA.rgba = pixels;
  config->output.u.RGBA.stride = width * RGBA_BYTES;
  config->output.u.RGBA.size = size;
  return WebPDecode (data, length, config) == VP8_STATUS_OK;
}

static GdkTexture *
decode_webp (GBytes                 *bytes,
             const SkPictureHeader  *header,
             int                     width,
             int                     height,
             GError                **error)
{
  WebPDecoderConfig config;
  g_autoptr (GBytes) owned = NULL;
  guint8 *pixels;
  int fit_width;
  int fit_height;
  gsize size;

  if (!WebPInitDecoderConfig (&config))
    {
      fail (error);
      return NULL;
    }

  fit (header->width, header->height, width, height, &fit_width, &fit_height);
  size = (gsize) fit_width * (gsize) fit_height * RGBA_BYTES;
  pixels = g_malloc (size);
  owned = g_bytes_new_take (pixels, size);
  if (!decode_into (bytes, &config, fit_width, fit_height, pixels, size))
    {
      fail (error);
      return NULL;
    }

  return finish (owned, GDK_MEMORY_R8G8B8A8, fit_width, fit_height,
                 (gsize) fit_width * RGBA_BYTES, width, height);
}

/**
 * sk_picture_decode:
 * @bytes: a picture as it came
 * @width: of the box that it is to cover, in pixels of the screen
 * @height: of the same
 *
 * Decodes the middle of a picture, as large as the box needs it and not larger than it is. It takes
 * some milliseconds: on any thread but the main one. What is not to be decoded is refused by
 * [func@picture_header_read] before.
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
sk_picture_decode (GBytes  *bytes,
                   int      width,
                   int      height,
                   GError **error)
{
  SkPictureHeader header;

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  if (!sk_picture_header_read (bytes, &header, error))
    return NULL;

  return header.format == SK_PICTURE_WEBP ? decode_webp (bytes, &header, width, height, error)
                                          : decode_pixbuf (bytes, &header, width, height, error);
}
