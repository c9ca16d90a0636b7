/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-index-file.h"

G_BEGIN_DECLS

#define SK_INDEX_MAGIC "SkIndex"
#define SK_INDEX_BYTE_ORDER 0x01020304

/* Goes up whenever the same records would be written otherwise. */
#define SK_INDEX_FORMAT 3

#define SK_INDEX_ALIGNMENT 64

typedef struct
{
  guint64 offset;
  guint64 size;               /* in bytes */
} SkIndexPlace;

/* What a file begins with. */
typedef struct
{
  char magic[8];
  guint32 byte_order;
  guint32 format;
  guint64 size;               /* of the whole file */
  guint8 key[SK_INDEX_KEY_BYTES];
  SkIndexCounts counts;
  SkIndexPlace places[SK_N_SECTIONS];
  guint32 body_checksum;      /* CRC-32 of all that follows the header */
  guint32 header_checksum;    /* CRC-32 of the header up to here */
} SkIndexHeader;

G_END_DECLS
