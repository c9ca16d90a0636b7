/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-folder-private.h"

/**
 * sk_session_folder_remove:
 * @self: the sessions
 * @document: one of them
 *
 * Takes a session out of the list, and its file to where it can be taken back from. It is whole in
 * either place, whenever the program ends.
 */
void
sk_session_folder_remove (SkSessionFolder   *self,
                          SkSessionDocument *document)
{
  g_autoptr (SkSessionDocument) held = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (SK_IS_SESSION_FOLDER (self));
  g_return_if_fail (SK_IS_SESSION_DOCUMENT (document));

  held = g_object_ref (document);
  if (!sk_session_folder_take_out (self, document))
    return;

  path =
    sk_session_folder_make_path (self->trash,
                                 sk_session_get_id (sk_session_document_get_session (document)));
  g_ptr_array_add (self->removed, g_object_ref (document));
  dex_unref (sk_session_document_move (document, path));
}

/* Where it is to be again: where it still is, if its file has not been moved yet. */
static char *
dup_home (SkSessionFolder   *self,
          SkSessionDocument *document)
{
  const char *path = sk_session_document_get_path (document);
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_str_equal (folder, self->path))
    return g_strdup (path);

  return sk_session_folder_make_path (self->path, sk_session_get_id (
                                                    sk_session_document_get_session (document)));
}

/**
 * sk_session_folder_take_back:
 * @self: the sessions
 * @document: one that was removed in this sitting
 *
 * Puts a session that was removed where it was.
 */
void
sk_session_folder_take_back (SkSessionFolder   *self,
                             SkSessionDocument *document)
{
  g_autofree char *path = NULL;
  guint position;

  g_return_if_fail (SK_IS_SESSION_FOLDER (self));
  g_return_if_fail (SK_IS_SESSION_DOCUMENT (document));

  if (!g_ptr_array_find (self->removed, document, &position))
    return;

  path = dup_home (self, document);
  sk_session_folder_put_in (self, document);
  g_ptr_array_remove_index (self->removed, position);
  dex_unref (sk_session_document_move (document, path));
}

static DexFuture *save_all (SkSessionFolder *self);

/* Of several that failed, the first one's reason is as good as any. */
static DexFuture *
give_reason (DexFutureSet *all)
{
  for (guint i = 0; i < dex_future_set_get_size (all); i++)
    {
      GError *error = NULL;

      if (dex_future_set_get_value_at (all, i, &error) == NULL)
        return dex_future_new_for_error (error);
    }

  return dex_future_new_true ();
}

/* Of one that went apart with its file meanwhile, what it had is in another one now, which nobody
 * has tried to write yet. */
static DexFuture *
on_all_saved (DexFuture *future,
              gpointer   data)
{
  SkSessionFolder *self = data;

  for (guint i = 0; i < self->documents->len; i++)
    {
      SkSessionDocument *document = g_ptr_array_index (self->documents, i);

      if (!sk_session_document_get_saved (document) &&
          sk_session_document_get_error (document) == NULL)
        return save_all (self);
    }

  return give_reason (DEX_FUTURE_SET (future));
}

static void
add_savings (GPtrArray *futures,
             GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (futures, sk_session_document_save (g_ptr_array_index (documents, i)));
}

static DexFuture *
save_all (SkSessionFolder *self)
{
  g_autoptr (GPtrArray) futures = g_ptr_array_new_with_free_func (dex_unref);

  add_savings (futures, self->documents);
  add_savings (futures, self->removed);
  if (futures->len == 0)
    return dex_future_new_true ();

  return dex_future_finally (dex_future_allv ((DexFuture **) futures->pdata, futures->len),
                             on_all_saved, g_object_ref (self), g_object_unref);
}

/**
 * sk_session_folder_close:
 * @self: the sessions
 *
 * Has everything written that is not yet, and stops following other programs.
 *
 * Returns: (transfer full): a future that resolves when all is on the disk; it rejects, once all
 *   has been tried, where something cannot be written
 */
DexFuture *
sk_session_folder_close (SkSessionFolder *self)
{
  g_return_val_if_fail (SK_IS_SESSION_FOLDER (self), NULL);

  self->closed = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);

  return save_all (self);
}
