/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rough-server.h"

#include <string.h>

typedef struct
{
  GByteArray *bytes;
  gsize stop_at;
} Answer;

struct _RoughServer
{
  GSocketService *service;
  guint16 port;
  GMutex mutex;
  GCond cond;

  /* Under the mutex. */
  GPtrArray *answers;         /* Answer */
  GArray *times;              /* gint64: when each request came */
  gboolean going_on;
  guint n_busy;
};

static void
answer_free (Answer *answer)
{
  g_byte_array_unref (answer->bytes);
  g_free (answer);
}

static gboolean
read_request (GInputStream *stream)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (stream);

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);

  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL || *line == '\0')
        return line != NULL;
    }
}

static const Answer *
take_answer (RoughServer *self)
{
  gint64 now = g_get_monotonic_time ();
  guint nth = self->times->len;

  g_array_append_val (self->times, now);
  return g_ptr_array_index (self->answers, MIN (nth, self->answers->len - 1));
}

static void
wait_until_told (RoughServer *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  while (!self->going_on)
    g_cond_wait (&self->cond, &self->mutex);
}

/* That the client hangs up first is no fault. */
static void
write_answer (RoughServer   *self,
              GOutputStream *stream,
              const Answer  *answer)
{
  gsize first = MIN (answer->stop_at, answer->bytes->len);

  g_output_stream_write_all (stream, answer->bytes->data, first, NULL, NULL, NULL);
  if (answer->stop_at == ROUGH_NOWHERE)
    return;

  wait_until_told (self);
  g_output_stream_write_all (stream, answer->bytes->data + first, answer->bytes->len - first, NULL,
                             NULL, NULL);
}

/* On the main thread, before a thread takes the connection over. */
static gboolean
on_incoming (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             RoughServer       *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->n_busy++;
  return FALSE;
}

static gboolean
on_run (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        RoughServer            *self)
{
  GIOStream *stream = G_IO_STREAM (connection);
  const Answer *answer = NULL;

  if (read_request (g_io_stream_get_input_stream (stream)))
    {
      g_mutex_lock (&self->mutex);
      answer = take_answer (self);
      g_mutex_unlock (&self->mutex);
      write_answer (self, g_io_stream_get_output_stream (stream), answer);
    }

  g_io_stream_close (stream, NULL, NULL);

  g_mutex_lock (&self->mutex);
  self->n_busy--;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

RoughServer *
rough_server_new (void)
{
  RoughServer *self = g_new0 (RoughServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));

  self->service = g_threaded_socket_service_new (16);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), any, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &address, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  g_signal_connect (self->service, "incoming", G_CALLBACK (on_incoming), self);
  g_signal_connect (self->service, "run", G_CALLBACK (on_run), self);
  return self;
}

void
rough_server_free (RoughServer *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));

  rough_server_go_on (self);
  g_mutex_lock (&self->mutex);
  while (self->n_busy > 0)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);

  g_clear_object (&self->service);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->times, g_array_unref);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

char *
rough_server_get_url (RoughServer *self,
                      const char  *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u/%s", self->port, path);
}

/* The head is the status and the header lines, without the empty line that ends them; an
 * answer without a head is the body alone. It stops so many bytes into the body. */
void
rough_server_answer (RoughServer *self,
                     const char  *head,
                     const void  *body,
                     gssize       length,
                     gsize        stop_at)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->bytes = g_byte_array_new ();
  if (head != NULL)
    {
      g_autofree char *whole =
        g_strconcat ("HTTP/1.1 ", head, "\r\nConnection: close\r\n\r\n", NULL);

      g_byte_array_append (answer->bytes, (const guint8 *) whole, (guint) strlen (whole));
    }

  answer->stop_at = stop_at != ROUGH_NOWHERE ? answer->bytes->len + stop_at : ROUGH_NOWHERE;
  if (body != NULL)
    g_byte_array_append (answer->bytes, body, length < 0 ? (guint) strlen (body) : (guint) length);

  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->answers, answer);
  g_mutex_unlock (&self->mutex);
}

void
rough_server_go_on (RoughServer *self)
{
  g_mutex_lock (&self->mutex);
  self->going_on = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

guint
rough_server_get_n_requests (RoughServer *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->times->len;
}

/* In monotonic microseconds. */
gint64
rough_server_get_time (RoughServer *self,
                       guint        nth)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_assert_cmpuint (nth, <, self->times->len);
  return g_array_index (self->times, gint64, nth);
}
