/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-parsing.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/sk-spool.h"

#define RECORDS_A_BATCH 32

/* So many wait for a thread, or for those before them. */
#define MAX_BATCHES 16

#define MAX_THREADS 4

typedef struct
{
  gint64 number;
  guint8 hash[SK_SPOOL_HASH_BYTES];
  char *id;
  char *text;
  gsize length;
  SkResource *resource;       /* NULL until it is parsed */
} Record;

typedef struct
{
  char *url;
  GArray *records;            /* Record */
  GError *error;              /* of the first that cannot be read */
  gboolean done;              /* under the mutex */
} Batch;

struct _SkParsing
{
  SkVocabularies *vocabularies;
  SkParsedFunc func;
  gpointer user_data;
  GThreadPool *pool;
  GMutex mutex;
  GCond done;
  Batch *filling;
  GQueue batches;             /* Batch, in their order */
};

static void
record_clear (gpointer data)
{
  Record *record = data;

  g_clear_pointer (&record->id, g_free);
  g_clear_pointer (&record->text, g_free);
  g_clear_object (&record->resource);
}

static Batch *
batch_new (const char *url)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->url = g_strdup (url);
  batch->records = g_array_sized_new (FALSE, TRUE, sizeof (Record), RECORDS_A_BATCH);
  g_array_set_clear_func (batch->records, record_clear);
  return batch;
}

static void
batch_free (Batch *batch)
{
  g_clear_pointer (&batch->url, g_free);
  g_clear_pointer (&batch->records, g_array_unref);
  g_clear_error (&batch->error);
  g_free (batch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, batch_free)

/**
 * sk_parsing_read:
 * @id: the record's, for the error
 * @text: what the store has of it
 * @url: its source
 *
 * Returns: (transfer full) (nullable): the resource, or %NULL with %SK_STORE_ERROR_DAMAGED
 */
SkResource *
sk_parsing_read (SkFeedReader  *reader,
                 const char    *id,
                 const char    *text,
                 gsize          length,
                 const char    *url,
                 GError       **error)
{
  g_autoptr (GError) why = NULL;
  SkResource *resource = sk_feed_reader_read_record (reader, text, (gssize) length, url, &why);

  if (resource == NULL)
    g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED,
                 _("The catalogue is damaged: “%s” cannot be read (%s)."), id, why->message);

  return resource;
}

static void
parse_batch (gpointer item,
             gpointer data)
{
  SkParsing *self = data;
  Batch *batch = item;
  g_autoptr (SkFeedReader) reader = sk_feed_reader_new (self->vocabularies);

  for (guint i = 0; i < batch->records->len && batch->error == NULL; i++)
    {
      Record *record = &g_array_index (batch->records, Record, i);

      record->resource = sk_parsing_read (reader, record->id, record->text, record->length,
                                          batch->url, &batch->error);
      g_clear_pointer (&record->text, g_free);
    }

  g_mutex_lock (&self->mutex);
  batch->done = TRUE;
  g_cond_signal (&self->done);
  g_mutex_unlock (&self->mutex);
}

/**
 * sk_parsing_new:
 * @func: called on the thread that pushes and flushes, with each record in its order; %FALSE with
 *   its error set ends it
 *
 * Returns: (transfer full): threads that wait for records
 */
SkParsing *
sk_parsing_new (SkVocabularies *vocabularies,
                SkParsedFunc    func,
                gpointer        user_data)
{
  SkParsing *self = g_new0 (SkParsing, 1);
  const guint n_threads = CLAMP (g_get_num_processors (), 1, MAX_THREADS);

  self->vocabularies = g_object_ref (vocabularies);
  self->func = func;
  self->user_data = user_data;
  self->pool = g_thread_pool_new (parse_batch, self, (int) n_threads, FALSE, NULL);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->done);
  g_queue_init (&self->batches);
  return self;
}

/**
 * sk_parsing_free:
 * @self: (transfer full): what to free, flushed or not
 *
 * Waits for the threads.
 */
void
sk_parsing_free (SkParsing *self)
{
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_queue_clear_full (&self->batches, (GDestroyNotify) batch_free);
  g_clear_pointer (&self->filling, batch_free);
  g_clear_object (&self->vocabularies);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->done);
  g_free (self);
}

static Batch *
wait_for_first (SkParsing *self)
{
  Batch *batch = g_queue_pop_head (&self->batches);

  g_mutex_lock (&self->mutex);
  while (!batch->done)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return batch;
}

static gboolean
give_first (SkParsing  *self,
            GError    **error)
{
  g_autoptr (Batch) batch = wait_for_first (self);

  for (guint i = 0; i < batch->records->len; i++)
    {
      const Record *record = &g_array_index (batch->records, Record, i);

      if (record->resource == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&batch->error));
          return FALSE;
        }

      if (!self->func (record->number, record->hash, record->resource, self->user_data, error))
        return FALSE;
    }

  return TRUE;
}

static void
start_batch (SkParsing *self)
{
  Batch *batch = g_steal_pointer (&self->filling);

  if (batch == NULL)
    return;

  g_queue_push_tail (&self->batches, batch);
  g_thread_pool_push (self->pool, batch, NULL);
}

/**
 * sk_parsing_push:
 * @record: what the store gives, whose text is read
 * @url: its source, the same until it is flushed
 *
 * Has a record parsed, and gives back those that are.
 *
 * Returns: whether all went well so far; where not, nothing but freeing it makes sense
 */
gboolean
sk_parsing_push (SkParsing            *self,
                 const SkStoreRecord  *record,
                 const char           *url,
                 GError              **error)
{
  Record parsed = {.number = record->number};
  const char *text = sk_store_record_read (record, &parsed.length, error);

  if (text == NULL)
    return FALSE;

  memcpy (parsed.hash, record->hash, sizeof parsed.hash);
  parsed.id = g_strdup (record->id);
  parsed.text = g_strndup (text, parsed.length);

  if (self->filling == NULL)
    self->filling = batch_new (url);
  g_array_append_val (self->filling->records, parsed);
  if (self->filling->records->len < RECORDS_A_BATCH)
    return TRUE;

  start_batch (self);
  return self->batches.length < MAX_BATCHES || give_first (self, error);
}

/**
 * sk_parsing_flush:
 *
 * Waits for what is being parsed, and gives it back.
 *
 * Returns: whether all went well
 */
gboolean
sk_parsing_flush (SkParsing  *self,
                  GError    **error)
{
  start_batch (self);

  while (self->batches.length > 0)
    if (!give_first (self, error))
      return FALSE;

  return TRUE;
}
