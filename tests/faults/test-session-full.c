/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

typedef FolderFixture Fixture;

#define DISK "size=512k"
#define PIECE 4096

static gboolean has_disk;

static gboolean
tell_kernel (const char *path,
             const char *text)
{
  g_autofd int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  return fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);
}

/* A disk of our own, which can be full as any other; only where the system lets nobody have one, a
 * limit on the size of files stands for it. */
static gboolean
find_out (void)
{
  g_autofree char *user = g_strdup_printf ("%1$u %1$u 1", geteuid ());
  g_autofree char *group = g_strdup_printf ("%1$u %1$u 1", getegid ());

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && tell_kernel ("/proc/self/uid_map", user) &&
         tell_kernel ("/proc/self/setgroups", "deny") &&
         tell_kernel ("/proc/self/gid_map", group) &&
         mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

static char *
filler_path (Fixture *fixture)
{
  return g_build_filename (fixture->data, "filler", NULL);
}

static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
fill_disk (Fixture *fixture)
{
  g_autofree char *path = filler_path (fixture);
  g_autofree char *piece = g_strnfill (PIECE, 'x');
  g_autofd int fd = -1;

  if (!has_disk)
    {
      limit_files (1024);
      return;
    }

  fd = g_open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  while (write (fd, piece, PIECE) > 0)
    continue;
  g_assert_cmpint (errno, ==, ENOSPC);
}

static void
free_disk (Fixture *fixture)
{
  g_autofree char *path = filler_path (fixture);

  if (has_disk)
    g_assert_cmpint (g_unlink (path), ==, 0);
  else
    limit_files (RLIM_INFINITY);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  folder_set_up (fixture, data);
  if (has_disk)
    {
      g_autofree char *sessions = folder_path (fixture, NULL);

      g_assert_cmpint (mount ("none", fixture->data, "tmpfs", 0, DISK), ==, 0);
      g_assert_cmpint (g_mkdir (sessions, 0700), ==, 0);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (fixture->data);

  folder_tear_down (fixture, data);
  if (!has_disk)
    return;

  g_assert_cmpint (umount2 (path, MNT_DETACH), ==, 0);
  g_rmdir (path);
}

static void
set_title (SkSessionDocument *document,
           const char        *title)
{
  g_assert_true (sk_session_set_title (sk_session_document_get_editor (document), title));
}

static void
assert_title (Fixture    *fixture,
              const char *path,
              const char *title)
{
  g_autoptr (SkSession) session = folder_read (fixture, path);

  g_assert_cmpstr (sk_session_get_title (session), ==, title);
}

static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *first = folder_put (fixture, "safer-internet-day-5b");
  g_autofree char *second = folder_put (fixture, "ouderavond");
  g_autoptr (SkSession) session = folder_make ("New");
  const char * const titles[] = {"“First”", "“Second”", "“New”"};
  SkSessionDocument *documents[3];

  folder_open (fixture);
  documents[0] = sk_session_folder_find (fixture->folder, FOLDER_ID);
  documents[1] = sk_session_folder_find (fixture->folder, "0d9c8b7a-4f3e-4d2c-9b1a-6f5e4d3c2b05");

  fill_disk (fixture);
  set_title (documents[0], "First");
  set_title (documents[1], "Second");
  documents[2] = sk_session_folder_add (fixture->folder, session);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      folder_until (sk_session_document_get_error (documents[i]) != NULL);
      g_assert_nonnull (strstr (sk_session_document_get_error (documents[i]), titles[i]));
      g_assert_nonnull (strstr (sk_session_document_get_error (documents[i]), "no room left"));
      g_assert_nonnull (strstr (sk_session_document_get_error (documents[i]), "Delete something"));
      g_assert_false (sk_session_document_get_saved (documents[i]));
    }
  assert_title (fixture, first, "Safer Internet Day met 5B");
  assert_title (fixture, second, "Ouderavond: samen gamen");

  free_disk (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      folder_until (sk_session_document_get_saved (documents[i]));
      g_assert_null (sk_session_document_get_error (documents[i]));
    }
  assert_title (fixture, first, "First");
  assert_title (fixture, second, "Second");
  assert_title (fixture, sk_session_document_get_path (documents[2]), "New");
}

static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = folder_put (fixture, "safer-internet-day-5b");
  g_autoptr (DexFuture) closing = NULL;
  g_autoptr (DexFuture) again = NULL;
  g_autoptr (GError) error = NULL;

  folder_open (fixture);
  fill_disk (fixture);
  set_title (folder_nth (fixture, 0), "Changed");
  closing = sk_session_folder_close (fixture->folder);
  g_assert_null (folder_await (closing, &error));
  g_assert_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_NO_SPACE);
  g_clear_error (&error);

  free_disk (fixture);
  again = sk_session_folder_close (fixture->folder);
  folder_await (again, &error);
  g_assert_no_error (error);
  assert_title (fixture, path, "Changed");
}

/* To throw something away is what one does then, and has to work. */
static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = folder_put (fixture, "safer-internet-day-5b");
  g_autoptr (SkSessionDocument) document = NULL;

  folder_open (fixture);
  document = g_object_ref (folder_nth (fixture, 0));
  fill_disk (fixture);
  set_title (document, "Changed");
  sk_session_folder_remove (fixture->folder, document);
  folder_until (!g_file_test (path, G_FILE_TEST_EXISTS));

  sk_session_folder_take_back (fixture->folder, document);
  folder_until (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_title (fixture, path, "Safer Internet Day met 5B");
  free_disk (fixture);
  folder_until (sk_session_document_get_saved (document));
  assert_title (fixture, path, "Changed");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);
  has_disk = find_out ();
  g_test_message ("%s", has_disk ? "on a full disk" : "within a limit on the size of files");

#define ADD(path, test) g_test_add ("/faults/session/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("without-room-the-old-stands-and-the-new-is-kept-until-there-is", test_full);
  ADD ("without-room-closing-says-so", test_close);
  ADD ("without-room-sessions-can-be-removed", test_remove);
#undef ADD

  return g_test_run ();
}
