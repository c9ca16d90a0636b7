/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder-fixture.h"

#include <glib/gstdio.h>

#include "scratch-folder.h"

void
folder_set_up (FolderFixture *fixture,
               gconstpointer  data)
{
  g_autofree char *sessions = NULL;
  g_autoptr (GError) error = NULL;

  fixture->vocabularies = sk_vocabularies_new (&error);
  g_assert_no_error (error);
  fixture->data = scratch_folder_new ();
  sessions = g_build_filename (fixture->data, "sessions", NULL);
  g_assert_cmpint (g_mkdir (sessions, 0700), ==, 0);
}

static void
close_folder (FolderFixture *fixture)
{
  g_autoptr (DexFuture) closing = NULL;

  if (fixture->folder == NULL)
    return;

  closing = sk_session_folder_close (fixture->folder);
  folder_await (closing, NULL);
  g_clear_object (&fixture->folder);
}

void
folder_tear_down (FolderFixture *fixture,
                  gconstpointer  data)
{
  close_folder (fixture);
  scratch_folder_remove (fixture->data);
  g_clear_pointer (&fixture->data, g_free);
  g_clear_object (&fixture->vocabularies);
}

void
folder_open (FolderFixture *fixture)
{
  g_autoptr (DexFuture) opening = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = sk_session_folder_new (fixture->data, fixture->vocabularies);
  opening = sk_session_folder_open (fixture->folder);
  folder_await (opening, &error);
  g_assert_no_error (error);
}

void
folder_reopen (FolderFixture *fixture)
{
  close_folder (fixture);
  folder_open (fixture);
}

char *
folder_path (FolderFixture *fixture,
             const char    *name)
{
  return g_build_filename (fixture->data, "sessions", name, NULL);
}

/* Copies one of the shared sessions to where the program looks for it. */
char *
folder_put (FolderFixture *fixture,
            const char    *name)
{
  g_autofree char *file = g_strconcat (name, ".sidekick", NULL);
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "shared", "sessions", file, NULL);
  g_autofree char *content = NULL;
  g_autoptr (SkSession) session = folder_read (fixture, from);
  g_autofree char *own = g_strconcat (sk_session_get_id (session), ".sidekick", NULL);
  char *to = folder_path (fixture, own);

  g_assert_true (g_file_get_contents (from, &content, NULL, NULL));
  g_assert_true (g_file_set_contents (to, content, -1, NULL));
  return to;
}

SkSession *
folder_read (FolderFixture *fixture,
             const char    *path)
{
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, fixture->vocabularies);
  g_autoptr (GError) error = NULL;
  SkSession *session = sk_session_file_read (file, NULL, &error);

  g_assert_no_error (error);
  return session;
}

SkSession *
folder_make (const char *title)
{
  g_auto (SkSessionFields) fields;

  sk_session_fields_init (&fields);
  fields.title = g_strdup (title);
  return sk_session_new (&fields);
}

SkSessionDocument *
folder_nth (FolderFixture *fixture,
            guint          position)
{
  g_autoptr (SkSessionDocument) document
      = g_list_model_get_item (G_LIST_MODEL (fixture->folder), position);

  g_assert_nonnull (document);
  return document;
}

guint
folder_size (FolderFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->folder));
}

static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
folder_wait (void)
{
  guint tick = g_timeout_add (20, on_tick, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
}

const GValue *
folder_await (DexFuture  *future,
              GError    **error)
{
  folder_until (dex_future_get_status (future) != DEX_FUTURE_STATUS_PENDING);
  return dex_future_get_value (future, error);
}

void
folder_save (SkSessionDocument *document)
{
  g_autoptr (DexFuture) saving = sk_session_document_save (document);
  g_autoptr (GError) error = NULL;

  folder_await (saving, &error);
  g_assert_no_error (error);
}
