/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-planes.h"

G_BEGIN_DECLS

/* How many of the best are put in order with the answer. */
#define SK_HITS_FIRST 50

/* The records that match a query, in its order: the first ones at once, others as they are
 * looked at. Safe to share between threads. */
typedef struct _SkHits SkHits;

SkHits   *sk_hits_new           (guint          n_records,
                                 guint64       *bits,
                                 SkPlanes      *scores,
                                 const guint32 *order);
SkHits   *sk_hits_new_listed    (guint32       *records,
                                 guint          n_records);
void      sk_hits_free          (SkHits        *self);
guint     sk_hits_get_count     (SkHits        *self);
guint     sk_hits_get_n_ordered (SkHits        *self);
guint32   sk_hits_get_nth       (SkHits        *self,
                                 guint          nth);
gboolean  sk_hits_find          (SkHits        *self,
                                 guint32        record,
                                 guint         *nth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkHits, sk_hits_free)

G_END_DECLS
