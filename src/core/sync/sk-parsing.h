/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/sk-feed-reader.h"
#include "store/sk-store-snapshot.h"

G_BEGIN_DECLS

/* Records of the store on their way to resources: several threads parse them, the one that
 * pushes them gets them back in the order in which it did. Memory is bounded. */
typedef struct _SkParsing SkParsing;

typedef gboolean (*SkParsedFunc) (gint64        number,
                                  const guint8 *hash,
                                  SkResource   *resource,
                                  gpointer      user_data,
                                  GError      **error);

SkParsing *sk_parsing_new   (SkVocabularies       *vocabularies,
                             SkParsedFunc          func,
                             gpointer              user_data);
void       sk_parsing_free  (SkParsing            *self);
gboolean   sk_parsing_push  (SkParsing            *self,
                             const SkStoreRecord  *record,
                             const char           *url,
                             GError              **error);
gboolean   sk_parsing_flush (SkParsing            *self,
                             GError              **error);

SkResource *sk_parsing_read (SkFeedReader  *reader,
                             const char    *id,
                             const char    *text,
                             gsize          length,
                             const char    *url,
                             GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkParsing, sk_parsing_free)

G_END_DECLS
