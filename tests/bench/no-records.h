/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-record-source.h"

G_BEGIN_DECLS

/* Has no records: for an index that is asked only what it knows itself. */
#define NO_TYPE_RECORDS (no_records_get_type ())
G_DECLARE_FINAL_TYPE (NoRecords, no_records, NO, RECORDS, GObject)

G_END_DECLS
