/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-index-private.h"

#include <string.h>

#include "sk-index-draft.h"
#include "sk-record-array.h"
#include "sk-value-list.h"

G_DEFINE_FINAL_TYPE (SkIndex, sk_index, G_TYPE_OBJECT)

static void
sk_index_finalize (GObject *object)
{
  SkIndex *self = SK_INDEX (object);

  for (guint i = 0; i < SK_N_FACETS; i++)
    g_clear_pointer (&self->values[i], sk_facet_domain_free);

  sk_facet_sets_clear (&self->sets);
  g_clear_pointer (&self->records, sk_record_cache_free);
  g_clear_pointer (&self->file, sk_index_file_free);

  G_OBJECT_CLASS (sk_index_parent_class)->finalize (object);
}

static void
sk_index_class_init (SkIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_index_finalize;
}

static void
sk_index_init (SkIndex *self)
{
}

/* The values that are always there are the vocabularies'; the file has the others. */
static gboolean
read_values (SkIndex        *self,
             SkVocabularies *vocabularies)
{
  gsize size;
  gconstpointer bytes = sk_index_file_get (self->file, SK_SECTION_VALUES, &size);
  g_autoptr (GVariant) unknown = NULL;

  unknown = g_variant_ref_sink (g_variant_new_from_data (SK_VALUE_LIST_TYPE, bytes, size, FALSE,
                                                         NULL, NULL));

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    {
      self->values[facet] = sk_facet_domain_new ((SkFacet) facet, vocabularies);

      if (!sk_value_list_read_unknown (self->values[facet], unknown) ||
          self->values[facet]->counts->len != self->sets.n_values[facet])
        return FALSE;
    }

  return TRUE;
}

/*
 * sk_index_new_from_file:
 * @file: (transfer full): an index file
 * @records: where the records come from that are looked at
 *
 * Returns: (transfer full) (nullable): an index that answers from the file
 */
SkIndex *
sk_index_new_from_file (SkIndexFile     *file,
                        SkVocabularies  *vocabularies,
                        SkRecordSource  *records,
                        GError         **error)
{
  g_autoptr (SkIndex) self = g_object_new (SK_TYPE_INDEX, NULL);
  gsize size;

  self->file = file;
  self->records = sk_record_cache_new (records);
  sk_text_index_init (&self->text, file);
  self->by_id = sk_index_file_get (file, SK_SECTION_BY_ID, NULL);
  self->by_minutes = sk_index_file_get (file, SK_SECTION_BY_MINUTES, NULL);
  self->by_title = sk_index_file_get (file, SK_SECTION_BY_TITLE, NULL);
  self->by_row = sk_index_file_get (file, SK_SECTION_BY_ROW, NULL);
  self->needs = sk_index_file_get (file, SK_SECTION_NEEDS, NULL);
  self->value_places = sk_index_file_get (file, SK_SECTION_VALUE_PLACES, &size);
  self->n_value_numbers = (guint32) (size / sizeof (guint32));

  if (sk_facet_sets_init (&self->sets, file) && read_values (self, vocabularies))
    return g_steal_pointer (&self);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "The index cannot be used: its values are not those of this program");
  return NULL;
}

/**
 * sk_index_open:
 * @path: an index file, from [method@IndexDraft.write]
 * @key: (nullable) (array fixed-size=32): what it must be of
 * @vocabularies: the concepts that are always listed, the same as when it was written
 * @records: where the records come from that are looked at
 *
 * Maps a file. It reads its header and the names of the values of facets, and checks where
 * everything lies; the rest is read when it is needed. [method@Index.check] tells whether all
 * of it is as it was written; what is not makes answers wrong, but harms nothing.
 *
 * Returns: (transfer full) (nullable): an index; %G_IO_ERROR_INVALID_DATA where the file is
 *   none, damaged, of another version or of other records
 */
SkIndex *
sk_index_open (const char      *path,
               const guint8    *key,
               SkVocabularies  *vocabularies,
               SkRecordSource  *records,
               GError         **error)
{
  g_autoptr (SkIndexFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);
  g_return_val_if_fail (SK_IS_RECORD_SOURCE (records), NULL);

  file = sk_index_file_open (path, key, error);
  return file != NULL
           ? sk_index_new_from_file (g_steal_pointer (&file), vocabularies, records, error)
           : NULL;
}

/**
 * sk_index_new:
 * @resources: (element-type SkResource): the records, in any order; of those with the same id
 *   the first one counts
 * @vocabularies: the concepts that are always listed
 *
 * Makes an index in memory. It takes as long as folding all the text of the records does, so
 * call it away from the main thread.
 *
 * Records are numbered by the default order: newest first, undated last, then by id.
 *
 * Returns: (transfer full): a new index
 */
SkIndex *
sk_index_new (GPtrArray      *resources,
              SkVocabularies *vocabularies)
{
  static const guint8 hash[SK_INDEX_KEY_BYTES] = {0};
  g_autoptr (SkRecordSource) records = NULL;
  g_autoptr (SkIndexDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  SkIndex *self;

  g_return_val_if_fail (resources != NULL, NULL);
  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);

  records = sk_record_array_new (resources);
  draft = sk_index_draft_new (NULL, vocabularies, NULL, &error);

  for (guint i = 0; draft != NULL && i < resources->len && error == NULL; i++)
    sk_index_draft_add (draft, i, hash, g_ptr_array_index (resources, i), &error);

  self = error == NULL ? sk_index_draft_take (draft, records, NULL, &error) : NULL;
  if (self == NULL)
    g_error ("There is no memory for an index: %s", error->message);

  return self;
}

/**
 * sk_index_check:
 * @cancellable: (nullable): looked at now and then
 *
 * Reads all of the file, which may take as long as the disk does.
 *
 * Returns: whether it is as it was written
 */
gboolean
sk_index_check (SkIndex       *self,
                GCancellable  *cancellable,
                GError       **error)
{
  g_return_val_if_fail (SK_IS_INDEX (self), FALSE);

  return sk_index_file_check (self->file, cancellable, error);
}

/**
 * sk_index_get_size:
 *
 * Returns: how many records there are
 */
guint
sk_index_get_size (SkIndex *self)
{
  g_return_val_if_fail (SK_IS_INDEX (self), 0);

  return self->sets.n_records;
}

/**
 * sk_index_get_file_size:
 *
 * Returns: how many bytes the file has
 */
gsize
sk_index_get_file_size (SkIndex *self)
{
  g_return_val_if_fail (SK_IS_INDEX (self), 0);

  return sk_index_file_get_size (self->file);
}

/**
 * sk_index_get_key:
 *
 * Returns: (transfer none) (array fixed-size=32): what it is of, as [method@IndexDraft.write]
 *   was told
 */
const guint8 *
sk_index_get_key (SkIndex *self)
{
  g_return_val_if_fail (SK_IS_INDEX (self), NULL);

  return sk_index_file_get_key (self->file);
}

/**
 * sk_index_get_id:
 * @record: a record's number, less than the size
 *
 * Returns: (transfer none): the resource's id, "" where the file is damaged
 */
const char *
sk_index_get_id (SkIndex *self,
                 guint32  record)
{
  SkDigest digest;

  g_return_val_if_fail (SK_IS_INDEX (self), "");
  g_return_val_if_fail (record < self->sets.n_records, "");

  return sk_text_index_read_digest (&self->text, record, &digest) ? digest.id : "";
}

/**
 * sk_index_dup_resource:
 * @record: a record's number, less than the size
 *
 * Reads a record, unless it was looked at lately.
 *
 * Returns: (transfer full): the record; where it cannot be read, one that has its id alone
 */
SkResource *
sk_index_dup_resource (SkIndex *self,
                       guint32  record)
{
  SkDigest digest = {.id = ""};

  g_return_val_if_fail (SK_IS_INDEX (self), NULL);
  g_return_val_if_fail (record < self->sets.n_records, NULL);

  sk_text_index_read_digest (&self->text, record, &digest);
  return sk_record_cache_load (self->records, digest.row, digest.id);
}

/**
 * sk_index_dup_text:
 * @record: a record's number, less than the size
 *
 * Returns: (transfer full) (nullable): the JSON that the record's source gave; %NULL where it is not
 *   kept, or cannot be read
 */
char *
sk_index_dup_text (SkIndex *self,
                   guint32  record)
{
  SkDigest digest = {.id = ""};

  g_return_val_if_fail (SK_IS_INDEX (self), NULL);
  g_return_val_if_fail (record < self->sets.n_records, NULL);

  sk_text_index_read_digest (&self->text, record, &digest);
  return sk_record_cache_read (self->records, digest.row);
}

/**
 * sk_index_find:
 * @id: a resource's id
 * @record: (out) (optional): its record's number
 *
 * Returns: whether the resource is there
 */
gboolean
sk_index_find (SkIndex    *self,
               const char *id,
               guint32    *record)
{
  guint32 low = 0;
  guint32 high;

  g_return_val_if_fail (SK_IS_INDEX (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  high = self->sets.n_records;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      guint32 found = MIN (self->by_id[middle], self->sets.n_records - 1);
      int order = strcmp (sk_index_get_id (self, found), id);

      if (order == 0)
        {
          if (record != NULL)
            *record = found;
          return TRUE;
        }

      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

/**
 * sk_index_is_withdrawn:
 * @id: a resource's id
 *
 * Looks into the catalogue's past, on disk: not for the main thread.
 *
 * Returns: whether the resource is not there, but was until its publisher withdrew it
 */
gboolean
sk_index_is_withdrawn (SkIndex    *self,
                       const char *id)
{
  g_return_val_if_fail (SK_IS_INDEX (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return !sk_index_find (self, id, NULL) && sk_record_cache_knew (self->records, id);
}

/*
 * sk_index_find_row:
 * @row: by which the record source knows a record
 * @digest: (out caller-allocates): what the index knows of it
 *
 * Returns: whether it is there
 */
gboolean
sk_index_find_row (SkIndex  *self,
                   guint64   row,
                   SkDigest *digest)
{
  guint32 low = 0;
  guint32 high = self->sets.n_records;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      guint32 found = MIN (self->by_row[middle], self->sets.n_records - 1);

      if (!sk_text_index_read_digest (&self->text, found, digest))
        return FALSE;
      if (digest->row == row)
        return TRUE;

      if (digest->row < row)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

/*
 * sk_index_get_word:
 * @number: of a word in digests
 *
 * Returns: (transfer none) (nullable): the word
 */
const char *
sk_index_get_word (SkIndex *self,
                   guint32  number)
{
  guint32 place;

  if (number >= self->text.counts->n_words)
    return NULL;

  place = self->text.word_places[number];
  return place < self->text.lexicon.size ? sk_lexicon_get_nth (&self->text.lexicon, place) : NULL;
}

/*
 * sk_index_get_value:
 * @number: of a value in digests
 * @facet: (out): the facet that it is of
 * @place: (out): its place among the values of all facets
 *
 * Returns: (transfer none) (nullable): the value
 */
const SkFacetCount *
sk_index_get_value (SkIndex *self,
                    guint32  number,
                    SkFacet *facet,
                    guint32 *place)
{
  if (number >= self->n_value_numbers)
    return NULL;

  *place = self->value_places[number];

  for (guint i = 0; i < SK_N_FACETS; i++)
    if (*place >= self->sets.firsts[i] && *place - self->sets.firsts[i] < self->sets.n_values[i])
      {
        *facet = (SkFacet) i;
        return &g_array_index (self->values[i]->counts, SkFacetCount,
                               *place - self->sets.firsts[i]);
      }

  return NULL;
}
