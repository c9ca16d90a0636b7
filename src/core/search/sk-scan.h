/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-query.h"
#include "model/sk-resource.h"
#include "model/sk-vocabularies.h"
#include "sk-results.h"

G_BEGIN_DECLS

/* Answers queries by looking at every record: the plain form of what a search is, which
 * SkIndex is compared with. Its numbers are those of an index of the same records. Immutable,
 * safe to share between threads. */
#define SK_TYPE_SCAN (sk_scan_get_type ())
G_DECLARE_FINAL_TYPE (SkScan, sk_scan, SK, SCAN, GObject)

SkScan    *sk_scan_new    (GPtrArray      *resources,
                           SkVocabularies *vocabularies);
SkResults *sk_scan_search (SkScan         *self,
                           SkQuery        *query,
                           GCancellable   *cancellable);

G_END_DECLS
