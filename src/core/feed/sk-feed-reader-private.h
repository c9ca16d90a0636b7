/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "sk-feed-reader.h"

G_BEGIN_DECLS

/* Looks at what is read before anything is made of it; what it finds goes to the handler. */
typedef struct
{
  void (*document) (JsonObject *document, GPtrArray *problems, gpointer user_data);
  void (*record)   (JsonObject *record, JsonObject *wrapper, GPtrArray *problems, gpointer user_data);
  gpointer user_data;
} SkFeedInspector;

gboolean sk_feed_reader_inspect (SkFeedReader           *self,
                                 GInputStream           *stream,
                                 const char             *base_uri,
                                 const SkFeedHandler    *handler,
                                 gpointer                user_data,
                                 const SkFeedInspector  *inspector,
                                 SkFeedInfo             *info,
                                 GCancellable           *cancellable,
                                 GError                **error);

G_END_DECLS
