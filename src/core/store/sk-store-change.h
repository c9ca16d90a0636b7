/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-spool.h"

G_BEGIN_DECLS

/* What to say to a server so that it need not send again what is held. */
typedef struct
{
  char *url;                  /* as the source or its index names it */
  char *final_url;            /* after redirects: the server that the validators are for */
  char *etag;
  char *last_modified;
  char *sha256;               /* of what it sent */
  char *next;                 /* absolute; the document that follows */
} SkStoreValidator;

/* All that one sync of one source changes: filled by a sync, then committed at once. */
typedef struct _SkStoreChange SkStoreChange;

struct _SkStoreChange
{
  char *url;
  char *name;                 /* JSON object of language tag to text */
  gint64 version;
  gint64 expires;
  char *document;
  gint64 synced;
  GPtrArray *pages;           /* SHA-256 of each page there is now, held ones too */
  GPtrArray *validators;      /* SkStoreValidator */
  SkSpool *spool;             /* NULL where nothing new was read */
};

/* What a commit did. */
typedef struct
{
  guint64 added;
  guint64 changed;
  guint64 withdrawn;
  guint64 unchanged;
  GPtrArray *twice;           /* ids that stood in more than one page: the first one counts */
} SkStoreCounts;

SkStoreChange    *sk_store_change_new      (const char       *url);
void              sk_store_change_free     (SkStoreChange    *self);
void              sk_store_change_add_page (SkStoreChange    *self,
                                            const char       *sha256);
SkStoreValidator *sk_store_validator_copy  (const SkStoreValidator *self);
void              sk_store_validator_free  (SkStoreValidator *self);
void              sk_store_counts_clear    (SkStoreCounts    *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkStoreChange, sk_store_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkStoreValidator, sk_store_validator_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkStoreCounts, sk_store_counts_clear)

G_END_DECLS
