/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-document-private.h"

#include "sk-session-error.h"

enum
{
  PROP_SESSION = 1,
  PROP_ERROR,
  PROP_SAVED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkSessionDocument, sk_session_document, G_TYPE_OBJECT)

static void
sk_session_document_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SkSessionDocument *self = SK_SESSION_DOCUMENT (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, sk_session_document_get_session (self));
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, sk_session_document_get_saved (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_session_document_dispose (GObject *object)
{
  SkSessionDocument *self = SK_SESSION_DOCUMENT (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);
  g_clear_object (&self->vocabularies);
  g_clear_object (&self->file);
  g_clear_object (&self->saved);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (sk_session_document_parent_class)->dispose (object);
}

static void
sk_session_document_finalize (GObject *object)
{
  SkSessionDocument *self = SK_SESSION_DOCUMENT (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->versions, g_free);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->to_move, g_free);

  G_OBJECT_CLASS (sk_session_document_parent_class)->finalize (object);
}

static void
sk_session_document_class_init (SkSessionDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sk_session_document_get_property;
  object_class->dispose = sk_session_document_dispose;
  object_class->finalize = sk_session_document_finalize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SK_TYPE_SESSION, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_signal_new ("parted", SK_TYPE_SESSION_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, SK_TYPE_SESSION);
  g_signal_new ("gone", SK_TYPE_SESSION_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
sk_session_document_init (SkSessionDocument *self)
{
  self->waiting = g_ptr_array_new_with_free_func (dex_unref);
}

static void
on_session_changed (SkSessionEditor   *editor,
                    GParamSpec        *pspec,
                    SkSessionDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
  sk_session_document_update (self);
  if (sk_session_document_is_changed (self))
    sk_session_document_touch (self);
}

/**
 * sk_session_document_new:
 * @file: its file, which is not used otherwise from now on
 * @vocabularies: what the concepts of pinned records are looked up in
 * @session: what is in it, or is to be
 * @versions: the folder where states of before are kept
 * @sitting: who counts the changes that are made here
 *
 * Returns: (transfer full): a document that is not on the disk yet, as far as it knows; it is
 *   written at the next change, or when [method@SessionDocument.touch] says so
 */
SkSessionDocument *
sk_session_document_new (SkSessionFile  *file,
                         SkVocabularies *vocabularies,
                         SkSession      *session,
                         const char     *versions,
                         const char     *sitting)
{
  SkSessionDocument *self = g_object_new (SK_TYPE_SESSION_DOCUMENT, NULL);

  self->file = g_object_ref (file);
  self->vocabularies = g_object_ref (vocabularies);
  self->path = g_strdup (sk_session_file_get_path (file));
  self->versions = g_strdup (versions);
  self->editor = sk_session_editor_new (session);
  sk_session_file_set_versions (file, versions);
  sk_session_editor_set_sitting (self->editor, sitting);
  g_signal_connect (self->editor, "notify::session", G_CALLBACK (on_session_changed), self);
  return self;
}

/**
 * sk_session_document_set_on_disk:
 *
 * Says that what the editor has is what the file was read as.
 */
void
sk_session_document_set_on_disk (SkSessionDocument *self)
{
  g_set_object (&self->saved, sk_session_editor_get_session (self->editor));
  sk_session_document_update (self);
}

/**
 * sk_session_document_lock:
 *
 * Has the document be read, not changed, for as long as it lives.
 */
void
sk_session_document_lock (SkSessionDocument *self)
{
  self->locked = TRUE;
  sk_session_editor_set_read_only (self->editor, TRUE);
  sk_session_document_update (self);
}

/**
 * sk_session_document_is_changed:
 *
 * Returns: whether there is something to be written
 */
gboolean
sk_session_document_is_changed (SkSessionDocument *self)
{
  return !self->locked && !self->damaged &&
         self->saved != sk_session_editor_get_session (self->editor);
}

/**
 * sk_session_document_update:
 *
 * Tells whether all is on the disk now, where that is news.
 */
void
sk_session_document_update (SkSessionDocument *self)
{
  gboolean saved = sk_session_document_get_saved (self);

  if (saved == self->was_saved)
    return;

  self->was_saved = saved;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
}

/**
 * sk_session_document_set_error:
 * @error: (nullable): what a person must know, translated
 */
void
sk_session_document_set_error (SkSessionDocument *self,
                               const char        *error)
{
  if (g_set_str (&self->error, error))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/**
 * sk_session_document_set_path:
 * @path: where the file is now
 */
void
sk_session_document_set_path (SkSessionDocument *self,
                              const char        *path)
{
  g_set_str (&self->path, path);
}

/**
 * sk_session_document_check:
 *
 * Looks whether another program changed the file, and follows it.
 */
void
sk_session_document_check (SkSessionDocument *self)
{
  self->to_check = TRUE;
  sk_session_document_work (self, FALSE);
}

/**
 * sk_session_document_get_editor:
 * @self: a document
 *
 * Returns: (transfer none): what it is worked on with
 */
SkSessionEditor *
sk_session_document_get_editor (SkSessionDocument *self)
{
  g_return_val_if_fail (SK_IS_SESSION_DOCUMENT (self), NULL);

  return self->editor;
}

/**
 * sk_session_document_get_session:
 * @self: a document
 *
 * Returns: (transfer none): the state of now
 */
SkSession *
sk_session_document_get_session (SkSessionDocument *self)
{
  g_return_val_if_fail (SK_IS_SESSION_DOCUMENT (self), NULL);

  return sk_session_editor_get_session (self->editor);
}

/**
 * sk_session_document_get_error:
 * @self: a document
 *
 * Returns: (nullable): why what was changed is not on the disk yet, and what to do, translated
 */
const char *
sk_session_document_get_error (SkSessionDocument *self)
{
  g_return_val_if_fail (SK_IS_SESSION_DOCUMENT (self), NULL);

  return self->error;
}

/**
 * sk_session_document_get_saved:
 * @self: a document
 *
 * Returns: whether all is on the disk
 */
gboolean
sk_session_document_get_saved (SkSessionDocument *self)
{
  g_return_val_if_fail (SK_IS_SESSION_DOCUMENT (self), FALSE);

  return !sk_session_document_is_changed (self);
}

/**
 * sk_session_document_get_path:
 * @self: a document
 *
 * Returns: where its file is, or will be
 */
const char *
sk_session_document_get_path (SkSessionDocument *self)
{
  g_return_val_if_fail (SK_IS_SESSION_DOCUMENT (self), NULL);

  return self->path;
}

/* Until there is nothing more to do. */
static DexFuture *
wait_for_it (SkSessionDocument *self)
{
  DexPromise *promise = dex_promise_new ();

  g_ptr_array_add (self->waiting, dex_ref (promise));
  sk_session_document_work (self, TRUE);
  return DEX_FUTURE (promise);
}

/**
 * sk_session_document_save:
 * @self: a document
 *
 * Writes what was changed without waiting for a pause.
 *
 * Returns: (transfer full): a future that resolves to %TRUE when all is on the disk; it rejects
 *   where it cannot be written now, with an error of the SK_SESSION_ERROR domain
 */
DexFuture *
sk_session_document_save (SkSessionDocument *self)
{
  g_return_val_if_fail (SK_IS_SESSION_DOCUMENT (self), NULL);

  if (!self->working && !sk_session_document_is_changed (self))
    return dex_future_new_true ();

  return wait_for_it (self);
}

/**
 * sk_session_document_move:
 * @path: where its file is to be; nothing may be there
 *
 * Writes what was changed, and moves the file: also where it could not be written.
 *
 * Returns: (transfer full): a future that resolves to %TRUE when it is there, or rejects
 */
DexFuture *
sk_session_document_move (SkSessionDocument *self,
                          const char        *path)
{
  g_set_str (&self->to_move, path);
  return wait_for_it (self);
}
