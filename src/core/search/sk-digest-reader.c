/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-digest-reader.h"

#include "store/sk-read-at.h"

/* How much is read at once, where a digest is not longer. */
#define BYTES_AT_ONCE (1024 * 1024)

struct _SkDigestReader
{
  int fd;
  guint64 offset;
  const guint64 *starts;
  guint32 n_records;
  guint32 next;               /* the next record */

  GByteArray *buffer;
  guint64 begin;              /* what of the digests is in it */
  guint64 end;
};

/**
 * sk_digest_reader_new:
 * @fd: a file, which stays open
 * @offset: where the digests begin in it
 * @starts: where each begins after that, and the end; must outlive the reader
 *
 * Returns: (transfer full): a reader, at the first digest
 */
SkDigestReader *
sk_digest_reader_new (int            fd,
                      guint64        offset,
                      const guint64 *starts,
                      guint32        n_records)
{
  SkDigestReader *self = g_new0 (SkDigestReader, 1);

  self->fd = fd;
  self->offset = offset;
  self->starts = starts;
  self->n_records = n_records;
  self->buffer = g_byte_array_new ();

  return self;
}

/**
 * sk_digest_reader_free:
 * @self: (transfer full): a reader
 */
void
sk_digest_reader_free (SkDigestReader *self)
{
  g_clear_pointer (&self->buffer, g_byte_array_unref);
  g_free (self);
}

/**
 * sk_digest_reader_rewind:
 *
 * Goes back to the first digest.
 */
void
sk_digest_reader_rewind (SkDigestReader *self)
{
  self->next = 0;
}

static gboolean
fill (SkDigestReader  *self,
      guint64          begin,
      guint64          end,
      GError         **error)
{
  guint64 last = self->starts[self->n_records];
  guint64 most = MIN (MAX (end, begin + BYTES_AT_ONCE), last);

  self->begin = self->end = begin;
  g_byte_array_set_size (self->buffer, (guint) (most - begin));
  if (!sk_read_at (self->fd, self->offset + begin, self->buffer->data, most - begin, error))
    return FALSE;

  self->end = most;
  return TRUE;
}

/**
 * sk_digest_reader_next:
 * @digest: (out caller-allocates): the digest; lasts until the next one is read
 *
 * Reads the next digest; to be called as often as there are records.
 *
 * Returns: whether it could be read
 */
gboolean
sk_digest_reader_next (SkDigestReader  *self,
                       SkDigest        *digest,
                       GError         **error)
{
  guint64 begin = self->starts[self->next];
  guint64 end = self->starts[self->next + 1];

  if ((begin < self->begin || end > self->end) && !fill (self, begin, end, error))
    return FALSE;

  self->next++;
  if (sk_digest_read (digest, self->buffer->data + (begin - self->begin), end - begin))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "The index could not be made: what was written is not what is read");
  return FALSE;
}
