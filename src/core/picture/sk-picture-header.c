/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-picture-header.h"

#include <string.h>

G_DEFINE_QUARK (sk - picture - error - quark, sk_picture_error)

/* Markers of a JPEG: ITU-T T.81, B.1.1.3. */
#define JPEG_FILL 0xff
#define JPEG_TEM 0x01
#define JPEG_RST_FIRST 0xd0
#define JPEG_EOI 0xd9
#define JPEG_SOS 0xda

/* Flags of an extended WebP: RFC 9649, 2.7. */
#define WEBP_ANIMATED 0x02

/* What is read, from its beginning on; nothing is read past its end. */
typedef struct
{
  const guint8 *data;
  gsize left;
} Reader;

static gboolean
skip (Reader *reader,
      gsize   length)
{
  if (length > reader->left)
    return FALSE;

  reader->data += length;
  reader->left -= length;
  return TRUE;
}

static gboolean
begins_with (const Reader *reader,
             const char   *bytes,
             gsize         length)
{
  return reader->left >= length && memcmp (reader->data, bytes, length) == 0;
}

static gboolean
take (Reader     *reader,
      const char *bytes,
      gsize       length)
{
  return begins_with (reader, bytes, length) && skip (reader, length);
}

/* A whole number, its first byte the most significant one. */
static gboolean
take_big (Reader *reader,
          guint   n_bytes,
          guint  *value)
{
  if (reader->left < n_bytes)
    return FALSE;

  *value = 0;
  for (guint i = 0; i < n_bytes; i++)
    *value = *value << 8 | reader->data[i];
  return skip (reader, n_bytes);
}

/* A whole number, its first byte the least significant one. */
static gboolean
take_little (Reader *reader,
             guint   n_bytes,
             guint  *value)
{
  if (reader->left < n_bytes)
    return FALSE;

  *value = 0;
  for (guint i = n_bytes; i > 0; i--)
    *value = *value << 8 | reader->data[i - 1];
  return skip (reader, n_bytes);
}

static gboolean
read_png (Reader          *reader,
          SkPictureHeader *header)
{
  return take (reader, "\0\0\0\rIHDR", 8) && take_big (reader, 4, &header->width) &&
         take_big (reader, 4, &header->height);
}

/* What says how large a frame is; the markers between have other tables. */
static gboolean
is_frame (guint marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

static gboolean
is_alone (guint marker)
{
  return marker == JPEG_TEM || (marker >= JPEG_RST_FIRST && marker < JPEG_EOI);
}

static gboolean
take_marker (Reader *reader,
             guint  *marker)
{
  if (!take (reader, "\xff", 1))
    return FALSE;

  do
    {
      if (!take_big (reader, 1, marker))
        return FALSE;
    }
  while (*marker == JPEG_FILL);

  return *marker != 0;
}

static gboolean
read_jpeg (Reader          *reader,
           SkPictureHeader *header)
{
  guint marker;
  guint length;

  while (take_marker (reader, &marker))
    {
      if (is_alone (marker))
        continue;
      if (marker == JPEG_EOI || marker == JPEG_SOS || !take_big (reader, 2, &length) || length < 2)
        return FALSE;

      /* The depth of a sample is before its height and width. */
      if (is_frame (marker))
        return skip (reader, 1) && take_big (reader, 2, &header->height) &&
               take_big (reader, 2, &header->width);
      if (!skip (reader, length - 2))
        return FALSE;
    }

  return FALSE;
}

static gboolean
read_webp_lossy (Reader          *reader,
                 SkPictureHeader *header)
{
  guint width;
  guint height;

  if (!skip (reader, 3) || !take (reader, "\x9d\x01\x2a", 3) || !take_little (reader, 2, &width) ||
      !take_little (reader, 2, &height))
    return FALSE;

  header->width = width & 0x3fff;
  header->height = height & 0x3fff;
  return TRUE;
}

static gboolean
read_webp_lossless (Reader          *reader,
                    SkPictureHeader *header)
{
  guint packed;

  if (!take (reader, "\x2f", 1) || !take_little (reader, 4, &packed))
    return FALSE;

  header->width = (packed & 0x3fff) + 1;
  header->height = (packed >> 14 & 0x3fff) + 1;
  return TRUE;
}

static gboolean
read_webp_extended (Reader          *reader,
                    SkPictureHeader *header,
                    gboolean        *animated)
{
  guint flags;

  if (!take_little (reader, 1, &flags) || !skip (reader, 3) ||
      !take_little (reader, 3, &header->width) || !take_little (reader, 3, &header->height))
    return FALSE;

  header->width++;
  header->height++;
  *animated = (flags & WEBP_ANIMATED) != 0;
  return TRUE;
}

static gboolean
read_webp (Reader          *reader,
           SkPictureHeader *header,
           gboolean        *animated)
{
  char kind[4];

  if (reader->left < 8)
    return FALSE;

  memcpy (kind, reader->data, sizeof kind);
  skip (reader, 8);
  if (memcmp (kind, "VP8 ", sizeof kind) == 0)
    return read_webp_lossy (reader, header);
  if (memcmp (kind, "VP8L", sizeof kind) == 0)
    return read_webp_lossless (reader, header);

  return memcmp (kind, "VP8X", sizeof kind) == 0 && read_webp_extended (reader, header, animated);
}

static gboolean
take_format (Reader          *reader,
             SkPictureFormat *format)
{
  if (take (reader, "\x89PNG\r\n\x1a\n", 8))
    *format = SK_PICTURE_PNG;
  else if (begins_with (reader, "\xff\xd8\xff", 3) && skip (reader, 2))
    *format = SK_PICTURE_JPEG;
  else if (reader->left >= 12 && memcmp (reader->data, "RIFF", 4) == 0 &&
           memcmp (reader->data + 8, "WEBP", 4) == 0 && skip (reader, 12))
    *format = SK_PICTURE_WEBP;
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_size (Reader          *reader,
           SkPictureHeader *header,
           gboolean        *animated)
{
  switch (header->format)
    {
    case SK_PICTURE_PNG:
      return read_png (reader, header);
    case SK_PICTURE_JPEG:
      return read_jpeg (reader, header);
    case SK_PICTURE_WEBP:
      return read_webp (reader, header, animated);
    default:
      return FALSE;
    }
}

static gboolean
check_size (gsize                  n_bytes,
            const SkPictureHeader *header,
            GError               **error)
{
  if (n_bytes <= SK_PICTURE_MAX_BYTES &&
      (guint64) header->width * header->height <= SK_PICTURE_MAX_PIXELS)
    return TRUE;

  g_set_error (error, SK_PICTURE_ERROR, SK_PICTURE_ERROR_TOO_LARGE,
               "The picture is too large: %u × %u pixels in %" G_GSIZE_FORMAT " bytes",
               header->width, header->height, n_bytes);
  return FALSE;
}

/**
 * sk_picture_header_read:
 * @bytes: what may be a picture
 * @header: (out caller-allocates): what it says of itself
 *
 * Finds out by its first bytes what a picture is and how large decoding would make it, and refuses
 * one that is neither PNG, JPEG nor WebP, that moves, or that is more than SK_PICTURE_MAX_BYTES or
 * SK_PICTURE_MAX_PIXELS. Errors are of the SK_PICTURE_ERROR domain.
 *
 * Returns: whether it may be decoded
 */
gboolean
sk_picture_header_read (GBytes          *bytes,
                        SkPictureHeader *header,
                        GError         **error)
{
  Reader reader;
  gboolean animated = FALSE;

  reader.data = g_bytes_get_data (bytes, &reader.left);
  memset (header, 0, sizeof *header);

  if (!take_format (&reader, &header->format))
    {
      g_set_error_literal (error, SK_PICTURE_ERROR, SK_PICTURE_ERROR_FORMAT,
                           "It is no PNG, JPEG or WebP");
      return FALSE;
    }

  if (!read_size (&reader, header, &animated) || header->width == 0 || header->height == 0)
    {
      g_set_error_literal (error, SK_PICTURE_ERROR, SK_PICTURE_ERROR_DAMAGED,
                           "The picture does not say how large it is");
      return FALSE;
    }

  if (animated)
    {
      g_set_error_literal (error, SK_PICTURE_ERROR, SK_PICTURE_ERROR_FORMAT, "The picture moves");
      return FALSE;
    }

  return check_size (g_bytes_get_size (bytes), header, error);
}
