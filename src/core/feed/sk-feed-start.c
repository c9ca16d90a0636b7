/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-dialect.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_LOOKED_AT 4096

typedef struct
{
  const char *bytes;
  gsize length;
  const char *name;
} Magic;

static const Magic magics[] = {
  {"%PDF", 4, N_("a PDF document")},
  {"PK\x03\x04", 4, N_("a ZIP archive")},
  {"\x1f\x8b", 2, N_("a gzip archive")},
  {"\x28\xb5\x2f\xfd", 4, N_("a Zstandard archive")},
  {"\x89PNG", 4, N_("a picture")},
  {"\xff\xd8\xff", 3, N_("a picture")},
  {"GIF8", 4, N_("a picture")},
  {"SQLite format 3", 15, N_("a database")},
};

static gboolean
refuse (GError      **error,
        SkFeedError   code,
        const char   *message)
{
  g_set_error_literal (error, SK_FEED_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_magic (const guint8  *bytes,
              gsize          length,
              GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].length && memcmp (bytes, magics[i].bytes, magics[i].length) == 0)
      {
        g_set_error (error, SK_FEED_ERROR, SK_FEED_ERROR_NOT_A_FEED,
                     _("This is %s, not a catalogue. Check the address."), _(magics[i].name));
        return FALSE;
      }

  return refuse (error, SK_FEED_ERROR_NOT_A_FEED,
                 _("This is a binary file, not a catalogue. Check the address."));
}

static gboolean
is_utf_16 (const guint8 *bytes,
           gsize         length)
{
  if (length < 2)
    return FALSE;
  if ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff))
    return TRUE;

  return (bytes[0] == '\0') != (bytes[1] == '\0') &&
         strchr ("{[<", bytes[0] == '\0' ? bytes[1] : bytes[0]) != NULL;
}

/* Where the look ends in the middle of a character, that is no fault of the text. */
static gboolean
is_text (const guint8 *bytes,
         gsize         length)
{
  const char *end;

  if (memchr (bytes, '\0', length) != NULL)
    return FALSE;

  return g_utf8_validate_len ((const char *) bytes, length, &end) ||
         length - (gsize) (end - (const char *) bytes) < 4;
}

static guint
count_marks (const guint8 *line,
             gsize         length,
             char          mark)
{
  guint n_marks = 0;

  for (gsize i = 0; i < length && line[i] != '\n'; i++)
    if (line[i] == mark)
      n_marks++;

  return n_marks;
}

/* Its first two lines are parted alike. */
static gboolean
is_table (const guint8 *bytes,
          gsize         length)
{
  const guint8 *end = memchr (bytes, '\n', length);

  if (end == NULL)
    return FALSE;

  for (const char *mark = ";,\t"; *mark != '\0'; mark++)
    if (count_marks (bytes, length, *mark) >= 2 &&
        count_marks (end + 1, length - (gsize) (end + 1 - bytes), *mark) >= 2)
      return TRUE;

  return FALSE;
}

static gboolean
refuse_text (const guint8  *bytes,
             gsize          length,
             GError       **error)
{
  if (is_table (bytes, length))
    return refuse (error, SK_FEED_ERROR_DIALECT,
                   _("This is a table (CSV), which Sidekick does not read yet. Ask its publisher for "
                     "the catalogue as a JSON feed."));

  return refuse (error, SK_FEED_ERROR_NOT_A_FEED,
                 _("This is plain text, not a catalogue in JSON. Check the address."));
}

static gboolean
refuse_markup (const guint8  *bytes,
               gsize          length,
               GError       **error)
{
  if (g_strstr_len ((const char *) bytes, (gssize) length, "<rss") != NULL ||
      g_strstr_len ((const char *) bytes, (gssize) length, "<feed") != NULL)
    return refuse (error, SK_FEED_ERROR_DIALECT,
                   _("This is an RSS or Atom feed, which Sidekick does not read. Ask its publisher for "
                     "the catalogue as a JSON feed."));

  return refuse (error, SK_FEED_ERROR_DIALECT,
                 _("This is XML, which Sidekick does not read. Ask its publisher for the catalogue as "
                   "a JSON feed."));
}

static gboolean
is_xml (const guint8 *bytes,
        gsize         length)
{
  const char *text = (const char *) bytes;

  return length > 4 && (g_str_has_prefix (text, "<?xml") || g_str_has_prefix (text, "<rss") ||
                        g_str_has_prefix (text, "<feed")) &&
         g_strstr_len (text, (gssize) length, "<html") == NULL;
}

static gboolean
skip_mark (SkFeedInput  *input,
           GError      **error)
{
  const guint8 *bytes = input->buffer;

  if (is_utf_16 (bytes, input->length))
    return refuse (error, SK_FEED_ERROR_SYNTAX,
                   _("The document is written in UTF-16. Its publisher has to save it as UTF-8."));

  if (input->length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    input->position = input->placed = 3;

  return TRUE;
}

/**
 * sk_dialect_sniff_start:
 * @input: a document of which nothing was read
 * @start: (out): how to read it
 *
 * Looks at a document's first bytes, past a byte order mark and white space.
 *
 * Returns: whether it can be a feed; if not, @error says what it is
 */
gboolean
sk_dialect_sniff_start (SkFeedInput  *input,
                        SkFeedStart  *start,
                        GError      **error)
{
  const guint8 *bytes;
  gsize length;
  int c;

  sk_feed_input_fill_first (input);
  if (!skip_mark (input, error))
    return FALSE;

  sk_feed_input_skip_spaces (input);
  c = sk_feed_input_peek (input);
  bytes = input->buffer + input->position;
  length = MIN (input->length - input->position, N_LOOKED_AT);

  if (input->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&input->error));
      return FALSE;
    }
  if (c == SK_FEED_INPUT_END)
    return refuse (error, SK_FEED_ERROR_EMPTY,
                   _("The document is empty. Check the address, or fetch it again later."));

  *start = c == '<' ? SK_FEED_START_HTML : SK_FEED_START_JSON;
  if (c == '{' || c == '[')
    return TRUE;
  if (!is_text (bytes, length) && c != '<')
    return refuse_magic (bytes, length, error);
  if (c != '<')
    return refuse_text (bytes, length, error);

  return !is_xml (bytes, length) || refuse_markup (bytes, length, error);
}
