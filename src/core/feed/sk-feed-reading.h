/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-feed-input.h"
#include "sk-feed-reader-private.h"
#include "sk-json-splitter.h"
#include "sk-record-mapper.h"

G_BEGIN_DECLS

/* One document being read. */
typedef struct
{
  SkRecordMapper mapper;
  const SkFeedLimits *limits;
  const SkFeedHandler *handler;
  gpointer user_data;
  const SkFeedInspector *inspector;   /* NULL in a sync */
  SkFeedInfo *info;
  SkFeedInput *input;
  JsonParser *parser;
  GHashTable *ids;            /* hashes of those that were read */
  char *language;             /* of the document */
  guint64 n_usable;
  SkFeedProblem *first_refusal;
} SkFeedReading;

void       sk_feed_reading_clear       (SkFeedReading      *self);
JsonNode  *sk_feed_reading_parse       (SkFeedReading      *self,
                                        const SkJsonPiece  *piece,
                                        SkFeedProblem     **problem);
gboolean   sk_feed_reading_take_piece  (SkFeedReading      *self,
                                        const SkJsonPiece  *piece,
                                        GError            **error);
gboolean   sk_feed_reading_take_object (SkFeedReading      *self,
                                        JsonObject         *element,
                                        guint64             line,
                                        guint64             column,
                                        GError            **error);
gboolean   sk_feed_reading_refuse      (SkFeedReading      *self,
                                        SkFeedProblem      *problem /* (transfer full) */,
                                        const char         *id,
                                        guint64             line,
                                        guint64             column,
                                        GError            **error);
gboolean   sk_feed_reading_read        (SkFeedReading      *self,
                                        GError            **error);
gboolean   sk_feed_reading_tell        (SkFeedReading      *self,
                                        GPtrArray          *problems,
                                        GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkFeedReading, sk_feed_reading_clear)

G_END_DECLS
