/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef FolderFixture Fixture;

static SkSessionDocument *
open_one (Fixture    *fixture,
          const char *name)
{
  g_autofree char *path = folder_put (fixture, name);

  folder_open (fixture);
  g_assert_cmpuint (folder_size (fixture), ==, 1);
  g_assert_cmpstr (sk_session_document_get_path (folder_nth (fixture, 0)), ==, path);
  return folder_nth (fixture, 0);
}

static void
set_title (SkSessionDocument *document,
           const char        *title)
{
  g_assert_true (sk_session_set_title (sk_session_document_get_editor (document), title));
}

static const char *
get_title (SkSessionDocument *document)
{
  return sk_session_get_title (sk_session_document_get_session (document));
}

static char *
read_title (Fixture           *fixture,
            SkSessionDocument *document)
{
  g_autoptr (SkSession) session = folder_read (fixture, sk_session_document_get_path (document));

  return g_strdup (sk_session_get_title (session));
}

/* What another program does to the file; it counts its changes where it is given a sitting. */
static void
change_file (Fixture    *fixture,
             const char *path,
             const char *title,
             const char *sitting)
{
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, fixture->vocabularies);
  g_autoptr (SkSession) session = sk_session_file_read (file, NULL, NULL);
  g_autoptr (SkSession) counted = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (SkSessionFields) fields;

  sk_session_copy_fields (session, &fields);
  g_set_str (&fields.title, title);
  counted = sk_session_new (&fields);
  if (sitting != NULL)
    {
      g_autoptr (SkSession) plain = g_steal_pointer (&counted);

      counted = sk_session_with_edit (plain, sitting, 1800000000);
    }
  sk_session_file_write (file, counted, &error);
  g_assert_no_error (error);
}

static void
test_saves_itself (Fixture      *fixture,
                   gconstpointer data)
{
  SkSessionDocument *document = open_one (fixture, "safer-internet-day-5b");
  g_autofree char *title = NULL;
  gint64 began = g_get_monotonic_time ();

  g_assert_true (sk_session_document_get_saved (document));
  set_title (document, "Changed");
  g_assert_false (sk_session_document_get_saved (document));
  folder_until (sk_session_document_get_saved (document));

  g_assert_cmpint (g_get_monotonic_time () - began, >=, 200 * 1000);
  title = read_title (fixture, document);
  g_assert_cmpstr (title, ==, "Changed");
  g_assert_null (sk_session_document_get_error (document));
}

/* Whoever types without a pause is not kept waiting for one. */
static void
test_within_a_second (Fixture      *fixture,
                      gconstpointer data)
{
  SkSessionDocument *document = open_one (fixture, "safer-internet-day-5b");
  g_autofree char *before = read_title (fixture, document);
  gboolean written = FALSE;

  for (guint i = 0; !written; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);
      g_autofree char *now = NULL;

      set_title (document, title);
      folder_wait ();
      now = read_title (fixture, document);
      written = !g_str_equal (now, before);
    }
}

static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  SkSessionDocument *document = open_one (fixture, "safer-internet-day-5b");
  g_autoptr (SkSession) before = g_object_ref (sk_session_document_get_session (document));
  g_autoptr (SkSession) changed = NULL;
  g_autoptr (SkSession) on_disk = NULL;

  set_title (document, "Changed");
  changed = g_object_ref (sk_session_document_get_session (document));
  g_assert_cmpint (sk_session_compare (before, changed), ==, SK_SESSION_OLDER);

  g_assert_true (sk_session_editor_undo (sk_session_document_get_editor (document)));
  folder_save (document);
  on_disk = folder_read (fixture, sk_session_document_get_path (document));
  g_assert_true (sk_session_equal (before, on_disk));
  g_assert_cmpint (sk_session_compare (changed, on_disk), ==, SK_SESSION_OLDER);
}

static void
test_follows (Fixture      *fixture,
              gconstpointer data)
{
  SkSessionDocument *document = open_one (fixture, "safer-internet-day-5b");

  change_file (fixture, sk_session_document_get_path (document), "Theirs", "0badcafe");
  folder_until (g_str_equal (get_title (document), "Theirs"));
  folder_until (sk_session_document_get_saved (document));
  g_assert_null (sk_session_folder_get_notice (fixture->folder));

  /* By hand, which nobody counts. */
  change_file (fixture, sk_session_document_get_path (document), "By hand", NULL);
  folder_until (g_str_equal (get_title (document), "By hand"));
  g_assert_cmpuint (folder_size (fixture), ==, 1);

  g_assert_true (sk_session_editor_undo (sk_session_document_get_editor (document)));
  g_assert_cmpstr (get_title (document), ==, "Theirs");
}

static void
test_parts (Fixture      *fixture,
            gconstpointer data)
{
  SkSessionDocument *document = open_one (fixture, "safer-internet-day-5b");
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;

  set_title (document, "Ours");
  change_file (fixture, sk_session_document_get_path (document), "Theirs", "0badcafe");
  folder_until (folder_size (fixture) == 2);

  g_assert_cmpstr (get_title (document), ==, "Theirs");
  g_assert_cmpstr (get_title (folder_nth (fixture, 1)), ==, "Ours (copy)");
  g_assert_nonnull (strstr (sk_session_folder_get_notice (fixture->folder), "“Ours (copy)”"));

  folder_save (document);
  folder_save (folder_nth (fixture, 1));
  theirs = read_title (fixture, document);
  ours = read_title (fixture, folder_nth (fixture, 1));
  g_assert_cmpstr (theirs, ==, "Theirs");
  g_assert_cmpstr (ours, ==, "Ours (copy)");
}

static void
test_damaged_meanwhile (Fixture      *fixture,
                        gconstpointer data)
{
  SkSessionDocument *document = open_one (fixture, "safer-internet-day-5b");
  SkSessionEditor *editor = sk_session_document_get_editor (document);
  const char *path = sk_session_document_get_path (document);
  g_autofree char *whole = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &whole, NULL, NULL));
  set_title (document, "Ours");
  g_assert_true (g_file_set_contents (path, "{\"format\":", -1, NULL));
  folder_until (sk_session_document_get_error (document) != NULL);

  g_assert_nonnull (strstr (sk_session_document_get_error (document), "cut off"));
  g_assert_true (sk_session_editor_get_read_only (editor));
  g_assert_cmpstr (get_title (folder_nth (fixture, 1)), ==, "Ours (copy)");
  folder_save (document);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "{\"format\":");

  g_assert_true (g_file_set_contents (path, whole, -1, NULL));
  folder_until (sk_session_document_get_error (document) == NULL);
  g_assert_false (sk_session_editor_get_read_only (editor));
  g_assert_cmpstr (get_title (document), ==, "Safer Internet Day met 5B");
}

static void
test_removed_by_another (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (SkSessionDocument) document = NULL;
  g_autofree char *title = NULL;

  document = g_object_ref (open_one (fixture, "safer-internet-day-5b"));
  set_title (document, "Ours");
  g_assert_cmpint (g_unlink (sk_session_document_get_path (document)), ==, 0);
  folder_until (sk_session_document_get_saved (document));
  title = read_title (fixture, document);
  g_assert_cmpstr (title, ==, "Ours");

  g_assert_cmpint (g_unlink (sk_session_document_get_path (document)), ==, 0);
  folder_until (folder_size (fixture) == 0);
}

/* No file may grow beyond this: what a full disk does, on any machine. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_without_room (Fixture      *fixture,
                   gconstpointer data)
{
  SkSessionDocument *document = open_one (fixture, "safer-internet-day-5b");
  g_autofree char *title = NULL;

  limit_files (1024);
  set_title (document, "Changed");
  folder_until (sk_session_document_get_error (document) != NULL);
  limit_files (RLIM_INFINITY);

  g_assert_nonnull (strstr (sk_session_document_get_error (document), "no room left on the disk"));
  g_assert_false (sk_session_document_get_saved (document));
  title = read_title (fixture, document);
  g_assert_cmpstr (title, ==, "Safer Internet Day met 5B");

  folder_until (sk_session_document_get_saved (document));
  g_assert_null (sk_session_document_get_error (document));
  g_free (title);
  title = read_title (fixture, document);
  g_assert_cmpstr (title, ==, "Changed");
}

static void
test_versions (Fixture      *fixture,
               gconstpointer data)
{
  SkSessionDocument *document = open_one (fixture, "safer-internet-day-5b");
  SkSessionEditor *editor = sk_session_document_get_editor (document);
  g_autoptr (SkSession) before = g_object_ref (sk_session_document_get_session (document));
  g_autoptr (DexFuture) listing = NULL;
  g_autoptr (DexFuture) restoring = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *versions;
  SkSessionVersion *version;

  set_title (document, "Changed");
  folder_save (document);
  set_title (document, "Changed again");
  folder_save (document);

  listing = sk_session_document_list_versions (document);
  versions = g_value_get_boxed (folder_await (listing, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 1);
  version = g_ptr_array_index (versions, 0);
  g_assert_cmpuint (version->n_blocks, ==, 6);
  g_assert_cmpuint (version->minutes, ==, 50);
  g_assert_cmpint (version->modified, ==, sk_session_get_modified (before));

  restoring = sk_session_document_restore (document, version->path);
  folder_await (restoring, &error);
  g_assert_no_error (error);
  g_assert_true (sk_session_equal (sk_session_document_get_session (document), before));
  g_assert_cmpstr (sk_session_editor_get_undo_name (editor), ==, "Return to an earlier version");
  g_assert_true (sk_session_editor_undo (editor));
  g_assert_cmpstr (get_title (document), ==, "Changed again");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);

#define ADD(path, test)                                                                            \
  g_test_add ("/session/document/" path, Fixture, NULL, folder_set_up, test, folder_tear_down)
  ADD ("it-saves-itself-at-a-pause", test_saves_itself);
  ADD ("without-a-pause-it-is-saved-all-the-same", test_within_a_second);
  ADD ("every-change-is-counted-undone-ones-too", test_counts);
  ADD ("it-follows-another-program", test_follows);
  ADD ("changed-here-and-there-both-are-kept", test_parts);
  ADD ("a-file-that-was-damaged-meanwhile-is-left-alone", test_damaged_meanwhile);
  ADD ("a-file-that-is-gone-is-written-again-only-if-there-is-reason", test_removed_by_another);
  ADD ("without-room-it-says-so-and-goes-on-trying", test_without_room);
  ADD ("a-version-comes-back-as-a-step-that-can-be-undone", test_versions);
#undef ADD

  return g_test_run ();
}
