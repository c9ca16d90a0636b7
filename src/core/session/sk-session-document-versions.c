/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-document-private.h"

#include <glib/gi18n.h>

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  SkSessionDocument *self = source;

  g_task_return_pointer (task, sk_session_versions_list (self->versions, self->vocabularies),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DexPromise) promise = data;

  dex_promise_resolve_boxed (promise, G_TYPE_PTR_ARRAY,
                             g_task_propagate_pointer (G_TASK (result), NULL));
}

/**
 * sk_session_document_list_versions:
 * @self: a document
 *
 * Returns: (transfer full): a future that resolves to a GPtrArray of SkSessionVersion, the newest
 *   first
 */
DexFuture *
sk_session_document_list_versions (SkSessionDocument *self)
{
  DexPromise *promise = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_val_if_fail (SK_IS_SESSION_DOCUMENT (self), NULL);

  promise = dex_promise_new ();
  task = g_task_new (self, NULL, on_listed, dex_ref (promise));
  g_task_run_in_thread (task, list_thread);
  return DEX_FUTURE (promise);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  SkSessionDocument *self = source;
  g_autoptr (SkSessionFile) file = sk_session_file_new (data, self->vocabularies);
  GError *error = NULL;
  SkSession *session = sk_session_file_read (file, NULL, &error);

  if (session != NULL)
    g_task_return_pointer (task, session, g_object_unref);
  else
    g_task_return_error (task, error);
}

static SkSession *
make_own (SkSession  *version,
          const char *id)
{
  g_auto (SkSessionFields) fields;

  sk_session_copy_fields (version, &fields);
  g_set_str (&fields.id, id);
  return sk_session_new (&fields);
}

static void
on_version_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  SkSessionDocument *self = SK_SESSION_DOCUMENT (source);
  g_autoptr (DexPromise) promise = data;
  g_autoptr (SkSession) version = NULL;
  g_autoptr (SkSession) own = NULL;
  GError *error = NULL;

  version = g_task_propagate_pointer (G_TASK (result), &error);
  if (version == NULL)
    {
      dex_promise_reject (promise, error);
      return;
    }

  own = make_own (version, sk_session_get_id (sk_session_document_get_session (self)));
  sk_session_editor_apply (self->editor, own, _("Return to an earlier version"), NULL);
  dex_promise_resolve_boolean (promise, TRUE);
}

/**
 * sk_session_document_restore:
 * @self: a document
 * @path: of one of its versions
 *
 * Makes the session what it was then, as a step that can be undone.
 *
 * Returns: (transfer full): a future that resolves to %TRUE when it is done, or rejects
 */
DexFuture *
sk_session_document_restore (SkSessionDocument *self,
                             const char        *path)
{
  DexPromise *promise = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_val_if_fail (SK_IS_SESSION_DOCUMENT (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  promise = dex_promise_new ();
  task = g_task_new (self, NULL, on_version_read, dex_ref (promise));
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_thread);
  return DEX_FUTURE (promise);
}
