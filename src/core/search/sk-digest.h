/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-index-file.h"
#include "sk-span.h"

G_BEGIN_DECLS

/* What no facet has of a record, but a plan for a group asks for; 0: not stated. */
typedef struct
{
  guint32 needs;              /* a bit for each of sk_needs */
  guint32 minutes_min;
  guint32 group_min;
  guint32 group_max;
  gboolean sensitive;
  gboolean ages_estimated;
  gboolean versions;          /* names the same work in other languages */
} SkTraits;

/* All that an index knows of one record, in a few hundred bytes: what it is made from, and
 * from which the next one is made where the record stays the same. Values of facets and words
 * are numbered in the order in which the index met them. */
typedef struct
{
  guint64 row;
  const guint8 *hash;         /* SK_DIGEST_HASH_BYTES */
  gint64 newness;             /* seconds since the epoch; G_MININT64: undated */
  SkSpan spans[2];            /* of ages and of length */
  SkTraits traits;
  const char *id;
  const char *title_key;      /* sorts as the title does, by its bytes */
  gsize title_key_length;

  const guint8 *values;       /* for sk_digest_next_value() */
  const guint8 *values_end;
  const guint8 *tokens;       /* for sk_digest_next_token() */
  const guint8 *end;
} SkDigest;

/* Half of the hash that the store knows a record by. */
#define SK_DIGEST_HASH_BYTES 16

/* What stands between the words. */
#define SK_TOKEN_NEXT_FIELD 0 /* title, then keywords and publishers, then description */
#define SK_TOKEN_BREAK 1      /* another text of the same field, so no phrase goes across */
#define SK_TOKEN_WORDS 2      /* and from here on, words */

gboolean sk_digest_read       (SkDigest        *self,
                               const guint8    *bytes,
                               gsize            length);
void     sk_digest_write      (const SkDigest  *self,
                               GArray          *values,
                               GArray          *tokens,
                               GByteArray      *bytes);
gboolean sk_digest_next_value (SkDigest        *self,
                               guint32         *value);
gboolean sk_digest_next_token (SkDigest        *self,
                               guint32         *token);

G_END_DECLS
