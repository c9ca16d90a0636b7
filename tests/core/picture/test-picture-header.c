/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/sk-picture-header.h"

#include "picture-fixture.h"

#define N_RANDOM 20000

static void
assert_is (GBytes         *taken,
           SkPictureFormat format,
           guint           width,
           guint           height)
{
  g_autoptr (GBytes) bytes = taken;
  g_autoptr (GError) error = NULL;
  SkPictureHeader header;

  g_assert_true (sk_picture_header_read (bytes, &header, &error));
  g_assert_no_error (error);
  g_assert_cmpint (header.format, ==, format);
  g_assert_cmpuint (header.width, ==, width);
  g_assert_cmpuint (header.height, ==, height);
}

static void
assert_refused (GBytes        *taken,
                SkPictureError code)
{
  g_autoptr (GBytes) bytes = taken;
  g_autoptr (GError) error = NULL;
  SkPictureHeader header;

  g_assert_false (sk_picture_header_read (bytes, &header, &error));
  g_assert_error (error, SK_PICTURE_ERROR, (int) code);
}

static void
test_sizes (void)
{
  assert_is (make_png (640, 480, 0), SK_PICTURE_PNG, 640, 480);
  assert_is (make_jpeg (1024, 300, 0), SK_PICTURE_JPEG, 1024, 300);
  assert_is (make_webp_lossy (800, 600), SK_PICTURE_WEBP, 800, 600);
  assert_is (make_webp_lossless (16384, 1), SK_PICTURE_WEBP, 16384, 1);
  assert_is (make_webp_extended (5000, 4000, 0x10), SK_PICTURE_WEBP, 5000, 4000);
}

static void
test_others (void)
{
  assert_refused (g_bytes_new_static ("", 0), SK_PICTURE_ERROR_FORMAT);
  assert_refused (g_bytes_new_static ("GIF89a\1\0\1\0", 10), SK_PICTURE_ERROR_FORMAT);
  assert_refused (g_bytes_new_static ("<svg width=\"9\"/>", 16), SK_PICTURE_ERROR_FORMAT);
  assert_refused (g_bytes_new_static ("RIFF\0\0\0\0WAVEfmt ", 16), SK_PICTURE_ERROR_FORMAT);
  assert_refused (make_webp_extended (10, 10, 0x02), SK_PICTURE_ERROR_FORMAT);
}

static void
test_too_large (void)
{
  assert_is (make_png (5000, 4000, 0), SK_PICTURE_PNG, 5000, 4000);
  assert_refused (make_png (5000, 4001, 0), SK_PICTURE_ERROR_TOO_LARGE);
  assert_refused (make_png (G_MAXUINT, G_MAXUINT, 0), SK_PICTURE_ERROR_TOO_LARGE);
  assert_refused (make_jpeg (65535, 65535, 0), SK_PICTURE_ERROR_TOO_LARGE);
  assert_refused (make_webp_extended (1 << 24, 1 << 24, 0), SK_PICTURE_ERROR_TOO_LARGE);
  assert_refused (make_png (8, 8, SK_PICTURE_MAX_BYTES), SK_PICTURE_ERROR_TOO_LARGE);
}

static void
test_nothing_to_see (void)
{
  assert_refused (make_png (0, 10, 0), SK_PICTURE_ERROR_DAMAGED);
  assert_refused (make_jpeg (10, 0, 0), SK_PICTURE_ERROR_DAMAGED);
  assert_refused (make_webp_lossy (0, 0), SK_PICTURE_ERROR_DAMAGED);
  assert_refused (g_bytes_new_static ("\xff\xd8\xff\xd9", 4), SK_PICTURE_ERROR_DAMAGED);
  assert_refused (g_bytes_new_static ("\xff\xd8\xff\xe0\0\0\xff", 7), SK_PICTURE_ERROR_DAMAGED);
  assert_refused (g_bytes_new_static ("\xff\xd8\xff\xe0\xff\xff", 6), SK_PICTURE_ERROR_DAMAGED);
}

static GPtrArray *
make_all (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (all, make_png (64, 48, 0));
  g_ptr_array_add (all, make_jpeg (64, 48, 0));
  g_ptr_array_add (all, make_webp_lossy (64, 48));
  g_ptr_array_add (all, make_webp_lossless (64, 48));
  g_ptr_array_add (all, make_webp_extended (64, 48, 0));
  return all;
}

/* In memory of its own, so that whoever reads past its end is caught. */
static GBytes *
cut (GBytes *whole,
     gsize   length)
{
  return g_bytes_new (g_bytes_get_data (whole, NULL), length);
}

static void
test_cut_off (void)
{
  g_autoptr (GPtrArray) all = make_all ();

  for (guint i = 0; i < all->len; i++)
    {
      GBytes *whole = g_ptr_array_index (all, i);

      for (gsize length = 0; length < g_bytes_get_size (whole); length++)
        {
          g_autoptr (GBytes) part = cut (whole, length);
          g_autoptr (GError) error = NULL;
          SkPictureHeader header;

          g_assert_false (sk_picture_header_read (part, &header, &error));
          g_assert_true (error->domain == SK_PICTURE_ERROR);
        }
    }
}

/* Whatever it is, it is refused, or of a size that may be decoded. */
static void
test_hostile (void)
{
  g_autoptr (GPtrArray) all = make_all ();

  for (guint i = 0; i < N_RANDOM; i++)
    {
      GBytes *whole = g_ptr_array_index (all, i % all->len);
      gsize length;
      const guint8 *data = g_bytes_get_data (whole, &length);
      guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) damaged = g_bytes_new_take (copy, length);
      g_autoptr (GError) error = NULL;
      SkPictureHeader header;

      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        copy[g_test_rand_int_range (0, (gint32) length)] = (guint8) g_test_rand_int_range (0, 256);

      if (sk_picture_header_read (damaged, &header, &error))
        {
          g_assert_cmpuint (header.width, >, 0);
          g_assert_cmpuint (header.height, >, 0);
          g_assert_cmpuint ((guint64) header.width * header.height, <=, SK_PICTURE_MAX_PIXELS);
        }
      else
        g_assert_true (error->domain == SK_PICTURE_ERROR);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/header/says-the-format-and-the-size", test_sizes);
  g_test_add_func ("/picture/header/what-is-no-still-picture-is-refused", test_others);
  g_test_add_func ("/picture/header/what-is-too-large-is-refused", test_too_large);
  g_test_add_func ("/picture/header/what-has-no-size-is-refused", test_nothing_to_see);
  g_test_add_func ("/picture/header/what-is-cut-off-is-refused", test_cut_off);
  g_test_add_func ("/picture/header/hostile-bytes-do-no-harm", test_hostile);

  return g_test_run ();
}
