/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-picture-decode.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <webp/encode.h>

#include "picture/sk-picture-header.h"

#define N_RANDOM 400

/* The left half is of one colour and the right half of another. */
static GdkPixbuf *
make_pixbuf (int      width,
             int      height,
             gboolean has_alpha)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, width, height);
  g_autoptr (GdkPixbuf) right =
    gdk_pixbuf_new_subpixbuf (pixbuf, width / 2, 0, width - width / 2, height);

  gdk_pixbuf_fill (pixbuf, 0xff0000ff);
  gdk_pixbuf_fill (right, 0x0000ffff);
  return pixbuf;
}

static GBytes *
save (GdkPixbuf  *pixbuf,
      const char *type,
      const char *option,
      const char *value)
{
  char *data;
  gsize length;

  g_assert_true (
    gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, type, NULL, option, value, NULL));
  return g_bytes_new_take (data, length);
}

static GBytes *
make_png (int width,
          int height)
{
  g_autoptr (GdkPixbuf) pixbuf = make_pixbuf (width, height, TRUE);

  return save (pixbuf, "png", NULL, NULL);
}

static GBytes *
make_jpeg (int width,
           int height)
{
  g_autoptr (GdkPixbuf) pixbuf = make_pixbuf (width, height, FALSE);

  return save (pixbuf, "jpeg", "quality", "95");
}

static GBytes *
make_webp (int width,
           int height)
{
  g_autoptr (GdkPixbuf) pixbuf = make_pixbuf (width, height, TRUE);
  guint8 *data;
  const gsize length = WebPEncodeLosslessRGBA (gdk_pixbuf_read_pixels (pixbuf), width, height,
                                               gdk_pixbuf_get_rowstride (pixbuf), &data);

  g_assert_cmpuint (length, >, 0);
  return g_bytes_new_with_free_func (data, length, WebPFree, data);
}

typedef GBytes *(*MakeFunc) (int width, int height);

static const MakeFunc makers[] = {make_png, make_jpeg, make_webp};

/* Red, green and blue, each as most significant, of a pixel. */
static guint32
get_pixel (GdkTexture *texture,
           int         x,
           int         y)
{
  const gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  g_autofree guint32 *pixels = g_malloc (stride * (gsize) gdk_texture_get_height (texture));

  gdk_texture_download (texture, (guchar *) pixels, stride);
  return pixels[y * gdk_texture_get_width (texture) + x] & 0xf0f0f0;
}

static GdkTexture *
decode (GBytes *taken,
        int     width,
        int     height)
{
  g_autoptr (GBytes) bytes = taken;
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = sk_picture_decode (bytes, width, height, &error);

  g_assert_no_error (error);
  return texture;
}

static void
assert_size (GdkTexture *texture,
             int         width,
             int         height)
{
  g_assert_cmpint (gdk_texture_get_width (texture), ==, width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, height);
}

static void
test_covers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (GdkTexture) texture = decode (makers[i] (400, 300), 100, 50);

      assert_size (texture, 100, 50);
      g_assert_cmphex (get_pixel (texture, 5, 25), ==, 0xf00000);
      g_assert_cmphex (get_pixel (texture, 95, 25), ==, 0x0000f0);
    }
}

static void
test_small (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (GdkTexture) texture = decode (makers[i] (40, 30), 400, 100);

      assert_size (texture, 40, 30);
    }
}

static void
test_middle (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (GdkTexture) wide = decode (makers[i] (4000, 20), 100, 10);
      g_autoptr (GdkTexture) tall = decode (makers[i] (20, 4000), 10, 100);

      assert_size (wide, 100, 10);
      g_assert_cmphex (get_pixel (wide, 10, 5), ==, 0xf00000);
      g_assert_cmphex (get_pixel (wide, 90, 5), ==, 0x0000f0);
      assert_size (tall, 10, 100);
    }
}

/* As a telephone writes it that is held upright. */
static void
test_turned (void)
{
  static const guint8 exif[] = "\xff\xe1\0\x22"
                               "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0";
  g_autoptr (GBytes) plain = make_jpeg (400, 200);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (plain, &length);
  g_autoptr (GdkTexture) texture = NULL;

  g_byte_array_append (array, data, 2);
  g_byte_array_append (array, exif, 2 + 0x22);
  g_byte_array_append (array, data + 2, (guint) length - 2);
  texture = decode (g_byte_array_free_to_bytes (g_steal_pointer (&array)), 200, 400);

  assert_size (texture, 200, 400);
  g_assert_cmphex (get_pixel (texture, 100, 20), ==, 0xf00000);
  g_assert_cmphex (get_pixel (texture, 100, 380), ==, 0x0000f0);
}

static void
test_cut_off (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (GBytes) whole = makers[i] (64, 48);
      const gsize length = g_bytes_get_size (whole);

      for (gsize n = 0; n < length; n += 1 + length / 97)
        {
          g_autoptr (GBytes) part = g_bytes_new (g_bytes_get_data (whole, NULL), n);
          g_autoptr (GError) error = NULL;
          g_autoptr (GdkTexture) texture = sk_picture_decode (part, 32, 32, &error);

          g_assert_true ((texture == NULL) == (error != NULL));
        }
    }
}

static void
test_hostile (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (GBytes) whole = makers[i % G_N_ELEMENTS (makers)] (64, 48);
      gsize length;
      const guint8 *data = g_bytes_get_data (whole, &length);
      guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) damaged = g_bytes_new_take (copy, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkTexture) texture = NULL;

      for (int n = g_test_rand_int_range (1, 8); n > 0; n--)
        copy[g_test_rand_int_range (0, (gint32) length)] = (guint8) g_test_rand_int_range (0, 256);

      texture = sk_picture_decode (damaged, 32, 32, &error);
      g_assert_true ((texture == NULL) == (error != NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/decode/it-is-as-large-as-the-box-needs-it", test_covers);
  g_test_add_func ("/picture/decode/it-is-never-made-larger", test_small);
  g_test_add_func ("/picture/decode/of-a-wide-or-tall-one-the-middle-is-shown", test_middle);
  g_test_add_func ("/picture/decode/it-is-turned-as-the-camera-was", test_turned);
  g_test_add_func ("/picture/decode/what-is-cut-off-does-no-harm", test_cut_off);
  g_test_add_func ("/picture/decode/hostile-bytes-do-no-harm", test_hostile);

  return g_test_run ();
}
