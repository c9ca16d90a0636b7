/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-fetcher-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define CHUNK_BYTES (256 * 1024)

/* What GIO says of a file names it once more. */
static const char *
find_reason (GFile        *file,
             const GError *why)
{
  return g_access (g_file_peek_path (file), R_OK) == 0 ? why->message : g_strerror (errno);
}

static SkFetched *
fail (GFile         *file,
      const GError  *why,
      GError       **error)
{
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (why));
  else
    g_set_error (
      error, SK_SYNC_ERROR, SK_SYNC_ERROR_FILE,
      _("The file “%s” cannot be read (%s). Check that it is there, or put back the disk "
         "or stick that it is on."),
      g_file_peek_path (file), find_reason (file, why));

  return NULL;
}

static char *
hash_file (SkFetcher     *fetcher,
           GFile         *file,
           guint64        size,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  guint64 done = 0;
  gssize length;

  if (stream == NULL)
    return NULL;

  while ((length = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK_BYTES, cancellable,
                                        error)) > 0)
    {
      g_checksum_update (checksum, chunk, length);
      done += (guint64) length;
      if (fetcher->progress != NULL)
        fetcher->progress (done, size, fetcher->progress_data);
    }

  fetcher->bytes += done;
  return length == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

static gboolean
check (SkFetcher             *fetcher,
       const SkFetchRequest  *request,
       GFile                 *file,
       GFileInfo             *info,
       GError               **error)
{
  guint64 limit = sk_fetcher_max_size (fetcher, request);

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_FILE,
                   _("“%s” is not a file. Name the catalogue’s file itself."),
                   g_file_peek_path (file));
      return FALSE;
    }

  if ((guint64) g_file_info_get_size (info) > limit)
    {
      g_autofree char *size = g_format_size (limit);

      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_TOO_LARGE,
                   _("The file “%s” is too large: it is more than %s. Check that it is a catalogue."),
                   g_file_peek_path (file), size);
      return FALSE;
    }

  return TRUE;
}

static SkFetched *
make_fetched (const SkFetchRequest *request,
              GFile                *file,
              GFileInfo            *info)
{
  const char *etag = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE);
  SkFetched *fetched = g_new0 (SkFetched, 1);

  fetched->url = g_strdup (request->url);
  fetched->size = (guint64) g_file_info_get_size (info);
  fetched->file = g_object_ref (file);

  /* What is compiled in has none. */
  if (etag != NULL)
    fetched->etag = g_strdup_printf ("%s/%" G_GUINT64_FORMAT, etag, fetched->size);

  fetched->not_modified = fetched->etag != NULL && g_strcmp0 (request->etag, fetched->etag) == 0;
  return fetched;
}

/**
 * sk_fetch_file:
 * @request: what is wanted; its URL is a file's
 *
 * Does for a file on this machine what a download does: it is not modified as long as its
 * time and size are the same. The file stays where it is, and is hashed.
 *
 * Returns: (transfer full) (nullable): the file
 */
SkFetched *
sk_fetch_file (SkFetcher             *fetcher,
               const SkFetchRequest  *request,
               GCancellable          *cancellable,
               GError               **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (request->url);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (SkFetched) fetched = NULL;
  g_autoptr (GError) why = NULL;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                            "," G_FILE_ATTRIBUTE_ETAG_VALUE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &why);
  if (info == NULL)
    return fail (file, why, error);
  if (!check (fetcher, request, file, info, error))
    return NULL;

  fetched = make_fetched (request, file, info);
  if (fetched->not_modified)
    return g_steal_pointer (&fetched);

  fetched->sha256 = hash_file (fetcher, file, fetched->size, cancellable, &why);
  if (fetched->sha256 == NULL)
    return fail (file, why, error);

  return g_steal_pointer (&fetched);
}
