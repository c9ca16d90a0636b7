/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-records.h"

#include <glib/gi18n.h>

#include "feed/sk-feed-reader.h"
#include "store/sk-spool.h"

typedef struct
{
  SkFeedReader *reader;
  GHashTable *ids;            /* of @resources, whose strings they are */
  GPtrArray *resources;
  const char *source;
} Collection;

static gboolean
collect (const SkStoreRecord  *record,
         gpointer              user_data,
         GError              **error)
{
  Collection *collection = user_data;
  g_autoptr (GError) why = NULL;
  g_autoptr (SkResource) resource = NULL;
  const char *text;
  gsize length;

  if (g_hash_table_contains (collection->ids, record->id))
    return TRUE;

  text = sk_store_record_read (record, &length, error);
  if (text == NULL)
    return FALSE;

  resource = sk_feed_reader_read_record (collection->reader, text, (gssize) length,
                                         collection->source, &why);
  if (resource == NULL)
    {
      g_set_error (error, SK_STORE_ERROR, SK_STORE_ERROR_DAMAGED,
                   _("The catalogue is damaged: “%s” cannot be read (%s)."), record->id, why->message);
      return FALSE;
    }

  g_hash_table_add (collection->ids, (gpointer) sk_resource_get_id (resource));
  g_ptr_array_add (collection->resources, g_steal_pointer (&resource));
  return TRUE;
}

/**
 * sk_records_index:
 * @urls: the sources, in their order
 *
 * Returns: (transfer full) (nullable): an index of the records, or %NULL with
 *   %SK_STORE_ERROR_DAMAGED, another error of the store, or %G_IO_ERROR_CANCELLED
 */
SkIndex *
sk_records_index (SkStore             *store,
                  const char * const  *urls,
                  SkVocabularies      *vocabularies,
                  GCancellable        *cancellable,
                  GError             **error)
{
  g_autoptr (SkFeedReader) reader = sk_feed_reader_new (vocabularies);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SkStoreSnapshot) snapshot = sk_store_take_snapshot (store, error);
  Collection collection = {reader, ids, resources, NULL};

  if (snapshot == NULL)
    return NULL;

  for (guint i = 0; urls[i] != NULL; i++)
    {
      collection.source = urls[i];
      if (!sk_store_snapshot_each (snapshot, urls[i], collect, &collection, cancellable, error))
        return NULL;
    }

  return sk_index_new (resources, vocabularies);
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
 * @n_resources: (out): how many there are
 *
 * Goes through the records without keeping them, so that memory does not grow with them but
 * for a few bytes each.
 *
 * Returns: whether all of them are undamaged; errors are those of [func@records_index]
 */
gboolean
sk_records_count (SkStore             *store,
                  const char * const  *urls,
                  guint               *n_resources,
                  GCancellable        *cancellable,
                  GError             **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  g_autoptr (SkStoreSnapshot) snapshot = sk_store_take_snapshot (store, error);

  if (snapshot == NULL)
    return FALSE;

  for (guint i = 0; urls[i] != NULL; i++)
    if (!sk_store_snapshot_each (snapshot, urls[i], count, ids, cancellable, error))
      return FALSE;

  *n_resources = g_hash_table_size (ids);
  return TRUE;
}
