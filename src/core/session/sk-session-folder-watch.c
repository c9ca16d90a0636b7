/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-folder-private.h"

#include <glib/gi18n.h>

/* Until a program that writes in several steps is through with it. */
#define SETTLE_MS 150

/* A file that another program renamed: the document of its old name is about to go. */
static gboolean
is_moving (SkSessionFolder *self,
           SkFoundSession  *found)
{
  SkSessionDocument *other = sk_session_folder_find (self, sk_session_get_id (found->session));

  return !g_file_test (sk_session_document_get_path (other), G_FILE_TEST_EXISTS) &&
         sk_session_document_get_saved (other);
}

static void on_settled (gpointer data);

/**
 * sk_session_folder_note:
 * @path: of a file in the folder
 *
 * Has it looked at soon, since something may have happened to it.
 */
void
sk_session_folder_note (SkSessionFolder *self,
                        const char      *path)
{
  g_hash_table_add (self->touched, g_strdup (path));
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_once (SETTLE_MS, on_settled, self);
}

static void
take_one (SkSessionFolder *self,
          SkFoundSession  *found)
{
  const char *path = sk_session_file_get_path (found->file);
  SkSessionDocument *document;

  if (sk_session_folder_find_path (self, path) != NULL)
    return;

  if (sk_session_folder_find (self, sk_session_get_id (found->session)) != NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);
      g_autofree char *notice =
        g_strdup_printf (_("“%s” holds the session “%s”, which is here already; it was left as "
                            "it is."),
                         name, sk_session_get_title (found->session));

      if (is_moving (self, found))
        sk_session_folder_note (self, path);
      else
        sk_session_folder_set_notice (self, notice);
      return;
    }

  document = sk_session_folder_add_file (self, found->file, found->session);
  sk_session_document_set_on_disk (document);
  if (found->newer)
    sk_session_document_lock (document);
}

/**
 * sk_session_folder_take_found:
 * @found: what was read
 *
 * Adds what is not in the list yet, and says what cannot be read.
 */
void
sk_session_folder_take_found (SkSessionFolder *self,
                              SkFoundSessions *found)
{
  for (guint i = 0; i < found->sessions->len; i++)
    take_one (self, g_ptr_array_index (found->sessions, i));

  if (found->problems->len == 1)
    sk_session_folder_set_notice (self, g_ptr_array_index (found->problems, 0));
  else if (found->problems->len > 1)
    {
      const char *first = g_ptr_array_index (found->problems, 0);
      guint n_more = found->problems->len - 1;
      /* TRANSLATORS: what is wrong with one file, and how many others there are. */
      g_autofree char *notice =
        g_strdup_printf (ngettext ("%s %u more file cannot be opened either.",
                                   "%s %u more files cannot be opened either.", n_more),
                         first, n_more);

      sk_session_folder_set_notice (self, notice);
    }
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, sk_found_sessions_read (source, data),
                         (GDestroyNotify) sk_found_sessions_free);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  SkSessionFolder *self = SK_SESSION_FOLDER (source);
  g_autoptr (SkFoundSessions) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!self->closed)
    sk_session_folder_take_found (self, found);
}

static void
on_settled (gpointer data)
{
  SkSessionFolder *self = data;
  g_autoptr (GStrvBuilder) unknown = g_strv_builder_new ();
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read, NULL);
  GHashTableIter iter;
  gpointer path;

  self->timer = 0;
  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      SkSessionDocument *document = sk_session_folder_find_path (self, path);

      if (document != NULL)
        sk_session_document_check (document);
      else
        g_strv_builder_add (unknown, path);
    }

  g_hash_table_remove_all (self->touched);
  g_task_set_task_data (task, g_strv_builder_end (unknown), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, read_thread);
}

static void
note_file (SkSessionFolder *self,
           GFile           *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

  if (name != NULL && *name != '.' && g_str_has_suffix (name, SK_SESSION_SUFFIX))
    sk_session_folder_note (self, path);
}

static void
on_event (GFileMonitor      *monitor,
          GFile             *file,
          GFile             *other,
          GFileMonitorEvent  event,
          SkSessionFolder   *self)
{
  note_file (self, file);
  note_file (self, other);
}

/**
 * sk_session_folder_watch:
 *
 * Follows what other programs do in the folder from now on.
 */
void
sk_session_folder_watch (SkSessionFolder *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->path);

  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor == NULL)
    return;

  g_file_monitor_set_rate_limit (self->monitor, SETTLE_MS);
  g_signal_connect (self->monitor, "changed", G_CALLBACK (on_event), self);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, sk_found_sessions_open (source),
                         (GDestroyNotify) sk_found_sessions_free);
}

static void
lock_all (SkSessionFolder *self)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *notice =
    g_strdup_printf (_("The folder “%s” cannot be written, so your sessions can be read but not "
                        "changed. Check the disk, and who owns the folder."),
                     name);

  for (guint i = 0; i < self->documents->len; i++)
    sk_session_document_lock (g_ptr_array_index (self->documents, i));
  sk_session_folder_set_notice (self, notice);
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  SkSessionFolder *self = SK_SESSION_FOLDER (source);
  g_autoptr (DexPromise) promise = data;
  g_autoptr (SkFoundSessions) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!self->closed)
    {
      sk_session_folder_take_found (self, found);
      if (!found->writable)
        lock_all (self);
    }

  dex_promise_resolve_boolean (promise, TRUE);
}

/**
 * sk_session_folder_open:
 * @self: the sessions
 *
 * Reads all sessions on a worker, and follows what other programs do to them from then on. A file
 * that cannot be read is left as it is, and told of by the notice. They are read once, however
 * often that is asked for.
 *
 * Returns: (transfer full): a future that resolves to %TRUE when they are in the list
 */
DexFuture *
sk_session_folder_open (SkSessionFolder *self)
{
  DexPromise *promise = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_val_if_fail (SK_IS_SESSION_FOLDER (self), NULL);

  if (self->opening != NULL)
    return dex_ref (self->opening);

  /* Before it is read, so that nothing happens in between unseen. */
  sk_session_folder_watch (self);
  promise = dex_promise_new ();
  task = g_task_new (self, NULL, on_opened, dex_ref (promise));
  g_task_run_in_thread (task, open_thread);
  self->opening = DEX_FUTURE (promise);
  return dex_ref (self->opening);
}
