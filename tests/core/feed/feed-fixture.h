/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/sk-feed-reader.h"

G_BEGIN_DECLS

/* Everything that reading one document gave. */
typedef struct
{
  GPtrArray *resources;       /* SkResource */
  GPtrArray *withdrawn;       /* ids */
  GPtrArray *curated;         /* SkCollection and SkEvent */
  GPtrArray *problems;        /* SkFeedProblem */
  SkFeedInfo info;
  GError *error;
} FeedResult;

void           feed_result_clear     (FeedResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FeedResult, feed_result_clear)

SkFeedReader  *feed_reader_new       (void);
void           feed_read_stream      (GInputStream       *stream,
                                      const char         *base_uri,
                                      const SkFeedLimits *limits,
                                      FeedResult         *result);
void           feed_read_bytes       (const void         *bytes,
                                      gssize              length,
                                      FeedResult         *result);
void           feed_read_shape       (const char         *name,
                                      FeedResult         *result);
SkResource    *feed_get_resource     (FeedResult         *result,
                                      guint               nth);
void           feed_assert_problem   (FeedResult         *result,
                                      guint               nth,
                                      guint64             index,
                                      const char         *code,
                                      const char         *path);

/* A stream that is made up as it is read: a head, a unit some times, a tail. */
typedef void (*FeedUnitFunc) (GString *text, guint64 nth);
GInputStream  *feed_endless_new      (const char         *head,
                                      FeedUnitFunc        unit,
                                      guint64             n_units,
                                      const char         *tail);

G_END_DECLS
