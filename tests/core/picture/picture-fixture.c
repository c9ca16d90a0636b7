/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture-fixture.h"

#define APPEND(array, text)                                                                        \
  g_byte_array_append ((array), (const guint8 *) (text), sizeof (text) - 1)

static void
append_big (GByteArray *array,
            guint       value,
            guint       n_bytes)
{
  for (guint i = n_bytes; i > 0; i--)
    {
      guint8 byte = value >> (8 * (i - 1)) & 0xff;

      g_byte_array_append (array, &byte, 1);
    }
}

static void
append_little (GByteArray *array,
               guint       value,
               guint       n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = value >> (8 * i) & 0xff;

      g_byte_array_append (array, &byte, 1);
    }
}

static GBytes *
finish (GByteArray *array,
        gsize       more)
{
  g_autofree guint8 *rest = g_malloc0 (more + 1);

  g_byte_array_append (array, rest, (guint) more);
  return g_byte_array_free_to_bytes (array);
}

GBytes *
make_png (guint width,
          guint height,
          gsize more)
{
  GByteArray *array = g_byte_array_new ();

  APPEND (array, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
  append_big (array, width, 4);
  append_big (array, height, 4);
  return finish (array, more);
}

GBytes *
make_jpeg (guint width,
           guint height,
           gsize more)
{
  GByteArray *array = g_byte_array_new ();

  /* What a camera says, with a small picture in it; filling; tables; the frame. */
  APPEND (
    array,
    "\xff\xd8\xff\xe1\0\x10\xff\xc0\0\x11\x08\0\x10\0\x10\x03\1\2\3\4\xff\xff\xff\xdb\0\4\1\2");
  APPEND (array, "\xff\xc2\0\x11\x08");
  append_big (array, height, 2);
  append_big (array, width, 2);
  return finish (array, more);
}

GBytes *
make_webp_lossy (guint width,
                 guint height)
{
  GByteArray *array = g_byte_array_new ();

  APPEND (array, "RIFF\0\0\0\0WEBPVP8 \0\0\0\0\1\2\3\x9d\x01\x2a");
  append_little (array, width, 2);
  append_little (array, height, 2);
  return finish (array, 0);
}

GBytes *
make_webp_lossless (guint width,
                    guint height)
{
  GByteArray *array = g_byte_array_new ();

  APPEND (array, "RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f");
  append_little (array, (width - 1) | (height - 1) << 14, 4);
  return finish (array, 0);
}

GBytes *
make_webp_extended (guint width,
                    guint height,
                    guint flags)
{
  GByteArray *array = g_byte_array_new ();

  APPEND (array, "RIFF\0\0\0\0WEBPVP8X\0\0\0\0");
  append_little (array, flags, 4);
  append_little (array, width - 1, 3);
  append_little (array, height - 1, 3);
  return finish (array, 0);
}
