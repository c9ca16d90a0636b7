/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef FolderFixture Fixture;

static char *
make_source (Fixture    *fixture,
             const char *content)
{
  char *path = g_build_filename (fixture->data, "mailed.sidekick", NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static SkSessionImport *
import (Fixture    *fixture,
        const char *content,
        GError    **error)
{
  g_autofree char *path = make_source (fixture, content);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DexFuture) importing = sk_session_folder_import (fixture->folder, file);
  const GValue *value = folder_await (importing, error);
  g_autofree char *after = NULL;

  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, content);
  return value != NULL ? g_value_dup_boxed (value) : NULL;
}

static SkSessionDocument *
import_to (Fixture         *fixture,
           const char      *content,
           SkImportOutcome  outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkSessionImport) imported = import (fixture, content, &error);

  g_assert_no_error (error);
  g_assert_cmpint (imported->outcome, ==, outcome);
  return imported->document;
}

static char *
make_content (const char *title,
              const char *edits)
{
  return g_strdup_printf ("{\"format\":\"sidekick-session\",\"version\":1,\"id\":\"" FOLDER_ID
                          "\",\"title\":\"%s\",\"start\":\"2027-02-09T10:25\",\"edits\":{%s}}",
                          title, edits);
}

static const char *
get_title (SkSessionDocument *document)
{
  return sk_session_get_title (sk_session_document_get_session (document));
}

static void
test_import (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *first = make_content ("First", "\"a\":1");
  g_autofree char *further = make_content ("Further", "\"a\":1,\"b\":2");
  g_autofree char *apart = make_content ("Apart", "\"a\":1,\"c\":1");
  SkSessionDocument *document;
  SkSessionDocument *copy;

  folder_open (fixture);
  document = import_to (fixture, first, SK_IMPORT_NEW);
  folder_until (sk_session_document_get_saved (document));
  g_assert_true (import_to (fixture, first, SK_IMPORT_KNOWN) == document);

  g_assert_true (import_to (fixture, further, SK_IMPORT_FORWARD) == document);
  g_assert_cmpstr (get_title (document), ==, "Further");
  g_assert_true (import_to (fixture, first, SK_IMPORT_KNOWN) == document);
  g_assert_cmpstr (get_title (document), ==, "Further");

  copy = import_to (fixture, apart, SK_IMPORT_APART);
  g_assert_true (copy != document);
  g_assert_cmpstr (get_title (copy), ==, "Apart (copy)");
  g_assert_cmpstr (get_title (document), ==, "Further");

  folder_reopen (fixture);
  g_assert_cmpuint (folder_size (fixture), ==, 2);
  g_assert_cmpstr (get_title (sk_session_folder_find (fixture->folder, FOLDER_ID)), ==, "Further");
}

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  static const char newer[] = "{\"format\":\"sidekick-session\",\"version\":2,\"id\":\"" FOLDER_ID
                              "\",\"edits\":{\"a\":2},\"later\":[{\"b\":1e999}]}";
  g_autofree char *ours = make_content ("Ours", "\"a\":3");
  g_autofree char *older = make_content ("Ours", "\"a\":1");
  g_autofree char *path = folder_path (fixture, FOLDER_ID ".sidekick");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  SkSessionDocument *document;

  folder_open (fixture);
  document = import_to (fixture, newer, SK_IMPORT_READ_ONLY);
  g_assert_true (sk_session_editor_get_read_only (sk_session_document_get_editor (document)));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, newer);

  g_assert_true (import_to (fixture, newer, SK_IMPORT_KNOWN) == document);
  g_assert_true (import_to (fixture, older, SK_IMPORT_KNOWN) == document);
  g_assert_true (import_to (fixture, ours, SK_IMPORT_APART) != document);
}

static void
test_newer_of_ours (Fixture      *fixture,
                    gconstpointer data)
{
  static const char newer[] = "{\"format\":\"sidekick-session\",\"version\":2,\"id\":\"" FOLDER_ID
                              "\",\"title\":\"Theirs\",\"edits\":{\"a\":2}}";
  g_autofree char *ours = make_content ("Ours", "\"a\":1");
  g_autoptr (GError) error = NULL;
  SkSessionDocument *document;

  folder_open (fixture);
  document = import_to (fixture, ours, SK_IMPORT_NEW);
  g_assert_null (import (fixture, newer, &error));
  g_assert_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "Update Sidekick"));
  g_assert_cmpstr (get_title (document), ==, "Ours");
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/missing.sidekick");
  g_autoptr (DexFuture) importing = NULL;
  g_autoptr (GError) error = NULL;

  folder_open (fixture);
  g_assert_null (import (fixture, "no session", &error));
  g_assert_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "“mailed.sidekick”"));
  g_clear_error (&error);

  importing = sk_session_folder_import (fixture->folder, missing);
  g_assert_null (folder_await (importing, &error));
  g_assert_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_NOT_FOUND);
  g_assert_cmpuint (folder_size (fixture), ==, 0);
}

/* A session that is here in a file that cannot be read does not keep an earlier one out. */
static void
test_beside_damage (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *damaged = folder_path (fixture, FOLDER_ID ".sidekick");
  g_autofree char *earlier = make_content ("Earlier", "\"a\":1");
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (damaged, "{", -1, NULL));
  folder_open (fixture);
  import_to (fixture, earlier, SK_IMPORT_NEW);
  folder_reopen (fixture);

  g_assert_cmpstr (get_title (sk_session_folder_find (fixture->folder, FOLDER_ID)), ==, "Earlier");
  g_assert_true (g_file_get_contents (damaged, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "{");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add ("/session/import/" path, Fixture, NULL, folder_set_up, test, folder_tear_down)
  ADD ("new-known-forward-or-apart", test_import);
  ADD ("of-a-newer-version-the-file-itself-is-kept", test_newer);
  ADD ("of-a-newer-version-it-does-not-take-the-place-of-ours", test_newer_of_ours);
  ADD ("what-is-no-session-is-refused", test_refused);
  ADD ("beside-a-damaged-file", test_beside_damage);
#undef ADD

  return g_test_run ();
}
