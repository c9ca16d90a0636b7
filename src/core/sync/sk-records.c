/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-records.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-parsing.h"
#include "store/sk-spool.h"

struct _SkRecords
{
  GObject parent_instance;

  SkStoreSnapshot *snapshot;
  SkVocabularies *vocabularies;
  GMutex mutex;
  SkFeedReader *reader;       /* under the mutex */
  GWeakRef watcher;
  SkRecordsDamaged on_damaged;
  gint damaged;               /* atomic */
};

static void record_source_iface_init (SkRecordSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SkRecords,
                               sk_records,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SK_TYPE_RECORD_SOURCE,
                                                      record_source_iface_init))

static void
sk_records_finalize (GObject *object)
{
  SkRecords *self = SK_RECORDS (object);

  g_clear_object (&self->snapshot);
  g_clear_object (&self->vocabularies);
  g_clear_object (&self->reader);
  g_weak_ref_clear (&self->watcher);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (sk_records_parent_class)->finalize (object);
}

static void
sk_records_class_init (SkRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_records_finalize;
}

static void
sk_records_init (SkRecords *self)
{
  g_weak_ref_init (&self->watcher, NULL);
  g_mutex_init (&self->mutex);
}

/**
 * sk_records_new:
 * @snapshot: of the store
 *
 * Returns: (transfer full): its records
 */
SkRecords *
sk_records_new (SkStoreSnapshot *snapshot,
                SkVocabularies  *vocabularies)
{
  SkRecords *self;

  g_return_val_if_fail (SK_IS_STORE_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);

  self = g_object_new (SK_TYPE_RECORDS, NULL);
  self->snapshot = g_object_ref (snapshot);
  self->vocabularies = g_object_ref (vocabularies);
  self->reader = sk_feed_reader_new (vocabularies);
  return self;
}

/**
 * sk_records_get_snapshot:
 *
 * Returns: (transfer none): where they are read
 */
SkStoreSnapshot *
sk_records_get_snapshot (SkRecords *self)
{
  g_return_val_if_fail (SK_IS_RECORDS (self), NULL);

  return self->snapshot;
}

/**
 * sk_records_watch:
 * @watcher: told as long as it is there
 * @damaged: called once, when a record that is looked at proves to be damaged
 *
 * Has a damage told, before anybody looks at a record.
 */
void
sk_records_watch (SkRecords        *self,
                  GObject          *watcher,
                  SkRecordsDamaged  damaged)
{
  g_return_if_fail (SK_IS_RECORDS (self));
  g_return_if_fail (G_IS_OBJECT (watcher));

  g_weak_ref_set (&self->watcher, watcher);
  self->on_damaged = damaged;
}

/**
 * sk_records_get_damaged:
 *
 * Returns: whether a record that was looked at proved to be damaged
 */
gboolean
sk_records_get_damaged (SkRecords *self)
{
  g_return_val_if_fail (SK_IS_RECORDS (self), FALSE);

  return g_atomic_int_get (&self->damaged);
}

static void
tell_damaged (SkRecords *self)
{
  g_autoptr (GObject) watcher = NULL;

  if (!g_atomic_int_compare_and_exchange (&self->damaged, FALSE, TRUE))
    return;

  watcher = g_weak_ref_get (&self->watcher);
  if (watcher != NULL)
    self->on_damaged (watcher);
}

static SkResource *
load (SkRecords  *self,
      guint64     row,
      GError    **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autofree char *url = NULL;
  g_autofree char *text = NULL;
  gsize length;

  text = sk_store_snapshot_read (self->snapshot, (gint64) row, &url, &length, error);
  return text != NULL ? sk_parsing_read (self->reader, "?", text, length, url, error) : NULL;
}

static SkResource *
sk_records_load (SkRecordSource  *source,
                 guint64          row,
                 GError         **error)
{
  SkRecords *self = SK_RECORDS (source);
  g_autoptr (GError) why = NULL;
  SkResource *resource = load (self, row, &why);

  if (g_error_matches (why, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED))
    tell_damaged (self);
  if (resource == NULL)
    g_propagate_error (error, g_steal_pointer (&why));

  return resource;
}

static char *
sk_records_read (SkRecordSource  *source,
                 guint64          row,
                 GError         **error)
{
  g_autofree char *url = NULL;
  gsize length;

  return sk_store_snapshot_read (SK_RECORDS (source)->snapshot, (gint64) row, &url, &length, error);
}

static gboolean
sk_records_knew (SkRecordSource *source,
                 const char     *id)
{
  return sk_store_snapshot_is_withdrawn (SK_RECORDS (source)->snapshot, id);
}

static void
record_source_iface_init (SkRecordSourceInterface *iface)
{
  iface->load = sk_records_load;
  iface->knew = sk_records_knew;
  iface->read = sk_records_read;
}

typedef struct
{
  SkIndexDraft *draft;
  SkParsing *parsing;
  const char *url;
  gboolean full;
} Drafting;

static gboolean
draft_parsed (gint64         number,
              const guint8  *hash,
              SkResource    *resource,
              gpointer       user_data,
              GError       **error)
{
  Drafting *drafting = user_data;

  drafting->full = !sk_index_draft_add (drafting->draft, (guint64) number, hash, resource, error);
  return !drafting->full;
}

static gboolean
draft_record (const SkStoreRecord  *record,
              gpointer              user_data,
              GError              **error)
{
  Drafting *drafting = user_data;

  return sk_index_draft_keep (drafting->draft, (guint64) record->number, record->hash) ||
         sk_parsing_push (drafting->parsing, record, drafting->url, error);
}

/* What is kept goes before what is parsed: within a source no two are the same, so that it does
 * no harm there. */
static gboolean
draft_source (SkRecords     *self,
              Drafting      *drafting,
              const char    *url,
              GCancellable  *cancellable,
              GError       **error)
{
  drafting->url = url;
  return sk_store_snapshot_each (self->snapshot, url, draft_record, drafting, cancellable, error) &&
         sk_parsing_flush (drafting->parsing, error);
}

/**
 * sk_records_draft:
 * @urls: the sources, in their order: of those that have a record of the same id the first counts
 * @draft: where the records are added
 * @full: (out): whether it failed because the draft found no room
 *
 * Adds the records to a draft of an index. The text of those that the draft keeps is not read.
 *
 * Returns: whether all were added; %FALSE with %SK_STORE_ERROR_DAMAGED, another error of the
 *   store, %G_IO_ERROR_CANCELLED, or what the draft said
 */
gboolean
sk_records_draft (SkRecords           *self,
                  const char * const  *urls,
                  SkIndexDraft        *draft,
                  gboolean            *full,
                  GCancellable        *cancellable,
                  GError             **error)
{
  Drafting drafting = {.draft = draft};
  g_autoptr (SkParsing) parsing = sk_parsing_new (self->vocabularies, draft_parsed, &drafting);
  gboolean complete = TRUE;

  drafting.parsing = parsing;
  for (guint i = 0; complete && urls[i] != NULL; i++)
    complete = draft_source (self, &drafting, urls[i], cancellable, error);

  *full = drafting.full;
  return complete;
}

/* Half a hash tells a million ids apart, and is all that is kept of each. */
static gboolean
count (const SkStoreRecord  *record,
       gpointer              user_data,
       GError              **error)
{
  GHashTable *ids = user_data;
  union
  {
    guint8 bytes[SK_SPOOL_HASH_BYTES];
    guint64 start;
  } hash;
  gsize length;

  if (sk_store_record_read (record, &length, error) == NULL)
    return FALSE;

  sk_spool_hash (record->id, strlen (record->id), hash.bytes);
  g_hash_table_add (ids, (gpointer) (gsize) hash.start);
  return TRUE;
}

/**
 * sk_records_count:
 * @urls: the sources
 * @n_resources: (out): how many there are, each id once
 *
 * Goes through the records and their texts without keeping them, so that memory does not grow
 * with them but for a few bytes each.
 *
 * Returns: whether all of them are undamaged; errors are those of [method@Records.draft]
 */
gboolean
sk_records_count (SkRecords           *self,
                  const char * const  *urls,
                  guint               *n_resources,
                  GCancellable        *cancellable,
                  GError             **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);

  for (guint i = 0; urls[i] != NULL; i++)
    if (!sk_store_snapshot_each (self->snapshot, urls[i], count, ids, cancellable, error))
      return FALSE;

  *n_resources = g_hash_table_size (ids);
  return TRUE;
}

typedef struct
{
  GHashTable *known;          /* ids of the collections */
  GPtrArray *collections;
  GPtrArray *events;          /* of the source that is being read */
} Curated;

static gboolean
take_text (const char  *text,
           gpointer     user_data,
           GError     **error)
{
  g_ptr_array_add (user_data, g_strdup (text));
  return TRUE;
}

static gboolean
take_curated (SkRecords   *self,
              const char  *text,
              Curated     *curated,
              GError     **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (GError) why = NULL;
  g_autoptr (GObject) thing = NULL;

  thing = sk_feed_reader_read_curated (self->reader, text, -1, &why);
  if (thing == NULL)
    {
      g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED,
                   _("The catalogue is damaged: a list of tools cannot be read (%s)."),
                   why->message);
      return FALSE;
    }

  if (SK_IS_EVENT (thing))
    g_ptr_array_add (curated->events, g_steal_pointer (&thing));
  else if (g_hash_table_add (curated->known,
                             g_strdup (sk_collection_get_id (SK_COLLECTION (thing)))))
    g_ptr_array_add (curated->collections, g_steal_pointer (&thing));

  return TRUE;
}

/* The texts first: whoever loads a record holds our mutex, and waits for the snapshot's. */
static gboolean
list_source (SkRecords   *self,
             const char  *url,
             Curated     *curated,
             GError     **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (!sk_store_snapshot_each_curated (self->snapshot, url, take_text, texts, error))
    return FALSE;

  for (guint i = 0; i < texts->len; i++)
    if (!take_curated (self, texts->pdata[i], curated, error))
      return FALSE;

  return TRUE;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  SkEvent *left = *(SkEvent * const *) a;
  SkEvent *right = *(SkEvent * const *) b;

  return strcmp (sk_event_get_date (left), sk_event_get_date (right));
}

/**
 * sk_records_list_curated:
 * @urls: the sources, in their order
 * @collections: (element-type SkCollection): where their lists of tools are added; of those with
 *   the same id the first one counts
 * @events: (element-type SkEvent): where their events are added, those of one source by their
 *   date
 *
 * Returns: whether all could be read
 */
gboolean
sk_records_list_curated (SkRecords           *self,
                         const char * const  *urls,
                         GPtrArray           *collections,
                         GPtrArray           *events,
                         GError             **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (SK_IS_RECORDS (self), FALSE);

  for (guint i = 0; urls[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) of_source = g_ptr_array_new_with_free_func (g_object_unref);
      Curated curated = {known, collections, of_source};

      if (!list_source (self, urls[i], &curated, error))
        return FALSE;

      g_ptr_array_sort (of_source, compare_dates);
      g_ptr_array_extend_and_steal (events, g_steal_pointer (&of_source));
    }

  return TRUE;
}
