/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sk-store-error.h"

G_BEGIN_DECLS

/* What the catalogue held at one moment, to be read for as long as this is there, whatever is
 * written meanwhile. It is closed with its store, or with a catalogue that proves damaged.
 * Any thread may use it. */
#define SK_TYPE_STORE_SNAPSHOT (sk_store_snapshot_get_type ())
G_DECLARE_FINAL_TYPE (SkStoreSnapshot, sk_store_snapshot, SK, STORE_SNAPSHOT, GObject)

#define SK_STORE_IDENTITY_BYTES 16

/* What is known of a record without its text. It lasts as long as the call that gives it. */
typedef struct
{
  gint64 number;              /* the same as long as its source has it, whatever its text */
  const char *id;
  const guint8 *hash;         /* SHA-256 of its text */
  SkStoreSnapshot *snapshot;
} SkStoreRecord;

typedef gboolean (*SkStoreRecordFunc) (const SkStoreRecord *record,
                                       gpointer             user_data,
                                       GError             **error);

/* @text ends with NUL, and lasts as long as the call. */
typedef gboolean (*SkStoreCuratedFunc) (const char *text,
                                        gpointer    user_data,
                                        GError    **error);

gint64        sk_store_snapshot_get_generation (SkStoreSnapshot      *self);
const guint8 *sk_store_snapshot_get_identity   (SkStoreSnapshot      *self);
gboolean      sk_store_snapshot_each           (SkStoreSnapshot      *self,
                                                const char           *url,
                                                SkStoreRecordFunc     func,
                                                gpointer              user_data,
                                                GCancellable         *cancellable,
                                                GError              **error);
char         *sk_store_snapshot_read           (SkStoreSnapshot      *self,
                                                gint64                number,
                                                char                **url,
                                                gsize                *length,
                                                GError              **error);
gboolean      sk_store_snapshot_each_curated   (SkStoreSnapshot      *self,
                                                const char           *url,
                                                SkStoreCuratedFunc    func,
                                                gpointer              user_data,
                                                GError              **error);
gboolean      sk_store_snapshot_is_withdrawn   (SkStoreSnapshot      *self,
                                                const char           *id);
const char   *sk_store_record_read             (const SkStoreRecord  *record,
                                                gsize                *length,
                                                GError              **error);

G_END_DECLS
