/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-store-private.h"

#include <glib/gi18n.h>

struct _SkStore
{
  GObject parent_instance;

  char *folder;
  char *seed;
  GThread *thread;
  GAsyncQueue *jobs;          /* Job */
  GMutex mutex;
  gboolean open;              /* under the mutex */
  SkStoreFile file;           /* the thread's */
};

typedef gboolean (*JobFunc) (SkStore *self, gpointer data, GError **error);

/* Lies on the stack of whoever waits for it. */
typedef struct
{
  JobFunc func;               /* NULL ends the thread */
  gpointer data;
  gboolean opens;             /* whether it makes do without a catalogue */
  GError **error;
  gboolean done;
  gboolean succeeded;
  GMutex mutex;
  GCond finished;
} Job;

G_DEFINE_FINAL_TYPE (SkStore, sk_store, G_TYPE_OBJECT)

static void
job_finish (Job      *job,
            gboolean  succeeded)
{
  g_mutex_lock (&job->mutex);
  job->succeeded = succeeded;
  job->done = TRUE;
  g_cond_signal (&job->finished);
  g_mutex_unlock (&job->mutex);
}

static gboolean
refuse_closed (GError **error)
{
  g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_CLOSED, _("The catalogue is closed."));
  return FALSE;
}

/* There is no catalogue after one that was damaged could not be made anew. */
static gboolean
job_run (Job     *job,
         SkStore *self)
{
  if (self->file.database == NULL && !job->opens)
    return refuse_closed (job->error);

  return job->func (self, job->data, job->error);
}

static gpointer
work (gpointer data)
{
  SkStore *self = data;
  Job *job;

  while ((job = g_async_queue_pop (self->jobs))->func != NULL)
    job_finish (job, job_run (job, self));

  sk_store_file_close (&self->file);
  job_finish (job, TRUE);
  return NULL;
}

/* What is asked before the end is done; after it nothing is asked any more. */
static gboolean
push (SkStore *self,
      Job     *job)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (!self->open)
    return FALSE;

  self->open = job->func != NULL;
  g_async_queue_push (self->jobs, job);
  return TRUE;
}

static gboolean
wait_for (SkStore  *self,
          Job      *job,
          GError  **error)
{
  gboolean pushed;

  job->error = error;
  g_mutex_init (&job->mutex);
  g_cond_init (&job->finished);
  pushed = push (self, job);

  g_mutex_lock (&job->mutex);
  while (pushed && !job->done)
    g_cond_wait (&job->finished, &job->mutex);
  g_mutex_unlock (&job->mutex);

  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->finished);
  return pushed ? job->succeeded : refuse_closed (error);
}

static gboolean
run (SkStore   *self,
     JobFunc    func,
     gpointer   data,
     GError   **error)
{
  Job job = {.func = func, .data = data};

  return wait_for (self, &job, error);
}

static gboolean
refuse_read_only (SkStore  *self,
                  GError  **error)
{
  if (self->file.read_only)
    g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_READ_ONLY,
                 _("The catalogue was written by a newer version of Sidekick, so this one does not "
                   "change it: install the newer version."));

  return self->file.read_only;
}

static void
sk_store_finalize (GObject *object)
{
  SkStore *self = SK_STORE (object);

  sk_store_close (self);
  g_clear_pointer (&self->jobs, g_async_queue_unref);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->seed, g_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (sk_store_parent_class)->finalize (object);
}

static void
sk_store_class_init (SkStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_store_finalize;
}

static void
sk_store_init (SkStore *self)
{
  self->jobs = g_async_queue_new ();
  g_mutex_init (&self->mutex);
}

/**
 * sk_store_new:
 * @folder: the data folder, which is there
 *
 * Returns: (transfer full): a store that is not open yet
 */
SkStore *
sk_store_new (const char *folder)
{
  SkStore *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (SK_TYPE_STORE, NULL);
  self->folder = g_strdup (folder);
  return self;
}

static gboolean
open_job (SkStore   *self,
          gpointer   data,
          GError   **error)
{
  return sk_store_file_open (&self->file, self->folder, self->seed, error);
}

/**
 * sk_store_open:
 * @seed: (nullable): the source that a new catalogue starts with: it is listed as never
 *   synced until it is
 *
 * Opens the catalogue of the folder and starts the thread that holds it. One of a newer
 * version is opened read-only; a damaged one is set aside, and a new one started: see
 * [method@Store.dup_notice]. Errors are of the SK_STORE_ERROR or G_IO_ERROR domain.
 *
 * Returns: whether it is open
 */
gboolean
sk_store_open (SkStore     *self,
               const char  *seed,
               GError     **error)
{
  Job job = {.func = open_job, .opens = TRUE};

  g_return_val_if_fail (SK_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->thread == NULL, FALSE);

  g_set_str (&self->seed, seed);
  self->open = TRUE;
  self->thread = g_thread_new ("sk-store", work, self);

  if (wait_for (self, &job, error))
    return TRUE;

  sk_store_close (self);
  return FALSE;
}

static gboolean
recover_job (SkStore   *self,
             gpointer   data,
             GError   **error)
{
  return sk_store_file_recover (&self->file, self->folder, self->seed, error);
}

/**
 * sk_store_recover:
 *
 * Sets aside a catalogue that proved to be damaged and starts a new one, as opening does.
 *
 * Returns: whether the new one is open; %FALSE with %SK_STORE_ERROR_DAMAGED where another
 *   process uses the old one, which then stays as it is
 */
gboolean
sk_store_recover (SkStore  *self,
                  GError  **error)
{
  Job job = {.func = recover_job, .opens = TRUE};

  g_return_val_if_fail (SK_IS_STORE (self), FALSE);

  return wait_for (self, &job, error);
}

/**
 * sk_store_close:
 *
 * Waits for what is under way, closes the catalogue and ends the thread. Nothing happens
 * where it is not open.
 */
void
sk_store_close (SkStore *self)
{
  g_return_if_fail (SK_IS_STORE (self));

  if (run (self, NULL, NULL, NULL))
    g_clear_pointer (&self->thread, g_thread_join);
}

static gboolean
read_only_job (SkStore   *self,
               gpointer   data,
               GError   **error)
{
  *(gboolean *) data = self->file.read_only;
  return TRUE;
}

/**
 * sk_store_get_read_only:
 *
 * Returns: whether the catalogue is of a newer version, and not changed for that
 */
gboolean
sk_store_get_read_only (SkStore *self)
{
  gboolean read_only = FALSE;

  g_return_val_if_fail (SK_IS_STORE (self), FALSE);

  run (self, read_only_job, &read_only, NULL);
  return read_only;
}

static gboolean
notice_job (SkStore   *self,
            gpointer   data,
            GError   **error)
{
  *(char **) data = g_strdup (self->file.notice);
  return TRUE;
}

/**
 * sk_store_dup_notice:
 *
 * Returns: (transfer full) (nullable): what a person must know of the catalogue, translated
 */
char *
sk_store_dup_notice (SkStore *self)
{
  char *notice = NULL;

  g_return_val_if_fail (SK_IS_STORE (self), NULL);

  run (self, notice_job, &notice, NULL);
  return notice;
}

static gboolean
generation_job (SkStore   *self,
                gpointer   data,
                GError   **error)
{
  return sk_database_read_number (self->file.database, "SELECT number FROM generation", data, error);
}

/**
 * sk_store_get_generation:
 * @generation: (out): a number that goes up with each change of the records
 *
 * Returns: whether it could be read
 */
gboolean
sk_store_get_generation (SkStore  *self,
                         gint64   *generation,
                         GError  **error)
{
  g_return_val_if_fail (SK_IS_STORE (self), FALSE);
  g_return_val_if_fail (generation != NULL, FALSE);

  return run (self, generation_job, generation, error);
}

static gboolean
list_job (SkStore   *self,
          gpointer   data,
          GError   **error)
{
  return sk_store_read_sources (self->file.database, data, error);
}

/**
 * sk_store_list_sources:
 *
 * Returns: (transfer container) (element-type SkStoreSource) (nullable): what is known of
 *   each source, oldest first
 */
GPtrArray *
sk_store_list_sources (SkStore  *self,
                       GError  **error)
{
  g_autoptr (GPtrArray) sources = NULL;

  g_return_val_if_fail (SK_IS_STORE (self), NULL);

  sources = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_store_source_free);
  return run (self, list_job, sources, error) ? g_steal_pointer (&sources) : NULL;
}

typedef struct
{
  const char *url;
  SkStoreState *state;
} StateJob;

static gboolean
state_job (SkStore   *self,
           gpointer   data,
           GError   **error)
{
  StateJob *job = data;

  job->state = sk_store_read_state (self->file.database, job->url, error);
  return job->state != NULL;
}

/**
 * sk_store_get_state:
 * @url: a source
 *
 * Returns: (transfer full) (nullable): what a sync of it builds on
 */
SkStoreState *
sk_store_get_state (SkStore     *self,
                    const char  *url,
                    GError     **error)
{
  StateJob job = {.url = url};

  g_return_val_if_fail (SK_IS_STORE (self), NULL);
  g_return_val_if_fail (url != NULL, NULL);

  return run (self, state_job, &job, error) ? job.state : NULL;
}

static gboolean
snapshot_job (SkStore   *self,
              gpointer   data,
              GError   **error)
{
  SkStoreSnapshot **snapshot = data;

  *snapshot = sk_store_file_take_snapshot (&self->file, self->folder, error);
  return *snapshot != NULL;
}

/**
 * sk_store_take_snapshot:
 *
 * Returns: (transfer full) (nullable): what the catalogue holds now
 */
SkStoreSnapshot *
sk_store_take_snapshot (SkStore  *self,
                        GError  **error)
{
  SkStoreSnapshot *snapshot = NULL;

  g_return_val_if_fail (SK_IS_STORE (self), NULL);

  return run (self, snapshot_job, &snapshot, error) ? snapshot : NULL;
}

typedef struct
{
  SkStoreChange *change;
  SkStoreCounts *counts;
  GCancellable *cancellable;
} CommitJob;

static gboolean
commit_job (SkStore   *self,
            gpointer   data,
            GError   **error)
{
  CommitJob *job = data;

  return !refuse_read_only (self, error) &&
         sk_store_apply (self->file.database, job->change, job->counts, job->cancellable, error);
}

/**
 * sk_store_commit:
 * @change: what a sync found
 * @counts: (out caller-allocates): what came of it; to be cleared in any case
 *
 * Brings a change into the catalogue in one transaction. Killed, cancelled or out of room
 * anywhere, the old catalogue stands.
 *
 * Returns: whether it is committed, and on the disk
 */
gboolean
sk_store_commit (SkStore        *self,
                 SkStoreChange  *change,
                 SkStoreCounts  *counts,
                 GCancellable   *cancellable,
                 GError        **error)
{
  CommitJob job = {change, counts, cancellable};

  g_return_val_if_fail (SK_IS_STORE (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);
  g_return_val_if_fail (counts != NULL, FALSE);

  return run (self, commit_job, &job, error);
}

static gboolean
unchanged_job (SkStore   *self,
               gpointer   data,
               GError   **error)
{
  return !refuse_read_only (self, error) &&
         sk_database_run (self->file.database, error,
                          "UPDATE source SET synced = ?1, tried = ?1, error = NULL WHERE url = ?2",
                          "is", g_get_real_time () / G_USEC_PER_SEC, data);
}

/**
 * sk_store_note_unchanged:
 * @url: a source
 *
 * Remembers that a sync found everything as it was.
 *
 * Returns: whether it is written down
 */
gboolean
sk_store_note_unchanged (SkStore     *self,
                         const char  *url,
                         GError     **error)
{
  g_return_val_if_fail (SK_IS_STORE (self), FALSE);
  g_return_val_if_fail (url != NULL, FALSE);

  return run (self, unchanged_job, (gpointer) url, error);
}

typedef struct
{
  const char *url;
  const char *message;
} FailureJob;

static gboolean
failure_job (SkStore   *self,
             gpointer   data,
             GError   **error)
{
  FailureJob *job = data;

  return !refuse_read_only (self, error) &&
         sk_database_run (self->file.database, error,
                          "INSERT INTO source (url, tried, error) VALUES (?1, ?2, ?3)"
                          " ON CONFLICT (url) DO UPDATE SET tried = ?2, error = ?3",
                          "sis", job->url, g_get_real_time () / G_USEC_PER_SEC, job->message);
}

/**
 * sk_store_note_failure:
 * @url: a source
 * @message: why its sync failed, for a person
 *
 * Remembers that a sync failed; the next success forgets it.
 *
 * Returns: whether it is written down
 */
gboolean
sk_store_note_failure (SkStore     *self,
                       const char  *url,
                       const char  *message,
                       GError     **error)
{
  FailureJob job = {url, message};

  g_return_val_if_fail (SK_IS_STORE (self), FALSE);
  g_return_val_if_fail (url != NULL, FALSE);

  return run (self, failure_job, &job, error);
}

static gboolean
remove_job (SkStore   *self,
            gpointer   data,
            GError   **error)
{
  return !refuse_read_only (self, error) &&
         sk_store_delete_source (self->file.database, data, error);
}

/**
 * sk_store_remove_source:
 * @url: a source
 *
 * Forgets a source with all its records.
 *
 * Returns: whether it is gone; also where it was not there
 */
gboolean
sk_store_remove_source (SkStore     *self,
                        const char  *url,
                        GError     **error)
{
  g_return_val_if_fail (SK_IS_STORE (self), FALSE);
  g_return_val_if_fail (url != NULL, FALSE);

  return run (self, remove_job, (gpointer) url, error);
}
