/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-spooler.h"

#include "feed/sk-feed-writer.h"

#define ENTRIES_A_BATCH 32
#define MAX_BATCHES 16

typedef struct
{
  SkSpoolKind kind;
  char *id;
  GObject *thing;             /* NULL unless SK_SPOOL_RECORD or SK_SPOOL_CURATED */
} Entry;

struct _SkSpooler
{
  SkSpool *spool;
  GThread *thread;            /* NULL once it has ended */
  GArray *filling;            /* Entry */
  GMutex mutex;
  GCond changed;
  GQueue batches;             /* GArray, under the mutex, as what follows */
  gboolean ending;
  GError *error;              /* why nothing more is written */
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->id, g_free);
  g_clear_object (&entry->thing);
}

static GArray *
batch_new (void)
{
  GArray *batch = g_array_sized_new (FALSE, TRUE, sizeof (Entry), ENTRIES_A_BATCH);

  g_array_set_clear_func (batch, entry_clear);
  return batch;
}

static gboolean
write_batch (SkSpooler  *self,
             GArray     *batch,
             GError    **error)
{
  for (guint i = 0; i < batch->len; i++)
    {
      const Entry *entry = &g_array_index (batch, Entry, i);
      g_autofree char *record = NULL;

      if (entry->kind == SK_SPOOL_RECORD)
        record = sk_feed_writer_write_record (SK_RESOURCE (entry->thing));
      else if (entry->kind == SK_SPOOL_CURATED)
        record = sk_feed_writer_write_curated (entry->thing);
      if (!sk_spool_write (self->spool, entry->kind, entry->id, record, error))
        return FALSE;
    }

  return TRUE;
}

/* NULL once nothing comes any more. */
static GArray *
take_batch (SkSpooler *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  while (self->batches.length == 0 && !self->ending)
    g_cond_wait (&self->changed, &self->mutex);

  g_cond_signal (&self->changed);
  return g_queue_pop_head (&self->batches);
}

static gpointer
work (gpointer data)
{
  SkSpooler *self = data;
  GError *error = NULL;
  GArray *batch;

  while ((batch = take_batch (self)) != NULL)
    {
      if (error == NULL && !write_batch (self, batch, &error))
        {
          g_mutex_lock (&self->mutex);
          self->error = g_error_copy (error);
          g_mutex_unlock (&self->mutex);
        }

      g_array_unref (batch);
    }

  g_clear_error (&error);
  return NULL;
}

/**
 * sk_spooler_new:
 * @spool: where it writes; nobody else does before it is finished
 *
 * Returns: (transfer full): a thread that waits for entries
 */
SkSpooler *
sk_spooler_new (SkSpool *spool)
{
  SkSpooler *self = g_new0 (SkSpooler, 1);

  self->spool = spool;
  self->filling = batch_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->batches);
  self->thread = g_thread_new ("sk-spooler", work, self);
  return self;
}

static void
end (SkSpooler *self)
{
  if (self->thread == NULL)
    return;

  g_mutex_lock (&self->mutex);
  self->ending = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&self->thread, g_thread_join);
}

/**
 * sk_spooler_free:
 * @self: (transfer full): what to free, finished or not
 *
 * Waits for the thread.
 */
void
sk_spooler_free (SkSpooler *self)
{
  end (self);
  g_clear_pointer (&self->filling, g_array_unref);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

/* Waits where too much waits already. */
static gboolean
push_batch (SkSpooler  *self,
            GError    **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  while (self->batches.length >= MAX_BATCHES)
    g_cond_wait (&self->changed, &self->mutex);

  g_queue_push_tail (&self->batches, self->filling);
  g_cond_signal (&self->changed);
  self->filling = batch_new ();

  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));

  return self->error == NULL;
}

/**
 * sk_spooler_add:
 * @id: the record's id, or the page's SHA-256
 * @thing: (nullable): the record, or what stands beside the records
 *
 * Has an entry written, soon.
 *
 * Returns: whether those before it could be written, as far as that is known
 */
gboolean
sk_spooler_add (SkSpooler    *self,
                SkSpoolKind   kind,
                const char   *id,
                GObject      *thing,
                GError      **error)
{
  const Entry entry = {kind, g_strdup (id), thing != NULL ? g_object_ref (thing) : NULL};

  g_array_append_val (self->filling, entry);
  return self->filling->len < ENTRIES_A_BATCH || push_batch (self, error);
}

/**
 * sk_spooler_finish:
 *
 * Waits until all of it is written.
 *
 * Returns: whether it was
 */
gboolean
sk_spooler_finish (SkSpooler  *self,
                   GError    **error)
{
  push_batch (self, NULL);
  end (self);

  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));

  return self->error == NULL;
}
