/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sk-store-change.h"
#include "sk-store-error.h"
#include "sk-store-snapshot.h"

G_BEGIN_DECLS

/* The catalogue on disk: catalogue.db in the data folder. A thread of its own holds the
 * SQLite connection; each function below waits for it, so none is for the main thread. */
#define SK_TYPE_STORE (sk_store_get_type ())
G_DECLARE_FINAL_TYPE (SkStore, sk_store, SK, STORE, GObject)

/* What the store knows of a source. */
typedef struct
{
  char *url;
  char *name;                 /* JSON object of language tag to text, NULL where not stated */
  gint64 version;
  gint64 expires;             /* seconds since the epoch, 0 where not stated */
  char *document;             /* SHA-256 of the index last read */
  gint64 synced;              /* seconds since the epoch of the last success, 0 for never */
  char *error;                /* why the last sync failed, NULL where it did not */
  guint resources;            /* in the catalogue, withdrawn ones aside */
} SkStoreSource;

/* What a sync needs to know beforehand. */
typedef struct
{
  SkStoreSource *source;      /* NULL where the source is new */
  GHashTable *validators;     /* URL → SkStoreValidator */
  GHashTable *pages;          /* set of the SHA-256 of the complete pages */
} SkStoreState;

SkStore         *sk_store_new            (const char     *folder);
gboolean         sk_store_open           (SkStore        *self,
                                          const char     *seed,
                                          GError        **error);
gboolean         sk_store_recover        (SkStore        *self,
                                          GError        **error);
void             sk_store_close          (SkStore        *self);
gboolean         sk_store_get_read_only  (SkStore        *self);
char            *sk_store_dup_notice     (SkStore        *self);
gboolean         sk_store_get_generation (SkStore        *self,
                                          gint64         *generation,
                                          GError        **error);
GPtrArray       *sk_store_list_sources   (SkStore        *self,
                                          GError        **error);
SkStoreState    *sk_store_get_state      (SkStore        *self,
                                          const char     *url,
                                          GError        **error);
SkStoreSnapshot *sk_store_take_snapshot  (SkStore        *self,
                                          GError        **error);
gboolean         sk_store_commit         (SkStore        *self,
                                          SkStoreChange  *change,
                                          SkStoreCounts  *counts,
                                          GCancellable   *cancellable,
                                          GError        **error);
gboolean         sk_store_note_unchanged (SkStore        *self,
                                          const char     *url,
                                          GError        **error);
gboolean         sk_store_note_failure   (SkStore        *self,
                                          const char     *url,
                                          const char     *message,
                                          GError        **error);
gboolean         sk_store_remove_source  (SkStore        *self,
                                          const char     *url,
                                          GError        **error);

void sk_store_source_free (SkStoreSource *source);
void sk_store_state_free  (SkStoreState  *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkStoreSource, sk_store_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkStoreState, sk_store_state_free)

G_END_DECLS
