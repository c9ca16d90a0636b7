/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-record-source.h"

G_BEGIN_DECLS

/* The records that were looked at last, so that what is on screen is read once. Safe to share
 * between threads. */
typedef struct _SkRecordCache SkRecordCache;

SkRecordCache *sk_record_cache_new  (SkRecordSource *source);
void           sk_record_cache_free (SkRecordCache  *self);
SkResource    *sk_record_cache_load (SkRecordCache  *self,
                                     guint64         row,
                                     const char     *id);
gboolean       sk_record_cache_knew (SkRecordCache  *self,
                                     const char     *id);
char          *sk_record_cache_read (SkRecordCache  *self,
                                     guint64         row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkRecordCache, sk_record_cache_free)

G_END_DECLS
