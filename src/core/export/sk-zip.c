/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-zip.h"

#include <gio/gio.h>
#include <string.h>
#include <zlib.h>

#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define END_OF_CENTRAL 0x06054b50

#define VERSION_NEEDED 20
#define NAMES_ARE_UTF8 0x0800
#define STORED 0
#define DEFLATED 8

/* 1 January 1980, the first day that a zip file knows. */
#define DATE 0x0021

struct _SkZip
{
  GByteArray *files;
  GByteArray *directory;
  guint n_files;
};

static void
append_16 (GByteArray *bytes,
           guint       number)
{
  const guint16 little = GUINT16_TO_LE ((guint16) number);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
append_32 (GByteArray *bytes,
           gsize       number)
{
  const guint32 little = GUINT32_TO_LE ((guint32) number);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

/**
 * sk_zip_new:
 *
 * Returns: (transfer full): an empty archive, for [func@Zip.end]
 */
SkZip *
sk_zip_new (void)
{
  SkZip *self = g_new0 (SkZip, 1);

  self->files = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  return self;
}

/* What stands before a file and, once more, in the directory. */
static void
append_header (GByteArray *bytes,
               const char *name,
               guint       method,
               GBytes     *content,
               GBytes     *packed)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);

  append_16 (bytes, VERSION_NEEDED);
  append_16 (bytes, NAMES_ARE_UTF8);
  append_16 (bytes, method);
  append_16 (bytes, 0);
  append_16 (bytes, DATE);
  append_32 (bytes, crc32_z (0, data, size));
  append_32 (bytes, g_bytes_get_size (packed));
  append_32 (bytes, size);
  append_16 (bytes, (guint) strlen (name));
  append_16 (bytes, 0);
}

static void
add_file (SkZip      *self,
          const char *name,
          guint       method,
          GBytes     *content,
          GBytes     *packed)
{
  const gsize offset = self->files->len;
  gsize size;
  const guint8 *data = g_bytes_get_data (packed, &size);

  append_32 (self->files, LOCAL_HEADER);
  append_header (self->files, name, method, content, packed);
  g_byte_array_append (self->files, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (self->files, data, (guint) size);

  append_32 (self->directory, CENTRAL_HEADER);
  append_16 (self->directory, VERSION_NEEDED);
  append_header (self->directory, name, method, content, packed);
  append_16 (self->directory, 0);
  append_16 (self->directory, 0);
  append_16 (self->directory, 0);
  append_32 (self->directory, 0);
  append_32 (self->directory, offset);
  g_byte_array_append (self->directory, (const guint8 *) name, (guint) strlen (name));

  self->n_files++;
}

/**
 * sk_zip_store:
 * @name: its path in the archive
 *
 * Adds a file as it is.
 */
void
sk_zip_store (SkZip      *self,
              const char *name,
              GBytes     *content)
{
  add_file (self, name, STORED, content, content);
}

/**
 * sk_zip_deflate:
 * @name: its path in the archive
 *
 * Adds a file, made smaller.
 */
void
sk_zip_deflate (SkZip      *self,
                const char *name,
                GBytes     *content)
{
  g_autoptr (GZlibCompressor) compressor = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GError) error = NULL;

  compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  packed = g_converter_convert_bytes (G_CONVERTER (compressor), content, &error);
  g_assert_no_error (error);
  add_file (self, name, DEFLATED, content, packed);
}

/**
 * sk_zip_end:
 * @self: (transfer full): the archive
 *
 * Ends the archive with its directory.
 *
 * Returns: (transfer full): all of it
 */
GBytes *
sk_zip_end (SkZip *self)
{
  GByteArray *bytes = self->files;
  const gsize offset = bytes->len;
  const gsize size = self->directory->len;

  g_byte_array_append (bytes, self->directory->data, self->directory->len);
  append_32 (bytes, END_OF_CENTRAL);
  append_16 (bytes, 0);
  append_16 (bytes, 0);
  append_16 (bytes, self->n_files);
  append_16 (bytes, self->n_files);
  append_32 (bytes, size);
  append_32 (bytes, offset);
  append_16 (bytes, 0);

  g_byte_array_unref (self->directory);
  g_free (self);
  return g_byte_array_free_to_bytes (bytes);
}
