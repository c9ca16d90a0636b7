/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-cache.h"

/* More than a grid keeps of rows on a large screen. */
#define N_KEPT 512

struct _SkRecordCache
{
  SkRecordSource *source;
  GMutex mutex;
  GHashTable *resources;      /* row → SkResource */
  GQueue rows;                /* guint64 *, keys of resources; the oldest first */
};

/**
 * sk_record_cache_new:
 * @source: where the records are read from
 *
 * Returns: (transfer full): an empty cache
 */
SkRecordCache *
sk_record_cache_new (SkRecordSource *source)
{
  SkRecordCache *self = g_new0 (SkRecordCache, 1);

  self->source = g_object_ref (source);
  self->resources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_mutex_init (&self->mutex);
  g_queue_init (&self->rows);

  return self;
}

/**
 * sk_record_cache_free:
 * @self: (transfer full): a cache
 */
void
sk_record_cache_free (SkRecordCache *self)
{
  g_queue_clear (&self->rows);
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->resources, g_hash_table_unref);
  g_clear_object (&self->source);
  g_free (self);
}

static SkResource *
find (SkRecordCache *self,
      guint64        row)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  SkResource *resource = g_hash_table_lookup (self->resources, &row);

  return resource != NULL ? g_object_ref (resource) : NULL;
}

/* Where two threads read the same one, both get the first that is kept. */
static SkResource *
keep (SkRecordCache *self,
      guint64        row,
      SkResource    *resource)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  SkResource *kept = g_hash_table_lookup (self->resources, &row);
  guint64 *key;

  if (kept != NULL)
    return g_object_ref (kept);

  key = g_memdup2 (&row, sizeof row);
  g_hash_table_insert (self->resources, key, g_object_ref (resource));
  g_queue_push_tail (&self->rows, key);

  if (g_queue_get_length (&self->rows) > N_KEPT)
    g_hash_table_remove (self->resources, g_queue_pop_head (&self->rows));

  return g_object_ref (resource);
}

static SkResource *
stand_in (const char *id)
{
  g_auto (SkResourceFields) fields = {.id = g_utf8_make_valid (id, -1)};

  fields.name = sk_lang_string_new ();
  fields.description = sk_lang_string_new ();
  sk_lang_string_add (fields.name, NULL, fields.id);

  return sk_resource_new (&fields);
}

/**
 * sk_record_cache_load:
 * @row: the row of a record
 * @id: its id
 *
 * Reads a record, unless it is at hand.
 *
 * Returns: (transfer full): the record; where it cannot be read, one that has the id alone, as
 *   its name too
 */
SkResource *
sk_record_cache_load (SkRecordCache *self,
                      guint64        row,
                      const char    *id)
{
  SkResource *known = find (self, row);
  g_autoptr (SkResource) resource = NULL;
  g_autoptr (GError) error = NULL;

  if (known != NULL)
    return known;

  resource = sk_record_source_load (self->source, row, &error);
  if (resource != NULL)
    return keep (self, row, resource);

  g_debug ("A record could not be read: %s", error != NULL ? error->message : id);
  return stand_in (id);
}

/**
 * sk_record_cache_knew:
 * @id: the id of a resource that is not among the records
 *
 * Returns: what [method@RecordSource.knew] says
 */
gboolean
sk_record_cache_knew (SkRecordCache *self,
                      const char    *id)
{
  return sk_record_source_knew (self->source, id);
}

/**
 * sk_record_cache_read:
 * @row: the row of a record
 *
 * Returns: (transfer full) (nullable): its text; %NULL where it cannot be read
 */
char *
sk_record_cache_read (SkRecordCache *self,
                      guint64        row)
{
  g_autoptr (GError) error = NULL;
  char *text = sk_record_source_read (self->source, row, &error);

  if (error != NULL)
    g_debug ("A record could not be read: %s", error->message);

  return text;
}
