/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-json-splitter.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-json-normalizer.h"

typedef enum
{
  STATE_START,
  STATE_FIRST_MEMBER,
  STATE_MEMBER,
  STATE_FIRST_ELEMENT,
  STATE_ELEMENT,
  STATE_AFTER,
  STATE_LINES,
  STATE_END,
} State;

struct _SkJsonSplitter
{
  SkFeedInput *input;
  const SkFeedLimits *limits;
  State state;
  SkJsonShape shape;
  const char *list;
  GString *brackets;          /* those that are open, outermost first */
  GString *head;              /* without its closing brace */
  GString *whole;             /* the head with it */
  guint64 head_line;
  guint64 head_next;          /* the line that its end is in */
  guint64 head_column;
};

/**
 * sk_json_splitter_new:
 * @input: the document; outlives the splitter
 * @limits: how much is read; outlives the splitter
 *
 * Reads a document of RFC 8259 as a stream. Its structure is checked here: brackets,
 * strings, depth. What is in a record is left to whoever reads the record.
 *
 * Returns: (transfer full): a splitter at the document's start
 */
SkJsonSplitter *
sk_json_splitter_new (SkFeedInput        *input,
                      const SkFeedLimits *limits)
{
  SkJsonSplitter *self = g_new0 (SkJsonSplitter, 1);

  self->input = input;
  self->limits = limits;
  self->brackets = g_string_new (NULL);
  self->head = g_string_new (NULL);
  self->whole = g_string_new (NULL);

  return self;
}

/**
 * sk_json_splitter_free:
 * @self: (transfer full): a splitter
 */
void
sk_json_splitter_free (SkJsonSplitter *self)
{
  g_string_free (self->brackets, TRUE);
  g_string_free (self->head, TRUE);
  g_string_free (self->whole, TRUE);
  g_free (self);
}

/* At a byte that should not be there, or at the end. */
static gboolean
fail (SkJsonSplitter  *self,
      GError         **error)
{
  guint64 line;
  guint64 column;
  int c = sk_feed_input_peek (self->input);

  sk_feed_input_locate (self->input, &line, &column);

  if (self->input->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->input->error));
  else if (c == SK_FEED_INPUT_END)
    g_set_error (error, SK_FEED_ERROR, SK_FEED_ERROR_SYNTAX,
                 _("The document stops in the middle (line %lu). It was cut off on its way here or "
                   "while it was written: fetch it again."),
                 (gulong) line);
  else if (c == '\0')
    g_set_error (error, SK_FEED_ERROR, SK_FEED_ERROR_SYNTAX,
                 _("The document is damaged: it has a NUL byte at line %lu, column %lu. Fetch it "
                   "again."),
                 (gulong) line, (gulong) column);
  else
    g_set_error (error, SK_FEED_ERROR, SK_FEED_ERROR_SYNTAX,
                 _("The document is not correct JSON: see line %lu, column %lu. Tell its publisher."),
                 (gulong) line, (gulong) column);

  return FALSE;
}

static gboolean
open_bracket (SkJsonSplitter  *self,
              GError         **error)
{
  guint64 line;

  if (self->brackets->len < self->limits->max_depth)
    {
      g_string_append_c (self->brackets, (char) self->input->buffer[self->input->position++]);
      return TRUE;
    }

  sk_feed_input_locate (self->input, &line, NULL);
  g_set_error (error, SK_FEED_ERROR, SK_FEED_ERROR_TOO_DEEP,
               _("The document is nested deeper than %u levels (line %lu), as no catalogue is. Check "
                 "the address, or tell its publisher."),
               self->limits->max_depth, (gulong) line);
  return FALSE;
}

static gboolean
close_bracket (SkJsonSplitter  *self,
               GError         **error)
{
  char opened = self->brackets->len > 0 ? self->brackets->str[self->brackets->len - 1] : '\0';
  char closing = (char) self->input->buffer[self->input->position];

  if (opened != (closing == '}' ? '{' : '['))
    return fail (self, error);

  g_string_truncate (self->brackets, self->brackets->len - 1);
  self->input->position++;
  return TRUE;
}

static gboolean
skip_string (SkJsonSplitter  *self,
             GError         **error)
{
  SkFeedInput *input = self->input;
  gboolean escaped = FALSE;

  input->position++;

  while (sk_feed_input_peek (input) != SK_FEED_INPUT_END)
    {
      const guint8 *byte = input->buffer + input->position;
      const guint8 *end = input->buffer + input->length;

      if (escaped)
        byte++;
      escaped = FALSE;

      while (byte < end && *byte != '"' && *byte != '\\')
        byte++;

      input->position = (gsize) (byte - input->buffer);
      if (byte == end)
        continue;

      input->position++;
      if (*byte == '"')
        return TRUE;

      escaped = TRUE;
    }

  return fail (self, error);
}

static void
skip_word (SkFeedInput *input)
{
  for (;;)
    {
      int c = sk_feed_input_peek (input);

      if (c <= ' ' || strchr ("{}[],:\"", c) != NULL)
        return;

      input->position++;
    }
}

static gboolean
skip_token (SkJsonSplitter  *self,
            GError         **error)
{
  int c = sk_feed_input_peek (self->input);

  switch (c)
    {
    case '"':
      return skip_string (self, error);
    case '{':
    case '[':
      return open_bracket (self, error);
    case '}':
    case ']':
      return close_bracket (self, error);
    case ',':
    case ':':
      self->input->position++;
      return TRUE;
    default:
      if (c < ' ')
        return fail (self, error);
      skip_word (self->input);
      return TRUE;
    }
}

static gboolean
skip_value (SkJsonSplitter  *self,
            GError         **error)
{
  gsize depth = self->brackets->len;
  int c = sk_feed_input_peek (self->input);

  if (c == ',' || c == ':' || c == '}' || c == ']')
    return fail (self, error);

  do
    {
      sk_feed_input_skip_spaces (self->input);
      if (!skip_token (self, error))
        return FALSE;
    }
  while (self->brackets->len > depth);

  return TRUE;
}

static gboolean
cut_value (SkJsonSplitter  *self,
           guint64          max_bytes,
           SkJsonPiece     *piece,
           GError         **error)
{
  sk_feed_input_locate (self->input, &piece->line, &piece->column);
  sk_feed_input_begin_capture (self->input, max_bytes);
  if (!skip_value (self, error))
    return FALSE;

  piece->text = sk_feed_input_end_capture (self->input, &piece->length);
  return piece->text != NULL || fail (self, error);
}

static gboolean
take (SkJsonSplitter *self,
      int             expected)
{
  sk_feed_input_skip_spaces (self->input);
  if (sk_feed_input_peek (self->input) != expected)
    return FALSE;

  self->input->position++;
  return TRUE;
}

static guint64
count_lines (const SkJsonPiece *piece)
{
  guint64 n_lines = 0;

  for (gsize i = 0; i < piece->length; i++)
    if (piece->text[i] == '\n')
      n_lines++;

  return n_lines;
}

static gboolean
add_to_head (SkJsonSplitter  *self,
             SkJsonPiece     *piece,
             GError         **error)
{
  guint64 room = self->limits->max_whole_bytes - MIN (self->limits->max_whole_bytes, self->head->len);

  if (!cut_value (self, room, piece, error))
    return FALSE;

  /* Its lines stay those of the document, for whoever finds fault with it. */
  for (; self->head_next < piece->line && self->head->len < self->limits->max_whole_bytes;
       self->head_next++)
    g_string_append_c (self->head, '\n');
  self->head_next += count_lines (piece);

  g_string_append_len (self->head, piece->text, (gssize) piece->length);
  return TRUE;
}

/* The name of a list of records among the members of a feed: the key lies in its quotes. */
static const char *
find_list (const char *key,
           gsize       length)
{
  static const char * const lists[] = {"dataFeedElement", "itemListElement"};
  g_autofree char *name = g_strndup (key + 1, length - 2);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (sk_json_strip_prefix (name), lists[i]))
      return lists[i];

  return NULL;
}

static gboolean
read_member (SkJsonSplitter  *self,
             GError         **error)
{
  gsize head_length = self->head->len;
  const char *list;
  SkJsonPiece piece;

  if (self->state == STATE_MEMBER)
    g_string_append_c (self->head, ',');
  if (sk_feed_input_peek (self->input) != '"')
    return fail (self, error);
  if (!add_to_head (self, &piece, error))
    return FALSE;

  list = find_list (piece.text, piece.length);
  if (!take (self, ':'))
    return fail (self, error);

  sk_feed_input_skip_spaces (self->input);
  if (list != NULL && sk_feed_input_peek (self->input) == '[')
    {
      g_string_truncate (self->head, head_length);
      self->list = list;
      self->shape = SK_JSON_SHAPE_FEED;
      self->state = STATE_FIRST_ELEMENT;
      return open_bracket (self, error);
    }

  self->state = STATE_MEMBER;
  g_string_append_c (self->head, ':');
  return add_to_head (self, &piece, error);
}

static gboolean
read_members (SkJsonSplitter  *self,
              GError         **error)
{
  gboolean first = self->state == STATE_FIRST_MEMBER;

  sk_feed_input_skip_spaces (self->input);
  if (sk_feed_input_peek (self->input) == '}')
    {
      self->state = STATE_AFTER;
      return close_bracket (self, error);
    }

  if (!first && !take (self, ','))
    return fail (self, error);

  /* What follows the list is parted from what stands before it, if anything does. */
  if (self->head->len == 1)
    self->state = STATE_FIRST_MEMBER;

  sk_feed_input_skip_spaces (self->input);
  return read_member (self, error);
}

static gboolean
start (SkJsonSplitter  *self,
       GError         **error)
{
  sk_feed_input_skip_spaces (self->input);
  sk_feed_input_locate (self->input, &self->head_line, &self->head_column);

  switch (sk_feed_input_peek (self->input))
    {
    case '{':
      self->shape = SK_JSON_SHAPE_OBJECT;
      self->state = STATE_FIRST_MEMBER;
      self->head_next = self->head_line;
      g_string_append_c (self->head, '{');
      return open_bracket (self, error);
    case '[':
      self->shape = SK_JSON_SHAPE_ARRAY;
      self->state = STATE_FIRST_ELEMENT;
      return open_bracket (self, error);
    default:
      return fail (self, error);
    }
}

static gboolean
end_list (SkJsonSplitter  *self,
          GError         **error)
{
  self->state = self->shape == SK_JSON_SHAPE_FEED ? STATE_MEMBER : STATE_AFTER;
  return close_bracket (self, error);
}

static gboolean
read_element (SkJsonSplitter  *self,
              SkJsonPiece     *piece,
              GError         **error)
{
  sk_feed_input_skip_spaces (self->input);
  if (sk_feed_input_peek (self->input) == ']')
    return end_list (self, error);

  if (self->state == STATE_ELEMENT && !take (self, ','))
    return fail (self, error);

  self->state = STATE_ELEMENT;
  sk_feed_input_skip_spaces (self->input);
  return cut_value (self, self->limits->max_record_bytes, piece, error);
}

/* Behind the first value. Where another follows an object, both are records. */
static gboolean
look_after (SkJsonSplitter  *self,
            SkJsonPiece     *piece,
            GError         **error)
{
  sk_feed_input_skip_spaces (self->input);
  if (sk_feed_input_peek (self->input) == SK_FEED_INPUT_END)
    {
      self->state = STATE_END;
      return self->input->error == NULL || fail (self, error);
    }

  if (self->shape != SK_JSON_SHAPE_OBJECT)
    return fail (self, error);

  self->shape = SK_JSON_SHAPE_LINES;
  self->state = STATE_LINES;
  sk_json_splitter_get_head (self, piece);
  return TRUE;
}

static gboolean
read_line (SkJsonSplitter  *self,
           SkJsonPiece     *piece,
           GError         **error)
{
  sk_feed_input_skip_spaces (self->input);
  if (sk_feed_input_peek (self->input) == SK_FEED_INPUT_END)
    {
      self->state = STATE_END;
      return self->input->error == NULL || fail (self, error);
    }

  return cut_value (self, self->limits->max_record_bytes, piece, error);
}

static gboolean
step (SkJsonSplitter  *self,
      SkJsonPiece     *piece,
      GError         **error)
{
  switch (self->state)
    {
    case STATE_START:
      return start (self, error);
    case STATE_FIRST_MEMBER:
    case STATE_MEMBER:
      return read_members (self, error);
    case STATE_FIRST_ELEMENT:
    case STATE_ELEMENT:
      return read_element (self, piece, error);
    case STATE_AFTER:
      return look_after (self, piece, error);
    case STATE_LINES:
      return read_line (self, piece, error);
    case STATE_END:
    default:
      return TRUE;
    }
}

/**
 * sk_json_splitter_next:
 * @piece: (out caller-allocates): the next record, until the one after it is asked for
 *
 * Cuts off the next record.
 *
 * Returns: whether there is one; at the end of the document %FALSE without @error set
 */
gboolean
sk_json_splitter_next (SkJsonSplitter  *self,
                       SkJsonPiece     *piece,
                       GError         **error)
{
  *piece = (SkJsonPiece){NULL};

  while (piece->text == NULL && self->state != STATE_END)
    if (!step (self, piece, error))
      return FALSE;

  return piece->text != NULL;
}

/**
 * sk_json_splitter_get_shape:
 *
 * Returns: what the document is, as far as it was read
 */
SkJsonShape
sk_json_splitter_get_shape (SkJsonSplitter *self)
{
  return self->shape;
}

/**
 * sk_json_splitter_get_list:
 *
 * Returns: (nullable): the name of the list of records, "dataFeedElement", where the
 *   document is an object with one
 */
const char *
sk_json_splitter_get_list (SkJsonSplitter *self)
{
  return self->list;
}

/**
 * sk_json_splitter_get_head:
 * @head: (out caller-allocates): the object without its list of records, as far as it was
 *   read; until the next record is asked for
 */
void
sk_json_splitter_get_head (SkJsonSplitter *self,
                           SkJsonPiece    *head)
{
  g_string_truncate (self->whole, 0);
  g_string_append_len (self->whole, self->head->str, (gssize) self->head->len);
  g_string_append_c (self->whole, '}');
  head->text = self->whole->str;
  head->length = self->whole->len;
  head->line = self->head_line;
  head->column = self->head_column;
}
