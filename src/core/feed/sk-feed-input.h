/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sk-feed-error.h"

G_BEGIN_DECLS

/* The bytes of a document, one buffer at a time, with their place in it. */
typedef struct
{
  GInputStream *stream;
  GCancellable *cancellable;
  guint8 *buffer;
  gsize length;               /* of what the buffer holds */
  gsize position;             /* of the next byte in it */
  gsize placed;               /* how far in it line and column were counted */
  guint64 line;               /* of that place, from 1 */
  guint64 column;             /* in characters, from 1 */
  guint64 n_bytes;            /* read from the stream so far */
  guint64 max_bytes;
  GByteArray *captured;       /* of the capture, what has left the buffer */
  gsize capture_start;        /* in the buffer */
  guint64 max_capture;
  gboolean capturing;
  GError *error;              /* why it ended before the end */
} SkFeedInput;

#define SK_FEED_INPUT_END (-1)

SkFeedInput *sk_feed_input_new           (GInputStream  *stream,
                                          guint64        max_bytes,
                                          GCancellable  *cancellable);
void         sk_feed_input_free          (SkFeedInput   *self);
gboolean     sk_feed_input_fill          (SkFeedInput   *self);
gboolean     sk_feed_input_fill_first    (SkFeedInput   *self);
void         sk_feed_input_skip_spaces   (SkFeedInput   *self);
void         sk_feed_input_begin_capture (SkFeedInput   *self,
                                          guint64        max_bytes);
const char  *sk_feed_input_end_capture   (SkFeedInput   *self,
                                          gsize         *length);
gboolean     sk_feed_input_read_rest     (SkFeedInput   *self,
                                          guint64        max_bytes,
                                          const char   **text,
                                          gsize         *length,
                                          GError       **error);
void         sk_feed_input_locate        (SkFeedInput   *self,
                                          guint64       *line,
                                          guint64       *column);

/* The next byte, left in its place, or SK_FEED_INPUT_END. */
static inline int
sk_feed_input_peek (SkFeedInput *self)
{
  if (self->position == self->length && !sk_feed_input_fill (self))
    return SK_FEED_INPUT_END;

  return self->buffer[self->position];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkFeedInput, sk_feed_input_free)

G_END_DECLS
