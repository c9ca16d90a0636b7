/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/sk-query.h"

G_BEGIN_DECLS

/* How many records go by between two looks at the cancellable. */
#define SK_SCAN_BREATH 1024

/* The text of all records, looked at record by record and word by word: the plain form of
 * what it is that a text matches. Immutable. */
typedef struct _SkTextScan SkTextScan;

SkTextScan *sk_text_scan_new   (GPtrArray     *resources);
void        sk_text_scan_free  (SkTextScan    *self);
guint      *sk_text_scan_score (SkTextScan    *self,
                                SkQuery       *query,
                                GCancellable  *cancellable,
                                char         **repaired);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkTextScan, sk_text_scan_free)

G_END_DECLS
