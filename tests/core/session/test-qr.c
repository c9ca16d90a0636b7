/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo.h>
#include <gio/gio.h>
#include <string.h>

#include "scratch-folder.h"
#include "session/sk-qr.h"
#include "session/sk-session-error.h"

#define QUIET_ZONE 4
#define PIXELS 4

static void
draw (const SkQr *qr,
      const char *path)
{
  const int size = (int) (sk_qr_get_size (qr) + 2 * QUIET_ZONE) * PIXELS;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint y = 0; y < sk_qr_get_size (qr); y++)
    for (guint x = 0; x < sk_qr_get_size (qr); x++)
      if (sk_qr_is_dark (qr, x, y))
        cairo_rectangle (cr, (x + QUIET_ZONE) * PIXELS, (y + QUIET_ZONE) * PIXELS, PIXELS, PIXELS);
  cairo_fill (cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static char *
scan (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) reader = NULL;
  char *text = NULL;

  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "zbarimg", "--quiet", "--raw",
                             path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (reader, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strchomp (text);
}

static void
assert_scanned (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkQr) qr = sk_qr_new (text, &error);
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *path = g_build_filename (folder, "code.png", NULL);
  g_autofree char *scanned = NULL;

  g_assert_no_error (error);
  draw (qr, path);
  scanned = scan (path);
  g_assert_cmpstr (scanned, ==, text);
  scratch_folder_remove (folder);
}

static void
test_scanned (void)
{
  g_autofree char *longer = g_strnfill (900, 'x');

  assert_scanned ("sidekick:session#1.q1bKzCtJTS9KLMnMz1OyUlAKLk1ML0rVUQAA");
  assert_scanned (longer);
}

static void
test_largest (void)
{
  g_autofree char *text = g_strnfill (2331, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (SkQr) qr = sk_qr_new (text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sk_qr_get_size (qr), ==, 177);
}

static void
test_no_fit (void)
{
  g_autofree char *text = g_strnfill (2332, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (SkQr) qr = sk_qr_new (text, &error);

  g_assert_null (qr);
  g_assert_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_NO_FIT);
  g_assert_nonnull (strstr (error->message, "file"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/qr/scanned", test_scanned);
  g_test_add_func ("/qr/largest", test_largest);
  g_test_add_func ("/qr/no-fit", test_no_fit);

  return g_test_run ();
}
