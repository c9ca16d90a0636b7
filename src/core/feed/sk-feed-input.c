/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-input.h"

#include <glib/gi18n.h>

#define BUFFER_BYTES (128 * 1024)

/**
 * sk_feed_input_new:
 * @stream: where the bytes come from
 * @max_bytes: how many may come
 * @cancellable: (nullable): stops the reading
 *
 * Returns: (transfer full): an input that has read nothing yet
 */
SkFeedInput *
sk_feed_input_new (GInputStream *stream,
                   guint64       max_bytes,
                   GCancellable *cancellable)
{
  SkFeedInput *self = g_new0 (SkFeedInput, 1);

  self->stream = g_object_ref (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->buffer = g_malloc (BUFFER_BYTES);
  self->captured = g_byte_array_new ();
  self->max_bytes = max_bytes;
  self->line = 1;
  self->column = 1;

  return self;
}

/**
 * sk_feed_input_free:
 * @self: (transfer full): an input
 */
void
sk_feed_input_free (SkFeedInput *self)
{
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->captured, g_byte_array_unref);
  g_clear_error (&self->error);
  g_free (self->buffer);
  g_free (self);
}

static gboolean
fail_too_large (SkFeedInput *self,
                guint64      limit)
{
  g_autofree char *size = g_format_size (limit);

  g_set_error (&self->error, SK_FEED_ERROR, SK_FEED_ERROR_TOO_LARGE,
               _("The catalogue is too large: more than %s. Check the address, or ask its publisher "
                 "to split it."),
               size);
  return FALSE;
}

static gboolean
fail_capture_too_large (SkFeedInput *self)
{
  g_autofree char *size = g_format_size (self->max_capture);
  guint64 line;

  sk_feed_input_locate (self, &line, NULL);
  g_set_error (&self->error, SK_FEED_ERROR, SK_FEED_ERROR_TOO_LARGE,
               _("The catalogue has a record or a part of more than %s (line %lu), which is too large "
                 "to be read. Tell its publisher."),
               size, (gulong) line);
  return FALSE;
}

/* Counts lines, and in the last of them characters, up to the next byte to be read. */
static void
place (SkFeedInput *self)
{
  for (gsize i = self->placed; i < self->position; i++)
    {
      if (self->buffer[i] == '\n')
        {
          self->line++;
          self->column = 1;
        }
      else if ((self->buffer[i] & 0xc0) != 0x80)
        {
          self->column++;
        }
    }

  self->placed = self->position;
}

static gboolean
keep_captured (SkFeedInput *self)
{
  gsize length = self->length - self->capture_start;

  if (self->captured->len + length > self->max_capture)
    return fail_capture_too_large (self);

  g_byte_array_append (self->captured, self->buffer + self->capture_start, (guint) length);
  self->capture_start = 0;
  return TRUE;
}

static gboolean
read_buffer (SkFeedInput *self,
             gsize        at_least)
{
  self->length = self->position = self->placed = 0;

  while (self->length < at_least)
    {
      gssize n_read;

      /* Not every stream looks. */
      if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
        break;

      n_read = g_input_stream_read (self->stream, self->buffer + self->length,
                                    BUFFER_BYTES - self->length, self->cancellable, &self->error);
      if (n_read <= 0)
        break;

      self->length += (gsize) n_read;
      self->n_bytes += (guint64) n_read;
    }

  if (self->error == NULL && self->n_bytes > self->max_bytes)
    fail_too_large (self, self->max_bytes);

  if (self->error != NULL)
    self->length = 0;

  return self->length > 0;
}

/**
 * sk_feed_input_fill:
 *
 * Fetches the next bytes once all that are here were read.
 *
 * Returns: whether there are any; where not, `error` tells an end from a failure
 */
gboolean
sk_feed_input_fill (SkFeedInput *self)
{
  if (self->error != NULL)
    return FALSE;

  place (self);
  if (self->capturing && !keep_captured (self))
    {
      self->length = self->position = self->placed = 0;
      return FALSE;
    }

  return read_buffer (self, 1);
}

/**
 * sk_feed_input_fill_first:
 *
 * Fetches enough of the document's start to tell what it is.
 *
 * Returns: whether there are any bytes
 */
gboolean
sk_feed_input_fill_first (SkFeedInput *self)
{
  return read_buffer (self, BUFFER_BYTES / 2);
}

/**
 * sk_feed_input_skip_spaces:
 *
 * Moves past the white space of JSON (RFC 8259, section 2).
 */
void
sk_feed_input_skip_spaces (SkFeedInput *self)
{
  for (;;)
    {
      int c = sk_feed_input_peek (self);

      if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
        return;

      self->position++;
    }
}

/**
 * sk_feed_input_begin_capture:
 * @max_bytes: how long the capture may get
 *
 * Keeps what is read from here on.
 */
void
sk_feed_input_begin_capture (SkFeedInput *self,
                             guint64      max_bytes)
{
  g_byte_array_set_size (self->captured, 0);
  self->capture_start = self->position;
  self->max_capture = max_bytes;
  self->capturing = TRUE;
}

/**
 * sk_feed_input_end_capture:
 * @length: (out): of the text, in bytes
 *
 * Returns: (transfer none) (nullable): what was read since the capture began, until the next
 *   read; %NULL where it got too long
 */
const char *
sk_feed_input_end_capture (SkFeedInput *self,
                           gsize       *length)
{
  gsize rest = self->position - self->capture_start;

  self->capturing = FALSE;
  *length = self->captured->len + rest;

  if (*length > self->max_capture)
    {
      if (self->error == NULL)
        fail_capture_too_large (self);
      return NULL;
    }

  /* What lies in one buffer is not copied. */
  if (self->captured->len == 0)
    return (const char *) self->buffer + self->capture_start;

  g_byte_array_append (self->captured, self->buffer + self->capture_start, (guint) rest);
  return (const char *) self->captured->data;
}

/**
 * sk_feed_input_read_rest:
 * @max_bytes: how much that may be
 * @text: (out) (transfer none): the document from here to its end
 * @length: (out): its length in bytes
 *
 * Returns: whether it could be read
 */
gboolean
sk_feed_input_read_rest (SkFeedInput  *self,
                         guint64       max_bytes,
                         const char  **text,
                         gsize        *length,
                         GError      **error)
{
  sk_feed_input_begin_capture (self, max_bytes);
  do
    self->position = self->length;
  while (sk_feed_input_fill (self));

  *text = sk_feed_input_end_capture (self, length);
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * sk_feed_input_locate:
 * @line: (out): the line of the next byte, from 1
 * @column: (out) (optional): its column, in characters from 1
 */
void
sk_feed_input_locate (SkFeedInput *self,
                      guint64     *line,
                      guint64     *column)
{
  place (self);
  *line = self->line;
  if (column != NULL)
    *column = self->column;
}
