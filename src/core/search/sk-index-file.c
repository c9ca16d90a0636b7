/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-index-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <zlib.h>

#include "model/sk-resource.h"
#include "sk-bits.h"
#include "store/sk-read-at.h"

/* How much is read between two looks at the cancellable. */
#define BYTES_A_BREATH (4 * 1024 * 1024)

struct _SkIndexFile
{
  GMappedFile *mapped;
  const char *bytes;
  const SkIndexHeader *header;
};

static gboolean
refuse (GError     **error,
        const char  *why)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The index cannot be used: %s", why);
  return FALSE;
}

/* Of each section the bytes that one of its items takes, and how many items there must be;
 * any number where it says so. */
typedef struct
{
  gsize item;
  gboolean any;
  guint64 n_items;
} Shape;

static Shape
shape_of (const SkIndexCounts *counts,
          SkSection            section)
{
  const guint64 n_records = counts->n_records;
  const guint64 n_set_words = sk_bits_n_words (counts->n_records);

  switch (section)
    {
    case SK_SECTION_DIGEST_STARTS:
      return (Shape) {sizeof (guint64), FALSE, n_records + 1};
    case SK_SECTION_BY_ID:
    case SK_SECTION_BY_MINUTES:
    case SK_SECTION_BY_TITLE:
    case SK_SECTION_BY_ROW:
      return (Shape) {sizeof (guint32), FALSE, n_records};
    case SK_SECTION_NEEDS:
      return (Shape) {sizeof (guint64), FALSE, n_set_words * (SK_N_NEEDS + 1)};
    case SK_SECTION_LISTED_STARTS:
      return (Shape) {sizeof (guint32), FALSE, n_records + 1};
    case SK_SECTION_VALUE_TOTALS:
      return (Shape) {sizeof (guint32), FALSE, counts->n_places};
    case SK_SECTION_VALUE_STARTS:
      return (Shape) {sizeof (guint64), FALSE, counts->n_places};
    case SK_SECTION_WORD_STARTS:
    case SK_SECTION_WORD_PLACES:
    case SK_SECTION_FREQUENCIES:
      return (Shape) {sizeof (guint32), FALSE, counts->n_words};
    case SK_SECTION_POSTING_STARTS:
      return (Shape) {sizeof (guint64), FALSE, (guint64) counts->n_words + 1};
    case SK_SECTION_PREFIXES:
      return (Shape) {sizeof (guint32), FALSE, (guint64) counts->n_prefixes * 2};
    case SK_SECTION_PREFIX_PLANES:
      return (Shape) {sizeof (guint64), FALSE, counts->n_prefixes * n_set_words * 4};
    case SK_SECTION_TAIL_WORDS:
      return (Shape) {sizeof (guint32), FALSE, counts->n_tails};
    case SK_SECTION_TAIL_OFFSETS:
      return (Shape) {sizeof (guint8), FALSE, counts->n_tails};
    case SK_SECTION_TAILS:
      return (Shape) {sizeof (guint32), FALSE, (guint64) counts->n_tail_sets * 2};
    case SK_SECTION_TAIL_SETS:
      return (Shape) {sizeof (guint64), FALSE, counts->n_tail_sets * n_set_words};
    case SK_SECTION_VALUE_SETS:
    case SK_SECTION_SPAN_PLANES:
      return (Shape) {sizeof (guint64), TRUE, 0};
    case SK_SECTION_VALUE_PLACES:
    case SK_SECTION_VALUE_LISTS:
    case SK_SECTION_LISTED:
      return (Shape) {sizeof (guint32), TRUE, 0};
    case SK_SECTION_DIGESTS:
    case SK_SECTION_VALUES:
    case SK_SECTION_WORDS:
    case SK_SECTION_POSTINGS:
    default:
      return (Shape) {sizeof (guint8), TRUE, 0};
    }
}

static gboolean
check_section (const SkIndexHeader  *header,
               SkSection             section,
               GError              **error)
{
  const SkIndexPlace *place = &header->places[section];
  Shape shape = shape_of (&header->counts, section);

  if (place->offset % SK_INDEX_ALIGNMENT != 0 || place->offset < sizeof *header ||
      place->offset > header->size || place->size > header->size - place->offset)
    return refuse (error, "a section lies outside of it");

  if (place->size % shape.item != 0 || (!shape.any && place->size / shape.item != shape.n_items))
    return refuse (error, "a section is not as long as it must be");

  return TRUE;
}

static guint32
sum_header (const SkIndexHeader *header)
{
  return (guint32) crc32_z (0, (const guint8 *) header, offsetof (SkIndexHeader, header_checksum));
}

static gboolean
check_header (SkIndexFile   *self,
              const guint8  *key,
              GError       **error)
{
  const SkIndexHeader *header = self->header;
  gsize size = g_mapped_file_get_length (self->mapped);

  if (size < sizeof *header || memcmp (header->magic, SK_INDEX_MAGIC, sizeof header->magic) != 0)
    return refuse (error, "it is none");
  if (header->byte_order != SK_INDEX_BYTE_ORDER || header->format != SK_INDEX_FORMAT)
    return refuse (error, "another version wrote it");
  if (header->size != size || header->header_checksum != sum_header (header))
    return refuse (error, "it is damaged");
  if (key != NULL && memcmp (header->key, key, sizeof header->key) != 0)
    return refuse (error, "it is of other records");

  for (guint i = 0; i < SK_N_SECTIONS; i++)
    if (!check_section (header, (SkSection) i, error))
      return FALSE;

  return TRUE;
}

/**
 * sk_index_file_open_fd:
 * @fd: a file, which may be closed afterwards
 * @key: (nullable) (array fixed-size=32): what it must be of
 *
 * Maps a file and checks its header and where its sections lie; nothing else is read.
 *
 * Returns: (transfer full) (nullable): the file; %G_IO_ERROR_INVALID_DATA where it is not an
 *   index, damaged, of another version or of other records
 */
SkIndexFile *
sk_index_file_open_fd (int            fd,
                       const guint8  *key,
                       GError       **error)
{
  g_autoptr (SkIndexFile) self = g_new0 (SkIndexFile, 1);

  self->mapped = g_mapped_file_new_from_fd (fd, FALSE, error);
  if (self->mapped == NULL)
    return NULL;

  self->bytes = g_mapped_file_get_contents (self->mapped);
  self->header = (const SkIndexHeader *) (const void *) self->bytes;
  return check_header (self, key, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sk_index_file_open:
 * @path: a file
 * @key: (nullable) (array fixed-size=32): what it must be of
 *
 * Opens a file as [func@index_file_open_fd] does.
 *
 * Returns: (transfer full) (nullable): the file
 */
SkIndexFile *
sk_index_file_open (const char    *path,
                    const guint8  *key,
                    GError       **error)
{
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC);
  int code = errno;

  if (fd >= 0)
    return sk_index_file_open_fd (fd, key, error);

  sk_fail_errno (code, error);
  return NULL;
}

/**
 * sk_index_file_free:
 * @self: (transfer full): a file
 */
void
sk_index_file_free (SkIndexFile *self)
{
  g_clear_pointer (&self->mapped, g_mapped_file_unref);
  g_free (self);
}

/**
 * sk_index_file_check:
 * @cancellable: (nullable): looked at now and then
 *
 * Reads all of the file.
 *
 * Returns: whether it is what was written
 */
gboolean
sk_index_file_check (SkIndexFile   *self,
                     GCancellable  *cancellable,
                     GError       **error)
{
  uLong checksum = 0;

  for (gsize at = sizeof *self->header; at < self->header->size; at += BYTES_A_BREATH)
    {
      gsize length = MIN (self->header->size - at, BYTES_A_BREATH);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      checksum = crc32_z (checksum, (const guint8 *) self->bytes + at, length);
    }

  return checksum == self->header->body_checksum || refuse (error, "it is damaged");
}

/**
 * sk_index_file_get_size:
 *
 * Returns: how many bytes it has
 */
gsize
sk_index_file_get_size (SkIndexFile *self)
{
  return self->header->size;
}

/**
 * sk_index_file_get_key:
 *
 * Returns: (transfer none): what it is of
 */
const guint8 *
sk_index_file_get_key (SkIndexFile *self)
{
  return self->header->key;
}

/**
 * sk_index_file_get_counts:
 *
 * Returns: (transfer none): how many there are of all
 */
const SkIndexCounts *
sk_index_file_get_counts (SkIndexFile *self)
{
  return &self->header->counts;
}

/**
 * sk_index_file_get:
 * @section: which section
 * @size: (out) (optional): how many bytes it has
 *
 * Returns: (transfer none): its beginning, aligned
 */
gconstpointer
sk_index_file_get (SkIndexFile *self,
                   SkSection    section,
                   gsize       *size)
{
  if (size != NULL)
    *size = self->header->places[section].size;

  return self->bytes + self->header->places[section].offset;
}
