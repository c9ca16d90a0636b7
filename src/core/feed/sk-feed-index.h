/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/sk-lang-string.h"
#include "sk-feed-error.h"

G_BEGIN_DECLS

/* A page that an index lists (schema.org DataDownload). */
typedef struct
{
  char *url;                  /* absolute */
  char *sha256;               /* 64 lower-case hexadecimal digits */
  guint64 size;               /* bytes, as the index states; the page is read no further */
  char *media_type;
} SkFeedPage;

/* The small changing file of a published feed: what FEED.md calls index.json. */
#define SK_TYPE_FEED_INDEX (sk_feed_index_get_type ())
G_DECLARE_FINAL_TYPE (SkFeedIndex, sk_feed_index, SK, FEED_INDEX, GObject)

#define SK_FEED_INDEX_MAX_BYTES (8 * 1024 * 1024)

SkFeedIndex      *sk_feed_index_new_from_bytes (GBytes      *bytes,
                                                const char  *base_uri,
                                                GError     **error);
SkLangString     *sk_feed_index_get_name       (SkFeedIndex *self);
gint64            sk_feed_index_get_version    (SkFeedIndex *self);
gint64            sk_feed_index_get_expires    (SkFeedIndex *self);
guint             sk_feed_index_get_n_pages    (SkFeedIndex *self);
const SkFeedPage *sk_feed_index_get_page       (SkFeedIndex *self,
                                                guint        nth);

G_END_DECLS
