/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-user-data-private.h"

#include "sk-user-file.h"
#include "sk-user-tree.h"

/* A pause in what a person does, so that a note is not written with every letter. */
#define PAUSE_MS 300

/* When it goes wrong, for as long as it does. */
#define RETRY_MS 3000

/* What one worker does, and what came of it. */
typedef struct
{
  char *path;
  GPtrArray *changes;         /* to make; none: only read */
  JsonNode *root;
  char *notice;
  GError *error;
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_ptr_array_unref (job->changes);
  g_clear_pointer (&job->root, json_node_unref);
  g_free (job->notice);
  g_clear_error (&job->error);
  g_free (job);
}

static void go_on (SkUserData *self);

/**
 * sk_user_data_new_changes:
 *
 * Returns: (transfer full) (element-type SkUserChange): none yet
 */
GPtrArray *
sk_user_data_new_changes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sk_user_change_free);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Job *job = data;

  job->root = job->changes->len > 0
                ? sk_user_file_change (job->path, job->changes, &job->notice, &job->error)
                : sk_user_file_read (job->path, &job->notice, &job->error);
  g_task_return_boolean (task, TRUE);
}

static void
set_words (SkUserData  *self,
           const char  *property,
           char       **words,
           const char  *value)
{
  if (g_set_str (words, value))
    g_object_notify (G_OBJECT (self), property);
}

/* What was changed since the worker began counts on top of what it found. */
static void
take_root (SkUserData *self,
           JsonNode   *root)
{
  g_autoptr (JsonNode) old = self->root;
  gboolean first = !self->loaded;

  self->root = json_node_ref (root);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const SkUserChange *change = self->changes->pdata[i];

      sk_user_tree_set (self->root, change->id, change->field, change->value);
    }

  self->loaded = TRUE;
  if (first || !json_node_equal (old, self->root))
    sk_user_data_emit_changed (self, NULL);
  if (first)
    g_object_notify (G_OBJECT (self), "loaded");
}

/* They are tried again, before what was changed since. */
static void
put_back (SkUserData *self,
          GPtrArray  *changes)
{
  g_ptr_array_extend_and_steal (changes, g_steal_pointer (&self->changes));
  self->changes = g_ptr_array_ref (changes);
}

static void
on_job_done (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  SkUserData *self = SK_USER_DATA (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->busy = FALSE;
  if (job->root != NULL)
    take_root (self, job->root);
  else
    put_back (self, job->changes);

  if (job->notice != NULL)
    set_words (self, "notice", &self->notice, job->notice);
  set_words (self, "error", &self->error, job->error != NULL ? job->error->message : NULL);
  go_on (self);
}

static void
start_job (SkUserData *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_job_done, NULL);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (self->path);
  job->changes = g_steal_pointer (&self->changes);
  self->changes = sk_user_data_new_changes ();
  self->busy = TRUE;
  self->stale = FALSE;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}

static void
on_timer (gpointer data)
{
  SkUserData *self = data;

  self->timer = 0;
  if (!self->busy)
    start_job (self);
}

static gboolean
has_work (SkUserData *self)
{
  return self->changes->len > 0 || self->stale;
}

/* Until a change is on the disk it is tried to bring it there; one that is closed tries once. */
static void
go_on (SkUserData *self)
{
  if (self->busy)
    return;

  if (self->closing != NULL)
    {
      g_clear_handle_id (&self->timer, g_source_remove);
      if (self->changes->len > 0 && self->error == NULL)
        start_job (self);
      else if (dex_future_is_pending (DEX_FUTURE (self->closing)))
        dex_promise_resolve_boolean (self->closing, TRUE);
    }
  else if (has_work (self) && self->timer == 0)
    {
      self->timer = g_timeout_add_once (self->error != NULL ? RETRY_MS : PAUSE_MS, on_timer, self);
    }
}

static void
on_file_changed (SkUserData *self)
{
  self->stale = TRUE;
  go_on (self);
}

static void
watch (SkUserData *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_file_changed), self,
                             G_CONNECT_SWAPPED);
}

/**
 * sk_user_data_begin:
 *
 * Reads what is kept, and follows what other programs keep there.
 */
void
sk_user_data_begin (SkUserData *self)
{
  watch (self);
  start_job (self);
}

/* Of two changes of the same thing only the last needs to be written. */
static void
forget_change (SkUserData *self,
               const char *id,
               const char *field)
{
  for (guint i = self->changes->len; i > 0; i--)
    {
      const SkUserChange *change = self->changes->pdata[i - 1];

      if (g_strcmp0 (change->id, id) == 0 && g_str_equal (change->field, field))
        g_ptr_array_remove_index (self->changes, i - 1);
    }
}

/**
 * sk_user_data_take_change:
 * @id: (nullable): a tool; %NULL for the profile
 * @field: what of it
 * @value: (transfer full) (nullable): what is to be kept; %NULL for nothing
 *
 * It counts at once, and is on the disk soon.
 */
void
sk_user_data_take_change (SkUserData *self,
                          const char *id,
                          const char *field,
                          JsonNode   *value)
{
  sk_user_tree_set (self->root, id, field, value);
  forget_change (self, id, field);
  g_ptr_array_add (self->changes, sk_user_change_new (id, field, value));
  go_on (self);
}

/**
 * sk_user_data_close:
 *
 * Brings to the disk what is not there yet. Nothing may be changed after this.
 *
 * Returns: (transfer full): resolves when that is done, or cannot be
 */
DexFuture *
sk_user_data_close (SkUserData *self)
{
  g_return_val_if_fail (SK_IS_USER_DATA (self), NULL);

  if (self->closing == NULL)
    {
      self->closing = dex_promise_new ();
      g_clear_pointer (&self->error, g_free);
      go_on (self);
    }

  return dex_ref (self->closing);
}
