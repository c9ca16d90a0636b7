/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/sk-picture-fetcher.h"

#include <glib/gstdio.h>

#include "nginx-server.h"
#include "picture-fixture.h"
#include "rough-server.h"
#include "scratch-folder.h"
#include "sync/sk-sync-error.h"

#define AT_ONCE 5

typedef struct
{
  char *folder;
  char *web;
  NginxServer *server;
  RoughServer *rough;
  SkPictureStore *store;
  SkPictureFetcher *fetcher;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = scratch_folder_new ();
  fixture->web = g_build_filename (fixture->folder, "web", NULL);
  g_assert_cmpint (g_mkdir (fixture->web, 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  fixture->server = nginx_server_new (fixture->folder, fixture->web);
  fixture->rough = rough_server_new ();
  fixture->store = sk_picture_store_new (fixture->folder, SK_PICTURE_STORE_BYTES);
  fixture->fetcher = sk_picture_fetcher_new (fixture->store);
  nginx_server_trust (fixture->server);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_tls_backend_set_default_database (g_tls_backend_get_default (), NULL);
  g_assert_finalize_object (fixture->fetcher);
  g_clear_pointer (&fixture->store, sk_picture_store_unref);
  g_clear_pointer (&fixture->rough, rough_server_free);
  g_clear_pointer (&fixture->server, nginx_server_free);
  scratch_folder_remove (fixture->folder);
  g_clear_pointer (&fixture->web, g_free);
  g_clear_pointer (&fixture->folder, g_free);
}

/* Takes the bytes; returns the address. */
static char *
publish (Fixture    *fixture,
         const char *name,
         GBytes     *taken)
{
  g_autoptr (GBytes) bytes = taken;
  g_autofree char *path = g_build_filename (fixture->web, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  return nginx_server_get_secure_url (fixture->server, name);
}

/* The address at which the server hands on what one sends that is not as it should be. */
static char *
publish_rough (Fixture    *fixture,
               const char *head,
               GBytes     *taken)
{
  g_autoptr (GBytes) bytes = taken;
  g_autofree char *url = rough_server_get_url (fixture->rough, "");

  rough_server_answer (fixture->rough, head, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes), ROUGH_NOWHERE);
  return nginx_server_veil (fixture->server, url);
}

static DexFuture *
note_ended (DexFuture *future,
            gpointer   data)
{
  *(gboolean *) data = TRUE;
  return dex_ref (future);
}

static void
await (DexFuture *taken,
       GError   **error)
{
  gboolean ended = FALSE;
  g_autoptr (DexFuture) future = dex_future_finally (taken, note_ended, &ended, NULL);

  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  dex_future_get_value (future, error);
}

static void
fetch (Fixture    *fixture,
       const char *address,
       GError    **error)
{
  await (sk_picture_fetcher_fetch (fixture->fetcher, address, NULL), error);
}

/* It is asked for, it fails, and nothing is kept of it. */
static void
assert_fails (Fixture    *fixture,
              const char *address,
              GQuark      domain,
              int         code)
{
  g_autoptr (GError) error = NULL;
  g_auto (SkPictureEntry) entry = {0};

  fetch (fixture, address, &error);
  g_assert_error (error, domain, code);
  g_assert_false (sk_picture_store_read (fixture->store, address, &entry, NULL));
  g_assert_cmpuint (sk_picture_store_measure (fixture->store), ==, 0);
}

static void
assert_n_requests (Fixture *fixture,
                   guint    n_requests)
{
  g_auto (GStrv) log = nginx_server_take_log (fixture->server, n_requests);
}

static void
test_fetched (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *address = publish (fixture, "a.png", make_png (64, 48, 1000));
  g_autoptr (GBytes) expected = make_png (64, 48, 1000);
  g_auto (SkPictureEntry) entry = {0};
  g_autoptr (GError) error = NULL;

  fetch (fixture, address, &error);
  g_assert_no_error (error);
  g_assert_true (sk_picture_store_read (fixture->store, address, &entry, &error));
  g_assert_true (g_bytes_equal (entry.bytes, expected));
  g_assert_cmpint (ABS (g_get_real_time () / G_USEC_PER_SEC - entry.checked), <, 60);
}

static void
test_checked_again (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *address = publish (fixture, "a.png", make_png (64, 48, 1000));
  g_autoptr (GError) error = NULL;
  g_auto (SkPictureEntry) entry = {0};
  g_auto (GStrv) log = NULL;

  fetch (fixture, address, &error);
  fetch (fixture, address, &error);
  g_assert_no_error (error);
  log = nginx_server_take_log (fixture->server, 2);
  g_assert_true (g_str_has_prefix (log[1], "304 "));
  g_assert_true (sk_picture_store_read (fixture->store, address, &entry, &error));
}

static void
test_not_https (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *there = publish (fixture, "a.png", make_png (64, 48, 0));
  g_autofree char *address = nginx_server_get_url (fixture->server, "a.png");
  g_autofree char *file = g_strdup_printf ("file://%s/a.png", fixture->web);

  assert_fails (fixture, address, SK_PICTURE_ERROR, SK_PICTURE_ERROR_ADDRESS);
  assert_fails (fixture, file, SK_PICTURE_ERROR, SK_PICTURE_ERROR_ADDRESS);
  assert_n_requests (fixture, 0);
}

static void
test_downgraded (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *address = nginx_server_get_secure_url (fixture->server, "downgraded/");

  assert_fails (fixture, address, SK_SYNC_ERROR, SK_SYNC_ERROR_REDIRECT);
  assert_n_requests (fixture, 1);
}

static void
test_not_trusted (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *address = publish (fixture, "a.png", make_png (64, 48, 0));

  g_tls_backend_set_default_database (g_tls_backend_get_default (), NULL);
  assert_fails (fixture, address, SK_SYNC_ERROR, SK_SYNC_ERROR_TLS);
  assert_n_requests (fixture, 0);
}

static void
test_too_many_bytes (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *address = publish (fixture, "a.png", make_png (8, 8, SK_PICTURE_MAX_BYTES));

  assert_fails (fixture, address, SK_SYNC_ERROR, SK_SYNC_ERROR_TOO_LARGE);
}

static void
test_endless (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *address = publish_rough (fixture, "200 OK\r\nContent-Type: image/png",
                                            make_png (8, 8, SK_PICTURE_MAX_BYTES));

  assert_fails (fixture, address, SK_SYNC_ERROR, SK_SYNC_ERROR_TOO_LARGE);
}

static void
test_too_many_pixels (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *address = publish (fixture, "a.png", make_png (50000, 50000, 0));

  assert_fails (fixture, address, SK_PICTURE_ERROR, SK_PICTURE_ERROR_TOO_LARGE);
}

static void
test_other_types (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *page =
    publish (fixture, "a.png", g_bytes_new_static ("<html>Log in</html>", 19));
  g_autofree char *stated = publish (fixture, "a.html", make_png (64, 48, 0));

  assert_fails (fixture, page, SK_PICTURE_ERROR, SK_PICTURE_ERROR_FORMAT);
  assert_fails (fixture, stated, SK_PICTURE_ERROR, SK_PICTURE_ERROR_FORMAT);
}

static void
test_cut_off (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *address =
    publish_rough (fixture, "200 OK\r\nContent-Type: image/png\r\nContent-Length: 90000",
                   make_png (64, 48, 1000));

  assert_fails (fixture, address, SK_SYNC_ERROR, SK_SYNC_ERROR_BROKEN_OFF);
}

/* Validators that are no text. */
static void
test_hostile_headers (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *address =
    publish_rough (fixture,
                   "200 OK\r\nContent-Type: image/png\r\nETag: \"\xff\xfe\"\r\nLast-Modified: \x80",
                   make_png (64, 48, 1000));
  g_auto (SkPictureEntry) entry = {0};
  g_autoptr (GError) error = NULL;

  fetch (fixture, address, &error);
  g_assert_no_error (error);
  g_assert_true (sk_picture_store_read (fixture->store, address, &entry, &error));
  g_assert_true (entry.etag == NULL || g_utf8_validate (entry.etag, -1, NULL));
}

static void
test_left (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *address = nginx_server_get_secure_url (fixture->server, "missing.png");

  assert_fails (fixture, address, SK_SYNC_ERROR, SK_SYNC_ERROR_NOT_FOUND);
  assert_fails (fixture, address, SK_PICTURE_ERROR, SK_PICTURE_ERROR_LEFT);
  assert_n_requests (fixture, 1);

  sk_picture_fetcher_forget (fixture->fetcher);
  assert_fails (fixture, address, SK_SYNC_ERROR, SK_SYNC_ERROR_NOT_FOUND);
  assert_n_requests (fixture, 1);
}

static void
test_host_left (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *broken = nginx_server_get_secure_url (fixture->server, "broken/a.png");
  g_autofree char *other = publish (fixture, "b.png", make_png (64, 48, 0));

  assert_fails (fixture, broken, SK_SYNC_ERROR, SK_SYNC_ERROR_SERVER);
  assert_fails (fixture, other, SK_PICTURE_ERROR, SK_PICTURE_ERROR_LEFT);
  assert_n_requests (fixture, 1);
}

static void
test_once (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *address = publish (fixture, "a.png", make_png (64, 48, 1000));
  DexFuture *futures[AT_ONCE];

  for (guint i = 0; i < AT_ONCE; i++)
    futures[i] = sk_picture_fetcher_fetch (fixture->fetcher, address, NULL);
  for (guint i = 0; i < AT_ONCE; i++)
    {
      g_autoptr (GError) error = NULL;

      await (futures[i], &error);
      g_assert_no_error (error);
    }

  assert_n_requests (fixture, 1);
}

static void
test_not_wanted (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *address = publish (fixture, "a.png", make_png (64, 48, 0));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) unwanted = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  await (sk_picture_fetcher_fetch (fixture->fetcher, address, cancellable), &unwanted);
  g_assert_error (unwanted, SK_PICTURE_ERROR, SK_PICTURE_ERROR_LEFT);
  assert_n_requests (fixture, 0);

  fetch (fixture, address, &error);
  g_assert_no_error (error);
}

static void
test_stopped (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *address = NULL;
  DexFuture *future;
  g_autoptr (GError) error = NULL;

  rough_server_answer (fixture->rough, "200 OK", "", 0, 4);
  address = publish_rough (fixture, "200 OK", make_png (8, 8, 0));
  future = sk_picture_fetcher_fetch (fixture->fetcher, address, NULL);
  while (rough_server_get_n_requests (fixture->rough) == 0)
    g_main_context_iteration (NULL, FALSE);

  sk_picture_fetcher_stop (fixture->fetcher);
  await (future, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  rough_server_go_on (fixture->rough);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/picture/fetcher/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  ADD ("a-picture-is-fetched-and-kept", test_fetched);
  ADD ("what-is-as-it-was-is-not-sent-again", test_checked_again);
  ADD ("only-https-is-asked", test_not_https);
  ADD ("https-does-not-lead-to-http", test_downgraded);
  ADD ("a-server-that-does-not-prove-itself-is-left", test_not_trusted);
  ADD ("too-many-bytes-are-refused", test_too_many_bytes);
  ADD ("what-does-not-say-how-long-it-is-is-broken-off", test_endless);
  ADD ("too-many-pixels-are-refused", test_too_many_pixels);
  ADD ("what-is-no-picture-is-refused", test_other_types);
  ADD ("a-part-of-a-picture-is-refused", test_cut_off);
  ADD ("hostile-headers-do-no-harm", test_hostile_headers);
  ADD ("what-failed-is-left-for-a-while", test_left);
  ADD ("a-server-that-failed-is-left-for-a-while", test_host_left);
  ADD ("none-is-fetched-twice-at-a-time", test_once);
  ADD ("what-nobody-waits-for-is-not-fetched", test_not_wanted);
  ADD ("what-is-under-way-can-be-stopped", test_stopped);

  return g_test_run ();
}
