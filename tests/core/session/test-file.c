/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef FolderFixture Fixture;

#define N_WRITERS 8
#define N_WRITES 25

static SkSession *
with_title (SkSession  *session,
            const char *title)
{
  g_auto (SkSessionFields) fields;

  sk_session_copy_fields (session, &fields);
  g_set_str (&fields.title, title);
  return sk_session_new (&fields);
}

static void
assert_write (SkSessionFile *file,
              SkSession     *session)
{
  g_autoptr (GError) error = NULL;

  sk_session_file_write (file, session, &error);
  g_assert_no_error (error);
}

static void
assert_not_written (SkSessionFile *file,
                    SkSession     *session,
                    int            code,
                    const char    *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sk_session_file_write (file, session, &error));
  g_assert_error (error, SK_SESSION_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
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
assert_alone (Fixture *fixture,
              guint    n_files)
{
  g_autofree char *folder = folder_path (fixture, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  while (g_dir_read_name (dir) != NULL)
    n_files--;
  g_assert_cmpuint (n_files, ==, 0);
}

static void
test_write (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *path = folder_path (fixture, "a.sidekick");
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, fixture->vocabularies);
  g_autoptr (SkSession) first = folder_make ("First");
  g_autoptr (SkSession) second = with_title (first, "Second");

  assert_write (file, first);
  assert_title (fixture, path, "First");
  assert_write (file, second);
  assert_title (fixture, path, "Second");
  assert_alone (fixture, 1);
}

static void
test_changed (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = folder_put (fixture, "safer-internet-day-5b");
  g_autoptr (SkSessionFile) ours = sk_session_file_new (path, fixture->vocabularies);
  g_autoptr (SkSessionFile) theirs = sk_session_file_new (path, fixture->vocabularies);
  g_autoptr (SkSession) session = sk_session_file_read (ours, NULL, NULL);
  g_autoptr (SkSession) same = sk_session_file_read (theirs, NULL, NULL);
  g_autoptr (SkSession) changed = with_title (same, "Theirs");
  g_autoptr (SkSession) found = NULL;

  assert_write (theirs, changed);
  assert_not_written (ours, session, SK_SESSION_ERROR_CHANGED, "another program");
  assert_title (fixture, path, "Theirs");
  assert_alone (fixture, 1);

  g_assert_true (sk_session_file_read_changed (ours, &found, NULL, NULL));
  g_assert_cmpstr (sk_session_get_title (found), ==, "Theirs");
  assert_write (ours, session);
}

/* Same length, same time: only what is in it tells. */
static void
test_changed_unseen (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *path = folder_put (fixture, "safer-internet-day-5b");
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, fixture->vocabularies);
  g_autoptr (SkSession) session = sk_session_file_read (file, NULL, NULL);
  g_autofree char *content = NULL;
  struct stat before;
  char *place;
  int fd;

  g_assert_cmpint (stat (path, &before), ==, 0);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  place = strstr (content, "met 5B");
  place[5] = 'C';
  fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  g_assert_cmpint (write (fd, content, strlen (content)), ==, (gssize) strlen (content));
  g_assert_cmpint (futimens (fd, (struct timespec[]) {before.st_atim, before.st_mtim}), ==, 0);
  g_assert_cmpint (close (fd), ==, 0);

  assert_not_written (file, session, SK_SESSION_ERROR_CHANGED, "another program");
  assert_title (fixture, path, "Safer Internet Day met 5C");
}

static void
test_there_already (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *path = folder_put (fixture, "ouderavond");
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, fixture->vocabularies);
  g_autoptr (SkSession) session = folder_make ("New");

  assert_not_written (file, session, SK_SESSION_ERROR_CHANGED, "already");
  assert_title (fixture, path, "Ouderavond: samen gamen");
}

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *path = folder_path (fixture, "a.sidekick");
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, fixture->vocabularies);
  g_autoptr (SkSession) session = NULL;
  gboolean newer = FALSE;

  g_assert_true (g_file_set_contents (path, "{\"format\":\"sidekick-session\",\"version\":2}", -1, NULL));
  session = sk_session_file_read (file, &newer, NULL);
  g_assert_nonnull (session);
  g_assert_true (newer);
  assert_not_written (file, session, SK_SESSION_ERROR_NEWER, "Update Sidekick");
}

static void
assert_not_read (Fixture    *fixture,
                 const char *path,
                 int         code,
                 const char *words)
{
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, fixture->vocabularies);
  g_autoptr (GError) error = NULL;

  g_assert_null (sk_session_file_read (file, NULL, &error));
  g_assert_error (error, SK_SESSION_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_not_read (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *missing = folder_path (fixture, "missing.sidekick");
  g_autofree char *empty = folder_path (fixture, "empty.sidekick");
  g_autofree char *large = folder_path (fixture, "large.sidekick");
  g_autofree char *pipe = folder_path (fixture, "pipe.sidekick");
  g_autofree char *folder = folder_path (fixture, NULL);

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_set_contents (large, "", 0, NULL));
  g_assert_cmpint (truncate (large, SK_SESSION_MAX_BYTES + 1), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  assert_not_read (fixture, missing, SK_SESSION_ERROR_NOT_FOUND, "“missing.sidekick”");
  assert_not_read (fixture, empty, SK_SESSION_ERROR_FORMAT, "“empty.sidekick”");
  assert_not_read (fixture, large, SK_SESSION_ERROR_TOO_LARGE, "16 MiB");
  assert_not_read (fixture, pipe, SK_SESSION_ERROR_READ, "“pipe.sidekick”");
  assert_not_read (fixture, folder, SK_SESSION_ERROR_READ, "“sessions”");
}

static void
test_permissions (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *path = folder_put (fixture, "ouderavond");
  g_autofree char *link = folder_path (fixture, "link.sidekick");
  g_autoptr (SkSessionFile) file = sk_session_file_new (link, fixture->vocabularies);
  g_autoptr (SkSession) session = NULL;
  g_autoptr (SkSession) changed = NULL;
  struct stat status;

  g_assert_cmpint (chmod (path, 0640), ==, 0);
  g_assert_cmpint (symlink (path, link), ==, 0);
  session = sk_session_file_read (file, NULL, NULL);
  changed = with_title (session, "Changed");
  assert_write (file, changed);

  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (lstat (path, &status), ==, 0);
  g_assert_true (S_ISREG (status.st_mode));
  g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
  assert_title (fixture, path, "Changed");
  assert_alone (fixture, 2);
}

/* What a program that was killed left behind is in nobody's way. */
static void
test_left_behind (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *path = folder_put (fixture, "ouderavond");
  g_autofree char *draft = g_strconcat (path, ".new", NULL);
  g_autofree char *name = g_path_get_basename (draft);
  g_autofree char *hidden = g_strconcat (".", name, NULL);
  g_autofree char *left = folder_path (fixture, hidden);
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, fixture->vocabularies);
  g_autoptr (SkSession) session = sk_session_file_read (file, NULL, NULL);
  g_autofree char *rubbish = g_strnfill (100000, 'x');

  g_assert_true (g_file_set_contents (left, rubbish, -1, NULL));
  assert_write (file, session);
  assert_title (fixture, path, "Ouderavond: samen gamen");
  assert_alone (fixture, 1);
}

/* A file of another name, which a stranger made in a folder that all may write. */
static void
test_trap (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = folder_path (fixture, "a.sidekick");
  g_autofree char *trap = folder_path (fixture, ".a.sidekick.new");
  g_autofree char *prey = folder_path (fixture, "prey");
  g_autofree char *content = NULL;
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, fixture->vocabularies);
  g_autoptr (SkSession) session = folder_make ("A");

  g_assert_true (g_file_set_contents (prey, "mine", -1, NULL));
  g_assert_cmpint (symlink (prey, trap), ==, 0);
  assert_not_written (file, session, SK_SESSION_ERROR_WRITE, "a.sidekick");
  g_assert_cmpint (g_unlink (trap), ==, 0);
  g_assert_cmpint (link (prey, trap), ==, 0);
  assert_not_written (file, session, SK_SESSION_ERROR_WRITE, "a.sidekick");

  g_assert_true (g_file_get_contents (prey, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
}

typedef struct
{
  Fixture *fixture;
  const char *path;
} Race;

/* Adds one to the number in the title as often as it may. */
static gpointer
count_up (gpointer data)
{
  Race *race = data;

  for (guint i = 0; i < N_WRITES;)
    {
      g_autoptr (SkSessionFile) file = sk_session_file_new (race->path, race->fixture->vocabularies);
      g_autoptr (GError) error = NULL;
      g_autoptr (SkSession) session = sk_session_file_read (file, NULL, &error);
      g_autoptr (SkSession) next = NULL;
      g_autofree char *title = NULL;

      g_assert_no_error (error);
      title = g_strdup_printf ("%d", atoi (sk_session_get_title (session)) + 1);
      next = with_title (session, title);
      if (sk_session_file_write (file, next, &error))
        i++;
      else
        g_assert_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_CHANGED);
    }

  return NULL;
}

static void
test_race (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = folder_path (fixture, "a.sidekick");
  g_autofree char *last = g_strdup_printf ("%d", N_WRITERS * N_WRITES);
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, fixture->vocabularies);
  g_autoptr (SkSession) session = folder_make ("0");
  Race race = {fixture, path};
  GThread *threads[N_WRITERS];

  assert_write (file, session);
  for (guint i = 0; i < N_WRITERS; i++)
    threads[i] = g_thread_new ("writer", count_up, &race);
  for (guint i = 0; i < N_WRITERS; i++)
    g_thread_join (threads[i]);

  assert_title (fixture, path, last);
  assert_alone (fixture, 1);
}

static void
test_versions (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *path = folder_path (fixture, "a.sidekick");
  g_autofree char *versions = folder_path (fixture, "versions/a");
  g_autoptr (SkSession) session = folder_make ("0");
  g_autoptr (GPtrArray) kept = NULL;
  SkSessionVersion *version;

  /* Each of these is a sitting of its own, with two changes. */
  for (guint i = 0; i < 25; i++)
    {
      g_autoptr (SkSessionFile) file = sk_session_file_new (path, fixture->vocabularies);
      g_autofree char *title = g_strdup_printf ("%u", i);
      g_autoptr (SkSession) first = with_title (session, "in between");
      g_autoptr (SkSession) second = with_title (session, title);

      sk_session_file_set_versions (file, versions);
      if (i > 0)
        {
          g_autoptr (SkSession) before = sk_session_file_read (file, NULL, NULL);

          g_assert_nonnull (before);
        }
      assert_write (file, first);
      assert_write (file, second);
    }

  kept = sk_session_versions_list (versions, fixture->vocabularies);
  g_assert_cmpuint (kept->len, ==, 20);
  version = g_ptr_array_index (kept, 0);
  assert_title (fixture, version->path, "23");
  version = g_ptr_array_index (kept, 19);
  assert_title (fixture, version->path, "4");
  g_assert_cmpuint (version->n_blocks, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add ("/session/file/" path, Fixture, NULL, folder_set_up, test, folder_tear_down)
  ADD ("a-write-replaces-the-whole-file-and-leaves-nothing-else", test_write);
  ADD ("what-another-program-wrote-is-not-overwritten", test_changed);
  ADD ("a-change-that-only-the-content-shows-is-noticed", test_changed_unseen);
  ADD ("a-new-session-overwrites-no-file", test_there_already);
  ADD ("of-a-newer-version-it-is-read-only", test_newer);
  ADD ("what-cannot-be-read-says-why", test_not_read);
  ADD ("permissions-and-links-stay", test_permissions);
  ADD ("what-a-killed-program-left-is-used-again", test_left_behind);
  ADD ("nothing-is-written-through-what-lies-in-wait", test_trap);
  ADD ("of-many-writers-none-overwrites-another", test_race);
  ADD ("the-last-twenty-sittings-are-kept", test_versions);
#undef ADD

  return g_test_run ();
}
