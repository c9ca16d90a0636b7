/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Records on their way from a feed to the store, in a file so that memory stays bounded:
 * written by the thread that reads the feed, then read by the one that owns the database. */
typedef struct _SkSpool SkSpool;

typedef enum
{
  SK_SPOOL_PAGE,              /* what follows stands in this page: id is its SHA-256 */
  SK_SPOOL_RECORD,
  SK_SPOOL_WITHDRAWN,
  SK_SPOOL_CURATED,           /* a list of tools, or an event */
  SK_SPOOL_REFUSED,           /* a record that cannot be used; what is held of it stays */
} SkSpoolKind;

#define SK_SPOOL_HASH_BYTES 32

/* Its strings belong to the spool and last until the next one is read. */
typedef struct
{
  SkSpoolKind kind;
  const char *id;
  const char *record;         /* NULL unless SK_SPOOL_RECORD or SK_SPOOL_CURATED */
  gsize record_length;
  guint8 hash[SK_SPOOL_HASH_BYTES];
} SkSpoolEntry;

SkSpool  *sk_spool_new    (const char    *folder,
                           GError       **error);
void      sk_spool_free   (SkSpool       *self);
gboolean  sk_spool_write  (SkSpool       *self,
                           SkSpoolKind    kind,
                           const char    *id,
                           const char    *record,
                           GError       **error);
gboolean  sk_spool_rewind (SkSpool       *self,
                           GError       **error);
gboolean  sk_spool_read   (SkSpool       *self,
                           SkSpoolEntry  *entry,
                           GError       **error);

void sk_spool_hash (const char *record,
                    gsize       length,
                    guint8      hash[SK_SPOOL_HASH_BYTES]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkSpool, sk_spool_free)

G_END_DECLS
