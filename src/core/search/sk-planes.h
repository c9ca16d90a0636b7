/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number for every record, kept as sets (sk-bits.h): those with the number's lowest bit,
 * those with the next one, and so on. Sums and comparisons so take 64 records at a time. */
typedef struct _SkPlanes SkPlanes;

SkPlanes *sk_planes_new           (gsize          n_words);
SkPlanes *sk_planes_new_shared    (const guint64 *planes,
                                   guint          n_planes,
                                   gsize          n_words);
void      sk_planes_free          (SkPlanes      *self);
guint     sk_planes_get_size      (SkPlanes      *self);
const guint64 *
          sk_planes_get_nth       (SkPlanes      *self,
                                   guint          nth);
void      sk_planes_set           (SkPlanes      *self,
                                   guint32        record,
                                   guint32        number);
void      sk_planes_add           (SkPlanes      *self,
                                   guint64      **addend,
                                   guint          n_addend);
void      sk_planes_list_at_most  (SkPlanes      *self,
                                   guint32        limit,
                                   guint64       *bits);
guint     sk_planes_list_greatest (SkPlanes      *self,
                                   const guint64 *bits,
                                   guint32       *records,
                                   guint          n_records);
guint     sk_planes_count_before  (SkPlanes      *self,
                                   const guint64 *bits,
                                   guint32        record);
void      sk_planes_sort          (SkPlanes      *self,
                                   guint32       *records,
                                   guint          n_records);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkPlanes, sk_planes_free)

G_END_DECLS
