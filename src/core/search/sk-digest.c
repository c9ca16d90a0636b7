/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-digest.h"

#include <string.h>

#include "sk-varint.h"

static gboolean
read_number32 (const guint8 **at,
               const guint8  *end,
               guint32       *number)
{
  guint64 read;

  if (!sk_varint_read (at, end, &read) || read > G_MAXUINT32)
    return FALSE;

  *number = (guint32) read;
  return TRUE;
}

static gboolean
read_bytes (const guint8 **at,
            const guint8  *end,
            gsize          length,
            gconstpointer *bytes)
{
  if ((gsize) (end - *at) < length)
    return FALSE;

  *bytes = *at;
  *at += length;
  return TRUE;
}

static gboolean
read_sized (const guint8 **at,
            const guint8  *end,
            gconstpointer *bytes,
            gsize         *length)
{
  guint64 read;

  if (!sk_varint_read (at, end, &read))
    return FALSE;

  *length = (gsize) read;
  return read_bytes (at, end, *length, bytes);
}

static gboolean
read_newness (const guint8 **at,
              const guint8  *end,
              gint64        *newness)
{
  guint64 read;

  if (!sk_varint_read (at, end, &read))
    return FALSE;

  *newness = (gint64) read;
  return TRUE;
}

enum
{
  FLAG_SENSITIVE = 1 << 0,
  FLAG_AGES_ESTIMATED = 1 << 1,
  FLAG_VERSIONS = 1 << 2,
};

static gboolean
read_traits (const guint8 **at,
             const guint8  *end,
             SkTraits      *traits)
{
  guint32 flags;

  if (!read_number32 (at, end, &flags) || !read_number32 (at, end, &traits->needs) ||
      !read_number32 (at, end, &traits->minutes_min) ||
      !read_number32 (at, end, &traits->group_min) || !read_number32 (at, end, &traits->group_max))
    return FALSE;

  traits->sensitive = (flags & FLAG_SENSITIVE) != 0;
  traits->ages_estimated = (flags & FLAG_AGES_ESTIMATED) != 0;
  traits->versions = (flags & FLAG_VERSIONS) != 0;
  return TRUE;
}

static void
write_traits (const SkTraits *traits,
              GByteArray     *bytes)
{
  sk_varint_append (bytes, (traits->sensitive ? FLAG_SENSITIVE : 0) |
                             (traits->ages_estimated ? FLAG_AGES_ESTIMATED : 0) |
                             (traits->versions ? FLAG_VERSIONS : 0));
  sk_varint_append (bytes, traits->needs);
  sk_varint_append (bytes, traits->minutes_min);
  sk_varint_append (bytes, traits->group_min);
  sk_varint_append (bytes, traits->group_max);
}

/**
 * sk_digest_read:
 * @self: (out caller-allocates): what is found; it points into @bytes
 * @bytes: (array length=length): what [func@digest_write] wrote, or anything else
 *
 * Returns: whether it is a digest
 */
gboolean
sk_digest_read (SkDigest     *self,
                const guint8 *bytes,
                gsize         length)
{
  const guint8 *at = bytes;
  const guint8 *end = bytes + length;
  gconstpointer hash;
  gconstpointer id;
  gconstpointer key;
  gconstpointer values;
  gsize id_length;
  gsize values_length;

  if (!sk_varint_read (&at, end, &self->row) ||
      !read_bytes (&at, end, SK_DIGEST_HASH_BYTES, &hash) ||
      !read_newness (&at, end, &self->newness))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (self->spans); i++)
    if (!read_number32 (&at, end, &self->spans[i].low) ||
        !read_number32 (&at, end, &self->spans[i].high))
      return FALSE;

  if (!read_traits (&at, end, &self->traits) || !read_sized (&at, end, &id, &id_length) ||
      !read_sized (&at, end, &key, &self->title_key_length) ||
      !read_sized (&at, end, &values, &values_length) || id_length == 0 ||
      ((const char *) id)[id_length - 1] != '\0')
    return FALSE;

  self->hash = hash;
  self->id = id;
  self->title_key = key;
  self->values = values;
  self->values_end = at;
  self->tokens = at;
  self->end = end;
  return TRUE;
}

/**
 * sk_digest_write:
 * @self: what to write; its values and tokens aside
 * @values: (element-type guint32): the record's values
 * @tokens: (element-type guint32): the record's tokens
 * @bytes: where it is added
 */
void
sk_digest_write (const SkDigest *self,
                 GArray         *values,
                 GArray         *tokens,
                 GByteArray     *bytes)
{
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  gsize id_length = strlen (self->id) + 1;

  sk_varint_append (bytes, self->row);
  g_byte_array_append (bytes, self->hash, SK_DIGEST_HASH_BYTES);
  sk_varint_append (bytes, (guint64) self->newness);

  for (guint i = 0; i < G_N_ELEMENTS (self->spans); i++)
    {
      sk_varint_append (bytes, self->spans[i].low);
      sk_varint_append (bytes, self->spans[i].high);
    }
  write_traits (&self->traits, bytes);

  sk_varint_append (bytes, id_length);
  g_byte_array_append (bytes, (const guint8 *) self->id, (guint) id_length);
  sk_varint_append (bytes, self->title_key_length);
  g_byte_array_append (bytes, (const guint8 *) self->title_key, (guint) self->title_key_length);

  for (guint i = 0; i < values->len; i++)
    sk_varint_append (packed, g_array_index (values, guint32, i));
  sk_varint_append (bytes, packed->len);
  g_byte_array_append (bytes, packed->data, packed->len);

  for (guint i = 0; i < tokens->len; i++)
    sk_varint_append (bytes, g_array_index (tokens, guint32, i));
}

/**
 * sk_digest_next_value:
 * @self: moved on
 * @value: (out): a value's number
 *
 * Returns: whether there was another one
 */
gboolean
sk_digest_next_value (SkDigest *self,
                      guint32  *value)
{
  return read_number32 (&self->values, self->values_end, value);
}

/**
 * sk_digest_next_token:
 * @self: moved on
 * @token: (out): %SK_TOKEN_NEXT_FIELD, %SK_TOKEN_BREAK, or a word's number plus
 *   %SK_TOKEN_WORDS
 *
 * Returns: whether there was another one
 */
gboolean
sk_digest_next_token (SkDigest *self,
                      guint32  *token)
{
  return read_number32 (&self->tokens, self->end, token);
}
