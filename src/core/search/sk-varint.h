/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers in as few bytes as they need: seven bits a byte, the lowest first; a byte with the
 * eighth bit set is not the last. */

static inline void
sk_varint_append (GByteArray *bytes,
                  guint64     number)
{
  guint8 buffer[10];
  guint length = 0;

  for (; number > 0x7f; number >>= 7)
    buffer[length++] = (guint8) (number | 0x80);
  buffer[length++] = (guint8) number;

  g_byte_array_append (bytes, buffer, length);
}

/* Reads a number and moves @at beyond it; FALSE where there is none before @end. */
static inline gboolean
sk_varint_read (const guint8 **at,
                const guint8  *end,
                guint64       *number)
{
  guint64 read = 0;

  for (guint shift = 0; *at < end && shift < 64; shift += 7)
    {
      guint8 byte = *(*at)++;

      read |= (guint64) (byte & 0x7f) << shift;
      if (byte < 0x80)
        {
          *number = read;
          return TRUE;
        }
    }

  return FALSE;
}

G_END_DECLS
