/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-folder-private.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "sk-session-error.h"

/* A file from elsewhere, and what is made of it. */
typedef struct
{
  GFile *file;                /* NULL where the content is given */
  GBytes *content;
  SkSession *session;
  gboolean newer;
  char *path;                 /* where one of a newer version is copied to, as it is */
} Import;

G_DEFINE_BOXED_TYPE (SkSessionImport,
                     sk_session_import,
                     sk_session_import_copy,
                     sk_session_import_free)

/**
 * sk_session_import_copy:
 * @self: what became of an import
 *
 * Returns: (transfer full): the same
 */
SkSessionImport *
sk_session_import_copy (const SkSessionImport *self)
{
  SkSessionImport *copy = g_new0 (SkSessionImport, 1);

  *copy = (SkSessionImport) {g_object_ref (self->document), self->outcome};
  return copy;
}

/**
 * sk_session_import_free:
 * @self: (transfer full): what became of an import
 */
void
sk_session_import_free (SkSessionImport *self)
{
  g_object_unref (self->document);
  g_free (self);
}

static void
import_free (Import *import)
{
  g_clear_object (&import->file);
  g_clear_object (&import->session);
  g_clear_pointer (&import->content, g_bytes_unref);
  g_clear_pointer (&import->path, g_free);
  g_free (import);
}

static void
resolve (DexPromise        *promise,
         SkSessionDocument *document,
         SkImportOutcome    outcome)
{
  const SkSessionImport import = {document, outcome};

  dex_promise_resolve_boxed (promise, SK_TYPE_SESSION_IMPORT, sk_session_import_copy (&import));
}

/* Not more than a session may have, whatever the file says of itself. */
static GBytes *
load (GFile   *file,
      GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *content = NULL;
  gsize length;

  if (stream == NULL)
    return NULL;

  content = g_malloc (SK_SESSION_MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), content, SK_SESSION_MAX_BYTES + 1, &length,
                                NULL, error))
    return NULL;

  return g_bytes_new (content, length);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  SkSessionFolder *self = source;
  Import *import = data;
  g_autofree char *base = import->file != NULL ? g_file_get_basename (import->file) : NULL;
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  g_autoptr (GError) why = NULL;
  GError *error = NULL;

  if (import->file != NULL)
    import->content = load (import->file, &why);
  if (import->content != NULL)
    import->session =
      sk_session_format_read (import->content, self->vocabularies, &import->newer, &why);
  if (import->session != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  sk_session_file_explain (name, why, &error);
  g_task_return_error (task, error);
}

/* One of a newer version is kept as it is: written by us, it would lose what we do not know. */
static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  SkSessionFolder *self = source;
  Import *import = data;
  gsize length;
  const char *text = g_bytes_get_data (import->content, &length);
  const char * const paths[] = {import->path, NULL};
  GError *error = NULL;

  if (g_file_set_contents_full (import->path, text, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &error))
    g_task_return_pointer (task, sk_found_sessions_read (self, paths),
                           (GDestroyNotify) sk_found_sessions_free);
  else
    g_task_return_error (task, error);
}

static void
on_copied (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  SkSessionFolder *self = SK_SESSION_FOLDER (source);
  Import *import = g_task_get_task_data (G_TASK (result));
  g_autoptr (DexPromise) promise = data;
  g_autoptr (SkFoundSessions) found = NULL;
  g_autofree char *message = NULL;
  SkSessionDocument *document = NULL;
  GError *error = NULL;

  found = g_task_propagate_pointer (G_TASK (result), &error);
  if (found != NULL)
    {
      sk_session_folder_take_found (self, found);
      document = sk_session_folder_find_path (self, import->path);
    }
  if (document != NULL)
    {
      resolve (promise, document, SK_IMPORT_READ_ONLY);
      return;
    }

  message =
    g_strdup_printf (_("The session cannot be copied to “%s”: %s. Check the room on the disk "
                        "and who owns the folder."),
                     self->path, error != NULL ? error->message : g_strerror (EIO));
  g_clear_error (&error);
  dex_promise_reject (promise,
                      g_error_new_literal (SK_SESSION_ERROR, SK_SESSION_ERROR_WRITE, message));
}

static void
import_newer (SkSessionFolder *self,
              Import          *import,
              DexPromise      *promise)
{
  const char *id = sk_session_get_id (import->session);
  SkSessionDocument *ours = sk_session_folder_find (self, id);
  g_autoptr (GTask) task = NULL;
  Import *next;

  if (ours != NULL)
    {
      SkSessionOrder order =
        sk_session_compare (sk_session_document_get_session (ours), import->session);

      if (order == SK_SESSION_SAME || order == SK_SESSION_NEWER)
        resolve (promise, ours, SK_IMPORT_KNOWN);
      else
        dex_promise_reject (promise,
                            g_error_new (SK_SESSION_ERROR, SK_SESSION_ERROR_NEWER,
                                         _("A newer version of Sidekick went on with your session "
                                            "“%s”. Update Sidekick to take that over."),
                                         sk_session_get_title (import->session)));
      return;
    }

  next = g_new0 (Import, 1);
  next->content = g_bytes_ref (import->content);
  next->path = sk_session_folder_make_path (self->path, id);
  task = g_task_new (self, NULL, on_copied, dex_ref (promise));
  g_task_set_task_data (task, next, (GDestroyNotify) import_free);
  g_task_run_in_thread (task, copy_thread);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  SkSessionFolder *self = SK_SESSION_FOLDER (source);
  Import *import = g_task_get_task_data (G_TASK (result));
  g_autoptr (DexPromise) promise = data;
  SkSessionDocument *document;
  SkImportOutcome outcome;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      dex_promise_reject (promise, error);
      return;
    }

  if (import->newer)
    {
      import_newer (self, import, promise);
      return;
    }

  document = sk_session_folder_import_session (self, import->session, &outcome);
  resolve (promise, document, outcome);
}

/* import is taken. */
static DexFuture *
start (SkSessionFolder *self,
       Import          *import)
{
  DexPromise *promise = dex_promise_new ();
  g_autoptr (GTask) task = g_task_new (self, NULL, on_loaded, dex_ref (promise));

  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  g_task_run_in_thread (task, load_thread);
  return DEX_FUTURE (promise);
}

/**
 * sk_session_folder_import:
 * @self: the sessions, opened
 * @file: what may be the file of a session
 *
 * Takes over a session from elsewhere, as [method@SessionFolder.import_session] does. The file
 * itself is left alone.
 *
 * Returns: (transfer full): a future that resolves to a SkSessionImport; it rejects where the file
 *   is no session or cannot be read, with an error for a person, of the SK_SESSION_ERROR domain
 */
DexFuture *
sk_session_folder_import (SkSessionFolder *self,
                          GFile           *file)
{
  Import *import;

  g_return_val_if_fail (SK_IS_SESSION_FOLDER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  import = g_new0 (Import, 1);
  import->file = g_object_ref (file);
  return start (self, import);
}

/**
 * sk_session_folder_import_content:
 * @self: the sessions, opened
 * @content: what may be what is in the file of a session
 *
 * As [method@SessionFolder.import], of what is in no file of its own.
 *
 * Returns: (transfer full): a future that resolves to a SkSessionImport
 */
DexFuture *
sk_session_folder_import_content (SkSessionFolder *self,
                                  GBytes          *content)
{
  Import *import;

  g_return_val_if_fail (SK_IS_SESSION_FOLDER (self), NULL);
  g_return_val_if_fail (content != NULL, NULL);

  import = g_new0 (Import, 1);
  import->content = g_bytes_ref (content);
  return start (self, import);
}

/**
 * sk_session_folder_import_session:
 * @self: the sessions, opened
 * @session: one from elsewhere
 * @outcome: (out): what became of it
 *
 * Takes over a session. The same one, further on, moves ours forward, as a step that can be undone;
 * of two that went apart both are kept.
 *
 * Returns: (transfer none): its document: the copy, where both are kept
 */
SkSessionDocument *
sk_session_folder_import_session (SkSessionFolder *self,
                                  SkSession       *session,
                                  SkImportOutcome *outcome)
{
  g_autoptr (SkSession) copy = NULL;
  SkSessionDocument *ours;
  SkSessionEditor *editor;
  SkSessionOrder order;

  g_return_val_if_fail (SK_IS_SESSION_FOLDER (self), NULL);
  g_return_val_if_fail (SK_IS_SESSION (session), NULL);
  g_return_val_if_fail (outcome != NULL, NULL);

  ours = sk_session_folder_find (self, sk_session_get_id (session));
  if (ours == NULL)
    {
      *outcome = SK_IMPORT_NEW;
      return sk_session_folder_add_new (self, session);
    }

  editor = sk_session_document_get_editor (ours);
  order = sk_session_compare (sk_session_editor_get_session (editor), session);
  if (order == SK_SESSION_SAME || order == SK_SESSION_NEWER)
    {
      *outcome = SK_IMPORT_KNOWN;
      return ours;
    }

  if (order == SK_SESSION_OLDER && !sk_session_editor_get_read_only (editor))
    {
      *outcome = SK_IMPORT_FORWARD;
      sk_session_editor_move_forward (editor, session);
      return ours;
    }

  *outcome = SK_IMPORT_APART;
  copy = sk_session_folder_make_copy (session);
  return sk_session_folder_add (self, copy);
}
