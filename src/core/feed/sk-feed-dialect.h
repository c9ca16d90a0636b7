/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "sk-feed-input.h"

G_BEGIN_DECLS

/* Telling documents apart, in the order that FEED.md gives. */

typedef enum
{
  SK_FEED_START_JSON,
  SK_FEED_START_HTML,
} SkFeedStart;

typedef enum
{
  SK_DIALECT_OTHER,           /* nothing that is known */
  SK_DIALECT_INDEX,
  SK_DIALECT_GRAPH,
  SK_DIALECT_FEED,            /* a DataFeed or ItemList */
  SK_DIALECT_RECORD,
  /* Known, and not read yet: */
  SK_DIALECT_JSON_FEED,
  SK_DIALECT_OPDS,
  SK_DIALECT_OERSI,
  SK_DIALECT_EDU_SHARING,
  SK_DIALECT_ZENODO,
  SK_DIALECT_MOOCHUB,
  SK_DIALECT_KOLIBRI,
  SK_DIALECT_H5P_HUB,
} SkDialect;

gboolean  sk_dialect_sniff_start    (SkFeedInput  *input,
                                     SkFeedStart  *start,
                                     GError      **error);
SkDialect sk_dialect_of_document    (JsonObject   *head);
SkDialect sk_dialect_of_element     (JsonObject   *element);
gboolean  sk_dialect_check          (SkDialect     dialect,
                                     GError      **error);
gboolean  sk_dialect_is_list        (JsonObject   *head);
gboolean  sk_dialect_is_resource    (JsonObject   *record);
gboolean  sk_dialect_may_be_resource (JsonObject  *record);

G_END_DECLS
