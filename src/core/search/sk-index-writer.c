/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-index-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "sk-index-file-private.h"
#include "store/sk-read-at.h"

struct _SkIndexWriter
{
  FILE *file;
  int code;                   /* errno of the first failure, 0 for none */
  guint64 offset;
  SkIndexPlace *place;        /* the section that is being written */
  uLong checksum;
  SkIndexHeader header;
};

/* A failure is remembered, and told at the end. */
static void
put (SkIndexWriter *self,
     gconstpointer  bytes,
     gsize          size)
{
  if (fwrite (bytes, 1, size, self->file) != size && self->code == 0)
    self->code = errno;

  self->checksum = crc32_z (self->checksum, bytes, size);
  self->offset += size;
}

/**
 * sk_index_writer_new:
 * @fd: an empty file, which stays open
 *
 * Returns: (transfer full) (nullable): a writer
 */
SkIndexWriter *
sk_index_writer_new (int      fd,
                     GError **error)
{
  g_autoptr (SkIndexWriter) self = g_new0 (SkIndexWriter, 1);
  g_autofd int own = fcntl (fd, F_DUPFD_CLOEXEC, 0);

  self->file = own >= 0 ? fdopen (own, "w") : NULL;
  if (self->file != NULL)
    g_steal_fd (&own);

  if (self->file == NULL || fseeko (self->file, sizeof self->header, SEEK_SET) != 0)
    {
      sk_fail_errno (errno, error);
      return NULL;
    }

  self->offset = sizeof self->header;
  return g_steal_pointer (&self);
}

/**
 * sk_index_writer_free:
 * @self: (transfer full): a writer
 */
void
sk_index_writer_free (SkIndexWriter *self)
{
  g_clear_pointer (&self->file, fclose);
  g_free (self);
}

/**
 * sk_index_writer_begin:
 * @section: what is written from now on
 *
 * Begins a section, and ends the one before.
 */
void
sk_index_writer_begin (SkIndexWriter *self,
                       SkSection      section)
{
  static const guint8 padding[SK_INDEX_ALIGNMENT] = {0};
  gsize beyond = self->offset % SK_INDEX_ALIGNMENT;

  if (self->place != NULL)
    self->place->size = self->offset - self->place->offset;
  if (beyond > 0)
    put (self, padding, SK_INDEX_ALIGNMENT - beyond);

  self->place = &self->header.places[section];
  self->place->offset = self->offset;
}

/**
 * sk_index_writer_write:
 * @bytes: (array length=size): what the section goes on with
 *
 * Adds to the section. Whether all could be written is told by
 * [method@IndexWriter.finish].
 */
void
sk_index_writer_write (SkIndexWriter *self,
                       gconstpointer  bytes,
                       gsize          size)
{
  if (size > 0)
    put (self, bytes, size);
}

/**
 * sk_index_writer_tell:
 *
 * Returns: how many bytes the section has so far
 */
guint64
sk_index_writer_tell (SkIndexWriter *self)
{
  return self->offset - self->place->offset;
}

/**
 * sk_index_writer_find:
 * @section: one that was begun
 *
 * Returns: where it begins in the file
 */
guint64
sk_index_writer_find (SkIndexWriter *self,
                      SkSection      section)
{
  return self->header.places[section].offset;
}

/**
 * sk_index_writer_flush:
 *
 * Makes what was written readable in the file.
 *
 * Returns: whether all could be written so far
 */
gboolean
sk_index_writer_flush (SkIndexWriter  *self,
                       GError        **error)
{
  if (self->code == 0 && fflush (self->file) != 0)
    self->code = errno;

  return self->code == 0 || sk_fail_errno (self->code, error);
}

/**
 * sk_index_writer_finish:
 * @counts: what the sections list
 * @key: (array fixed-size=32): what the index is of
 *
 * Writes the header and waits until all is on the disk.
 *
 * Returns: whether it is
 */
gboolean
sk_index_writer_finish (SkIndexWriter        *self,
                        const SkIndexCounts  *counts,
                        const guint8         *key,
                        GError              **error)
{
  SkIndexHeader *header = &self->header;

  self->place->size = self->offset - self->place->offset;
  memcpy (header->magic, SK_INDEX_MAGIC, sizeof header->magic);
  header->byte_order = SK_INDEX_BYTE_ORDER;
  header->format = SK_INDEX_FORMAT;
  header->size = self->offset;
  header->counts = *counts;
  memcpy (header->key, key, sizeof header->key);
  header->body_checksum = (guint32) self->checksum;
  header->header_checksum =
    (guint32) crc32_z (0, (const guint8 *) header, offsetof (SkIndexHeader, header_checksum));

  if (self->code != 0)
    return sk_fail_errno (self->code, error);

  if (fseeko (self->file, 0, SEEK_SET) != 0 ||
      fwrite (header, sizeof *header, 1, self->file) != 1 || fflush (self->file) != 0 ||
      fsync (fileno (self->file)) != 0)
    return sk_fail_errno (errno, error);

  return TRUE;
}
