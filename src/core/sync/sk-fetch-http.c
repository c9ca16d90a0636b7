/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-fetcher-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "sk-address.h"

#define CHUNK_BYTES (64 * 1024)

/* A request on its way. Whatever waits in it is cut off when nothing comes for too long. */
typedef struct
{
  SkFetcher *fetcher;
  const SkFetchRequest *request;
  const char *url;
  gint64 deadline;
  SoupMessage *message;
  GCancellable *cancellable;  /* of this request only */
  GSource *timer;
  gboolean timed_out;
  GInputStream *body;
  gboolean done;
  gssize n_read;
  GError *error;
} Transfer;

/* Where the answer goes. */
typedef struct
{
  char *path;
  int fd;
  GChecksum *checksum;
  guint64 size;
} Sink;

static gboolean
on_timer (gpointer data)
{
  Transfer *transfer = data;

  transfer->timed_out = TRUE;
  g_cancellable_cancel (transfer->cancellable);
  g_source_set_ready_time (transfer->timer, -1);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_timer (GSource     *source,
                GSourceFunc  callback,
                gpointer     data)
{
  return callback (data);
}

static GSourceFuncs timer_funcs = {.dispatch = dispatch_timer};

static void
on_outer_cancelled (GCancellable *outer,
                    gpointer      data)
{
  g_cancellable_cancel (G_CANCELLABLE (data));
}

static gint64
timer_end (Transfer *transfer)
{
  gint64 stall = g_get_monotonic_time () + (gint64) transfer->fetcher->limits.stall_ms * 1000;

  return MIN (stall, transfer->deadline);
}

static void
explain_timeout (Transfer  *transfer,
                 GError   **error)
{
  g_autofree char *host = sk_address_dup_host (transfer->url);

  if (g_get_monotonic_time () >= transfer->deadline)
    g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_SLOW,
                 _("“%s” is too slow: it took longer than %u seconds. Try again later, or on "
                   "a faster network."),
                 host, transfer->fetcher->limits.total_ms / 1000);
  else
    g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_STALLED,
                 _("“%s” stalled: nothing came from it for %u seconds. Try again later."), host,
                 transfer->fetcher->limits.stall_ms / 1000);
}

/* Lets the thread's own main loop run until what was started is done. */
static gboolean
await (Transfer  *transfer,
       GError   **error)
{
  while (!transfer->done)
    g_main_context_iteration (transfer->fetcher->context, TRUE);

  transfer->done = FALSE;
  g_source_set_ready_time (transfer->timer, -1);

  if (transfer->error == NULL)
    return TRUE;

  if (transfer->timed_out)
    {
      g_clear_error (&transfer->error);
      explain_timeout (transfer, error);
      return FALSE;
    }

  g_propagate_error (error, g_steal_pointer (&transfer->error));
  return FALSE;
}

static void
on_sent (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Transfer *transfer = data;

  transfer->body = soup_session_send_finish (SOUP_SESSION (source), result, &transfer->error);
  transfer->done = TRUE;
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Transfer *transfer = data;

  transfer->n_read
      = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &transfer->error);
  transfer->done = TRUE;
}

static gboolean
send (Transfer  *transfer,
      GError   **error)
{
  g_source_set_ready_time (transfer->timer, timer_end (transfer));
  transfer->fetcher->requests++;
  soup_session_send_async (transfer->fetcher->session, transfer->message, G_PRIORITY_DEFAULT,
                           transfer->cancellable, on_sent, transfer);
  return await (transfer, error);
}

static gssize
read_chunk (Transfer  *transfer,
            guint8    *chunk,
            GError   **error)
{
  g_source_set_ready_time (transfer->timer, timer_end (transfer));
  g_input_stream_read_async (transfer->body, chunk, CHUNK_BYTES, G_PRIORITY_DEFAULT,
                             transfer->cancellable, on_read, transfer);
  return await (transfer, error) ? transfer->n_read : -1;
}

static guint64
get_wire_bytes (Transfer *transfer)
{
  return soup_message_metrics_get_response_body_bytes_received (
      soup_message_get_metrics (transfer->message));
}

static gboolean
sink_fail (GError **error)
{
  int code = errno;

  g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_DISK,
               _("What comes cannot be kept on disk: %s. Free some space and sync again; the "
                 "catalogue is as it was."),
               g_strerror (code));
  return FALSE;
}

static gboolean
sink_open (Sink        *sink,
           const char  *folder,
           GError     **error)
{
  sink->path = g_build_filename (folder, "fetch-XXXXXX", NULL);
  sink->fd = g_mkstemp (sink->path);
  sink->checksum = g_checksum_new (G_CHECKSUM_SHA256);

  return sink->fd >= 0 || sink_fail (error);
}

static gboolean
sink_write (Sink          *sink,
            const guint8  *bytes,
            gsize          length,
            GError       **error)
{
  g_checksum_update (sink->checksum, bytes, (gssize) length);
  sink->size += length;

  while (length > 0)
    {
      gssize written = write (sink->fd, bytes, length);

      if (written < 0 && errno != EINTR)
        return sink_fail (error);
      if (written > 0)
        {
          bytes += written;
          length -= (gsize) written;
        }
    }

  return TRUE;
}

static void
sink_clear (Sink *sink)
{
  if (sink->path != NULL && sink->fd >= 0)
    g_unlink (sink->path);

  g_clear_fd (&sink->fd, NULL);
  g_clear_pointer (&sink->path, g_free);
  g_clear_pointer (&sink->checksum, g_checksum_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sink, sink_clear)

static gboolean
is_encoded (Transfer *transfer)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (transfer->message);

  return soup_message_headers_get_one (headers, "Content-Encoding") != NULL;
}

static guint64
get_announced (Transfer *transfer)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (transfer->message);

  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH)
    return 0;

  return (guint64) soup_message_headers_get_content_length (headers);
}

static gboolean
refuse_size (Transfer  *transfer,
             guint64    limit,
             GError   **error)
{
  g_autofree char *size = g_format_size (limit);

  g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_TOO_LARGE,
               _("“%s” is too large: it sends more than %s. Check the address, or ask its publisher "
                 "to divide it into pages."),
               transfer->url, size);
  return FALSE;
}

static gboolean
check_size (Transfer  *transfer,
            guint64    size,
            guint64    wire,
            GError   **error)
{
  const SkFetchLimits *limits = &transfer->fetcher->limits;
  guint64 max_size = sk_fetcher_max_size (transfer->fetcher, transfer->request);

  if (size > max_size)
    return refuse_size (transfer, max_size, error);
  if (wire > limits->max_wire_bytes)
    return refuse_size (transfer, limits->max_wire_bytes, error);

  if (size > limits->growth_from && size / limits->max_growth > wire)
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_ENCODING,
                   _("What “%s” sends grows beyond measure when it is decompressed. It is no "
                     "catalogue: check the address."),
                   transfer->url);
      return FALSE;
    }

  return TRUE;
}

static void
report_progress (Transfer *transfer,
                 guint64   wire,
                 guint64   announced)
{
  SkFetcher *fetcher = transfer->fetcher;

  if (fetcher->progress != NULL)
    fetcher->progress (wire, announced, fetcher->progress_data);
}

/* Libsoup takes a connection that closes for the end of what came, whatever was announced. */
static gboolean
check_complete (Transfer  *transfer,
                guint64    announced,
                GError   **error)
{
  guint64 wire = get_wire_bytes (transfer);
  g_autofree char *came = g_format_size (wire);
  g_autofree char *whole = g_format_size (announced);

  if (wire >= announced)
    return TRUE;

  /* Translators: both are sizes, as in "1.2 MB of 4.0 MB came". */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, _("%s of %s came"), came, whole);
  return FALSE;
}

static gboolean
read_body (Transfer  *transfer,
           Sink      *sink,
           GError   **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  guint64 announced = get_announced (transfer);
  gssize length;

  if (!check_size (transfer, is_encoded (transfer) ? 0 : announced, announced, error))
    return FALSE;

  while ((length = read_chunk (transfer, chunk, error)) > 0)
    {
      guint64 wire = get_wire_bytes (transfer);

      if (!check_size (transfer, sink->size + (guint64) length, wire, error) ||
          !sink_write (sink, chunk, (gsize) length, error))
        return FALSE;

      if (g_get_monotonic_time () >= transfer->deadline)
        {
          explain_timeout (transfer, error);
          return FALSE;
        }

      report_progress (transfer, wire, announced);
    }

  return length == 0 && check_complete (transfer, announced, error);
}

static SkFetched *
make_fetched (Transfer *transfer)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (transfer->message);
  SkFetched *fetched = g_new0 (SkFetched, 1);

  fetched->url = g_strdup (transfer->url);
  fetched->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  fetched->last_modified = g_strdup (soup_message_headers_get_one (headers, "Last-Modified"));
  fetched->media_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  return fetched;
}

static SkFetched *
download (Transfer  *transfer,
          GError   **error)
{
  g_auto (Sink) sink = {.fd = -1};
  SkFetched *fetched;

  if (!sink_open (&sink, transfer->fetcher->folder, error) || !read_body (transfer, &sink, error))
    return NULL;

  fetched = make_fetched (transfer);
  fetched->file = g_file_new_for_path (sink.path);
  fetched->temporary = TRUE;
  fetched->size = sink.size;
  fetched->sha256 = g_strdup (g_checksum_get_string (sink.checksum));
  g_clear_pointer (&sink.path, g_free);
  return fetched;
}

static gint64
read_retry_after (SoupMessageHeaders *headers)
{
  const char *value = soup_message_headers_get_one (headers, "Retry-After");
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) now = NULL;
  guint64 seconds;

  if (value == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT32, &seconds, NULL))
    return (gint64) seconds * 1000;

  date = soup_date_time_new_from_http_string (value);
  if (date == NULL)
    return -1;

  now = g_date_time_new_now_utc ();
  return MAX (0, g_date_time_difference (date, now) / 1000);
}

static gboolean
is_redirect (guint status)
{
  return status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_FOUND ||
         status == SOUP_STATUS_SEE_OTHER || status == SOUP_STATUS_TEMPORARY_REDIRECT ||
         status == SOUP_STATUS_PERMANENT_REDIRECT;
}

/* What was not asked for what is new since cannot be answered with "nothing". */
static gboolean
is_conditional (Transfer *transfer)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (transfer->message);

  return soup_message_headers_get_one (headers, "If-None-Match") != NULL ||
         soup_message_headers_get_one (headers, "If-Modified-Since") != NULL;
}

static gboolean
take_answer (Transfer    *transfer,
             SkExchange  *exchange,
             GError     **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (transfer->message);
  const char *location = soup_message_headers_get_one (headers, "Location");

  exchange->status = soup_message_get_status (transfer->message);
  exchange->retry_after_ms = read_retry_after (headers);

  /* The second is what a proxy says that changed something on the way. */
  if (exchange->status == SOUP_STATUS_OK || exchange->status == SOUP_STATUS_NON_AUTHORITATIVE)
    {
      exchange->fetched = download (transfer, error);
      return exchange->fetched != NULL;
    }

  if (exchange->status == SOUP_STATUS_NOT_MODIFIED && is_conditional (transfer))
    {
      exchange->fetched = make_fetched (transfer);
      exchange->fetched->not_modified = TRUE;
      return TRUE;
    }

  if (is_redirect (exchange->status) && location != NULL)
    {
      exchange->location = g_strdup (location);
      return TRUE;
    }

  sk_fetch_explain_status (transfer->url, exchange->status,
                           soup_message_get_reason_phrase (transfer->message), &exchange->transient,
                           error);
  return FALSE;
}

static gboolean
transfer_init (Transfer  *transfer,
               GError   **error)
{
  const SkFetchRequest *request = transfer->request;
  SoupMessageHeaders *headers;

  transfer->message = soup_message_new (SOUP_METHOD_GET, transfer->url);
  if (transfer->message == NULL)
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_ADDRESS,
                   _("“%s” is not the address of a web server. Check it."), transfer->url);
      return FALSE;
    }

  soup_message_add_flags (transfer->message,
                          SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);

  /* Validators are for the server that gave them. */
  headers = soup_message_get_request_headers (transfer->message);
  if (g_strcmp0 (request->validated_url, transfer->url) == 0)
    {
      if (request->etag != NULL)
        soup_message_headers_append (headers, "If-None-Match", request->etag);
      if (request->last_modified != NULL)
        soup_message_headers_append (headers, "If-Modified-Since", request->last_modified);
    }

  transfer->cancellable = g_cancellable_new ();
  transfer->timer = g_source_new (&timer_funcs, sizeof (GSource));
  g_source_set_callback (transfer->timer, on_timer, transfer, NULL);
  g_source_attach (transfer->timer, transfer->fetcher->context);
  return TRUE;
}

static void
transfer_clear (Transfer *transfer)
{
  if (transfer->timer != NULL)
    g_source_destroy (transfer->timer);

  g_clear_pointer (&transfer->timer, g_source_unref);
  g_clear_object (&transfer->body);
  g_clear_object (&transfer->message);
  g_clear_object (&transfer->cancellable);
  g_clear_error (&transfer->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Transfer, transfer_clear)

/**
 * sk_exchange_clear:
 * @self: what to empty
 */
void
sk_exchange_clear (SkExchange *self)
{
  g_clear_pointer (&self->location, g_free);
  g_clear_pointer (&self->fetched, sk_fetched_free);
}

/**
 * sk_exchange_run:
 * @url: where to ask: @request's, or where that was redirected to
 * @deadline: in monotonic microseconds
 * @exchange: (out caller-allocates): the answer
 *
 * Asks one server once.
 *
 * Returns: whether there is content, a 304 or a redirect
 */
gboolean
sk_exchange_run (SkFetcher             *fetcher,
                 const SkFetchRequest  *request,
                 const char            *url,
                 gint64                 deadline,
                 SkExchange            *exchange,
                 GCancellable          *cancellable,
                 GError               **error)
{
  g_auto (Transfer) transfer
      = {.fetcher = fetcher, .request = request, .url = url, .deadline = deadline};
  GError *why = NULL;
  gulong outer;
  gboolean answered;

  exchange->retry_after_ms = -1;
  if (!transfer_init (&transfer, error))
    return FALSE;

  outer = g_cancellable_connect (cancellable, G_CALLBACK (on_outer_cancelled),
                                 transfer.cancellable, NULL);
  answered = send (&transfer, &why) && take_answer (&transfer, exchange, &why);
  g_cancellable_disconnect (cancellable, outer);

  fetcher->bytes += get_wire_bytes (&transfer);
  if (!answered)
    sk_fetch_explain (url, why, &exchange->transient, error);

  return answered;
}
