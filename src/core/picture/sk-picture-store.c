/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-picture-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#include "sidekick-config.h"

#define FOLDER "images"

/* What an entry begins with, when it was last checked, the SHA-256 of the picture, its address
 * after redirects, the validators, the picture. */
#define ENTRY_TYPE "(sxssssay)"
#define ENTRY_MARK "sidekick picture 1"

/* Making room leaves some, for what comes next. */
#define ROOM_OF(bytes) ((bytes) / 4 * 3)

struct _SkPictureStore
{
  gatomicrefcount ref_count;
  char *folder;
  guint64 max_bytes;

  GMutex mutex;
  gint64 size;                /* under the mutex: of all entries in bytes; -1 while not known */
};

/* A file in the folder. */
typedef struct
{
  char *path;
  guint64 size;
  gint64 used;
} Kept;

static void
kept_free (Kept *self)
{
  g_clear_pointer (&self->path, g_free);
  g_free (self);
}

/**
 * sk_picture_entry_clear:
 * @self: what to empty
 */
void
sk_picture_entry_clear (SkPictureEntry *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);
}

/**
 * sk_picture_store_new:
 * @data_dir: (nullable): the data folder, %NULL for the usual one
 * @max_bytes: how much is kept, SK_PICTURE_STORE_BYTES mostly
 *
 * Touches nothing on disk yet.
 *
 * Returns: (transfer full): what keeps pictures there
 */
SkPictureStore *
sk_picture_store_new (const char *data_dir,
                      guint64     max_bytes)
{
  SkPictureStore *self = g_new0 (SkPictureStore, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->max_bytes = max_bytes;
  self->size = -1;
  self->folder = data_dir != NULL
                   ? g_build_filename (data_dir, FOLDER, NULL)
                   : g_build_filename (g_get_user_data_dir (), SK_DATA_FOLDER, FOLDER, NULL);
  return self;
}

/**
 * sk_picture_store_ref:
 *
 * Returns: (transfer full): @self
 */
SkPictureStore *
sk_picture_store_ref (SkPictureStore *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sk_picture_store_unref:
 * @self: (transfer full): a store
 */
void
sk_picture_store_unref (SkPictureStore *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->folder, g_free);
  g_free (self);
}

/**
 * sk_picture_store_get_folder:
 *
 * Returns: the folder's path, which may not be there yet
 */
const char *
sk_picture_store_get_folder (SkPictureStore *self)
{
  return self->folder;
}

static char *
get_path (SkPictureStore *self,
          const char     *address)
{
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, address, -1);

  return g_build_filename (self->folder, name, NULL);
}

static char *
dup_unless_empty (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

/* Whatever was on disk is a value of the type; whether it is the one that was written, the sum
 * says. */
static gboolean
parse_entry (GBytes         *content,
             SkPictureEntry *entry)
{
  g_autoptr (GVariant) variant =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ENTRY_TYPE), content, FALSE));
  g_autoptr (GVariant) bytes = g_variant_get_child_value (variant, 6);
  const char *mark;
  const char *sha256;
  const char *url;
  const char *etag;
  const char *last_modified;
  g_autofree char *sum = NULL;

  g_variant_get_child (variant, 0, "&s", &mark);
  g_variant_get_child (variant, 1, "x", &entry->checked);
  g_variant_get_child (variant, 2, "&s", &sha256);
  g_variant_get_child (variant, 3, "&s", &url);
  g_variant_get_child (variant, 4, "&s", &etag);
  g_variant_get_child (variant, 5, "&s", &last_modified);

  entry->bytes = g_variant_get_data_as_bytes (bytes);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, entry->bytes);
  if (!g_str_equal (mark, ENTRY_MARK) || !g_str_equal (sha256, sum))
    return FALSE;

  entry->url = dup_unless_empty (url);
  entry->etag = dup_unless_empty (etag);
  entry->last_modified = dup_unless_empty (last_modified);
  return TRUE;
}

static void
add_size (SkPictureStore *self,
          gint64          change)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->size >= 0)
    self->size = MAX (0, self->size + change);
}

static void
remove_file (SkPictureStore *self,
             const char     *path)
{
  GStatBuf about;

  if (g_stat (path, &about) == 0 && g_unlink (path) == 0)
    add_size (self, -(gint64) about.st_size);
}

/**
 * sk_picture_store_read:
 * @address: the picture's
 * @entry: (out caller-allocates): what was kept
 *
 * Reads a picture, and notes that it was used. One that was damaged is thrown away. Errors are
 * %G_FILE_ERROR_NOENT where none is kept, %SK_PICTURE_ERROR_DAMAGED, or another file error.
 *
 * Returns: whether there is one, as it was written
 */
gboolean
sk_picture_store_read (SkPictureStore *self,
                       const char     *address,
                       SkPictureEntry *entry,
                       GError        **error)
{
  g_autofree char *path = get_path (self, address);
  g_autoptr (GBytes) content = NULL;
  char *data;
  gsize length;

  memset (entry, 0, sizeof *entry);
  if (!g_file_get_contents (path, &data, &length, error))
    return FALSE;

  content = g_bytes_new_take (data, length);
  if (parse_entry (content, entry))
    {
      utime (path, NULL);
      return TRUE;
    }

  sk_picture_entry_clear (entry);
  remove_file (self, path);
  g_set_error_literal (error, SK_PICTURE_ERROR, SK_PICTURE_ERROR_DAMAGED,
                       "The picture was damaged on disk");
  return FALSE;
}

/* What is in the folder; a file that a power cut left half written too. */
static GPtrArray *
list_files (SkPictureStore *self,
            guint64        *size)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) kept_free);
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  *size = 0;
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      GStatBuf about;
      Kept *kept;

      if (g_lstat (path, &about) != 0 || !S_ISREG (about.st_mode))
        continue;

      kept = g_new0 (Kept, 1);
      kept->path = g_steal_pointer (&path);
      kept->size = (guint64) about.st_size;
      kept->used = about.st_mtim.tv_sec * G_USEC_PER_SEC + about.st_mtim.tv_nsec / 1000;
      *size += kept->size;
      g_ptr_array_add (files, kept);
    }

  return g_steal_pointer (&files);
}

static int
compare_use (gconstpointer a,
             gconstpointer b)
{
  const Kept *left = a;
  const Kept *right = b;

  return (left->used > right->used) - (left->used < right->used);
}

/* The least recently used goes first. */
static void
make_room (SkPictureStore *self)
{
  guint64 size;
  g_autoptr (GPtrArray) files = list_files (self, &size);

  if (size > self->max_bytes)
    {
      g_ptr_array_sort_values (files, compare_use);
      for (guint i = 0; i < files->len && size > ROOM_OF (self->max_bytes); i++)
        {
          const Kept *kept = g_ptr_array_index (files, i);

          if (g_unlink (kept->path) == 0)
            size -= kept->size;
        }
    }

  self->size = (gint64) size;
}

/* What a server sends need not be text. */
static const char *
text_or_empty (const char *text)
{
  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : "";
}

static void
count_written (SkPictureStore *self,
               gint64          size)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->size >= 0)
    self->size = MAX (0, self->size + size);
  if (self->size < 0 || (guint64) self->size > self->max_bytes)
    make_room (self);
}

/**
 * sk_picture_store_write:
 * @address: the picture's
 * @entry: what to keep
 *
 * Keeps a picture, whole or not at all, and makes room for it where there is too much.
 *
 * Returns: whether it could be kept
 */
gboolean
sk_picture_store_write (SkPictureStore       *self,
                        const char           *address,
                        const SkPictureEntry *entry,
                        GError              **error)
{
  g_autofree char *path = get_path (self, address);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, entry->bytes);
  g_autoptr (GVariant) bytes =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, entry->bytes, TRUE));
  g_autoptr (GVariant) variant = g_variant_ref_sink (
    g_variant_new ("(sxssss@ay)", ENTRY_MARK, entry->checked, sum, text_or_empty (entry->url),
                   text_or_empty (entry->etag), text_or_empty (entry->last_modified), bytes));
  GStatBuf before;
  const gint64 old_size = g_stat (path, &before) == 0 ? before.st_size : 0;

  g_mkdir_with_parents (self->folder, 0700);
  if (!g_file_set_contents_full (path, g_variant_get_data (variant),
                                 (gssize) g_variant_get_size (variant),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return FALSE;

  count_written (self, (gint64) g_variant_get_size (variant) - old_size);
  return TRUE;
}

/**
 * sk_picture_store_drop:
 * @address: a picture's
 *
 * Throws a picture away.
 */
void
sk_picture_store_drop (SkPictureStore *self,
                       const char     *address)
{
  g_autofree char *path = get_path (self, address);

  remove_file (self, path);
}

/**
 * sk_picture_store_measure:
 *
 * Returns: the bytes that all pictures take on disk
 */
guint64
sk_picture_store_measure (SkPictureStore *self)
{
  guint64 size;
  g_autoptr (GPtrArray) files = list_files (self, &size);

  return size;
}

/**
 * sk_picture_store_clear:
 *
 * Throws all pictures away.
 */
void
sk_picture_store_clear (SkPictureStore *self)
{
  guint64 size;
  g_autoptr (GPtrArray) files = list_files (self, &size);

  for (guint i = 0; i < files->len; i++)
    remove_file (self, ((Kept *) g_ptr_array_index (files, i))->path);
}
