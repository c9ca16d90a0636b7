/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-spool.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  guint32 kind;
  guint32 id_length;
  guint64 record_length;
  guint8 hash[SK_SPOOL_HASH_BYTES];
} Head;

struct _SkSpool
{
  FILE *file;
  GString *id;
  GString *record;
};

static gboolean
fail (GError **error)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _("Cannot keep the records of the feed on disk for a moment: %s"),
               g_strerror (code));
  return FALSE;
}

/**
 * sk_spool_new:
 * @folder: where the file goes; it has no name there, and is gone with the spool
 *
 * Returns: (transfer full) (nullable): an empty spool, or %NULL with an error of the
 *   G_IO_ERROR domain
 */
SkSpool *
sk_spool_new (const char  *folder,
              GError     **error)
{
  g_autoptr (SkSpool) self = NULL;
  g_autofree char *path = NULL;
  int fd;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_new0 (SkSpool, 1);
  self->id = g_string_new (NULL);
  self->record = g_string_new (NULL);

  path = g_build_filename (folder, "spool-XXXXXX", NULL);
  fd = g_mkstemp (path);
  if (fd < 0)
    {
      fail (error);
      return NULL;
    }

  g_unlink (path);
  self->file = fdopen (fd, "w+b");
  if (self->file == NULL)
    {
      fail (error);
      close (fd);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * sk_spool_free:
 * @self: (transfer full): a spool
 *
 * Frees the spool and its file.
 */
void
sk_spool_free (SkSpool *self)
{
  g_clear_pointer (&self->file, fclose);
  g_string_free (self->id, TRUE);
  g_string_free (self->record, TRUE);
  g_free (self);
}

/**
 * sk_spool_hash:
 * @record: a record as it is stored
 * @length: its length in bytes
 * @hash: (out): its SHA-256
 *
 * Computes that by which a record is known to be unchanged and undamaged.
 */
void
sk_spool_hash (const char *record,
               gsize       length,
               guint8      hash[SK_SPOOL_HASH_BYTES])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = SK_SPOOL_HASH_BYTES;

  g_checksum_update (checksum, (const guchar *) record, length);
  g_checksum_get_digest (checksum, hash, &size);
}

/**
 * sk_spool_write:
 * @id: the record's id, or the page's SHA-256
 * @record: (nullable): the record as it is stored
 *
 * Adds an entry at the end.
 *
 * Returns: whether it was written; where not, @error is of the G_IO_ERROR domain
 */
gboolean
sk_spool_write (SkSpool      *self,
                SkSpoolKind   kind,
                const char   *id,
                const char   *record,
                GError      **error)
{
  Head head = {0};

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  head.kind = kind;
  head.id_length = (guint32) strlen (id);
  if (record != NULL)
    {
      head.record_length = strlen (record);
      sk_spool_hash (record, head.record_length, head.hash);
    }

  if (fwrite (&head, sizeof head, 1, self->file) != 1 ||
      fwrite (id, 1, head.id_length, self->file) != head.id_length ||
      (record != NULL &&
       fwrite (record, 1, head.record_length, self->file) != head.record_length))
    return fail (error);

  return TRUE;
}

/**
 * sk_spool_rewind:
 *
 * Ends the writing, or the reading, and starts to read from the beginning.
 *
 * Returns: whether all that was written is on disk
 */
gboolean
sk_spool_rewind (SkSpool  *self,
                 GError  **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (fflush (self->file) != 0 || fseek (self->file, 0, SEEK_SET) != 0)
    return fail (error);

  return TRUE;
}

static gboolean
read_string (SkSpool *self,
             GString *string,
             gsize    length)
{
  g_string_set_size (string, length);
  return fread (string->str, 1, length, self->file) == length;
}

/**
 * sk_spool_read:
 * @entry: (out): the next entry
 *
 * Reads on.
 *
 * Returns: whether there was another entry; at the end %FALSE without an error
 */
gboolean
sk_spool_read (SkSpool       *self,
               SkSpoolEntry  *entry,
               GError       **error)
{
  Head head;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (entry != NULL, FALSE);

  if (fread (&head, sizeof head, 1, self->file) != 1)
    {
      if (ferror (self->file))
        fail (error);
      return FALSE;
    }

  if (!read_string (self, self->id, head.id_length) ||
      !read_string (self, self->record, head.record_length))
    return fail (error);

  entry->kind = (SkSpoolKind) head.kind;
  entry->id = self->id->str;
  entry->record =
    entry->kind == SK_SPOOL_RECORD || entry->kind == SK_SPOOL_CURATED ? self->record->str : NULL;
  entry->record_length = head.record_length;
  memcpy (entry->hash, head.hash, sizeof head.hash);
  return TRUE;
}
