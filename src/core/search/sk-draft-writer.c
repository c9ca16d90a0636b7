/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-draft-writer.h"

#include <errno.h>
#include <string.h>
#include "sk-default-order.h"
#include "store/sk-read-at.h"

#define RECORDS_A_BREATH 1024

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  const SkDraftRecord *left = a;
  const SkDraftRecord *right = b;

  return sk_default_order_compare (left->newness, left->id, right->newness, right->id);
}

static gboolean
read_spool (SkIndexDraft         *draft,
            const SkDraftRecord  *record,
            GByteArray           *bytes,
            GError              **error)
{
  g_byte_array_set_size (bytes, record->length);
  return sk_read_at (fileno (draft->spool), record->offset, bytes->data, record->length, error);
}

/* From here on a record's number is its place. */
static gboolean
write_digests (SkDraftWriter  *self,
               guint64        *starts,
               GError        **error)
{
  SkIndexDraft *draft = self->draft;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (draft->code != 0 || fflush (draft->spool) != 0)
    return sk_fail_errno (draft->code != 0 ? draft->code : errno, error);

  sk_index_writer_begin (self->writer, SK_SECTION_DIGESTS);

  for (guint i = 0; i < draft->records->len; i++)
    {
      const SkDraftRecord *record = &g_array_index (draft->records, SkDraftRecord, i);

      if (i % RECORDS_A_BREATH == 0 &&
          g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!read_spool (draft, record, bytes, error))
        return FALSE;

      starts[i] = sk_index_writer_tell (self->writer);
      sk_index_writer_write (self->writer, bytes->data, bytes->len);
    }

  starts[draft->records->len] = sk_index_writer_tell (self->writer);
  return TRUE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      data)
{
  const SkDraftRecord *records = data;

  return strcmp (records[*(const guint32 *) a].id, records[*(const guint32 *) b].id);
}

static void
write_by_id (SkDraftWriter *self)
{
  guint n_records = self->counts.n_records;
  g_autofree guint32 *by_id = g_new (guint32, (gsize) n_records + 1);

  for (guint32 i = 0; i < n_records; i++)
    by_id[i] = i;

  g_sort_array (by_id, n_records, sizeof (guint32), compare_ids, self->draft->records->data);
  sk_index_writer_begin (self->writer, SK_SECTION_BY_ID);
  sk_index_writer_write (self->writer, by_id, n_records * sizeof (guint32));
}

/**
 * sk_draft_writer_next:
 * @digest: (out caller-allocates): the record's digest; lasts until the next one
 * @record: the record's number, the one after the last that was asked for, or 0
 *
 * Goes on through all digests, or begins anew.
 *
 * Returns: whether it could be read, and was not cancelled
 */
gboolean
sk_draft_writer_next (SkDraftWriter  *self,
                      SkDigest       *digest,
                      guint32         record,
                      GError        **error)
{
  if (record == 0)
    sk_digest_reader_rewind (self->reader);

  if (record % RECORDS_A_BREATH == 0 &&
      g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  return sk_digest_reader_next (self->reader, digest, error);
}

/* What is in memory of the records is no longer needed once their digests are in order. */
static gboolean
write_records (SkDraftWriter  *self,
               guint64        *starts,
               GError        **error)
{
  SkIndexDraft *draft = self->draft;

  g_array_sort (draft->records, compare_records);
  if (!write_digests (self, starts, error))
    return FALSE;

  sk_index_writer_begin (self->writer, SK_SECTION_DIGEST_STARTS);
  sk_index_writer_write (self->writer, starts, ((gsize) self->counts.n_records + 1) * sizeof *starts);
  write_by_id (self);

  g_clear_pointer (&draft->records, g_array_unref);
  g_clear_pointer (&draft->known, g_hash_table_unref);
  g_clear_pointer (&draft->ids, g_string_chunk_free);
  g_clear_pointer (&draft->spool, fclose);

  return sk_index_writer_flush (self->writer, error);
}

static gboolean
write_parts (SkDraftWriter  *self,
             const guint8   *key,
             GError        **error)
{
  g_autofree guint64 *starts = g_new (guint64, (gsize) self->counts.n_records + 1);
  g_autofree guint64 *posting_starts = NULL;
  g_autoptr (SkDigestReader) reader = NULL;

  if (!write_records (self, starts, error))
    return FALSE;

  self->reader = reader =
    sk_digest_reader_new (self->fd, sk_index_writer_find (self->writer, SK_SECTION_DIGESTS), starts,
                          self->counts.n_records);

  return sk_draft_writer_orders (self, error) && sk_draft_writer_facets (self, error) &&
         sk_draft_writer_needs (self, error) && sk_draft_writer_words (self, error) &&
         sk_draft_writer_postings (self, &posting_starts, error) &&
         sk_draft_writer_ranges (self, posting_starts, error) &&
         sk_index_writer_finish (self->writer, &self->counts, key, error);
}

/**
 * sk_index_draft_write_fd:
 * @fd: an empty file
 * @key: (array fixed-size=32): what the index is of
 *
 * Writes the index. To be called once, since the draft is used up by it.
 *
 * Returns: whether it is written
 */
gboolean
sk_index_draft_write_fd (SkIndexDraft  *self,
                         int            fd,
                         const guint8  *key,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (SkIndexWriter) writer = sk_index_writer_new (fd, error);
  SkDraftWriter parts = {.draft = self, .fd = fd, .writer = writer, .cancellable = cancellable};

  if (writer == NULL)
    return FALSE;

  parts.counts.n_records = self->records->len;
  memcpy (parts.counts.totals, self->totals, sizeof self->totals);
  return write_parts (&parts, key, error);
}
