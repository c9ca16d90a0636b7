/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/sk-picture-store.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "scratch-folder.h"

#define MAX_BYTES (100 * 1000)
#define ADDRESS "https://example.org/a.png"

typedef struct
{
  char *folder;
  SkPictureStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = scratch_folder_new ();
  fixture->store = sk_picture_store_new (fixture->folder, MAX_BYTES);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->store, sk_picture_store_unref);
  scratch_folder_remove (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static void
keep (Fixture    *fixture,
      const char *address,
      gsize       size)
{
  g_auto (SkPictureEntry)
    entry = {.bytes = g_bytes_new_take (g_malloc0 (size), size), .checked = 7};
  g_autoptr (GError) error = NULL;

  sk_picture_store_write (fixture->store, address, &entry, &error);
  g_assert_no_error (error);
}

static gboolean
is_kept (Fixture    *fixture,
         const char *address)
{
  g_auto (SkPictureEntry) entry = {0};

  return sk_picture_store_read (fixture->store, address, &entry, NULL);
}

/* The file of the only picture that is kept. */
static char *
find_file (Fixture *fixture)
{
  const char *folder = sk_picture_store_get_folder (fixture->store);
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);

  return g_build_filename (folder, g_dir_read_name (listing), NULL);
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_auto (SkPictureEntry) entry = {.checked = 1234};
  g_auto (SkPictureEntry) read = {0};
  g_autoptr (GError) error = NULL;

  entry.bytes = g_bytes_new_static ("\0\1\2", 3);
  entry.url = g_strdup ("https://example.org/b.png");
  entry.etag = g_strdup ("\"1\"");
  g_assert_true (sk_picture_store_write (fixture->store, ADDRESS, &entry, &error));
  g_assert_true (sk_picture_store_read (fixture->store, ADDRESS, &read, &error));
  g_assert_no_error (error);

  g_assert_true (g_bytes_equal (read.bytes, entry.bytes));
  g_assert_cmpstr (read.url, ==, entry.url);
  g_assert_cmpstr (read.etag, ==, entry.etag);
  g_assert_null (read.last_modified);
  g_assert_cmpint (read.checked, ==, 1234);
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  g_auto (SkPictureEntry) entry = {0};
  g_autoptr (GError) error = NULL;

  g_assert_false (sk_picture_store_read (fixture->store, ADDRESS, &entry, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpuint (sk_picture_store_measure (fixture->store), ==, 0);
}

static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize length;

  keep (fixture, ADDRESS, 500);
  path = find_file (fixture);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  for (gsize i = 0; i < length; i += 7)
    {
      g_auto (SkPictureEntry) entry = {0};
      g_autoptr (GError) error = NULL;
      g_autofree char *damaged = g_memdup2 (content, length);

      damaged[i] ^= 0x20;
      g_assert_true (g_file_set_contents (path, damaged, (gssize) length, NULL));
      if (sk_picture_store_read (fixture->store, ADDRESS, &entry, &error))
        {
          /* What is beside the picture has no sum: the picture has. */
          g_assert_cmpuint (g_bytes_get_size (entry.bytes), ==, 500);
          continue;
        }

      g_assert_error (error, SK_PICTURE_ERROR, SK_PICTURE_ERROR_DAMAGED);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_cut_off (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize length;

  keep (fixture, ADDRESS, 500);
  path = find_file (fixture);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  for (gsize i = 0; i < length; i += 11)
    {
      g_assert_true (g_file_set_contents (path, content, (gssize) i, NULL));
      g_assert_false (is_kept (fixture, ADDRESS));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
age (Fixture    *fixture,
     const char *address,
     time_t      seconds)
{
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, address, -1);
  g_autofree char *path =
    g_build_filename (sk_picture_store_get_folder (fixture->store), name, NULL);
  struct utimbuf times = {seconds, seconds};

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static void
test_full (Fixture      *fixture,
           gconstpointer data)
{
  keep (fixture, "https://example.org/1", 30 * 1000);
  keep (fixture, "https://example.org/2", 30 * 1000);
  keep (fixture, "https://example.org/3", 30 * 1000);
  age (fixture, "https://example.org/1", 1000);
  age (fixture, "https://example.org/2", 2000);
  age (fixture, "https://example.org/3", 3000);

  g_assert_true (is_kept (fixture, "https://example.org/1"));
  keep (fixture, "https://example.org/4", 30 * 1000);

  g_assert_true (is_kept (fixture, "https://example.org/1"));
  g_assert_false (is_kept (fixture, "https://example.org/2"));
  g_assert_false (is_kept (fixture, "https://example.org/3"));
  g_assert_true (is_kept (fixture, "https://example.org/4"));
  g_assert_cmpuint (sk_picture_store_measure (fixture->store), <=, MAX_BYTES);
}

static void
test_again (Fixture      *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < 10; i++)
    keep (fixture, ADDRESS, 30 * 1000);
  keep (fixture, "https://example.org/other", 30 * 1000);

  g_assert_true (is_kept (fixture, ADDRESS));
  g_assert_cmpuint (sk_picture_store_measure (fixture->store), <, 61 * 1000);
}

static void
test_clear (Fixture      *fixture,
            gconstpointer data)
{
  keep (fixture, "https://example.org/1", 10);
  keep (fixture, "https://example.org/2", 10);
  sk_picture_store_drop (fixture->store, "https://example.org/1");
  g_assert_false (is_kept (fixture, "https://example.org/1"));
  g_assert_true (is_kept (fixture, "https://example.org/2"));

  sk_picture_store_clear (fixture->store);
  g_assert_false (is_kept (fixture, "https://example.org/2"));
  g_assert_cmpuint (sk_picture_store_measure (fixture->store), ==, 0);
}

#define ADD(path, func) g_test_add ("/picture/store/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("what-is-written-is-read", test_round_trip);
  ADD ("what-is-not-there-is-not-read", test_nothing);
  ADD ("what-was-damaged-is-thrown-away", test_damaged);
  ADD ("what-was-cut-off-is-thrown-away", test_cut_off);
  ADD ("the-least-recently-used-makes-room", test_full);
  ADD ("what-is-written-again-takes-no-more-room", test_again);
  ADD ("what-is-cleared-is-gone", test_clear);

  return g_test_run ();
}
