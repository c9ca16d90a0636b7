/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  SK_SOURCE_NEVER,            /* added, not fetched yet */
  SK_SOURCE_BUSY,             /* being fetched */
  SK_SOURCE_FRESH,            /* the last sync succeeded */
  SK_SOURCE_FAILED,           /* the last sync failed: see "message" */
} SkSourceState;

GType sk_source_state_get_type (void);
#define SK_TYPE_SOURCE_STATE (sk_source_state_get_type ())

/* Whether a source is known to come from its publisher. */
typedef enum
{
  SK_SIGNATURE_NOT_CHECKED,
} SkSignature;

GType sk_signature_get_type (void);
#define SK_TYPE_SIGNATURE (sk_signature_get_type ())

/* One feed that the catalogue is made of, as a person sees it. Properties notify on the
 * main thread: url, name, state, message, resources, synced, bytes-done, bytes-total.
 *
 * The message says why a failed sync failed, or, of a fresh source, what a person should
 * know of it. The name is in the user's language; the URL where the feed has none. */
#define SK_TYPE_SOURCE (sk_source_get_type ())
G_DECLARE_FINAL_TYPE (SkSource, sk_source, SK, SOURCE, GObject)

const char    *sk_source_get_url         (SkSource *self);
const char    *sk_source_get_name        (SkSource *self);
SkSourceState  sk_source_get_state       (SkSource *self);
const char    *sk_source_get_message     (SkSource *self);
guint          sk_source_get_resources   (SkSource *self);
gint64         sk_source_get_synced      (SkSource *self);
guint64        sk_source_get_bytes_done  (SkSource *self);
guint64        sk_source_get_bytes_total (SkSource *self);
gboolean       sk_source_get_built_in    (SkSource *self);
SkSignature    sk_source_get_signature   (SkSource *self);

G_END_DECLS
