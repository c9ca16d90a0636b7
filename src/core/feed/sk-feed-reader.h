/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/sk-collection.h"
#include "model/sk-event.h"
#include "model/sk-resource.h"
#include "model/sk-vocabularies.h"
#include "sk-feed-error.h"
#include "sk-feed-problem.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 max_bytes;          /* of the whole document; default 4 GiB */
  guint64 max_record_bytes;   /* of one record; default 8 MiB */
  guint64 max_whole_bytes;    /* of what must be read whole: @graph, HTML; default 64 MiB */
  guint64 max_records;        /* default 5,000,000 */
  guint64 max_curated;        /* collections and events; default 200 */
  guint   max_depth;          /* of nesting; default 64 */
} SkFeedLimits;

extern const SkFeedLimits sk_feed_limits_default;

typedef enum
{
  SK_FEED_KIND_RECORDS,       /* DataFeed, ItemList, array, JSON Lines, @graph, HTML, one record */
  SK_FEED_KIND_INDEX,         /* a published feed's index: see SkFeedIndex */
} SkFeedKind;

/* What the document says of itself. Filled by a read; strings may be NULL. */
typedef struct
{
  SkFeedKind kind;
  const char *dialect;        /* static: "data-feed" "item-list" "array" "json-lines" "graph" "html" "record" "index" */
  SkLangString *name;
  char *id;
  char *next;                 /* next page as the feed writes it; NULL on the last */
  guint64 n_records;          /* records seen: resources + withdrawn + refused + curated */
  guint64 n_curated;          /* collections and events */
} SkFeedInfo;

void sk_feed_info_clear (SkFeedInfo *info);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkFeedInfo, sk_feed_info_clear)

/* Called in the order of the document, on the thread that reads. FALSE stops the read
 * with the error set. Each may be NULL. */
typedef struct
{
  gboolean (*resource)  (SkResource *resource, guint64 index, gpointer user_data, GError **error);
  gboolean (*withdrawn) (const char *id, guint64 index, gpointer user_data, GError **error);
  gboolean (*problem)   (SkFeedProblem *problem, gpointer user_data, GError **error);
  gboolean (*curated)   (GObject *thing /* SkCollection or SkEvent */, guint64 index,
                         gpointer user_data, GError **error);
} SkFeedHandler;

#define SK_TYPE_FEED_READER (sk_feed_reader_get_type ())
G_DECLARE_FINAL_TYPE (SkFeedReader, sk_feed_reader, SK, FEED_READER, GObject)

SkFeedReader *sk_feed_reader_new         (SkVocabularies      *vocabularies);
void          sk_feed_reader_set_limits  (SkFeedReader        *self,
                                          const SkFeedLimits  *limits);
gboolean      sk_feed_reader_read        (SkFeedReader        *self,
                                          GInputStream        *stream,
                                          const char          *base_uri,
                                          const SkFeedHandler *handler,
                                          gpointer             user_data,
                                          SkFeedInfo          *info,
                                          GCancellable        *cancellable,
                                          GError             **error);
SkResource   *sk_feed_reader_read_record (SkFeedReader        *self,
                                          const char          *json,
                                          gssize               length,
                                          const char          *source,
                                          GError             **error);
GObject      *sk_feed_reader_read_curated (SkFeedReader       *self,
                                          const char          *json,
                                          gssize               length,
                                          GError             **error);

G_END_DECLS
