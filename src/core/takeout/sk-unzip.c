/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-unzip.h"

#include <glib/gi18n.h>
#include <string.h>
#include <zlib.h>

#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define END_OF_CENTRAL 0x06054b50

#define LOCAL_LENGTH 30
#define CENTRAL_LENGTH 46
#define END_LENGTH 22
#define MOST_COMMENT 0xffff

#define ENCRYPTED 0x0001
#define STORED 0
#define DEFLATED 8

typedef struct
{
  const guint8 *data;
  gsize size;
  gsize room;                 /* how many bytes all files may still have */
} Archive;

/* What the directory says of a file. */
typedef struct
{
  guint flags;
  guint method;
  guint32 crc;
  gsize packed;
  gsize size;
  gsize offset;
} Entry;

/**
 * sk_unzipped_free:
 * @self: (transfer full): a file
 */
void
sk_unzipped_free (SkUnzipped *self)
{
  g_free (self->name);
  g_bytes_unref (self->content);
  g_free (self);
}

static guint
read_16 (const guint8 *at)
{
  return at[0] | (guint) at[1] << 8;
}

static guint32
read_32 (const guint8 *at)
{
  return read_16 (at) | (guint32) read_16 (at + 2) << 16;
}

static gboolean
fits (const Archive *archive,
      gsize          offset,
      gsize          length)
{
  return offset <= archive->size && length <= archive->size - offset;
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("it is no ZIP archive, or a damaged one"));
  return FALSE;
}

/* It is the last thing in the file, but for a comment. */
static const guint8 *
find_end (const Archive *archive)
{
  const gsize most = MIN (archive->size, END_LENGTH + MOST_COMMENT);

  for (gsize back = END_LENGTH; back <= most; back++)
    {
      const guint8 *at = archive->data + archive->size - back;

      if (read_32 (at) == END_OF_CENTRAL && read_16 (at + 20) == back - END_LENGTH)
        return at;
    }

  return NULL;
}

static gboolean
inflate_all (const guint8 *packed,
             gsize         n_packed,
             guint8       *content,
             gsize         size)
{
  z_stream stream = {.next_in = (guint8 *) packed, .avail_in = (uInt) n_packed};
  int status;

  if (inflateInit2 (&stream, -MAX_WBITS) != Z_OK)
    return FALSE;

  stream.next_out = content;
  stream.avail_out = (uInt) size;
  status = inflate (&stream, Z_FINISH);
  inflateEnd (&stream);
  return status == Z_STREAM_END && stream.total_out == size;
}

/* Nothing is believed of what the archive says of itself: not how large a file is, nor where. */
static const guint8 *
find_packed (const Archive *archive,
             const Entry   *entry)
{
  const guint8 *local;
  gsize start;

  if (!fits (archive, entry->offset, LOCAL_LENGTH))
    return NULL;

  local = archive->data + entry->offset;
  start = entry->offset + LOCAL_LENGTH + read_16 (local + 26) + read_16 (local + 28);
  return read_32 (local) == LOCAL_HEADER && fits (archive, start, entry->packed)
           ? archive->data + start
           : NULL;
}

static gboolean
unpack (const Entry  *entry,
        const guint8 *packed,
        guint8       *content)
{
  if ((entry->flags & ENCRYPTED) != 0)
    return FALSE;

  if (entry->method == DEFLATED)
    return inflate_all (packed, entry->packed, content, entry->size);

  if (entry->method != STORED || entry->packed != entry->size)
    return FALSE;

  memcpy (content, packed, entry->size);
  return TRUE;
}

static GBytes *
read_content (Archive      *archive,
              const Entry  *entry,
              GError      **error)
{
  const guint8 *packed = find_packed (archive, entry);
  g_autofree guint8 *content = NULL;

  if (entry->size > archive->room)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                           _("there is more in it than Sidekick ever writes"));
      return NULL;
    }

  content = g_malloc (entry->size + 1);
  if (packed == NULL || !unpack (entry, packed, content) ||
      crc32_z (0, content, entry->size) != entry->crc)
    {
      fail (error);
      return NULL;
    }

  archive->room -= entry->size;
  return g_bytes_new_take (g_steal_pointer (&content), entry->size);
}

static gboolean
add_file (Archive       *archive,
          const guint8  *header,
          char          *name,
          GPtrArray     *files,
          GError       **error)
{
  const Entry entry = {
    .flags = read_16 (header + 8),
    .method = read_16 (header + 10),
    .crc = read_32 (header + 16),
    .packed = read_32 (header + 20),
    .size = read_32 (header + 24),
    .offset = read_32 (header + 42),
  };
  GBytes *content = read_content (archive, &entry, error);
  SkUnzipped *file;

  if (content == NULL)
    {
      g_free (name);
      return FALSE;
    }

  file = g_new0 (SkUnzipped, 1);
  file->name = name;
  file->content = content;
  g_ptr_array_add (files, file);
  return TRUE;
}

static gboolean
read_directory (Archive    *archive,
                GPtrArray  *files,
                GError    **error)
{
  const guint8 *end = find_end (archive);
  gsize offset = end != NULL ? read_32 (end + 16) : 0;

  if (end == NULL)
    return fail (error);

  for (guint left = read_16 (end + 10); left > 0; left--)
    {
      const guint8 *header;
      gsize n_name;

      if (!fits (archive, offset, CENTRAL_LENGTH))
        return fail (error);

      header = archive->data + offset;
      n_name = read_16 (header + 28);
      if (read_32 (header) != CENTRAL_HEADER || !fits (archive, offset + CENTRAL_LENGTH, n_name))
        return fail (error);

      if (!add_file (archive, header, g_strndup ((const char *) header + CENTRAL_LENGTH, n_name),
                     files, error))
        return FALSE;

      offset += CENTRAL_LENGTH + n_name + read_16 (header + 30) + read_16 (header + 32);
    }

  return TRUE;
}

/**
 * sk_unzip:
 * @archive: what may be a zip archive
 * @most: how many bytes all files in it may have
 *
 * Reads a zip archive of files that are stored or deflated, as everybody makes them.
 *
 * Returns: (transfer full) (nullable) (element-type SkUnzipped): the files; where %NULL, @error is
 *   of the G_IO_ERROR domain, and says the rest of a sentence
 */
GPtrArray *
sk_unzip (GBytes  *archive,
          gsize    most,
          GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_unzipped_free);
  Archive self = {.room = most};

  self.data = g_bytes_get_data (archive, &self.size);
  return read_directory (&self, files, error) ? g_steal_pointer (&files) : NULL;
}
