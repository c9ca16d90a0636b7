/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-record-source.h"

G_BEGIN_DECLS

/* Records that are in memory; a record's row is its place among them. */
#define SK_TYPE_RECORD_ARRAY (sk_record_array_get_type ())
G_DECLARE_FINAL_TYPE (SkRecordArray, sk_record_array, SK, RECORD_ARRAY, GObject)

SkRecordSource *sk_record_array_new (GPtrArray *resources);

G_END_DECLS
