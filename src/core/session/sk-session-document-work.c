/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-document-private.h"

#include "sk-session-error.h"

/* A pause in what a person does, so that a drag is written once. */
#define PAUSE_MS 250

/* But not later than this after the first change, so that even on a slow disk all that is older
 * than a second is there. */
#define LATEST_MS 500

/* When it goes wrong, for as long as it does. */
#define RETRY_MS 3000

/* What one worker does: each step only where it is asked for, in this order. */
typedef struct
{
  SkSessionFile *file;
  SkSession *session;         /* to write */
  gboolean check;             /* whether another program changed the file */
  char *path;                 /* to move to */

  GError *write_error;
  GError *check_error;
  GError *move_error;
  SkSession *theirs;          /* what another program wrote */
  gboolean newer;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->file);
  g_clear_object (&job->session);
  g_clear_object (&job->theirs);
  g_clear_pointer (&job->path, g_free);
  g_clear_error (&job->write_error);
  g_clear_error (&job->check_error);
  g_clear_error (&job->move_error);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Job *job = data;

  if (job->session != NULL)
    sk_session_file_write (job->file, job->session, &job->write_error);

  if (job->check || g_error_matches (job->write_error, SK_SESSION_ERROR, SK_SESSION_ERROR_CHANGED))
    sk_session_file_read_changed (job->file, &job->theirs, &job->newer, &job->check_error);

  if (job->path != NULL)
    sk_session_file_move (job->file, job->path, &job->move_error);

  g_task_return_boolean (task, TRUE);
}

/* Whether every change that led to the one led to the other as well. */
static gboolean
has_all_of (SkSession *session,
            SkSession *other)
{
  g_autoptr (SkSession) both = sk_session_with_edits_of (session, other);

  return both == session;
}

static void
part (SkSessionDocument *self)
{
  g_autoptr (SkSession) ours = g_object_ref (sk_session_editor_get_session (self->editor));

  g_signal_emit_by_name (self, "parted", ours);
}

/* Whether what the editor has would be nowhere if the file were followed: not if the other program
 * knew of it, nor if it put back what we know of. A person who edits the file by hand does not
 * count the change, and knew what was there. */
static gboolean
is_apart (SkSessionDocument *self,
          SkSession         *theirs)
{
  SkSession *ours = sk_session_editor_get_session (self->editor);

  if (sk_session_equal (ours, theirs))
    return FALSE;
  if (sk_session_document_is_changed (self))
    return TRUE;

  return !has_all_of (theirs, ours) && !has_all_of (ours, theirs);
}

/* Another session was put in the place of this one. */
static void
give_way (SkSessionDocument *self)
{
  if (sk_session_document_is_changed (self))
    part (self);

  sk_session_document_lock (self);
  g_signal_emit_by_name (self, "gone");
}

static void
follow (SkSessionDocument *self,
        SkSession         *theirs,
        gboolean           newer)
{
  SkSession *ours = sk_session_editor_get_session (self->editor);

  /* Written again for another reason than to say something else: ours comes after it. */
  if (sk_session_document_is_changed (self) && !newer && self->saved != NULL &&
      sk_session_equal (theirs, self->saved))
    return;

  if (!g_str_equal (sk_session_get_id (theirs), sk_session_get_id (ours)))
    {
      give_way (self);
      return;
    }

  if (is_apart (self, theirs))
    part (self);

  g_set_object (&self->saved, theirs);
  sk_session_document_set_error (self, NULL);
  sk_session_editor_move_forward (self->editor, theirs);
  if (newer)
    sk_session_document_lock (self);
}

/* What is in the file cannot be read, and is left as it is: a person may mend it, or not have
 * finished. What was changed here is kept elsewhere. */
static void
set_damaged (SkSessionDocument *self,
             const GError      *error)
{
  if (sk_session_document_is_changed (self))
    part (self);

  g_set_object (&self->saved, sk_session_editor_get_session (self->editor));
  self->damaged = TRUE;
  sk_session_editor_set_read_only (self->editor, TRUE);
  sk_session_document_set_error (self, error->message);
}

static void
finish_check (SkSessionDocument *self,
              Job               *job)
{
  if (g_error_matches (job->check_error, SK_SESSION_ERROR, SK_SESSION_ERROR_NOT_FOUND))
    {
      if (!sk_session_document_is_changed (self) && job->path == NULL)
        g_signal_emit_by_name (self, "gone");
      return;
    }

  if (job->check_error != NULL)
    {
      set_damaged (self, job->check_error);
      return;
    }

  if (self->damaged)
    {
      self->damaged = FALSE;
      sk_session_editor_set_read_only (self->editor, self->locked);
      sk_session_document_set_error (self, NULL);
    }
  if (job->theirs != NULL)
    follow (self, job->theirs, job->newer);
}

static void
finish_write (SkSessionDocument *self,
              Job               *job)
{
  gboolean changed = g_error_matches (job->write_error, SK_SESSION_ERROR, SK_SESSION_ERROR_CHANGED);

  self->failed = job->write_error != NULL && !changed;
  if (self->failed)
    sk_session_document_set_error (self, job->write_error->message);
  if (job->write_error != NULL)
    return;

  g_set_object (&self->saved, job->session);
  sk_session_document_set_error (self, NULL);
}

static void
finish_waiting (SkSessionDocument *self,
                const GError      *error)
{
  g_autoptr (GPtrArray) waiting = NULL;

  if (error == NULL && (sk_session_document_is_changed (self) || self->to_move != NULL))
    return;

  waiting = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new_with_free_func (dex_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      DexPromise *promise = g_ptr_array_index (waiting, i);

      if (error != NULL)
        dex_promise_reject (promise, g_error_copy (error));
      else
        dex_promise_resolve_boolean (promise, TRUE);
    }
}

static void
on_job_done (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  SkSessionDocument *self = SK_SESSION_DOCUMENT (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  const GError *error = job->move_error;

  self->working = FALSE;
  if (job->session != NULL)
    finish_write (self, job);
  if (job->path != NULL && job->move_error == NULL)
    sk_session_document_set_path (self, job->path);
  if (job->theirs != NULL || job->check_error != NULL || job->check)
    finish_check (self, job);

  if (self->failed)
    error = job->write_error;
  sk_session_document_update (self);
  finish_waiting (self, error);
  sk_session_document_work (self, FALSE);
}

static gboolean
on_timeout (gpointer data)
{
  SkSessionDocument *self = data;

  self->timer = 0;
  sk_session_document_work (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
start_timer (SkSessionDocument *self,
             guint              ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (ms, on_timeout, self);
}

/**
 * sk_session_document_touch:
 *
 * Has a change written soon: at the next pause, or when the first of those that are not written is
 * old enough.
 */
void
sk_session_document_touch (SkSessionDocument *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 left;

  if (self->changed == 0)
    self->changed = now;
  left = (self->changed - now) / 1000 + LATEST_MS;
  start_timer (self, (guint) CLAMP (left, 0, PAUSE_MS));
}

/**
 * sk_session_document_work:
 * @now: whether not to wait with what is to be written
 *
 * Starts a worker where there is something to do and none is at work; it is called again when that
 * one is done.
 */
void
sk_session_document_work (SkSessionDocument *self,
                          gboolean           now)
{
  g_autoptr (GTask) task = NULL;
  gboolean changed = sk_session_document_is_changed (self);
  gboolean waited_for = self->waiting->len > 0 || self->to_move != NULL;
  Job *job;

  if (self->working)
    return;

  if (changed && !now && !waited_for && self->timer == 0)
    {
      if (self->failed)
        start_timer (self, RETRY_MS);
      else
        sk_session_document_touch (self);
    }
  changed = changed && (now || waited_for);
  if (!changed && !self->to_check && self->to_move == NULL)
    return;

  job = g_new0 (Job, 1);
  job->file = g_object_ref (self->file);
  job->session = changed ? g_object_ref (sk_session_editor_get_session (self->editor)) : NULL;
  job->check = self->to_check;
  job->path = g_steal_pointer (&self->to_move);
  self->to_check = FALSE;
  self->working = TRUE;
  if (changed)
    {
      self->changed = 0;
      g_clear_handle_id (&self->timer, g_source_remove);
    }

  task = g_task_new (self, NULL, on_job_done, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}
