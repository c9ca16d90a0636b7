/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef FolderFixture Fixture;

static guint
count_files (Fixture    *fixture,
             const char *name)
{
  g_autofree char *path = folder_path (fixture, name);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *file;
  guint n_files = 0;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    n_files += g_str_has_suffix (file, ".sidekick");
  return n_files;
}

static const char *
get_notice (Fixture *fixture)
{
  const char *notice = sk_session_folder_get_notice (fixture->folder);

  return notice != NULL ? notice : "";
}

static void
test_open (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *first = folder_put (fixture, "safer-internet-day-5b");
  g_autofree char *second = folder_put (fixture, "ouderavond");
  SkSessionDocument *document;

  folder_open (fixture);
  g_assert_cmpuint (folder_size (fixture), ==, 2);
  g_assert_cmpstr (get_notice (fixture), ==, "");
  document = sk_session_folder_find (fixture->folder, FOLDER_ID);
  g_assert_cmpstr (sk_session_document_get_path (document), ==, first);
  g_assert_true (sk_session_document_get_saved (document));
  g_assert_null (sk_session_folder_find (fixture->folder, "none"));
}

static void
test_first_start (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *folder = folder_path (fixture, NULL);
  g_autoptr (SkSession) session = folder_make ("First");
  SkSessionDocument *document;

  g_assert_cmpint (g_rmdir (folder), ==, 0);
  folder_open (fixture);
  g_assert_cmpuint (folder_size (fixture), ==, 0);

  document = sk_session_folder_add (fixture->folder, session);
  g_assert_cmpuint (folder_size (fixture), ==, 1);
  g_assert_false (sk_session_document_get_saved (document));
  folder_until (sk_session_document_get_saved (document));

  folder_reopen (fixture);
  g_assert_cmpuint (folder_size (fixture), ==, 1);
  document = sk_session_folder_find (fixture->folder, sk_session_get_id (session));
  g_assert_true (sk_session_equal (sk_session_document_get_session (document), session));
}

static void
test_close (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (SkSession) session = folder_make ("First");

  folder_open (fixture);
  sk_session_folder_add (fixture->folder, session);
  folder_reopen (fixture);
  g_assert_nonnull (sk_session_folder_find (fixture->folder, sk_session_get_id (session)));
}

static gboolean
has_title (Fixture    *fixture,
           const char *title)
{
  for (guint i = 0; i < folder_size (fixture); i++)
    {
      SkSession *session = sk_session_document_get_session (folder_nth (fixture, i));

      if (g_str_equal (sk_session_get_title (session), title))
        return TRUE;
    }

  return FALSE;
}

/* What another program wrote a moment before is noticed at the last moment, too. */
static void
test_close_apart (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = folder_put (fixture, "safer-internet-day-5b");
  g_autofree char *content = NULL;
  g_autoptr (GString) changed = NULL;

  folder_open (fixture);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  changed = g_string_new (content);
  g_string_replace (changed, "met 5B", "met 5C", 0);
  sk_session_set_title (sk_session_document_get_editor (folder_nth (fixture, 0)), "Ours");
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  folder_reopen (fixture);

  g_assert_cmpuint (folder_size (fixture), ==, 2);
  g_assert_true (has_title (fixture, "Safer Internet Day met 5C"));
  g_assert_true (has_title (fixture, "Ours (copy)"));
}

static void
test_another_in_its_place (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *path = folder_put (fixture, "safer-internet-day-5b");
  g_autofree char *other = folder_put (fixture, "ouderavond");

  folder_open (fixture);
  sk_session_set_title (sk_session_document_get_editor (
                          sk_session_folder_find (fixture->folder, FOLDER_ID)),
                        "Ours");
  g_assert_cmpint (g_rename (other, path), ==, 0);
  folder_until (sk_session_folder_find (fixture->folder, FOLDER_ID) == NULL &&
                has_title (fixture, "Ouderavond: samen gamen") &&
                has_title (fixture, "Ours (copy)") && folder_size (fixture) == 2);
}

static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *whole = folder_put (fixture, "safer-internet-day-5b");
  g_autofree char *damaged = folder_path (fixture, "damaged.sidekick");
  g_autofree char *versions = folder_path (fixture, "versions/damaged");
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (damaged, "{", -1, NULL));
  folder_open (fixture);
  g_assert_cmpuint (folder_size (fixture), ==, 1);
  g_assert_nonnull (strstr (get_notice (fixture), "“damaged.sidekick”"));
  g_assert_nonnull (strstr (get_notice (fixture), "left as it was"));
  g_assert_true (g_file_get_contents (damaged, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "{");

  g_assert_cmpint (g_mkdir (versions, 0700), ==, 0);
  folder_reopen (fixture);
  g_assert_nonnull (strstr (get_notice (fixture), versions));
}

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *path = folder_path (fixture, FOLDER_ID ".sidekick");
  const char text[] = "{\"format\":\"sidekick-session\",\"version\":9,\"id\":\"" FOLDER_ID "\"}";
  g_autofree char *content = NULL;
  SkSessionEditor *editor;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  folder_open (fixture);
  editor = sk_session_document_get_editor (folder_nth (fixture, 0));
  g_assert_true (sk_session_editor_get_read_only (editor));
  g_assert_false (sk_session_set_title (editor, "Changed"));

  folder_reopen (fixture);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
}

static void
test_twice (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *path = folder_put (fixture, "ouderavond");
  g_autofree char *again = folder_path (fixture, "again.sidekick");
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_file_set_contents (again, content, -1, NULL));
  folder_open (fixture);
  g_assert_cmpuint (folder_size (fixture), ==, 1);
  g_assert_nonnull (strstr (get_notice (fixture), "which is here already"));
  g_assert_cmpuint (count_files (fixture, NULL), ==, 2);
}

static void
test_comes (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *renamed = folder_path (fixture, "renamed.sidekick");

  folder_open (fixture);
  path = folder_put (fixture, "safer-internet-day-5b");
  folder_until (folder_size (fixture) == 1);

  g_assert_cmpint (g_rename (path, renamed), ==, 0);
  folder_until (folder_size (fixture) == 1 &&
                g_str_equal (sk_session_document_get_path (folder_nth (fixture, 0)), renamed));
  g_assert_cmpint (g_unlink (renamed), ==, 0);
  folder_until (folder_size (fixture) == 0);
  g_assert_cmpstr (get_notice (fixture), ==, "");
}

static void
test_remove (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *path = folder_put (fixture, "safer-internet-day-5b");
  g_autoptr (SkSessionDocument) document = NULL;
  g_autoptr (SkSession) session = NULL;

  folder_open (fixture);
  document = g_object_ref (folder_nth (fixture, 0));
  sk_session_set_title (sk_session_document_get_editor (document), "Changed");
  sk_session_folder_remove (fixture->folder, document);
  g_assert_cmpuint (folder_size (fixture), ==, 0);
  folder_until (count_files (fixture, "trash") == 1);
  g_assert_cmpuint (count_files (fixture, NULL), ==, 0);

  sk_session_folder_take_back (fixture->folder, document);
  g_assert_cmpuint (folder_size (fixture), ==, 1);
  g_assert_true (folder_nth (fixture, 0) == document);
  folder_until (count_files (fixture, NULL) == 1);
  g_assert_cmpuint (count_files (fixture, "trash"), ==, 0);

  sk_session_set_title (sk_session_document_get_editor (document), "Changed again");
  folder_save (document);
  session = folder_read (fixture, path);
  g_assert_cmpstr (sk_session_get_title (session), ==, "Changed again");

  sk_session_folder_remove (fixture->folder, document);
  folder_reopen (fixture);
  g_assert_cmpuint (folder_size (fixture), ==, 0);
  g_assert_cmpuint (count_files (fixture, "trash"), ==, 1);
}

/* Taken back before its file was moved at all. */
static void
test_remove_at_once (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (SkSession) session = folder_make ("Never saved");
  g_autoptr (SkSessionDocument) document = NULL;

  folder_open (fixture);
  document = g_object_ref (sk_session_folder_add (fixture->folder, session));
  sk_session_folder_remove (fixture->folder, document);
  sk_session_folder_take_back (fixture->folder, document);
  folder_reopen (fixture);
  g_assert_nonnull (sk_session_folder_find (fixture->folder, sk_session_get_id (session)));
}

static void
test_not_writable (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *folder = folder_path (fixture, NULL);
  g_autofree char *path = folder_put (fixture, "safer-internet-day-5b");
  g_autofree char *versions = folder_path (fixture, "versions");

  /* In the place of what has to be made: so that it fails for whoever may write anywhere, too. */
  g_assert_true (g_file_set_contents (versions, "", 0, NULL));
  folder_open (fixture);
  g_assert_cmpuint (folder_size (fixture), ==, 1);
  g_assert_true (sk_session_editor_get_read_only (
      sk_session_document_get_editor (folder_nth (fixture, 0))));
  g_assert_nonnull (strstr (get_notice (fixture), "cannot be written"));
  g_assert_nonnull (strstr (get_notice (fixture), "sessions"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add ("/session/folder/" path, Fixture, NULL, folder_set_up, test, folder_tear_down)
  ADD ("it-opens-what-is-there", test_open);
  ADD ("it-is-made-where-there-is-none", test_first_start);
  ADD ("nothing-is-lost-when-it-closes", test_close);
  ADD ("nor-what-went-apart-as-it-closes", test_close_apart);
  ADD ("another-session-may-be-put-in-its-place", test_another_in_its_place);
  ADD ("a-damaged-file-is-left-and-named", test_damaged);
  ADD ("a-newer-file-is-read-only", test_newer);
  ADD ("a-session-is-there-once", test_twice);
  ADD ("files-of-other-programs-come-and-go", test_comes);
  ADD ("what-is-removed-can-be-taken-back", test_remove);
  ADD ("also-before-it-was-written", test_remove_at_once);
  ADD ("a-folder-that-cannot-be-written-is-read-only", test_not_writable);
#undef ADD

  return g_test_run ();
}
