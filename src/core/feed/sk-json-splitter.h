/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-feed-input.h"
#include "sk-feed-reader.h"

G_BEGIN_DECLS

/* Cuts a JSON document into its records, holding one of them at a time. */
typedef struct _SkJsonSplitter SkJsonSplitter;

typedef enum
{
  SK_JSON_SHAPE_OBJECT,       /* one object, all of it in the head */
  SK_JSON_SHAPE_FEED,         /* one object with a list of records in it */
  SK_JSON_SHAPE_ARRAY,        /* a list of records */
  SK_JSON_SHAPE_LINES,        /* records one after the other */
} SkJsonShape;

typedef struct
{
  const char *text;           /* of one JSON value; until the next one is asked for */
  gsize length;
  guint64 line;               /* where it starts, from 1 */
  guint64 column;             /* in characters, from 1 */
} SkJsonPiece;

SkJsonSplitter *sk_json_splitter_new       (SkFeedInput         *input,
                                            const SkFeedLimits  *limits);
void            sk_json_splitter_free      (SkJsonSplitter      *self);
gboolean        sk_json_splitter_next      (SkJsonSplitter      *self,
                                            SkJsonPiece         *piece,
                                            GError             **error);
SkJsonShape     sk_json_splitter_get_shape (SkJsonSplitter      *self);
const char     *sk_json_splitter_get_list  (SkJsonSplitter      *self);
void            sk_json_splitter_get_head  (SkJsonSplitter      *self,
                                            SkJsonPiece         *head);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkJsonSplitter, sk_json_splitter_free)

G_END_DECLS
